import { InputError, problem } from '../errors.ts';
import type { Person } from '../model/account.ts';
import { type Address, addressOf, parseAddress } from '../model/address.ts';
import { SEVERAL } from '../model/filter.ts';
import { ASK, readBackwards } from '../model/rule.ts';
import type { Profile } from '../profile/profile.ts';
import { type MailDomain, mailDomains } from './mail-domain.ts';

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
    const address = addressOf(given);
    // An address of ours wins over a login of ours that looks the same.
    const domain = address && domainNamed(address.domain, profiles);
    if (address !== undefined && domain !== undefined) return { address, domain };
    const asLogin = person.address === undefined ? locateLogin(given, profiles) : [];
    if (asLogin.length > 0) return single(given, asLogin);
    const wanted = parseAddress(given).domain;
    throw new InputError(problem('who.unknown-domain', { value: given, domain: wanted, domains: list(profiles) }));
  }
  if (person.login === undefined) throw new InputError(problem('who.nobody', {}));
  const candidates = locateLogin(person.login, profiles);
  if (candidates.length === 0) throw new InputError(problem('who.unknown-login', { value: person.login }));
  return single(person.login, candidates);
}

function domainNamed(name: string, profiles: readonly Profile[]): MailDomain | undefined {
  for (const profile of profiles) {
    const domain = mailDomains(profile).get(name);
    if (domain !== undefined) return domain;
  }
  return undefined;
}

/** The addresses whose login it is. @throws InputError where a rule may give it to several */
function locateLogin(text: string, profiles: readonly Profile[]): Located[] {
  const login = text.trim().normalize('NFC');
  return allDomains(profiles).flatMap((domain) => {
    const { rule } = domain;
    if (rule === ASK) return [];
    const local = readBackwards(rule, login);
    if (local === SEVERAL) throw new InputError(problem('who.one-way-login', { value: login, rule: rule.text }));
    const address = local === undefined ? undefined : addressOf(`${local}@${domain.name}`);
    return address === undefined ? [] : [{ address, domain, backwards: rule.text }];
  });
}

function single(login: string, candidates: readonly Located[]): Located {
  const addresses = [...new Set(candidates.map(({ address, domain }) => displayAddress(address, domain)))];
  const [first] = candidates;
  if (first !== undefined && addresses.length === 1) return first;
  throw new InputError(problem('who.ambiguous-login', { value: login, addresses: addresses.join(', ') }));
}

/** The address with the domain as people write it. */
export function displayAddress({ local }: Address, { displayName }: MailDomain): string {
  return `${local}@${displayName}`;
}

/** More domains than these say nothing to the person who mistyped one. */
const MANY = 10;

function list(profiles: readonly Profile[]): string {
  const names = allDomains(profiles).map(({ displayName }) => displayName);
  return `${names.slice(0, MANY).join(', ')}${names.length > MANY ? ' …' : ''}`;
}

function allDomains(profiles: readonly Profile[]): MailDomain[] {
  return profiles.flatMap((profile) => [...mailDomains(profile).values()]);
}
