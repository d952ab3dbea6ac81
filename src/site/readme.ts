import { describe } from '../errors.ts';
import type { Language } from '../model/account.ts';
import type { DigestRecord } from '../publish/pacc.ts';
import { dnsWords, noteText } from '../publish/words.ts';
import { displayDomain } from '../resolve/display-domain.ts';
import { listed } from '../words/languages.ts';
import type { SiteLimit } from './limits.ts';
import type { SiteDomain } from './site-domain.ts';
import { CERTIFICATE, hostNamesOf, PLACE, type WebPlace, type WebSite } from './web-site.ts';
import { siteWords } from './words.ts';

/** What is told of a site. */
export interface SiteFacts {
  readonly domains: readonly SiteDomain[];
  /** What these files cannot do. */
  readonly limits: readonly SiteLimit[];
  /** The records without which nobody accepts the PACC documents. */
  readonly digests: readonly DigestRecord[];
  readonly web: WebSite;
}

/** How a snippet gets to its web server, in Debian's places. */
const INSTALL: readonly (readonly [server: string, website: string, commands: string])[] = [
  ['nginx', 'nginx-website.conf', 'cp nginx.conf /etc/nginx/conf.d/facteur.conf\nnginx -t && systemctl reload nginx'],
  [
    'Apache 2.4',
    'apache-website.conf',
    'cp apache.conf /etc/apache2/sites-available/facteur.conf\na2enmod ssl headers rewrite vhost_alias && a2ensite facteur\napachectl configtest && systemctl reload apache2',
  ],
  [
    'Caddy 2',
    'Caddyfile-website',
    'cat Caddyfile >> /etc/caddy/Caddyfile\ncaddy validate --adapter caddyfile --config /etc/caddy/Caddyfile && systemctl reload caddy',
  ],
];

/** For whoever looks after the web server: how the folder gets there, and what it cannot do. Markdown. */
export function readme(site: SiteFacts, language: Language): string {
  const { readme: words } = siteWords(language);
  const { places } = site.web;
  const domains = listed(
    site.domains.map(({ domain }) => domain.displayName),
    language,
  );
  const files = INSTALL.map(([, file]) => `\`${file}\``);
  const parts = [
    `# ${words.title({ domains })}`,
    words.made,
    ...places.map(({ url }) => words.pages({ url: `<${url}>` })),
    `## ${words.install}`,
    words.copy({ place: `\`${PLACE}\`` }),
    words.certificate({ names: listed(places.flatMap(hostNamesOf), language) }),
    code(CERTIFICATE),
    ...INSTALL.flatMap(([server, , commands]) => [`### ${server}`, code(commands)]),
    words.website({ files: listed(files, language) }),
    words.dns,
    ...places.map((place) => code(dnsCommandFor(place, ['PROFILE']))),
    ...site.digests.flatMap(({ name, text }) => [words.digest, code(`${name}. TXT "${text}"`)]),
    `## ${words.cannot}`,
    words.cannotText,
    limitLines(site.limits, language)
      .map(([what, text]) => `- **${what}** – ${text}`)
      .join('\n'),
    `## ${words.hosts}`,
    words.hostsText,
  ];
  return `${parts.join('\n\n')}\n`;
}

function code(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** The reason in a language. */
export function limitText({ reason }: SiteLimit, language: Language): string {
  return 'kind' in reason ? describe(reason, language) : noteText(dnsWords(language), reason);
}

/** What cannot be done, each thing once, with the domains of which it is so. */
export function limitLines(limits: readonly SiteLimit[], language: Language): [what: string, text: string][] {
  const lines = new Map<string, { readonly what: string; readonly text: string; readonly domains: string[] }>();
  for (const limit of limits) {
    const what = `${limit.client}/${limit.format}`;
    const text = limitText(limit, language);
    const line = lines.get(`${what} ${text}`) ?? { what, text, domains: [] };
    if (limit.domain !== undefined) line.domains.push(displayDomain(limit.domain));
    lines.set(`${what} ${text}`, line);
  }
  const { at } = siteWords(language).report;
  return [...lines.values()].map(({ what, text, domains }) => [
    what,
    domains.length === 0 ? text : at({ domains: domains.join(', '), text }),
  ]);
}

/** The command that lists the records of a place. A file answers no Autodiscover, so no name has to lead there for it, but where ActiveSync is told. @param profiles as they were named */
export function dnsCommandFor({ domains, hostname }: WebPlace, profiles: readonly string[]): string {
  const named = domains.map(({ name }) => ` ${name}`).join('');
  const from = profiles.map((each) => ` --profile ${each}`).join('');
  const without = domains.some(({ hasPointer }) => hasPointer) ? '' : ' --autodiscover none';
  return `facteur dns${named}${from} --server ${hostname}${without}`;
}
