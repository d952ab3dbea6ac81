import type {
  Account,
  ExchangeService,
  IncomingServer,
  Login,
  OutgoingServer,
  Person,
  Provider,
  ServiceName,
} from '../model/account.ts';
import type { Profile } from '../profile/profile.ts';
import type { Located } from './locate.ts';

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

/** Says of each value of an account where it comes from. */
export function explainAccount(account: Account, person: Person, { domain, backwards }: Located): Explanation[] {
  const { name, role, language, incoming, outgoing, calendar, contacts, exchange, directory, displayAddress } = account;
  const login = (field: string, { login: value, loginRule: rule }: Login, ownRule = false): Explanation => {
    if (rule === undefined) return { field, value, origin: 'person' };
    const origin = ownRule ? 'service-rule' : domain.ruleOrigin;
    return { field, value, origin, ...(origin !== 'address' && { rule }) };
  };
  const servers = (field: 'incoming' | 'outgoing', list: readonly (IncomingServer | OutgoingServer)[]) =>
    list.flatMap((server, index): Explanation[] => {
      const place = `${field}.${index + 1}`;
      const given = domain.profile[field][index]?.authentication !== undefined;
      return [
        stated(place, describeServer(server)),
        {
          field: `${place}.authentication`,
          value: listed(server.authentication),
          origin: given ? 'profile' : 'default',
        },
        login(`${place}.login`, server, domain[field][index]?.ownRule),
      ];
    });
  const service = (
    field: Exclude<ServiceName, 'incoming' | 'outgoing'>,
    value: string | undefined,
    of: Login | undefined,
    more: readonly Explanation[] = [],
  ) =>
    value === undefined || of === undefined
      ? []
      : [stated(field, value), ...more, login(`${field}.login`, of, domain[field]?.ownRule)];
  return [
    backwards === undefined
      ? { field: 'address', value: account.address, origin: 'person' }
      : { field: 'address', value: account.address, origin: 'read-backwards', rule: backwards },
    ...(displayAddress === account.address ? [] : [stated('displayAddress', displayAddress)]),
    login('login', account),
    { field: 'name', value: name ?? '', origin: name === undefined ? 'default' : 'person' },
    { field: 'role', value: role, origin: person.role === undefined ? 'default' : 'person' },
    { field: 'language', value: language, origin: person.language === undefined ? 'profile' : 'person' },
    ...servers('incoming', incoming),
    ...servers('outgoing', outgoing),
    ...service('calendar', calendar?.url, calendar),
    ...service('contacts', contacts?.url, contacts),
    ...service('exchange', exchange?.host, exchange, offers(exchange, domain.profile.exchange)),
    ...service(
      'directory',
      directory && `ldap ${directory.host}:${directory.port} ${directory.security}`,
      directory,
      directory?.searchBases.map((base, index) => stated(`directory.searchBases.${index + 1}`, base)),
    ),
    ...explainProvider(account.provider),
  ];
}

/** What the account has of its provider; texts of pages are named, not repeated. */
function explainProvider(provider: Provider): Explanation[] {
  const { id, name, shortName, organization, identifier, languages, documentation, oauth2, onboarding } = provider;
  const { webmail, portal, passwordRecovery, certificateAuthority, texts = {} } = provider;
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
    ...Object.fromEntries(documentation.map(({ url }, index) => [`documentation.${index + 1}`, url])),
    'oauth2.issuer': oauth2?.issuer,
    'oauth2.authorizationUrl': oauth2?.authorizationUrl,
    'oauth2.tokenUrl': oauth2?.tokenUrl,
    'oauth2.scope': oauth2?.scope,
    onboarding: onboarding && listed(parts.map(([part]) => part)),
    texts: isEmpty(changed) ? undefined : listed(changed),
    certificateAuthority: certificateAuthority && `${certificateAuthority.slice(0, SHOWN)}…`,
  };
  return Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [stated(`provider.${field}`, value)],
  );
}

/** Characters of a certificate that tell it from others. */
const SHOWN = 32;

function offers(exchange: ExchangeService | undefined, stated: Profile['exchange']): Explanation[] {
  return (['activeSync', 'webServices'] as const).map((field) => ({
    field: `exchange.${field}`,
    value: String(exchange?.[field]),
    origin: stated?.[field] === undefined ? 'default' : 'profile',
  }));
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

function describeServer(server: IncomingServer | OutgoingServer): string {
  const protocol = 'protocol' in server ? server.protocol : 'smtp';
  return `${protocol} ${server.host}:${server.port} ${server.security}`;
}
