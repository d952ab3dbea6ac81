import { LABELS, NO_PROTOCOL, PLACE, pairsOf, type WebPlace, type WebSite } from './web-site.ts';

/* Caddy 2. It fetches the certificates of its names by itself; each name says which folder is its own. */

/** To be added to `/etc/caddy/Caddyfile`. */
export function caddyfile(site: WebSite): string {
  const { name, kinds, places } = site;
  return `# Made by facteur publish, for /etc/caddy/Caddyfile. ${PLACE} is where the folder is; put in your place.
# It writes no log of requests unless it is told to; in some there is a person's address.

(facteur_${name}_errors) {
	handle_errors {
		@missing expression {http.error.status_code} in [403, 404]
		handle @missing {
			rewrite * /404.txt
			root * ${PLACE}/errors
${headers(kinds.text, 3)}
			header -Access-Control-Allow-Origin
			file_server {
				status 404
			}
		}
		@method expression {http.error.status_code} == 405
		handle @method {
			rewrite * /405.txt
			root * ${PLACE}/errors
${headers([...kinds.text, 'Allow', 'GET, HEAD'], 3)}
			header -Access-Control-Allow-Origin
			file_server {
				status 405
			}
		}
	}
}

(facteur_${name}_files) {
	import facteur_${name}_errors
	route {
		# A file cannot answer: no program is to wait here, or to take a page for an answer.
		handle /autodiscover/autodiscover.xml {
${headers([...kinds.text, 'Allow', 'OPTIONS'], 3)}
			@options method OPTIONS
			respond @options 204
			respond "Method not allowed.
" 405
		}
		@others not method GET HEAD
		error @others 405
		@config path /mail/config-v1.1.xml /.well-known/autoconfig/mail/config-v1.1.xml
		handle @config {
${headers(kinds.config, 3)}
			file_server
		}
		handle /v1.1/* {
${headers(kinds.shared, 3)}
			file_server
		}
		# Its bytes are those of the digest in DNS.
		handle /.well-known/user-agent-configuration.json {
${headers(kinds.pacc, 3)}
			file_server
		}
		@page path *.html */
		handle @page {
${headers(kinds.page, 3)}
			file_server
		}
		handle {
			file_server
		}
	}
}

${places.map((place) => ofPlace(place, site)).join('\n')}`;
}

/** What the web site of a domain itself takes in. */
export function caddyWebsite({ kinds, places }: WebSite): string {
  const domains = places.flatMap(({ domains }) => domains.filter(({ config }) => config !== undefined));
  return `# Made by facteur publish: programs look at the web site of a mail domain, too. Into its block:
${domains
  .map(
    ({ name }) => `# ${name}
handle /.well-known/autoconfig/mail/config-v1.1.xml {
	root * ${PLACE}/hosts/${name}
${headers(kinds.config, 1)}
	file_server
}
`,
  )
  .join('')}`;
}

function ofPlace(place: WebPlace, { name, kinds }: WebSite): string {
  const { hostname, url, path, domains, begin } = place;
  const [first, ...others] = begin;
  // Its expressions look neither ahead nor back: whoever prefers a language has it in front, or names no other of ours before it.
  const starts = begin.map(({ language, url }) =>
    redirected(`starts_${language}`, path, url, [`header_regexp Accept-Language (?i)^\\s*${language}\\b`]),
  );
  const has = others.map(({ language, url }) => {
    const before = begin.map((each) => each.language).filter((each) => each !== language);
    return redirected(`has_${language}`, path, url, [
      `header_regexp Accept-Language (?i)\\b${language}\\b`,
      `not header_regexp Accept-Language (?i)\\b(?:${before.join('|')})\\b.*\\b${language}\\b`,
    ]);
  });
  const begins = [...starts, ...has, redirected('begin', path, first.url, [])].join('\n');
  const names = [...new Set([hostname, ...domains.flatMap((each) => LABELS.map((label) => `${label}.${each.name}`))])];
  const host = new URL(url).host;
  const secured = names.map(
    (each) => `https://${each} {
	root * ${PLACE}/hosts/${each}
${pointerAt(each, place, kinds)}${begins}
	import facteur_${name}_files
}
`,
  );
  const plain = domains.map(
    (each) => `${LABELS.map((label) => `http://${label}.${each.name}`).join(', ')} {
	import facteur_${name}_errors
	@config path /mail/config-v1.1.xml /.well-known/autoconfig/mail/config-v1.1.xml /v1.1/mail/config-v1.1.xml
	redir @config https://${host}/v1.1/${each.name} 302
	# Nothing is there to which Outlook could be sent.
	@outlook path /autodiscover/*
	error @outlook 404
	@rest not path /autodiscover/* /mail/config-v1.1.xml /.well-known/autoconfig/mail/config-v1.1.xml /v1.1/mail/config-v1.1.xml
	redir @rest https://{host}{uri} 302
}
`,
  );
  const own = domains.some((each) => `autoconfig.${each.name}` === hostname)
    ? ''
    : `http://${hostname} {\n\tredir https://${host}{uri} 302\n}\n`;
  return `${secured.join('\n')}
# Over plain HTTP, programs are sent to the host of the pages, whose certificate is right in any case.
${plain.join('\n')}${own}`;
}

/** Leads whoever asks for a page to begin with, or for one of a person, to where it begins. */
function redirected(name: string, path: string, url: string, conditions: readonly string[]): string {
  return `	@${name} {
		path / ${path} ${path}mailbox* ${path}account*
		method GET HEAD
${conditions.map((each) => `		${each}\n`).join('')}	}
	redir @${name} ${url} 302`;
}

function pointerAt(host: string, { domains }: WebPlace, kinds: WebSite['kinds']): string {
  if (!domains.some(({ name, hasPointer }) => hasPointer && host === `autodiscover.${name}`)) return '';
  return `	# Autodiscover v2: of the protocols, where ActiveSync is.
	@json path_regexp (?i)^/autodiscover/autodiscover\\.json(?:/v1\\.0/[^/]*)?$
	handle @json {
${headers(kinds.pointer, 2)}
		@told expression {query}.matches("(?i)(?:^|&)Protocol=ActiveSync(?:&|$)")
		handle @told {
			rewrite * /autodiscover/activesync.json
			file_server
		}
		respond \`${NO_PROTOCOL}\` 400
	}
`;
}

/** What a file of this kind is sent with, whatever its name ends in. */
function headers(kind: readonly string[], tabs: number): string {
  return pairsOf(kind)
    .map(([name, value]) => `${'\t'.repeat(tabs)}header ${name} "${value}"`)
    .join('\n');
}
