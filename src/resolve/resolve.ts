import { InputError, problem } from '../errors.ts';
import type { Account, Login, OptionalService, Person } from '../model/account.ts';
import { type Address, octets } from '../model/address.ts';
import { codePoint } from '../model/code-point.ts';
import { LONGEST_LOGIN } from '../model/filter.ts';
import { fitsHttp } from '../model/http-login.ts';
import { ASK, applyDirectoryRule, applyRule, isLoginOf, isTooLong } from '../model/rule.ts';
import { SERVICE_NAMES, type ServiceName } from '../model/service-names.ts';
import { ruledBy } from '../prepare/person.ts';
import type { Profile } from '../profile/profile.ts';
import { type Explanation, explainAccount } from './explain.ts';
import { displayAddress, locate, otherReadings } from './locate.ts';
import { type MailDomain, type Offered, usesDomainRule } from './mail-domain.ts';

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
      return explainAccount(account, person, located, () => otherReadings(person, located, account, profiles));
    },
  };
}

/** What a person may say of themselves, beside who they are. */
type Details = Omit<Person, 'who' | 'address'>;

const NOTHING: Details = {};

/**
 * The account of an address of this domain.
 *
 * Order of truth for a login: the person's own at the service, the rule of the service, the person's own, the rule of the domain, of the
 * provider, the address. So the person's own login stands in the place of the domain's rule, and of every `login: ask`; a service with a rule of its own has another login
 * anyway, and keeps it. Where none of them gives a login, the mailbox itself is refused, and another service is left out.
 * @throws InputError when a value that the person says is malformed or serves nowhere, or when they have not said what no rule gives
 */
export function accountIn(domain: MailDomain, address: Address, person: Details = NOTHING): Account {
  const loginAt = loginsOf(domain, address, person);
  const withoutLogin: OptionalService[] = [];
  const all = <S>(offers: readonly Offered<S>[], name: MailService) =>
    offers.map((offer) => {
      const login = loginAt(offer, name) ?? (offer.signsIn ? undefined : nobody(domain, loginAt));
      if (login === undefined) throw withoutRule(domain, address, loginAt);
      return offer.service(login, address);
    });
  const having = <S>(offer: Offered<S | undefined> | undefined, name: OptionalService): S | undefined => {
    const login = offer && (loginAt(offer, name) ?? (offer.signsIn ? undefined : nobody(domain, loginAt)));
    if (offer !== undefined && login === undefined) withoutLogin.push(name);
    if (offer === undefined || login === undefined) return undefined;
    const service = offer.service(login, address);
    if (service === undefined) throw new InputError(problem('login.in-url', { service: name, address: address.text }));
    return service;
  };

  const incoming = all(domain.incoming, 'incoming');
  const outgoing = all(domain.outgoing, 'outgoing');
  const calendar = having(domain.calendar, 'calendar');
  const contacts = having(domain.contacts, 'contacts');
  const exchange = having(domain.exchange, 'exchange');
  const mailbox = incoming[0] ?? exchange;
  if (mailbox === undefined) throw withoutRule(domain, address, loginAt);
  const directory = having(domain.directory, 'directory');
  // Where every service has a rule of its own, nobody is asked for, or told, a login that serves nowhere.
  const ofDomain = usesDomainRule(domain) ? loginAt({ rule: domain.rule, ownRule: false }) : undefined;
  const { login, loginRule } = ofDomain ?? mailbox;
  const used = [...incoming, ...outgoing, calendar, contacts, exchange, directory];
  const given = typed(person.login);
  if (person.login !== undefined && !takesOwnLogin(domain) && !used.some((service) => service?.login === given))
    throw new InputError(problem('login.nowhere', { value: person.login, address: address.text }));
  const name = person.name?.trim();
  const account: Account = {
    provider: domain.provider,
    loginsByRule: areByRule(domain, address, person),
    address: address.text,
    local: address.local,
    domain: domain.name,
    displayAddress: displayAddress(address, domain),
    login,
    loginRule,
    name: name ? checkName(name.normalize('NFC')) : undefined,
    role: person.role ?? 'additional',
    language: person.language ?? domain.provider.languages[0],
    incoming,
    outgoing,
    calendar,
    contacts,
    exchange,
    directory,
    withoutLogin,
  };
  return ruledBy(domain, account, saysNothing(person));
}

/** Is the account the rules' alone? */
function saysNothing({ name, role, language, login, logins }: Details): boolean {
  const said = [name, language, login, logins].some((each) => each !== undefined);
  return !said && (role === undefined || role === 'additional');
}

/** Services that ask for a user name over HTTP. */
const OVER_HTTP: ReadonlySet<ServiceName> = new Set(['calendar', 'contacts', 'exchange']);

/** The person's own login at a service. One that no client could send there is a slip; that of all services may have a colon, for the sake of mail. */
function ownLoginAt(service: ServiceName, { logins }: Details): string | undefined {
  const login = typed(logins?.[service]);
  if (login !== undefined && OVER_HTTP.has(service) && !fitsHttp(login))
    throw new InputError(problem('login.colon', { value: login, service }));
  return login;
}

/** What a person types is compared, and sent, in the form that rules and addresses have (RFC 8265 §3.3.2); macOS gives the names of its files in another. */
function typed(login: string | undefined): string | undefined {
  return login?.trim().normalize('NFC');
}

type MailService = Exclude<ServiceName, OptionalService>;
type LoginAt = (offer: Pick<Offered<unknown>, 'rule' | 'ownRule'>, service?: ServiceName) => Login | undefined;

/** The login of a person by a rule, or as they say it; `undefined` where neither gives one. */
function loginsOf({ rule: ofDomain }: MailDomain, { local }: Address, person: Details): LoginAt {
  const given = typed(person.login);
  // A source that says what the rule says anyway takes nothing away: the rules still hold for this person.
  const own = given !== undefined && ofDomain !== ASK && isLoginOf(ofDomain, local, given) ? undefined : given;
  return (offer, service) => {
    const { rule } = offer;
    const said = (service && ownLoginAt(service, person)) ?? (followsOwnLogin(offer) ? own : undefined);
    const made = rule === ASK ? undefined : (service === 'directory' ? applyDirectoryRule : applyRule)(rule, local);
    const login = made === undefined || octets(made) > LONGEST_LOGIN ? undefined : made;
    if (said !== undefined && said !== login) return { login: checkLogin(said), loginRule: undefined };
    return rule === ASK || login === undefined ? undefined : { login, loginRule: rule.text };
  };
}

/** Do the rules alone come to the logins that the person says? Where the mailbox has none, a page asks for all that no rule gives. */
function areByRule(domain: MailDomain, address: Address, person: Details): boolean {
  if (person.login === undefined && person.logins === undefined) return true;
  const said = loginsOf(domain, address, person);
  const ruled = loginsOf(domain, address, NOTHING);
  const asks = missingIn(domain, ruled).length > 0;
  return SERVICE_NAMES.every((service) =>
    offersAt(domain, service).every((offer) => {
      const byRule = ruled(offer, service)?.login;
      return byRule === said(offer, service)?.login || (byRule === undefined && asks);
    }),
  );
}

function offersAt(domain: MailDomain, service: ServiceName): readonly Offered<unknown>[] {
  return [domain[service] ?? []].flat();
}

/** Does the login that a person has in place of the domain's rule serve there? A rule that is the service's own gives another one to everybody. */
function followsOwnLogin({ rule, ownRule }: Pick<Offered<unknown>, 'rule' | 'ownRule'>): boolean {
  return rule === ASK || !ownRule;
}

/** Is there a service at which it serves? */
export function takesOwnLogin(domain: MailDomain): boolean {
  const { incoming, outgoing, calendar, contacts, exchange, directory } = domain;
  const offers = [...incoming, ...outgoing, calendar, contacts, exchange, directory];
  return offers.some((offer) => offer?.signsIn === true && followsOwnLogin(offer));
}

/** The login at a server where nobody signs in: nothing uses it. */
function nobody({ incoming: [first] }: MailDomain, loginAt: LoginAt): Login | undefined {
  return first && loginAt(first, 'incoming');
}

/** Which services want a login that nobody has said, in one problem. */
function withoutRule(domain: MailDomain, { text: address, local }: Address, loginAt: LoginAt): InputError {
  const missing = missingIn(domain, loginAt);
  const services = [...new Set(missing.map(({ service }) => service))];
  const tooLong = missing.some(({ rule }) => rule !== ASK && isTooLong(rule, local));
  const byRule = tooLong ? 'login.too-long' : 'login.nothing-left';
  const code = missing.some(({ rule }) => rule === ASK) ? 'login.asked' : byRule;
  return new InputError(problem(code, { address, services: services.join(', '), service: services[0] ?? 'incoming' }));
}

/** The servers of the mailbox for which there is no login. */
function missingIn(domain: MailDomain, loginAt: LoginAt) {
  // Where Exchange is the only way to the mailbox, that is the mailbox.
  const mailbox = domain.incoming.length > 0 ? (['incoming', 'outgoing'] as const) : (['exchange'] as const);
  return mailbox.flatMap((service) =>
    offersAt(domain, service)
      .filter((offer) => offer.signsIn && loginAt(offer, service) === undefined)
      .map(({ rule }) => ({ service, rule })),
  );
}

/** A login is typed by hand, so nothing in it may hide. U+FFFD stands where bytes were no text, and a noncharacter is none: no file could have it. */
function checkLogin(login: string): string {
  if (
    login === '' ||
    octets(login) > LONGEST_LOGIN ||
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd\p{Noncharacter_Code_Point}]/u.test(login)
  ) {
    throw new InputError(problem('login.malformed', { value: login }));
  }
  return login;
}

/** May somebody be called so? */
export function isName(name: string): boolean {
  try {
    checkName(name.normalize('NFC'));
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** What hides or turns the letters around it, and what was lost; joiners are letters' own (Persian, Devanagari, emoji). */
const NOT_SEEN = /\ufffd|(?![\u200c\u200d])\p{Cf}/u;

/** A name of these alone is none that a person can read. */
const ALONE = /^[\p{Cf}\s]+$/u;

/** No file could have what is no character at all, and nobody can read what is not to be seen. */
function checkName(name: string): string {
  if (/[\p{Cc}\p{Cs}\u2028\u2029\p{Noncharacter_Code_Point}]/u.test(name))
    throw new InputError(problem('name.control-character', { value: name }));
  const hidden = NOT_SEEN.exec(name)?.[0] ?? (ALONE.test(name) ? /\p{Cf}/u.exec(name)?.[0] : undefined);
  if (hidden !== undefined)
    throw new InputError(problem('name.hidden-character', { value: name, character: codePoint(hidden) }));
  if (Array.from(name).length > 256) throw new InputError(problem('name.too-long', { value: name }));
  return name;
}
