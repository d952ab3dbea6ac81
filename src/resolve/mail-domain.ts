import type {
  Brand,
  DavService,
  DirectoryService,
  ExchangeService,
  HelpDesk,
  IncomingServer,
  Login,
  OutgoingServer,
  Provider,
  Server,
} from '../model/account.ts';
import type { Address } from '../model/address.ts';
import { hostIn, namesDomain } from '../model/domain-host.ts';
import { namesPerson, urlFor } from '../model/person-url.ts';
import { preferences } from '../model/preferences.ts';
import { ADDRESS_RULE, ASK, type DomainRule, ruleIn } from '../model/rule.ts';
import { isWildcard, patternsOf } from '../model/wildcard.ts';
import { certificateBody } from '../profile/certificate-body.ts';
import { onboardingOf } from '../profile/onboarding.ts';
import {
  defaultPorts,
  domainsOf,
  type Profile,
  type ProfileDomain,
  type ProfileIncoming,
  type ProfileServer,
  type Services,
  servicesOf,
} from '../profile/profile.ts';
import { displayDomain } from './display-domain.ts';

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
  /** The part of the profile that says what it has. */
  readonly entry: ProfileDomain;
  readonly provider: Provider;
  /** The rule of the domain, of the provider, or that the login is the address. */
  readonly rule: DomainRule | typeof ASK;
  readonly ruleOrigin: 'domain-rule' | 'provider-rule' | 'address';
  /** Both are empty where mail is read by way of Exchange alone. */
  readonly incoming: readonly Offered<IncomingServer>[];
  readonly outgoing: readonly Offered<OutgoingServer>[];
  readonly calendar: Offered<DavService | undefined> | undefined;
  readonly contacts: Offered<DavService | undefined> | undefined;
  readonly exchange: Offered<ExchangeService> | undefined;
  readonly directory: Offered<DirectoryService> | undefined;
}

/** A line of a profile's list: a domain, or a wildcard with all domains that it stands for. */
export interface DomainEntry {
  /** As the profile has it, in ASCII. */
  readonly pattern: string;
  readonly displayName: string;
  readonly profile: Profile;
  /** The text of the rule that gives its people their logins. */
  readonly rule: string;
  /** The texts of the other rules that its servers for mail have, or Exchange where there are none: with those logins, too, people get into a mailbox. */
  readonly ownRules: readonly string[];
  /** Are the hosts of this domain such as somebody can have? Where its name is a part of theirs, they may become too long. */
  readonly suits: (name: string) => boolean;
  /** One of its domains. A listed one is made once; what a wildcard stands for has no end, so nothing is kept of it. */
  readonly at: (name: string) => MailDomain;
}

const made = new WeakMap<Profile, ReadonlyMap<string, DomainEntry>>();

/** What a profile lists, by name or wildcard, in its order; made once for each profile, which nobody changes. */
export function domainEntries(profile: Profile): ReadonlyMap<string, DomainEntry> {
  let entries = made.get(profile);
  if (entries === undefined) {
    const providers = new Map<Services, Provider>();
    const provider = (services: Services) => {
      const known = providers.get(services) ?? providerOf(profile, services);
      providers.set(services, known);
      return known;
    };
    entries = new Map(domainsOf(profile).map((each) => [each.name, domainEntry(profile, provider, each)]));
    made.set(profile, entries);
  }
  return entries;
}

/** Who has the domain of that name: whoever lists it, or else the longest wildcard above it. */
export function entryFor(name: string, profiles: readonly Profile[]): DomainEntry | undefined {
  return entryAmong(name, (pattern) => {
    for (const profile of profiles) {
      const entry = domainEntries(profile).get(pattern);
      if (entry !== undefined) return entry;
    }
    return undefined;
  });
}

/** The same, wherever the entries are. */
export function entryAmong(
  name: string,
  entryOf: (pattern: string) => DomainEntry | undefined,
): DomainEntry | undefined {
  for (const pattern of patternsOf(name)) {
    const entry = entryOf(pattern);
    if (entry !== undefined) return entry.suits(name) ? entry : undefined;
  }
  return undefined;
}

function domainEntry(profile: Profile, provider: (services: Services) => Provider, domain: ProfileDomain): DomainEntry {
  const { name: pattern, displayName } = domain;
  const rule = domain.login ?? profile.login ?? ADDRESS_RULE;
  const entry = { pattern, displayName, profile, rule, ownRules: ownRulesOf(domain.services, rule) };
  if (isWildcard(pattern)) {
    const at = (name: string) => mailDomain(profile, provider(domain.services), domain, name, displayDomain(name));
    const hosts = hostsOf(domain.services).filter(namesDomain);
    return { ...entry, at, suits: (name) => hosts.every((host) => hostIn(host, name) !== undefined) };
  }
  let only: MailDomain | undefined;
  const at = () => {
    only ??= mailDomain(profile, provider(domain.services), domain, pattern, displayName);
    return only;
  };
  // The reader has let only names pass that do.
  return { ...entry, at, suits: () => true };
}

function ownRulesOf({ incoming = [], outgoing = [], exchange }: Services, rule: string): string[] {
  const mailbox = incoming.length > 0 ? [...incoming, ...outgoing] : [exchange ?? []].flat();
  return [...new Set(mailbox.flatMap(({ login }) => login ?? []))].filter((own) => own !== rule);
}

/** Does somebody sign in somewhere by the rule of the domain? Services with rules of their own leave it nowhere. */
export function usesDomainRule({
  incoming,
  outgoing,
  calendar,
  contacts,
  exchange,
  directory,
}: Omit<MailDomain, 'rule'>): boolean {
  const offers = [...incoming, ...outgoing, calendar, contacts, exchange, directory];
  return offers.some((offer) => offer?.signsIn === true && !offer.ownRule);
}

function hostsOf({ incoming = [], outgoing = [], exchange, directory }: Services): string[] {
  const one = [exchange, directory].flatMap((service) => service ?? []);
  return [...incoming, ...outgoing, ...one].map(({ host }) => host);
}

function mailDomain(
  profile: Profile,
  provider: Provider,
  entry: ProfileDomain,
  name: string,
  displayName: string,
): MailDomain {
  const { login, services } = entry;
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
  const { incoming = [], outgoing = [], calendar, contacts, exchange, directory } = services;
  return {
    name,
    displayName,
    profile,
    entry,
    provider,
    rule,
    ruleOrigin: login === undefined ? ofProvider : 'domain-rule',
    incoming: incoming.map((each) => offered(each, incomingServer(each, name))),
    outgoing: outgoing.map((each) => offered(each, outgoingServer(each, name))),
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
function incomingServer(of: ProfileIncoming, domain: string): (login: Login) => IncomingServer {
  const { protocol } = of;
  const { host, port, security, authentication } = serverOf(protocol, of, domain);
  return ({ login, loginRule }) => ({ protocol, host, port, security, authentication, login, loginRule });
}

function outgoingServer(of: ProfileServer, domain: string): (login: Login) => OutgoingServer {
  const { host, port, security, authentication } = serverOf('smtp', of, domain);
  return ({ login, loginRule }) => ({ protocol: 'smtp', host, port, security, authentication, login, loginRule });
}

function serverOf(protocol: keyof typeof defaultPorts, of: ProfileServer, domain: string): Omit<Server, keyof Login> {
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
  const authentication = preferences(of.authentication ?? (['password'] as const));
  return ({ login, loginRule }) => ({ host, authentication, activeSync, webServices, login, loginRule });
}

function directoryService(of: NonNullable<Profile['directory']>, domain: string): (login: Login) => DirectoryService {
  const { security, port = defaultPorts.ldap[security] } = of;
  const host = hostOf(of, domain);
  const searchBases = preferences(of.searchBases);
  const authentication = preferences<'password' | 'none'>(of.authentication ?? ['password']);
  return ({ login, loginRule }) => ({ host, port, security, searchBases, authentication, login, loginRule });
}

function hostOf({ host }: { readonly host: string }, domain: string): string {
  // The reader has let only hosts pass that have an ASCII form in every domain.
  return hostIn(host, domain) as string;
}

/** The part of a profile that its accounts show; those of a domain that has some of it in place of the provider's, with that. */
export function providerOf(profile: Profile, services: Services = servicesOf(profile, {})): Provider {
  return {
    id: profile.id,
    name: profile.name,
    shortName: profile.shortName,
    organization: profile.organization,
    identifier: profile.identifier,
    languages: preferences(profile.languages),
    webmail: services.webmail,
    portal: services.portal,
    passwordRecovery: services.passwordRecovery,
    support: profile.support && supportOf(profile.support),
    appPassword: services.appPassword && { url: services.appPassword.url, note: services.appPassword.note },
    site: profile.site,
    brand: profile.brand && brandOf(profile.brand),
    documentation: services.documentation ?? [],
    oauth2: services.oauth2,
    onboarding: onboardingOf(profile, services),
    texts: profile.texts,
    certificateAuthority: certificateBody(services.certificateAuthority ?? ''),
  };
}

/** Who helps, with what the profile leaves out. */
export function supportOf({ name, email, url, phone }: NonNullable<Profile['support']>): HelpDesk {
  return { name, email, url, phone };
}

/** The same for the same profile: what is made of it is kept by it. */
export function brandOf(brand: NonNullable<Profile['brand']>): Brand {
  const found = brands.get(brand) ?? { colour: brand.colour?.toLowerCase(), logo: brand.logo?.picture };
  brands.set(brand, found);
  return found;
}

const brands = new WeakMap<object, Brand>();
