import { InputError, problem } from '../errors.ts';
import type { Account, Person } from '../model/account.ts';
import { type Address, addressOf, parseAddress } from '../model/address.ts';
import { ASK } from '../model/rule.ts';
import { ANY, isWildcard } from '../model/wildcard.ts';
import type { Profile } from '../profile/profile.ts';
import { type Candidate, readBackwards } from './backwards.ts';
import { domainEntries, entryFor, type MailDomain } from './mail-domain.ts';

/** Where a person’s mailbox is. */
export interface Located {
  readonly address: Address;
  readonly domain: MailDomain;
  /** The login rule through which a login became this address. */
  readonly backwards?: string;
}

/**
 * Finds the address, and the domain of a profile that it belongs to. A login is read backwards through the rules of all profiles.
 * @throws InputError when nobody's rule fits, or when several do
 */
export function locate(person: Person, profiles: readonly Profile[]): Located {
  const given = person.address ?? person.who;
  if (given !== undefined) {
    const ours = ownAddress(given, profiles);
    // An address of ours wins over a login of ours that looks the same.
    if (ours !== undefined && ours.domain.entry.name !== ANY) return ours;
    const asLogin = person.address === undefined ? readBackwards(given, profiles) : [];
    // But where every domain is ours, such a login says more.
    const known = ours === undefined ? asLogin : asLogin.filter(({ entry }) => entry.pattern !== ANY);
    if (known.length > 0) return single(given, known);
    if (ours !== undefined) return ours;
    const wanted = parseAddress(given).domain;
    throw new InputError(problem('who.unknown-domain', { value: given, domain: wanted, domains: list(profiles) }));
  }
  if (person.login === undefined) throw new InputError(problem('who.nobody', {}));
  const candidates = readBackwards(person.login, profiles);
  if (candidates.length === 0) throw new InputError(problem('who.unknown-login', { value: person.login }));
  return single(person.login, candidates);
}

/** A mailbox whose login looks like the address of another. */
export interface OtherReading {
  /** For reading, as far as the login says it; empty where that does not say which of several it is. */
  readonly shown: string;
  readonly rule: string;
}

/** Whose login it would have been, where it was taken for an address: nobody else's, where that mailbox itself has this login. */
export function otherReadings(
  { who, address }: Person,
  located: Located,
  account: Account,
  profiles: readonly Profile[],
): OtherReading[] {
  if (who === undefined || address !== undefined || located.backwards !== undefined) return [];
  const listed = !isWildcard(located.domain.entry.name);
  if (listed && loginsOf(account).some((login) => login.toLowerCase() === located.address.text.toLowerCase()))
    return [];
  return readingsOf(who, profiles).filter(({ shown }) => shown !== account.displayAddress);
}

function loginsOf({ login, incoming, outgoing, calendar, contacts, exchange, directory }: Account): string[] {
  const services = [...incoming, ...outgoing, calendar, contacts, exchange, directory];
  return [login, ...services.flatMap((service) => service?.login ?? [])];
}

function readingsOf(who: string, profiles: readonly Profile[]): OtherReading[] {
  try {
    const given = readBackwards(who, profiles).filter(({ entry }) => entry.rule !== ASK);
    return given.map(({ shown, entry: { rule } }) => ({ shown, rule }));
  } catch (error) {
    // Several may have it.
    const [several] = error instanceof InputError ? error.problems : [];
    if (several === undefined) throw error;
    return [{ shown: '', rule: String(several.details.rule) }];
  }
}

function ownAddress(given: string, profiles: readonly Profile[]): Located | undefined {
  const address = addressOf(given);
  const domain = address && entryFor(address.domain, profiles)?.at(address.domain);
  return address && domain && { address, domain };
}

function single(login: string, candidates: readonly Candidate[]): Located {
  const addresses = [...new Set(candidates.map(({ shown }) => shown))];
  const [first] = candidates;
  if (first?.found !== undefined && addresses.length === 1) return { ...first.found, backwards: first.entry.rule };
  throw new InputError(
    problem('who.ambiguous-login', {
      value: login,
      addresses: addresses.join(', '),
      many: addresses.length > 1 ? 1 : 0,
    }),
  );
}

/** The address with the domain as people write it. */
export function displayAddress({ local }: Address, { displayName }: MailDomain): string {
  return `${local}@${displayName}`;
}

/** More domains than these say nothing to the person who mistyped one. */
const MANY = 10;

function list(profiles: readonly Profile[]): string {
  const names = profiles.flatMap((profile) =>
    [...domainEntries(profile).values()].map(({ displayName }) => displayName),
  );
  return `${names.slice(0, MANY).join(', ')}${names.length > MANY ? ' …' : ''}`;
}
