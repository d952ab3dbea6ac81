import type {
  DavService,
  DirectoryService,
  ExchangeService,
  IncomingServer,
  Login,
  OutgoingServer,
  Preferences,
  Provider,
} from '../model/account.ts';
import type { Address } from '../model/address.ts';
import { hostIn } from '../model/domain-host.ts';
import { namesPerson, urlFor } from '../model/person-url.ts';
import { preferences } from '../model/preferences.ts';
import { ADDRESS_RULE, ASK, type DomainRule, ruleIn } from '../model/rule.ts';
import { certificateBody } from '../profile/certificate-body.ts';
import { onboardingOf } from '../profile/onboarding.ts';
import { defaultPorts, domainsOf, type Profile, type ProfileDomain, type ProfileServer } from '../profile/profile.ts';

/** A service as everybody of a domain has it, and the rule that gives each their login there. */
export interface Offered<S> {
  readonly rule: DomainRule | typeof ASK;
  /** The rule is the service's own, not that of the domain. */
  readonly ownRule: boolean;
  /** Somebody signs in there. */
  readonly signsIn: boolean;
  /** The service as somebody with this login has it; `undefined` where its address cannot be made for them. */
  readonly service: (login: Login, address: Address) => S;
}

/** A domain of a profile with all that its mailboxes have in common, so that a person costs little more than their login. */
export interface MailDomain {
  /** ASCII, lower case. */
  readonly name: string;
  /** As people write it. */
  readonly displayName: string;
  readonly profile: Profile;
  readonly provider: Provider;
  /** The rule of the domain, of the provider, or that the login is the address. */
  readonly rule: DomainRule | typeof ASK;
  readonly ruleOrigin: 'domain-rule' | 'provider-rule' | 'address';
  readonly incoming: Preferences<Offered<IncomingServer>>;
  readonly outgoing: Preferences<Offered<OutgoingServer>>;
  readonly calendar: Offered<DavService | undefined> | undefined;
  readonly contacts: Offered<DavService | undefined> | undefined;
  readonly exchange: Offered<ExchangeService> | undefined;
  readonly directory: Offered<DirectoryService> | undefined;
}

const made = new WeakMap<Profile, ReadonlyMap<string, MailDomain>>();

/** The domains of a profile by name, in its order; made once for each profile, which nobody changes. */
export function mailDomains(profile: Profile): ReadonlyMap<string, MailDomain> {
  let domains = made.get(profile);
  if (domains === undefined) {
    const provider = providerOf(profile);
    domains = new Map(domainsOf(profile).map((domain) => [domain.name, mailDomain(profile, provider, domain)]));
    made.set(profile, domains);
  }
  return domains;
}

function mailDomain(profile: Profile, provider: Provider, { name, displayName, login }: ProfileDomain): MailDomain {
  const ruleOf = (text: string): MailDomain['rule'] => (text === ASK ? ASK : ruleIn(name, text));
  const rule = ruleOf(login ?? profile.login ?? ADDRESS_RULE);
  const ofProvider = profile.login === undefined ? 'address' : 'provider-rule';
  const offered = <S>(
    { login: own, authentication = ['password'] }: Offering,
    service: (login: Login, address: Address) => S,
  ) => ({
    rule: own === undefined ? rule : ruleOf(own),
    ownRule: own !== undefined,
    signsIn: authentication.some((each) => each !== 'none'),
    service,
  });
  const { calendar, contacts, exchange, directory } = profile;
  return {
    name,
    displayName,
    profile,
    provider,
    rule,
    ruleOrigin: login === undefined ? ofProvider : 'domain-rule',
    incoming: preferences(profile.incoming.map((each) => offered(each, incomingServer(each, name)))),
    outgoing: preferences(profile.outgoing.map((each) => offered(each, outgoingServer(each, name)))),
    calendar: calendar && offered(calendar, davService(calendar)),
    contacts: contacts && offered(contacts, davService(contacts)),
    exchange: exchange && offered(exchange, exchangeService(exchange, name)),
    directory: directory && offered(directory, directoryService(directory, name)),
  };
}

/** What of a service tells how one signs in. */
interface Offering {
  readonly login?: string | undefined;
  readonly authentication?: readonly string[] | undefined;
}

/** Each returns one literal: an object that is put together of others takes several times as long to make. */
function incomingServer(of: Profile['incoming'][number], domain: string): (login: Login) => IncomingServer {
  const { protocol } = of;
  const { host, port, security, authentication } = serverOf(protocol, of, domain);
  return ({ login, loginRule }) => ({ protocol, host, port, security, authentication, login, loginRule });
}

function outgoingServer(of: ProfileServer, domain: string): (login: Login) => OutgoingServer {
  const { host, port, security, authentication } = serverOf('smtp', of, domain);
  return ({ login, loginRule }) => ({ host, port, security, authentication, login, loginRule });
}

function serverOf(
  protocol: keyof typeof defaultPorts,
  of: ProfileServer,
  domain: string,
): Omit<OutgoingServer, keyof Login> {
  const { security, port = defaultPorts[protocol][security], authentication = ['password'] } = of;
  return { host: hostOf(of, domain), port, security, authentication: preferences(authentication) };
}

function davService({ url: template }: { readonly url: string }) {
  const principal = namesPerson(template);
  return ({ login, loginRule }: Login, { local, domain }: Address): DavService | undefined => {
    const url = urlFor(template, { local, domain, login });
    return url === undefined ? undefined : { url, principal, login, loginRule };
  };
}

function exchangeService(of: NonNullable<Profile['exchange']>, domain: string): (login: Login) => ExchangeService {
  const { activeSync = false, webServices = false } = of;
  const host = hostOf(of, domain);
  return ({ login, loginRule }) => ({ host, activeSync, webServices, login, loginRule });
}

function directoryService(of: NonNullable<Profile['directory']>, domain: string): (login: Login) => DirectoryService {
  const { security, port = defaultPorts.ldap[security] } = of;
  const host = hostOf(of, domain);
  const searchBases = preferences(of.searchBases);
  return ({ login, loginRule }) => ({ host, port, security, searchBases, login, loginRule });
}

function hostOf({ host }: { readonly host: string }, domain: string): string {
  // The reader has let only hosts pass that have an ASCII form in every domain.
  return hostIn(host, domain) as string;
}

/** The part of a profile that its accounts show. */
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
    texts: profile.texts,
    certificateAuthority: certificateBody(profile.certificateAuthority ?? ''),
  };
}
