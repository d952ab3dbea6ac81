import type { Account } from '../account.ts';
import type { Address } from '../address.ts';
import { domainsOf, type Profile } from '../profile.ts';
import { resolve } from '../resolve.ts';
import type { StaticFile } from './answer.ts';

/** A mail domain that we answer for. */
export interface Place {
  /** ASCII, lower case. */
  readonly domain: string;
  readonly profile: Profile;
  /** What everybody of the domain is given: made at the first request, then kept. `undefined` where a format cannot carry the domain. */
  readonly files: Map<string, Promise<StaticFile | undefined>>;
}

/** The mail domains of all profiles by name. */
export type Directory = ReadonlyMap<string, Place>;

/** The domains of these profiles. Each domain is in one profile: who loads them sees to that. */
export function directoryOf(profiles: readonly Profile[]): Directory {
  const places = profiles.flatMap((profile) =>
    domainsOf(profile).map(({ name }): [string, Place] => [name, { domain: name, profile, files: new Map() }]),
  );
  return new Map(places);
}

/** The account that the rules give to an address of this domain. Nobody is looked up: whoever asks learns nothing about who exists. */
export function accountAt(place: Place, address: Address): Account {
  return resolve({ address: address.text }, [place.profile]).account;
}

/** An account of the domain for what holds nothing of a person. */
export function anybodyAt(place: Place): Account {
  return accountAt(place, { local: 'user', domain: place.domain, text: `user@${place.domain}` });
}

/** First labels of the names at which clients look for a domain’s configuration, and the domain itself. */
const LABELS = /^(?:autoconfig|autodiscover|ua-auto-config)\./;

/** The domain for which a client asks that was given no address: it is in the name of the host that it asks. */
export function placeOfHost(directory: Directory, hostname: string): Place | undefined {
  const name = hostname.replace(/\.$/, '');
  return directory.get(name) ?? directory.get(name.replace(LABELS, ''));
}

/** The one domain there is, where there is only one: for hosts whose name says nothing. */
export function onlyPlace(directory: Directory): Place | undefined {
  const [place, ...others] = directory.values();
  return others.length === 0 ? place : undefined;
}
