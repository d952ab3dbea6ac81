import type { Person } from '../../../model/account.ts';
import { ASK } from '../../../model/rule.ts';
import { SERVICE_NAMES, type ServiceName } from '../../../model/service-names.ts';
import type { MailDomain, Offered } from '../../../resolve/mail-domain.ts';

/* The logins that a page asks a person for: what no rule of their domain gives, and where all have rules, the one that is another than the rule says. */

/** A field of the form, and the services at which its login holds. */
export interface AskedLogin {
  readonly name: string;
  /** `undefined`: all of them. */
  readonly services: readonly ServiceName[] | undefined;
  /** Without it there is no mailbox. */
  readonly needed: boolean;
}

/** What no rule of the domain gives: one login for the services that go by the rule of the domain, and one for each that has its own. */
function askedLogins(domain: MailDomain): AskedLogin[] {
  const offersOf = (service: ServiceName): readonly Offered<unknown>[] => [domain[service] ?? []].flat();
  const asking = SERVICE_NAMES.flatMap((service) => {
    const offers = offersOf(service);
    const open = offers.filter(({ rule, signsIn }) => rule === ASK && signsIn);
    return open.length === 0 ? [] : [{ service, own: open.some(({ ownRule }) => ownRule) }];
  });
  // Said of all services, a login may have what one of them could not take: that one is then told by itself.
  if (domain.rule === ASK && !SERVICE_NAMES.some((service) => offersOf(service).some(({ ownRule }) => ownRule)))
    return [EVERYWHERE];
  // Where Exchange is the only way to the mailbox, that is the mailbox.
  const mailbox: readonly ServiceName[] = domain.incoming.length > 0 ? ['incoming', 'outgoing'] : ['exchange'];
  const field = (name: string, services: readonly ServiceName[]): AskedLogin => {
    return { name, services, needed: services.some((service) => mailbox.includes(service)) };
  };
  const shared = asking.filter(({ own }) => !own).map(({ service }) => service);
  return [
    ...(shared.length === 0 ? [] : [field('login', shared)]),
    ...asking.filter(({ own }) => own).map(({ service }) => field(`login-${service}`, [service])),
  ];
}

const EVERYWHERE: AskedLogin = { name: 'login', services: undefined, needed: true };

/** The fields of the form for this domain. Where a rule gives every login, the person may still have another. */
export function fieldsOf(domain: MailDomain): readonly AskedLogin[] {
  const asked = askedLogins(domain);
  return asked.length === 0 ? [EVERYWHERE] : asked;
}

/** What was typed, by the name of the field; nothing where a field was left empty. */
export type TypedLogins = ReadonlyMap<string, string>;

/** What a person says with this. */
export function saidBy(fields: readonly AskedLogin[], typed: TypedLogins): Pick<Person, 'login' | 'logins'> {
  const said = fields.flatMap(({ name, services }) => {
    const login = typed.get(name);
    return login === undefined ? [] : [{ login, services }];
  });
  const everywhere = said.find(({ services }) => services === undefined)?.login;
  const logins = said.flatMap(({ login, services = [] }) => services.map((service) => [service, login]));
  return { ...(everywhere !== undefined && { login: everywhere }), logins: Object.fromEntries(logins) };
}
