import { type Artifact, once } from '../artifacts/render.ts';
import { sha256 } from '../platform.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { encodeUtf8 } from '../template/encode.ts';
import { languages } from '../words/languages.ts';
import { kindsOf } from './answer-kinds.ts';
import { apacheConf, apacheWebsite } from './apache.ts';
import { asking } from './asked.ts';
import { caddyfile, caddyWebsite } from './caddy.ts';
import { type DomainFiles, domainFilesOf, hostFolder } from './client-files.ts';
import { homePages } from './home-page.ts';
import { limitsOfAll, limitsOfDomain } from './limits.ts';
import { nginxConf, nginxWebsite } from './nginx.ts';
import { homeName, pageGroups, pageLanguages } from './people-pages.ts';
import { readme, type SiteFacts } from './readme.ts';
import { type PeoplePlace, type SiteDomain, siteDomains } from './site-domain.ts';
import { NO_PROTOCOL, type WebBegin, type WebPlace, type WebSite } from './web-site.ts';

/** The site of mail domains, as files. */
export interface Site extends SiteFacts {
  /** Ids of the providers. */
  readonly providers: readonly string[];
  readonly artifacts: readonly Artifact[];
}

/**
 * Makes a site: what `facteur serve` answers without being told an address, the steps for people, and what a web server has to know.
 * @param server the host of the pages; without it, that of each profile's `site`
 * @throws InputError
 */
export function makeSite(mailDomains: readonly MailDomain[], server: string | undefined): Site {
  const domains = siteDomains(mailDomains, server);
  const profiles = [...new Set(mailDomains.map(({ profile }) => profile))];
  const ask = asking(profiles);
  const filled = domains.map(
    (each): FilledDomain => ({ ...each, files: domainFilesOf(each, ask, domains.length === 1) }),
  );
  const made = placesOf(filled).map(([place, own]) => peopleAt(place, own));
  const web: WebSite = {
    name: shortName(profiles.map(({ id }) => id).join('_')),
    places: made.map(({ web }) => web),
    kinds: kindsOf([...new Set(mailDomains.map(({ provider }) => provider))]),
  };
  const site = {
    providers: profiles.map(({ id }) => id),
    domains,
    limits: [...filled.flatMap(({ domain, files }) => limitsOfDomain(domain, files)), ...limitsOfAll(mailDomains)],
    digests: filled.flatMap(({ files }) => files.digest ?? []),
    web,
  };
  const [first] = web.places;
  const missing = ask(`https://${first?.hostname}/nothing`).body;
  const artifacts = [
    ...made.flatMap(({ pages }) => pages),
    ...filled.flatMap(({ files }) => files.artifacts),
    textFile('errors/404.txt', 'not-found', () => missing),
    textFile('errors/405.txt', 'not-allowed', () => encodeUtf8('Method not allowed.\n')),
    ...(filled.some(({ files }) => files.hasPointer)
      ? [{ ...textFile('errors/400.json', 'no-protocol', () => encodeUtf8(NO_PROTOCOL)), mediaType: JSON_TYPE }]
      : []),
    ...Object.entries(SNIPPETS).map(([name, write]) => forAdministrators(name, name.toLowerCase(), () => write(web))),
    ...languages.map((language) => forAdministrators(`README.${language}.md`, 'readme', () => readme(site, language))),
  ];
  return { ...site, artifacts };
}

/** nginx's table of variables is made for names of some 40 letters. */
function shortName(ids: string): string {
  const name = ids.replace(/\W/g, '_');
  return name.length <= 20 ? name : `${name.slice(0, 12)}_${sha256(encodeUtf8(ids)).replace(/\W/g, '').slice(0, 7)}`;
}

/** What web servers take in, by file. */
const SNIPPETS: Readonly<Record<string, (site: WebSite) => string>> = {
  'nginx.conf': nginxConf,
  'nginx-website.conf': nginxWebsite,
  'apache.conf': apacheConf,
  'apache-website.conf': apacheWebsite,
  Caddyfile: caddyfile,
  'Caddyfile-website': caddyWebsite,
};

/** A domain with what programs are given of it. */
interface FilledDomain extends SiteDomain {
  readonly files: DomainFiles;
}

function placesOf(domains: readonly FilledDomain[]): [PeoplePlace, FilledDomain[]][] {
  const places = new Map<PeoplePlace, FilledDomain[]>();
  for (const each of domains) places.set(each.place, [...(places.get(each.place) ?? []), each]);
  return [...places];
}

function peopleAt(
  { hostname, host, path }: PeoplePlace,
  domains: readonly FilledDomain[],
): { readonly web: WebPlace; readonly pages: readonly Artifact[] } {
  const groups = pageGroups(domains.map(({ domain }) => domain));
  const url = `https://${host}${path}`;
  const [only, ...others] = groups;
  const spoken = pageLanguages(groups);
  const begin = spoken.map(
    (language): WebBegin => ({
      language,
      url:
        only !== undefined && others.length === 0
          ? `${url}${only.folder}/${language}/`
          : `${url}${homeName(language, spoken[0] ?? language)}`,
    }),
  );
  const folder = `${hostFolder(hostname)}${path.slice(1)}`;
  const pages = [...homePages(groups), ...groups.flatMap((group) => group.pages())];
  return {
    pages: pages.map((page) => ({ ...page, path: folder + page.path })),
    web: {
      hostname,
      url,
      path,
      // A profile has a language, and a place a domain.
      begin: begin as unknown as WebPlace['begin'],
      domains: domains.map(({ domain: { name }, files: { artifacts, digest, hasPointer } }) => ({
        name,
        config: artifacts.some(({ format }) => format === 'isp') ? `https://${host}/v1.1/${name}` : undefined,
        hasPacc: digest !== undefined,
        hasPointer,
      })),
    },
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';

function textFile(path: string, format: string, bytes: () => Uint8Array): Artifact {
  const mediaType = 'text/plain; charset=utf-8';
  return { client: 'facteur', format, path, mediaType, audience: 'server', bytes: once(bytes) };
}

function forAdministrators(path: string, format: string, write: () => string): Artifact {
  const mediaType = path.endsWith('.md') ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8';
  return { client: 'facteur', format, path, mediaType, audience: 'admin', bytes: once(() => encodeUtf8(write())) };
}
