import { addressOf } from '../model/address.ts';
import { ADDRESS_RULE, ASK, applyRule, ruleIn } from '../model/rule.ts';
import { ANY, isWildcard, shortestBelow } from '../model/wildcard.ts';
import { domainsOf, type Profile, type ProfileDomain, type Services } from '../profile/profile.ts';
import { entryFor } from '../resolve/mail-domain.ts';
import { type Finding, type Path, warning } from './finding.ts';

/** Somebody whose login a rule is tried with. */
const SOMEBODY = 'jane.doe';

const WITH_LOGIN = [
  ...(['incoming', 'outgoing', 'calendar', 'contacts', 'exchange', 'directory'] as const),
] as const satisfies readonly (keyof Services)[];

/** A rule as it holds in a domain, and where the profile says it. */
interface Told {
  readonly rule: string;
  readonly path: Path;
  /** The service that it is for; without one it is that of the domain, by which a login is read backwards. */
  readonly service: (typeof WITH_LOGIN)[number] | undefined;
}

/**
 * Rules whose logins look like addresses of other people: a login that is typed where an address may stand is taken for the address (locate.ts). Where a domain that is listed
 * gives that mailbox this very login, as behind aliases, both are one person, and nothing is wrong; a wildcard stands for the realm by accident.
 * @param profiles all that are read together
 */
export function realmFindings(profile: Profile, profiles: readonly Profile[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const [index, domain] of domainsOf(profile).entries()) {
    for (const told of rulesOf(profile, domain, index)) {
      const key = told.path.join();
      const taken = found.has(key) ? undefined : takenFor(domain.name, told, profiles);
      if (taken !== undefined) found.set(key, { problem: taken, path: told.path });
    }
  }
  return [...found.values()];
}

/** What is wrong with a rule below this name; `undefined` where its logins are taken for nobody else's address. */
function takenFor(pattern: string, { rule, service }: Told, profiles: readonly Profile[]) {
  if (rule === ASK || rule === ADDRESS_RULE || !/@|\{address/.test(rule)) return undefined;
  const name = shortestBelow(pattern);
  const login = applyRule(ruleIn(name, rule), SOMEBODY);
  const address = login === undefined ? undefined : addressOf(login);
  const entry = address && entryFor(address.domain, profiles);
  if (login === undefined || address === undefined || entry === undefined) return undefined;
  if (address.text === `${SOMEBODY}@${name}`) return undefined;
  // Where every domain is ours, a login of one that is named says more (locate.ts).
  if (entry.pattern === ANY && pattern !== ANY && service === undefined) return undefined;
  const theirs = domainsOf(entry.profile).find((each) => each.name === entry.pattern);
  const logins = theirs === undefined ? [] : rulesAt(service, rulesOf(entry.profile, theirs, 0));
  // A page asks whoever has such an address for the login, so that nothing wrong is made.
  if (logins.includes(ASK)) return undefined;
  const details = { value: login, domain: entry.displayName };
  if (isWildcard(entry.pattern)) return warning('warning.login-below-wildcard', { ...details, realm: address.domain });
  const same = logins.some((each) => applyRule(ruleIn(address.domain, each), address.local) === login);
  return same ? undefined : warning('warning.login-is-address', details);
}

/** Those by which people of a domain sign in there. */
function rulesAt(service: Told['service'], rules: readonly Told[]): string[] {
  const own = rules.filter((each) => each.service === service);
  return (own.length > 0 ? own : rules.filter((each) => each.service === undefined)).map(({ rule }) => rule);
}

/** The rules that hold in a domain, each with its place. */
function rulesOf(profile: Profile, { login, services, own }: ProfileDomain, index: number): Told[] {
  const main: Told =
    login === undefined
      ? { rule: profile.login ?? ADDRESS_RULE, path: ['login'], service: undefined }
      : { rule: login, path: ['domains', index, 'login'], service: undefined };
  const ofServices = WITH_LOGIN.flatMap((name) => {
    const path = own.includes(name) ? ['domains', index, name] : [name];
    const service = services[name];
    if (service === undefined) return [];
    const listed: readonly { readonly login?: string | undefined }[] = Array.isArray(service) ? service : [service];
    return listed.flatMap(({ login: rule }, place): Told[] => {
      const at = Array.isArray(service) ? [...path, place, 'login'] : [...path, 'login'];
      return rule === undefined ? [] : [{ rule, path: at, service: name }];
    });
  });
  return [main, ...ofServices];
}
