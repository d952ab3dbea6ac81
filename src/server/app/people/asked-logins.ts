import type { Person } from '../../../model/account.ts';
import { ASK } from '../../../model/rule.ts';
import { SERVICE_NAMES, type ServiceName } from '../../../model/service-names.ts';
import type { MailDomain, Offered } from '../../../resolve/mail-domain.ts';
import { takesOwnLogin } from '../../../resolve/resolve.ts';

/* The logins that a page asks a person for: what no rule of their domain gives, and where all have rules, the one that is another than the rule says. */

/** A field of the form. */
export interface AskedLogin {
  readonly name: string;
  /** The one service that it is for; `undefined`: it is the person's own login, as `Person.login` says where that serves. */
  readonly service: ServiceName | undefined;
  /** Without it there is no mailbox. */
  readonly needed: boolean;
  /** Left empty, it is that of the first field. */
  readonly otherwise: boolean;
}

/** What no rule of the domain gives: one login for the services that go by the rule of the domain, and one for each that says by itself that people have to be asked. */
function askedLogins(domain: MailDomain): AskedLogin[] {
  const asking = SERVICE_NAMES.flatMap((service) => {
    const offers: readonly Offered<unknown>[] = [domain[service] ?? []].flat();
    const open = offers.filter(({ rule, signsIn }) => rule === ASK && signsIn);
    return open.length === 0 ? [] : [{ service, own: open.some(({ ownRule }) => ownRule) }];
  });
  // Where Exchange is the only way to the mailbox, that is the mailbox.
  const mailbox: readonly ServiceName[] = domain.incoming.length > 0 ? ['incoming', 'outgoing'] : ['exchange'];
  const shared = asking.filter(({ own }) => !own).map(({ service }) => service);
  const needed = shared.some((service) => mailbox.includes(service));
  const first: AskedLogin[] = shared.length === 0 ? [] : [{ ...OWN, needed }];
  const others = asking
    .filter(({ own }) => own)
    .map(({ service }) => ({
      name: `login-${service}`,
      service,
      needed: !needed && mailbox.includes(service),
      otherwise: first.length > 0,
    }));
  return [...first, ...others];
}

const OWN: AskedLogin = { name: 'login', service: undefined, needed: true, otherwise: false };

/** The fields of the form for this domain. Where a rule gives every login, the person may still have another; where each service has a rule of its own, none is asked for. */
export function fieldsOf(domain: MailDomain): readonly AskedLogin[] {
  const asked = askedLogins(domain);
  return asked.length === 0 && takesOwnLogin(domain) ? [OWN] : asked;
}

/** What was typed, by the name of the field; nothing where a field was left empty. */
export type TypedLogins = ReadonlyMap<string, string>;

/** What a person says with this: the same as `--login` and `--login-at` on the command line. */
export function saidBy(fields: readonly AskedLogin[], typed: TypedLogins): Pick<Person, 'login' | 'logins'> {
  const said = fields.flatMap(({ name, service }) => {
    const login = typed.get(name);
    return login === undefined ? [] : [{ login, service }];
  });
  const own = said.find(({ service }) => service === undefined)?.login;
  const logins = said.flatMap(({ login, service }) => (service === undefined ? [] : [[service, login]]));
  return { ...(own !== undefined && { login: own }), logins: Object.fromEntries(logins) };
}
