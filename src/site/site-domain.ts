import { InputError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { asciiDomain } from '../model/address.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { siteProblem } from './words.ts';

/** Where the pages for people stand, and where what is asked over plain HTTP is sent. */
export interface PeoplePlace {
  /** Its name, which is that of a folder, too. */
  readonly hostname: string;
  /** With its port where it has one. */
  readonly host: string;
  /** Begins and ends with a slash. */
  readonly path: string;
}

/** A mail domain that a site answers for. */
export interface SiteDomain {
  readonly domain: MailDomain;
  readonly place: PeoplePlace;
}

/**
 * The domains with the place of their pages: the host that was asked for, that of the provider's `site`, or else the name at which programs look for the first domain of the provider, which has to answer anyway.
 * @throws InputError where `site` names a path that is no folder
 */
export function siteDomains(domains: readonly MailDomain[], server: string | undefined): SiteDomain[] {
  const places = new Map<string, PeoplePlace>();
  const first = new Map<string, string>();
  for (const { name, profile } of domains) if (!first.has(profile.id)) first.set(profile.id, name);
  return domains.map((domain) => {
    const found =
      server === undefined
        ? (placeOf(domain.provider.site) ?? atHost(`autoconfig.${first.get(domain.profile.id)}`))
        : atHost(server);
    const key = `${found.host}${found.path}`;
    const place = places.get(key) ?? found;
    places.set(key, place);
    return { domain, place };
  });
}

function atHost(host: string): PeoplePlace {
  return { hostname: host, host, path: '/' };
}

/** Folders by which no file system and no web server is confused. */
const PLAIN_PATH = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9._~-]*\/)*$/;

function placeOf(site: Account['provider']['site']): PeoplePlace | undefined {
  if (site === undefined) return undefined;
  const { hostname, host, pathname } = new URL(site);
  if (asciiDomain(hostname) === undefined) return undefined;
  const path = pathname.replace(/\/?$/, '/');
  if (!PLAIN_PATH.test(path)) throw new InputError(siteProblem('site.path', { value: site }));
  return { hostname, host, path };
}
