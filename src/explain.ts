import type { Account, IncomingServer, Login, OutgoingServer, Person, ServiceName } from './account.ts';
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
  const { name, role, language, incoming, outgoing, calendar, contacts, exchange, directory } = account;
  const login = (field: string, { login: value, loginRule: rule }: Login, ownRule = false): Explanation => {
    if (rule === undefined) return { field, value, origin: 'person' };
    const origin = ownRule ? 'service-rule' : domain.ruleOrigin;
    return { field, value, origin, ...(origin !== 'address' && { rule }) };
  };
  const servers = (field: 'incoming' | 'outgoing', list: readonly (IncomingServer | OutgoingServer)[]) =>
    list.flatMap((server, index) => [
      { field: `${field}.${index + 1}`, value: describeServer(server), origin: 'profile' as const },
      login(`${field}.${index + 1}.login`, server, domain[field][index]?.ownRule),
    ]);
  const service = (
    field: Exclude<ServiceName, 'incoming' | 'outgoing'>,
    value: string | undefined,
    of: Login | undefined,
  ) =>
    value === undefined || of === undefined
      ? []
      : [{ field, value, origin: 'profile' as const }, login(`${field}.login`, of, domain[field]?.ownRule)];
  return [
    backwards === undefined
      ? { field: 'address', value: account.address, origin: 'person' }
      : { field: 'address', value: account.address, origin: 'read-backwards', rule: backwards },
    login('login', account),
    { field: 'name', value: name ?? '', origin: name === undefined ? 'default' : 'person' },
    { field: 'role', value: role, origin: person.role === undefined ? 'default' : 'person' },
    { field: 'language', value: language, origin: person.language === undefined ? 'profile' : 'person' },
    ...servers('incoming', incoming),
    ...servers('outgoing', outgoing),
    ...service('calendar', calendar?.url, calendar),
    ...service('contacts', contacts?.url, contacts),
    ...service('exchange', exchange?.host, exchange),
    ...service('directory', directory && `ldap ${directory.host}:${directory.port} ${directory.security}`, directory),
  ];
}

function describeServer(server: IncomingServer | OutgoingServer): string {
  const protocol = 'protocol' in server ? server.protocol : 'smtp';
  return `${protocol} ${server.host}:${server.port} ${server.security}`;
}
