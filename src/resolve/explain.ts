import type {
  Account,
  DavService,
  DirectoryService,
  ExchangeService,
  Login,
  MailServer,
  Person,
  Provider,
} from '../model/account.ts';
import { bindName } from '../model/directory.ts';
import type { Filter } from '../model/filter.ts';
import { ASK, type DomainRule, stepsOf } from '../model/rule.ts';
import type { ServiceName } from '../model/service-names.ts';
import { type Profile, SERVICES, type Services } from '../profile/profile.ts';
import type { Located, OtherReading } from './locate.ts';
import { type Offered, usesDomainRule } from './mail-domain.ts';

/** Who asWritten a value: the person (or the source that speaks for them), a rule, or the default. */
export type ValueOrigin =
  | 'person'
  | 'read-backwards'
  /** What was given is an address of ours, and taken for it, though it is also the login of this one. */
  | 'not-read-backwards'
  | 'service-rule'
  | 'domain-rule'
  | 'provider-rule'
  | 'address'
  | 'domain'
  | 'profile'
  /** The profile, with what stands in its text for the domain or the person. */
  | 'placeholders'
  | FilterOrigin
  /** No rule gives it, and nobody has asWritten it. */
  | 'asked'
  | 'default';

/** A filter of a rule has made it of what the filter before it made, or of the address. */
type FilterOrigin = `filter-${Filter['name']}`;
/** A value may stand in the profile's part about the domain, or in that about all. */
type StatedBy = 'domain' | 'profile';

/** One value of an account and who asWritten it; `rule` is the rule as the profile writes it. */
export interface Explanation {
  readonly field: string;
  readonly value: string;
  readonly origin: ValueOrigin;
  readonly rule?: string;
}

/** Says of each value of an account where it comes from. @param otherReadings whose login it would have been too */
export function explainAccount(
  account: Account,
  person: Person,
  { domain, backwards }: Located,
  otherReadings: () => readonly OtherReading[],
): Explanation[] {
  const { name, role, language, incoming, outgoing, calendar, contacts, exchange, directory, displayAddress } = account;
  const login = (
    field: string,
    { login: value, loginRule: rule }: Login,
    // Where no rule of the domain gives it, or that serves nowhere, that of the first server does.
    offered: Pick<Offered<unknown>, 'rule' | 'ownRule'> = (domain.rule === ASK || !usesDomainRule(domain)
      ? (domain.incoming[0] ?? domain.exchange)
      : undefined) ?? { rule: domain.rule, ownRule: false },
  ): Explanation[] => {
    if (rule === undefined) return [{ field, value, origin: 'person' }];
    const origin = offered.ownRule ? 'service-rule' : domain.ruleOrigin;
    const steps = offered.rule === ASK ? [] : filterSteps(field, offered.rule, account.local);
    return [{ field, value, origin, ...(origin !== 'address' && { rule }) }, ...steps];
  };
  const originOf = (name: keyof Services): StatedBy => (domain.entry.own.includes(name) ? 'domain' : 'profile');
  const asWritten = (name: keyof Services, field: string, value: string): Explanation => ({
    field,
    value,
    origin: originOf(name),
  });
  const host = (name: keyof Services, field: string, value: string, written: string | undefined): Explanation =>
    written?.includes('{') ? { field, value, origin: 'placeholders', rule: written } : asWritten(name, field, value);
  const servers = (field: 'incoming' | 'outgoing', list: readonly MailServer[]) =>
    list.flatMap((server, index): Explanation[] => {
      const place = `${field}.${index + 1}`;
      const written = domain.entry.services[field]?.[index];
      const given = written?.authentication !== undefined;
      return [
        host(field, place, describeServer(server), written?.host),
        {
          field: `${place}.authentication`,
          value: listed(server.authentication),
          origin: given ? originOf(field) : 'default',
        },
        ...login(`${place}.login`, server, domain[field][index]),
      ];
    });
  const service = (
    field: Exclude<ServiceName, 'incoming' | 'outgoing'>,
    value: string | undefined,
    of: Login | undefined,
    more: readonly Explanation[] = [],
  ) =>
    value === undefined || of === undefined
      ? account.withoutLogin
          .filter((each) => each === field)
          .map((each) => ({ field: each, value: '', origin: 'asked' as const }))
      : [
          host(field, field, value, writtenIn(domain.entry.services[field])),
          ...more,
          ...login(`${field}.login`, of, domain[field]),
        ];
  return [
    backwards === undefined
      ? { field: 'address', value: account.address, origin: 'person' }
      : { field: 'address', value: account.address, origin: 'read-backwards', rule: backwards },
    ...otherReadings().map(
      ({ shown, rule }): Explanation => ({
        field: 'address.otherwise',
        value: shown,
        origin: 'not-read-backwards',
        rule,
      }),
    ),
    ...(displayAddress === account.address ? [] : [stated('displayAddress', displayAddress)]),
    ...login('login', account),
    { field: 'name', value: name ?? '', origin: name === undefined ? 'default' : 'person' },
    { field: 'role', value: role, origin: person.role === undefined ? 'default' : 'person' },
    { field: 'language', value: language, origin: person.language === undefined ? 'profile' : 'person' },
    ...servers('incoming', incoming),
    ...servers('outgoing', outgoing),
    ...service('calendar', calendar?.url, calendar, principal('calendar', calendar)),
    ...service('contacts', contacts?.url, contacts, principal('contacts', contacts)),
    ...service(
      'exchange',
      exchange?.host,
      exchange,
      offers(exchange, domain.entry.services.exchange, originOf('exchange')),
    ),
    ...explainDirectory(directory, domain.entry.services.directory, service, asWritten),
    ...explainProvider(account.provider, originOf),
  ];
}

type Service = (
  field: 'directory',
  value: string | undefined,
  of: DirectoryService | undefined,
  more?: readonly Explanation[],
) => readonly Explanation[];

/** Without a login where it is asked without one. */
function explainDirectory(
  directory: DirectoryService | undefined,
  given: Services['directory'],
  service: Service,
  asWritten: (name: 'directory', field: string, value: string) => Explanation,
): readonly Explanation[] {
  if (directory === undefined) return service('directory', undefined, undefined);
  const { host, port, security, searchBases, authentication } = directory;
  const bases = searchBases.map((base, index) => asWritten('directory', `directory.searchBases.${index + 1}`, base));
  const ways =
    given?.authentication === undefined
      ? []
      : [asWritten('directory', 'directory.authentication', listed(authentication))];
  const explained = service('directory', `ldap ${host}:${port} ${security}`, directory, [...bases, ...ways]);
  return explained.filter(({ field }) => field !== 'directory.login' || bindName(directory) !== undefined);
}

/** What the account has of its provider; texts of pages are named, not repeated. */
function explainProvider(provider: Provider, originOf: (name: keyof Services) => StatedBy): Explanation[] {
  const { id, name, shortName, organization, identifier, languages, documentation, oauth2, onboarding } = provider;
  const {
    webmail,
    portal,
    passwordRecovery,
    certificateAuthority,
    texts = {},
    support,
    appPassword,
    site,
    brand,
  } = provider;
  const changed = Object.entries(texts).flatMap(([language, own = {}]) =>
    Object.keys(own).map((group) => `${language}.${group}`),
  );
  const parts = Object.entries(onboarding ?? {}).filter(([, part]) => part !== undefined && !isEmpty(part));
  const values: Readonly<Record<string, string | undefined>> = {
    id,
    name,
    shortName,
    organization,
    identifier,
    languages: listed(languages),
    webmail,
    portal,
    passwordRecovery,
    ...Object.fromEntries(Object.entries(support ?? {}).map(([key, value]) => [`support.${key}`, value])),
    'appPassword.url': appPassword?.url,
    ...Object.fromEntries(
      Object.entries(appPassword?.note ?? {}).map(([language, text]) => [`appPassword.note.${language}`, text]),
    ),
    site,
    'brand.colour': brand?.colour,
    'brand.logo': brand?.logo && `${brand.logo.slice(0, SHOWN)}…`,
    ...Object.fromEntries(documentation.map(({ url }, index) => [`documentation.${index + 1}`, url])),
    'oauth2.issuer': oauth2?.issuer,
    'oauth2.authorizationUrl': oauth2?.authorizationUrl,
    'oauth2.tokenUrl': oauth2?.tokenUrl,
    'oauth2.scope': oauth2?.scope,
    onboarding: onboarding && listed(parts.map(([part]) => part)),
    texts: isEmpty(changed) ? undefined : listed(changed),
    certificateAuthority: certificateAuthority && `${certificateAuthority.slice(0, SHOWN)}…`,
  };
  return Object.entries(values).flatMap(([field, value]) => {
    const [name] = field.split('.');
    const service = SERVICES.find((each) => each === name);
    const origin = service === undefined ? 'profile' : originOf(service);
    return value === undefined ? [] : [{ field: `provider.${field}`, value, origin }];
  });
}

/** Characters of a certificate that tell it from others. */
const SHOWN = 32;

function offers(exchange: ExchangeService | undefined, stated: Profile['exchange'], origin: StatedBy): Explanation[] {
  return (['authentication', 'activeSync', 'webServices'] as const).map((field) => ({
    field: `exchange.${field}`,
    value: field === 'authentication' ? listed(exchange?.authentication ?? []) : String(exchange?.[field]),
    origin: stated?.[field] === undefined ? 'default' : origin,
  }));
}

/** What each filter of a rule makes of the local part. */
function filterSteps(field: string, rule: DomainRule, local: string): Explanation[] {
  return stepsOf(rule, local).map(({ filter, result }, index) => ({
    field: `${field}.filter.${index + 1}`,
    value: result,
    origin: `filter-${filter.name}` as const,
    ...(filter.name === 'replace' && { rule: `${filter.from}:${filter.to}` }),
  }));
}

/** The text of the profile that places the service. */
function writtenIn(service: { readonly host: string } | { readonly url: string } | undefined): string | undefined {
  if (service === undefined) return undefined;
  return 'host' in service ? service.host : service.url;
}

function principal(field: string, service: DavService | undefined): Explanation[] {
  return [stated(`${field}.principal`, String(service?.principal))];
}

function stated(field: string, value: string): Explanation {
  return { field, value, origin: 'profile' };
}

function isEmpty(part: object): boolean {
  return Array.isArray(part) && part.length === 0;
}

function listed(words: readonly string[]): string {
  return words.join(', ');
}

function describeServer(server: MailServer): string {
  return `${server.protocol} ${server.host}:${server.port} ${server.security}`;
}
