import type {
  Account,
  Authentication,
  DavService,
  ExchangeService,
  IncomingServer,
  Login,
  OutgoingServer,
  Person,
  Provider,
  Security,
  ServiceName,
} from './account.ts';
import { asciiHost, octets } from './address.ts';
import { InputError, problem } from './errors.ts';
import { displayAddress, generalRule, locate } from './locate.ts';
import { onboardingOf } from './onboarding/onboarding.ts';
import { defaultPorts, type Profile, type ProfileServer, preferences } from './profile.ts';
import { applyRule, localPartOf } from './rule.ts';

/** Who said a value: the person (or the source that speaks for them), a rule, or the default. */
export type Origin =
  | 'person'
  | 'read-backwards'
  | 'service-rule'
  | 'domain-rule'
  | 'provider-rule'
  | 'address'
  | 'profile'
  | 'default';

/** One value of an account and who said it; `rule` is the rule as the profile writes it. */
export interface Explanation {
  readonly field: string;
  readonly value: string;
  readonly origin: Origin;
  readonly rule?: string;
}

export interface Resolution {
  readonly account: Account;
  readonly explanations: readonly Explanation[];
}

/**
 * Turns what is known about a person into the account.
 *
 * Order of truth for a login: the person's own at the service, the person's own, the rule of the service, of the domain, of the
 * provider, the address.
 * An address may be given or a login (see locate.ts).
 * @throws InputError when nobody's rule fits, when several do, or when a value is malformed
 */
export function resolve(person: Person, profiles: readonly Profile[]): Resolution {
  const { address, profile, domain, backwards } = locate(person, profiles);
  const explanations: Explanation[] = [];
  const explain = (field: string, value: string, origin: Origin, rule?: string) => {
    explanations.push({ field, value, origin, ...(rule !== undefined && { rule }) });
  };
  explain('address', address.text, backwards === undefined ? 'person' : 'read-backwards', backwards);

  const general = generalRule(profile, domain);
  const byRule = (rule: string) => applyRule(rule, address.local, address.domain);
  const said = person.login?.trim();
  // A source that says what the rule says anyway takes nothing away: the rules still hold for this person.
  const ruled = said !== undefined && localPartOf(general.rule, said, address.domain) === address.local;
  const ownLogin = ruled ? undefined : said;
  const loginOf = (field: string, service: ServiceName | undefined, ownRule: string | undefined): Login => {
    const own = (service && person.logins?.[service]?.trim()) ?? ownLogin;
    const { rule, origin } = ownRule === undefined ? general : ({ rule: ownRule, origin: 'service-rule' } as const);
    const login = byRule(rule);
    if (own !== undefined && own !== login) {
      explain(field, checkLogin(own), 'person');
      return { login: own, loginRule: undefined };
    }
    explain(field, login, origin, origin === 'address' ? undefined : rule);
    return { login, loginRule: rule };
  };
  const login = loginOf('login', undefined, undefined);

  const name = person.name?.trim() ? checkName(person.name.trim().normalize('NFC')) : undefined;
  explain('name', name ?? '', name === undefined ? 'default' : 'person');
  const role = person.role ?? 'additional';
  explain('role', role, person.role === undefined ? 'default' : 'person');
  const language = person.language ?? preferences(profile.languages)[0];
  explain('language', language, person.language === undefined ? 'profile' : 'person');

  const server = (
    field: 'incoming' | 'outgoing',
    index: number,
    protocol: keyof typeof defaultPorts,
    of: ProfileServer,
  ) => {
    const path = `${field}.${index + 1}`;
    const port = of.port ?? defaultPorts[protocol][of.security];
    // The schema has let only hosts pass that have an ASCII form.
    const host = asciiHost(of.host) as string;
    explain(path, `${protocol} ${host}:${port} ${of.security satisfies Security}`, 'profile');
    const authentication = preferences<Authentication>(of.authentication ?? ['password']);
    return { host, port, security: of.security, authentication, ...loginOf(`${path}.login`, field, of.login) };
  };
  const incoming = profile.incoming.map(
    (of, index): IncomingServer => ({ protocol: of.protocol, ...server('incoming', index, of.protocol, of) }),
  );
  const outgoing = profile.outgoing.map((of, index): OutgoingServer => server('outgoing', index, 'smtp', of));

  const dav = (field: 'calendar' | 'contacts'): DavService | undefined => {
    const of = profile[field];
    if (of === undefined) return undefined;
    explain(field, of.url, 'profile');
    return { url: of.url, ...loginOf(`${field}.login`, field, of.login) };
  };
  const exchange = (): ExchangeService | undefined => {
    const of = profile.exchange;
    if (of === undefined) return undefined;
    const host = asciiHost(of.host) as string;
    explain('exchange', host, 'profile');
    const { activeSync = false, webServices = false } = of;
    return { host, activeSync, webServices, ...loginOf('exchange.login', 'exchange', of.login) };
  };

  const account: Account = {
    provider: providerOf(profile),
    address: address.text,
    local: address.local,
    domain: address.domain,
    displayAddress: displayAddress({ address, domain }),
    ...login,
    name,
    role,
    language,
    incoming: preferences(incoming),
    outgoing: preferences(outgoing),
    calendar: dav('calendar'),
    contacts: dav('contacts'),
    exchange: exchange(),
  };
  return { account, explanations };
}

/** What a profile says to everybody, also where nobody is known yet. */
export function providerOf(profile: Profile): Provider {
  return {
    id: profile.id,
    name: profile.name,
    shortName: profile.shortName,
    organization: profile.organization,
    identifier: profile.identifier,
    languages: preferences(profile.languages),
    webmail: profile.webmail,
    portal: profile.portal,
    passwordRecovery: profile.passwordRecovery,
    documentation: profile.documentation ?? [],
    oauth2: profile.oauth2,
    onboarding: onboardingOf(profile),
  };
}

/** Bytes that RFC 5321 gives to an address are ample for a login. */
const LOGIN_LIMIT = 254;

/** A login is typed by hand, so nothing in it may hide. */
function checkLogin(login: string): string {
  if (login === '' || octets(login) > LOGIN_LIMIT || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(login)) {
    throw new InputError(problem('login.malformed', { value: login }));
  }
  return login;
}

function checkName(name: string): string {
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name))
    throw new InputError(problem('name.control-character', { value: name }));
  if (Array.from(name).length > 256) throw new InputError(problem('name.too-long', { value: name }));
  return name;
}
