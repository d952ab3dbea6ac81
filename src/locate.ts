import type { Person } from './account.ts';
import { type Address, addressOf, parseAddress } from './address.ts';
import { InputError, problem } from './errors.ts';
import { domainsOf, type Profile, type ProfileDomain } from './profile.ts';
import { ADDRESS_RULE, localPartOf } from './rule.ts';

/** Where a person’s mailbox is. */
export interface Located {
  readonly address: Address;
  readonly profile: Profile;
  readonly domain: ProfileDomain;
  /** The login rule through which a login became this address. */
  readonly backwards?: string;
}

/**
 * Finds the address, and the profile and domain that it belongs to. A login is read backwards through the rules of all profiles.
 * @throws InputError when nobody's rule fits, or when several do
 */
export function locate(person: Person, profiles: readonly Profile[]): Located {
  const places = profiles.flatMap((profile) => domainsOf(profile).map((domain) => ({ profile, domain })));
  const given = person.address ?? person.who;
  if (given !== undefined) {
    const address = addressOf(given);
    // An address of ours wins over a login of ours that looks the same.
    const home = places.find(({ domain }) => domain.name === address?.domain);
    if (address !== undefined && home !== undefined) return { address, ...home };
    const asLogin = person.address === undefined ? locateLogin(given, places) : [];
    if (asLogin.length > 0) return single(given, asLogin);
    const { domain } = parseAddress(given);
    throw new InputError(problem('who.unknown-domain', { value: given, domain, domains: list(places) }));
  }
  if (person.login === undefined) throw new InputError(problem('who.nobody', {}));
  const candidates = locateLogin(person.login, places);
  if (candidates.length === 0) throw new InputError(problem('who.unknown-login', { value: person.login }));
  return single(person.login, candidates);
}

/** The addresses whose login it is. */
function locateLogin(text: string, places: readonly Omit<Located, 'address'>[]): Located[] {
  const login = text.trim().normalize('NFC');
  return places.flatMap(({ profile, domain }) => {
    const { rule } = generalRule(profile, domain);
    const local = localPartOf(rule, login, domain.name);
    const address = local === undefined ? undefined : addressOf(`${local}@${domain.name}`);
    return address === undefined ? [] : [{ address, profile, domain, backwards: rule }];
  });
}

function single(login: string, candidates: readonly Located[]): Located {
  const addresses = [...new Set(candidates.map(displayAddress))];
  const [first] = candidates;
  if (first !== undefined && addresses.length === 1) return first;
  throw new InputError(problem('who.ambiguous-login', { value: login, addresses: addresses.join(', ') }));
}

/** The address with the domain as people write it. */
export function displayAddress({ address, domain }: Pick<Located, 'address' | 'domain'>): string {
  return `${address.local}@${domain.displayName}`;
}

/** The rule of the domain, of the provider, or that the login is the address. */
export function generalRule(
  profile: Profile,
  domain: ProfileDomain,
): { rule: string; origin: 'domain-rule' | 'provider-rule' | 'address' } {
  if (domain.login !== undefined) return { rule: domain.login, origin: 'domain-rule' };
  if (profile.login !== undefined) return { rule: profile.login, origin: 'provider-rule' };
  return { rule: ADDRESS_RULE, origin: 'address' };
}

/** More domains than these say nothing to the person who mistyped one. */
const MANY = 10;

function list(places: readonly { domain: ProfileDomain }[]): string {
  const names = places.slice(0, MANY).map(({ domain }) => domain.displayName);
  return `${names.join(', ')}${places.length > MANY ? ' …' : ''}`;
}
