import {
  CERTIFICATE,
  headerValue,
  hostNamesOf,
  KEY,
  NO_PROTOCOL,
  namesFirst,
  PLACE,
  pairsOf,
  type WebPlace,
  type WebSite,
} from './web-site.ts';

/* nginx. A location that adds a header has none of those around it, so each has all of its kind. Names stand in regular expressions: its table of names is made for short ones. */

/** One file for `/etc/nginx/conf.d/`. */
export function nginxConf(site: WebSite): string {
  const { name, places } = site;
  return `# Made by facteur publish, for /etc/nginx/conf.d/. ${PLACE} is where the folder is; put in your place and your certificate.
# The certificate has the names: ${places.flatMap(hostNamesOf).join(' ')}

# Neither path nor query: in some there is a person's address.
log_format facteur_${name} '$remote_addr [$time_local] $host $request_method $status $body_bytes_sent';
${places.some(hasPointer) ? `\nmap $arg_protocol $facteur_${name}_protocol {\n    default other;\n    ~*^ActiveSync$ activesync;\n}\n` : ''}
${places.map((place, index) => ofPlace(place, `${name}_${index + 1}`, site)).join('\n')}`;
}

/** What the web site of a domain itself takes in. */
export function nginxWebsite({ kinds }: WebSite): string {
  return `# Made by facteur publish: programs look at the web site of a mail domain, too. Into its server { }:
location = /.well-known/autoconfig/mail/config-v1.1.xml {
    root ${PLACE}/hosts/$host;
${indented(fileOf(kinds.config), 4)}
    access_log off;
}
`;
}

function ofPlace(place: WebPlace, name: string, site: WebSite): string {
  const { kinds, name: siteName } = site;
  const { hostname, url, path, domains, begin } = place;
  const log = `access_log /var/log/nginx/facteur.log facteur_${siteName};`;
  const [first] = begin;
  const languages = begin.map(({ language, url }) => `    "~*${namesFirst(language, place)}" "${url}";`);
  const variable = `$facteur_${name}_begin`;
  const toBegin = begin.length === 1 ? `"${first.url}"` : variable;
  const redirected =
    begin.length === 1
      ? ''
      : `map $http_accept_language ${variable} {
    default "${first.url}";
${languages.join('\n')}
}

`;
  return `${redirected}server {
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name ${pattern(hostNamesOf(place))};
    ssl_certificate     ${CERTIFICATE};
    ssl_certificate_key ${KEY};
    ${log}
    root ${PLACE}/hosts/$host;
    index index.html;
    absolute_redirect off;
    error_page 403 =404 /facteur-404.txt;
    error_page 404 /facteur-404.txt;
    error_page 405 /facteur-405.txt;

    location = /facteur-404.txt {
        internal;
        alias ${PLACE}/errors/404.txt;
${indented(fileOf(kinds.text), 8)}
    }
    location = /facteur-405.txt {
        internal;
        alias ${PLACE}/errors/405.txt;
${indented([...fileOf(kinds.text), header('Allow', 'GET, HEAD')], 8)}
    }
    location = /mail/config-v1.1.xml {
${indented(fileOf(kinds.config), 8)}
    }
    location = /.well-known/autoconfig/mail/config-v1.1.xml {
${indented(fileOf(kinds.config), 8)}
    }
    location ^~ /v1.1/ {
${indented(fileOf(kinds.shared), 8)}
    }
    # Its bytes are those of the digest in DNS.
    location = /.well-known/user-agent-configuration.json {
        gzip off;
${indented(fileOf(kinds.pacc), 8)}
    }
    # A file cannot answer: no program is to wait here, or to take a page for an answer.
    location ~* ^/autodiscover/autodiscover\\.xml$ {
${indented([...textOf(kinds.text), header('Allow', 'OPTIONS')], 8)}
        if ($request_method = OPTIONS) {
            return 204;
        }
        return 405 "Method not allowed.\\n";
    }
${pointerOf(place, site)}    # Pages of a person, which only a server has, and where they begin.
    location ~ ^(?:/|${regular(path)}(?:(?:mailbox|account)(?:/.*)?)?)$ {
${indented(
  pairsOf(kinds.text)
    .filter(([each]) => each !== 'Content-Type')
    .map(([each, value]) => header(each, value)),
  8,
)}
        if ($request_method !~ ^(?:GET|HEAD)$) {
            return 405;
        }
        return 302 ${toBegin};
    }
    location ~ \\.html$ {
${indented(fileOf(kinds.page), 8)}
    }
}

# Over plain HTTP, programs are sent to the host of the pages, whose certificate is right in any case.
server {
    listen 80;
    listen [::]:80;
    server_name ~^(?:autoconfig|autodiscover|ua-auto-config)\\.(?<facteur_domain>${domains.map((each) => regular(each.name)).join('|')})$;
    ${log}
    error_page 404 /facteur-404.txt;

    location = /facteur-404.txt {
        internal;
        alias ${PLACE}/errors/404.txt;
${indented(fileOf(kinds.text), 8)}
    }
    location ~ ^/(?:mail|\\.well-known/autoconfig/mail|v1\\.1/mail)/config-v1\\.1\\.xml$ {
        return 302 https://${hostOf(url)}/v1.1/$facteur_domain;
    }
    # Nothing is there to which Outlook could be sent.
    location ~* ^/autodiscover/ {
        return 404;
    }
    location / {
        return 302 https://$host$request_uri;
    }
}
${ownPlain(place, log, hostname)}`;
}

/** The host of the pages over plain HTTP, where programs do not ask at it. */
function ownPlain({ url, domains }: WebPlace, log: string, hostname: string): string {
  if (domains.some(({ name }) => `autoconfig.${name}` === hostname)) return '';
  return `
server {
    listen 80;
    listen [::]:80;
    server_name ${pattern([hostname])};
    ${log}
    location / {
        return 302 https://${hostOf(url)}$request_uri;
    }
}
`;
}

function pointerOf(place: WebPlace, { kinds, name }: WebSite): string {
  if (!hasPointer(place)) return '';
  return `    # Autodiscover v2: of the protocols, where ActiveSync is.
    location ~* ^/autodiscover/autodiscover\\.json(?:/v1\\.0/[^/]*)?$ {
        error_page 405 /facteur-405.txt;
${indented(fileOf(kinds.pointer), 8)}
        try_files /autodiscover/$facteur_${name}_protocol.json @facteur_other;
    }
    location @facteur_other {
${indented(fileOf(kinds.pointer), 8)}
        return 400 '${NO_PROTOCOL}';
    }
`;
}

function hasPointer({ domains }: WebPlace): boolean {
  return domains.some((each) => each.hasPointer);
}

/** What a file of this kind is sent with; the one type for whatever its name ends in. */
function fileOf(kind: readonly string[]): string[] {
  return ['types { }', ...textOf(kind)];
}

function textOf(kind: readonly string[]): string[] {
  const pairs = pairsOf(kind).filter(([name]) => name !== 'Content-Type');
  return [`default_type "${headerValue(kind, 'Content-Type')}";`, ...pairs.map(([name, value]) => header(name, value))];
}

/** Also with an error. No value of ours has a quote of this kind or a variable. */
function header(name: string, value: string): string {
  return `add_header ${name} "${value}" always;`;
}

function pattern(names: readonly string[]): string {
  return `~^(?:${names.map(regular).join('|')})$`;
}

function regular(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&');
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
