import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Security } from '../../model/account.ts';
import { isAscii } from '../../model/address.ts';
import type { Context } from '../../template/context.ts';
import { planFor } from '../client.ts';
import { mapiProfileName } from './place.ts';
import { type Chosen, planOverTls, planServers } from './servers.ts';
import { problem } from './words.ts';

/** ENCRYPT_CONN_… (Outlook's Account Management API, constants). */
const secureConnection = { none: 0, tls: 1, starttls: 2 } as const satisfies Record<Security, number>;

/** SMTP_AUTH_SAME_AS_POP and SMTP_AUTH_USER_PASS (same page). */
const authenticationMethod = { same: 0, own: 1 } as const;

/**
 * What `account.prf` shows. A profile of its own, never written over (`OverwriteProfile=No`: a second import of the same name does nothing), and the
 * default one only for a first mailbox.
 */
export function mapiProfileContext({ account, plan }: { readonly account: Account; readonly plan: Chosen }): Context {
  const { server: incoming } = plan.incoming;
  const { server: outgoing, method: outgoingLogin } = plan.outgoing;
  return {
    profile: mapiProfileName(account),
    defaultProfile: account.role === 'primary' ? 'Yes' : 'No',
    address: account.address,
    // Outlook wants a name there; an address shows nothing that the messages do not.
    name: account.name ?? account.address,
    imap: incoming.protocol === 'imap',
    incoming: { host: incoming.host, port: incoming.port, login: incoming.login },
    outgoing: {
      host: outgoing.host,
      port: outgoing.port,
      login: outgoingLogin && outgoing.login,
      useAuthentication: outgoingLogin ? 1 : 0,
      method: authenticationMethod[outgoingLogin && outgoing.login !== incoming.login ? 'own' : 'same'],
      secureConnection: secureConnection[outgoing.security],
    },
  };
}

/** A profile file reads over TLS from the first byte only; beside that, it is 8-bit text of no stated code page. */
export function planMapiProfile(account: Account): Chosen | Problem {
  const plan = planOverTls(account);
  if (isProblem(plan)) {
    const any = planFor(planServers, account);
    return isProblem(any) ? any : problem('outlook.profile-security', { host: any.incoming.server.host });
  }
  const { incoming, outgoing } = plan;
  const values = [account.name ?? '', account.address, incoming.server.login, outgoing.server.login];
  const foreign = values.find((text) => !isAscii(text));
  return foreign === undefined ? plan : problem('outlook.profile-ascii', { value: foreign });
}
