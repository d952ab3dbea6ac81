import { type Problem, problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import { isAscii } from '../../model/address.ts';
import type { Context } from '../client.ts';
import { profileName } from './place.ts';
import { chooseServers, refusesAuthentication } from './servers.ts';

/** ENCRYPT_CONN_… (Outlook's Account Management API, constants). */
const secureConnection = { none: 0, tls: 1, starttls: 2 } as const satisfies Record<Security, number>;

/** SMTP_AUTH_SAME_AS_POP and SMTP_AUTH_USER_PASS (same page). */
const authenticationMethod = { same: 0, own: 1 } as const;

/**
 * What `account.prf` shows. A profile of its own, never written over (`OverwriteProfile=No`: a second import of the same name does nothing), and the
 * default one only for a first mailbox.
 */
export function profileContext(account: Account): Context {
  const { incoming, outgoing, outgoingLogin } = chooseServers(account, canRead);
  return {
    profile: profileName(account),
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

/** A profile file has a word for TLS from the first byte only. */
const canRead = ({ security }: IncomingServer) => security === 'tls';

/** Beside that, it is 8-bit text of no stated code page. */
export function refusesProfile(account: Account): Problem | undefined {
  const refusal = refusesAuthentication(account);
  if (refusal !== undefined) return refusal;
  if (refusesAuthentication(account, canRead) !== undefined) {
    return problem('outlook.profile-security', { host: chooseServers(account).incoming.host });
  }
  const { incoming, outgoing } = chooseServers(account, canRead);
  const foreign = [account.name ?? '', account.address, incoming.login, outgoing.login].find((text) => !isAscii(text));
  return foreign === undefined ? undefined : problem('outlook.profile-ascii', { value: foreign });
}
