import type { Account } from '../account.ts';
import type { Address } from '../address.ts';
import { type MailDomain, mailDomains } from '../mail-domain.ts';
import type { Profile } from '../profile.ts';
import { accountIn } from '../resolve.ts';
import type { StaticFile } from './answer.ts';
import type { Visit } from './route.ts';

/** A mail domain that we answer for. */
export interface Place {
  readonly domain: MailDomain;
  readonly profile: Profile;
  /** What everybody of the domain is given: made at the first request, then kept. `undefined` where a format cannot carry the domain. */
  readonly files: Map<string, Promise<StaticFile | undefined>>;
}

/** The mail domains of all profiles by name. */
export type Directory = ReadonlyMap<string, Place>;

/** The domains of these profiles. Each domain is in one profile: who loads them sees to that. */
export function directoryOf(profiles: readonly Profile[]): Directory {
  const places = profiles.flatMap((profile) =>
    [...mailDomains(profile)].map(([name, domain]): [string, Place] => [name, { domain, profile, files: new Map() }]),
  );
  return new Map(places);
}

/** The account that the rules give to an address of this domain. Nobody is looked up: whoever asks learns nothing about who exists. */
export function accountAt({ domain }: Place, address: Address): Account {
  return accountIn(domain, address);
}

/** An account of the domain for what holds nothing of a person. */
export function anybodyAt(place: Place): Account {
  const { name } = place.domain;
  return accountAt(place, { local: 'user', domain: name, text: `user@${name}` });
}

/** First labels of the names at which clients look for a domain’s configuration, and the domain itself. */
const LABELS = /^(?:autoconfig|autodiscover|ua-auto-config)\./;

/** The domain for which a client asks that was given no address: it is in the name of the host that it asks. */
export function placeOfHost(directory: Directory, hostname: string): Place | undefined {
  const name = hostname.replace(/\.$/, '');
  return directory.get(name) ?? directory.get(name.replace(LABELS, ''));
}

/** The domain that is asked for without an address: that of the host's name; at a name that says nothing, the only one there is. */
export function placeAsked({ host, target, directory, canonicalHost }: Visit): Place | undefined {
  if (host !== undefined) return host;
  const neutral = target.host === canonicalHost || /^(?:localhost|[\d.]+|\[.*\])$/.test(target.hostname);
  const [place, ...others] = directory.values();
  return neutral && others.length === 0 ? place : undefined;
}

/** A file that is the same for everybody of the domain, made once. */
export function commonFile(
  place: Place,
  name: string,
  make: () => Promise<StaticFile> | undefined,
): Promise<StaticFile | undefined> {
  const file = place.files.get(name) ?? Promise.resolve(make());
  place.files.set(name, file);
  return file;
}
