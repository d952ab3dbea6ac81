import { InputError, problem } from '../errors.ts';
import { type Address, addressOf, asciiDomain } from '../model/address.ts';
import { LONGEST_LOGIN, SEVERAL } from '../model/filter.ts';
import { ASK, type DomainRule, isLoginOf, localPartOrSeveral, ruleIn } from '../model/rule.ts';
import { isWildcard } from '../model/wildcard.ts';
import type { Profile } from '../profile/profile.ts';
import { type DomainEntry, domainEntries, entryFor, type MailDomain } from './mail-domain.ts';

/** Somebody whose login it may be. */
export interface Candidate {
  /** The line of the profile that gives the login. */
  readonly entry: DomainEntry;
  /** For reading; behind a wildcard that the login does not say more of, that of many: `jane@*.example.org`. */
  readonly shown: string;
  /** Where it is one address. */
  readonly found: { readonly address: Address; readonly domain: MailDomain } | undefined;
}

/** To whom the rules of these profiles give this login. @throws InputError where a rule may give it to several local parts */
export function readBackwards(text: string, profiles: readonly Profile[]): Candidate[] {
  const login = text.trim().normalize('NFC');
  // What is longer is nobody's, and is not searched for domains.
  if (login.length > LONGEST_LOGIN) return [];
  return profiles.flatMap((profile) => {
    const entries = [...domainEntries(profile).values()];
    const found = entries.flatMap((entry) => candidates(entry, login, profiles));
    if (found.length === 0) return found;
    return [...found, ...entries.flatMap((entry) => [...anybody(entry), ...atServers(entry, found, login, profiles)])];
  });
}

/** Where no rule gives the login it may be anybody's of the domain: at the same provider, a login that a rule of another domain gives is no proof. */
function anybody(entry: DomainEntry): Candidate[] {
  return [entry.rule, ...entry.ownRules].includes(ASK)
    ? [{ entry, shown: `…@${entry.displayName}`, found: undefined }]
    : [];
}

/**
 * Who else gets into a mailbox of the same provider with this login, by the rule of a server. Nobody is found by such a rule alone; but whose login it is by the rule of the domain has to have it at
 * that server, too.
 */
function atServers(
  entry: DomainEntry,
  found: readonly Candidate[],
  login: string,
  profiles: readonly Profile[],
): Candidate[] {
  const confirmed = (rule: string) =>
    found.every((each) => {
      const { address, domain } = each.found ?? {};
      return each.entry === entry && address && domain && isLoginOf(ruleIn(domain.name, rule), address.local, login);
    });
  const others = entry.ownRules.filter((rule) => rule !== ASK && !confirmed(rule));
  return others.flatMap((rule) => candidates(entry, login, profiles, rule));
}

function candidates(entry: DomainEntry, login: string, profiles: readonly Profile[], text = entry.rule): Candidate[] {
  const { pattern } = entry;
  if (text === ASK) return [];
  if (!isWildcard(pattern)) return inDomain(entry, pattern, login, text);
  const rule = ruleIn(MARK, text);
  if (!`${rule.before}${rule.after}`.includes(MARK)) {
    const local = localIn(rule, login);
    return local === undefined ? [] : [{ entry, shown: `${local}@${entry.displayName}`, found: undefined }];
  }
  return domainsIn(rule, login)
    .filter((name) => asciiDomain(name) === name && entryFor(name, profiles) === entry)
    .flatMap((name) => inDomain(entry, name, login, text));
}

function inDomain(entry: DomainEntry, name: string, login: string, rule: string): Candidate[] {
  const domain = entry.at(name);
  const local = localIn(ruleIn(name, rule), login);
  const address = local === undefined ? undefined : addressOf(`${local}@${name}`);
  if (address === undefined) return [];
  return [{ entry, shown: `${address.local}@${domain.displayName}`, found: { address, domain } }];
}

function localIn(rule: DomainRule, login: string): string | undefined {
  // An address of another domain is not taken for somebody's login here because a filter could have made its @.
  if (makesAt(rule) && addressOf(login) !== undefined) return undefined;
  const local = localPartOrSeveral(rule, login);
  if (local === SEVERAL) throw new InputError(problem('who.one-way-login', { value: login, rule: rule.text }));
  return local;
}

function makesAt({ filters }: DomainRule): boolean {
  return filters.some((filter) => filter.name === 'replace' && filter.to.includes('@'));
}

/** Stands for a domain in a rule: no character of a login. */
const MARK = '\u0001';

/**
 * What may stand in a login where the rule has the domain, in lower case. A rule has one local part; on the side of it where the domain is there is only known text beside it, so that one
 * end of the domain is known.
 */
function domainsIn({ before, after }: { readonly before: string; readonly after: string }, login: string): string[] {
  const places = Array.from({ length: login.length + 1 }, (_, place) => place);
  const start = before.indexOf(MARK);
  const end = login.length - (after.length - after.lastIndexOf(MARK) - MARK.length);
  const parts =
    start >= 0
      ? places.filter((place) => place > start).map((place) => login.slice(start, place))
      : places.filter((place) => place < end).map((place) => login.slice(place, end));
  return [...new Set(parts.map((part) => part.toLowerCase()))];
}
