import type { Servers } from '../clients/guide.ts';
import { usableServers } from '../clients/usable-servers.ts';
import type { Account, MailServer } from '../model/account.ts';

/** How the logins of the mail servers stand to the address: the same, all another one, or one for receiving and one for sending. */
export type LoginCase = 'same' | 'differs' | 'several';

export interface Logins {
  readonly kind: LoginCase;
  readonly incoming: string;
  /** Equal to `incoming` where the outgoing server asks for none. */
  readonly outgoing: string;
}

/** What a person must be told about logins, of the servers that a page names: the two of a program, or those that stand first. */
export function loginsOf(account: Account, servers: Partial<Servers> = firstByHand(account)): Logins {
  const { address, exchange, login } = account;
  const { incoming, outgoing } = servers;
  const receiving = (incoming ?? exchange)?.login ?? login;
  const sending = outgoing !== undefined && asksForLogin(outgoing) ? outgoing.login : receiving;
  const kind = receiving !== sending ? 'several' : receiving === address ? 'same' : 'differs';
  return { kind, incoming: receiving, outgoing: sending };
}

/** An outgoing server may take mail from a network that it knows, without a login. */
export function asksForLogin({ authentication }: MailServer): boolean {
  return authentication.some((each) => each !== 'none');
}

/** The servers that a page names, in the order in which every client is given them (usable-servers.ts). */
export function serversByHand({ incoming, outgoing }: Account) {
  const any = () => true;
  return { incoming: usableServers(incoming, any), outgoing: usableServers(outgoing, any) };
}

function firstByHand(account: Account): Partial<Servers> {
  const {
    incoming: [incoming],
    outgoing: [outgoing],
  } = serversByHand(account);
  return { ...(incoming && { incoming }), ...(outgoing && { outgoing }) };
}
