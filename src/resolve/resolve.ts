import { InputError, problem } from '../errors.ts';
import type { Account, Login, Person, Preferences, ServiceName } from '../model/account.ts';
import { type Address, octets } from '../model/address.ts';
import { fitsHttp } from '../model/http-login.ts';
import { preferences } from '../model/preferences.ts';
import { applyDirectoryRule, applyRule, type DomainRule, localPartOf } from '../model/rule.ts';
import type { Profile } from '../profile/profile.ts';
import { type Explanation, explainAccount } from './explain.ts';
import { displayAddress, locate } from './locate.ts';
import type { MailDomain, Offered } from './mail-domain.ts';

export interface Resolution {
  readonly account: Account;
  /** Worked out when it is read. */
  readonly explanations: readonly Explanation[];
}

/**
 * Turns what is known about a person into the account. An address may be given or a login (see locate.ts).
 * @throws InputError when nobody's rule fits, when several do, or when a value is malformed
 */
export function resolve(person: Person, profiles: readonly Profile[]): Resolution {
  const located = locate(person, profiles);
  const account = accountIn(located.domain, located.address, person);
  return {
    account,
    get explanations() {
      return explainAccount(account, person, located);
    },
  };
}

/** What a person may say of themselves, beside who they are. */
type Said = Omit<Person, 'who' | 'address'>;

const NOTHING: Said = {};

/**
 * The account of an address of this domain.
 *
 * Order of truth for a login: the person's own at the service, the person's own, the rule of the service, of the domain, of the
 * provider, the address.
 * @throws InputError when a value that the person says is malformed
 */
export function accountIn(domain: MailDomain, address: Address, person: Said = NOTHING): Account {
  const { local } = address;
  const said = person.login?.trim();
  // A source that says what the rule says anyway takes nothing away: the rules still hold for this person.
  const own = said !== undefined && localPartOf(domain.rule, said) === local ? undefined : said;
  const loginAt = (rule: DomainRule, service?: ServiceName): Login => {
    const given = (service && loginSaidFor(service, person)) ?? own;
    const login = (service === 'directory' ? applyDirectoryRule : applyRule)(rule, local);
    return given === undefined || given === login
      ? { login, loginRule: rule.text }
      : { login: checkLogin(given), loginRule: undefined };
  };
  const having = <S>({ rule, service }: Offered<S>, name: ServiceName): S => service(loginAt(rule, name));
  const all = <S>(offers: Preferences<Offered<S>>, name: ServiceName) =>
    preferences(offers.map((offer) => having(offer, name)));

  const { login, loginRule } = loginAt(domain.rule);
  const name = person.name?.trim();
  return {
    provider: domain.provider,
    address: address.text,
    local,
    domain: domain.name,
    displayAddress: displayAddress(address, domain),
    login,
    loginRule,
    name: name ? checkName(name.normalize('NFC')) : undefined,
    role: person.role ?? 'additional',
    language: person.language ?? domain.provider.languages[0],
    incoming: all(domain.incoming, 'incoming'),
    outgoing: all(domain.outgoing, 'outgoing'),
    calendar: domain.calendar && having(domain.calendar, 'calendar'),
    contacts: domain.contacts && having(domain.contacts, 'contacts'),
    exchange: domain.exchange && having(domain.exchange, 'exchange'),
    directory: domain.directory && having(domain.directory, 'directory'),
  };
}

/** Services that ask for a user name over HTTP. */
const OVER_HTTP: ReadonlySet<ServiceName> = new Set(['calendar', 'contacts', 'exchange']);

/** The person's own login at a service. One that no client could send there is a slip; that of all services may have a colon, for the sake of mail. */
function loginSaidFor(service: ServiceName, { logins }: Said): string | undefined {
  const said = logins?.[service]?.trim();
  if (said !== undefined && OVER_HTTP.has(service) && !fitsHttp(said))
    throw new InputError(problem('login.colon', { value: said, service }));
  return said;
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
