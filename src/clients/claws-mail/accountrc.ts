import type { Problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { choosePair, methodOf, type Pair, shown } from '../choose.ts';
import { accountId } from '../linux/script.ts';
import { serverContext } from '../linux/server-context.ts';
import { problem } from './words.ts';

/** Recv protocols of an account (prefs_account.h) from config_version 1 on; the file says that version, or IMAP would be POP3. */
const protocols = { pop3: 0, imap: 1 } as const satisfies Record<IncomingServer['protocol'], number>;

/** SSLType (common/ssl.h). */
const security = { none: 0, tls: 1, starttls: 2 } as const satisfies Record<Security, number>;

/** The servers that an account names, with how it logs in. */
export type ClawsPlan = Pair<number, { readonly use: number; readonly method: number }>;

/**
 * Bits of the ways to log in (imap-thread.h, smtp.h); 0 lets Claws Mail choose among the server's. APOP is no CRAM-MD5. Claws Mail knows OAuth 2.0 for two
 * large providers only.
 */
const incoming = {
  imap: { password: 0, 'cram-md5': 2, gssapi: 8 },
  pop3: { password: 0 },
} as const;
const outgoing = {
  password: { use: 1, method: 0 },
  'cram-md5': { use: 1, method: 2 },
  none: { use: 0, method: 0 },
} as const;

/** The servers of the account, or why `accountrc` cannot carry it. */
export function planServers(account: Account): ClawsPlan | Problem {
  return choosePair<number, ClawsPlan['outgoing']['method']>(account, {
    incoming: (server) => methodOf<number>(incoming[server.protocol], server),
    outgoing: (server) => methodOf<ClawsPlan['outgoing']['method']>(outgoing, server),
    refusal: (servers) => {
      const { hosts, spoken } = shown(servers);
      return problem('claws-mail.sign-in', { hosts, methods: spoken });
    },
  });
}

/** What `accountrc` says of the account. */
export function accountContext({ account, plan }: { readonly account: Account; readonly plan: ClawsPlan }): Context {
  const { incoming, outgoing } = plan;
  const { address, name, role } = account;
  return {
    accountName: accountName(account),
    isDefault: role === 'primary' ? 1 : 0,
    name: name ?? '',
    address,
    protocol: protocols[incoming.server.protocol],
    imap: incoming.server.protocol === 'imap',
    incoming: serverContext(incoming, security),
    // With a login also where none is asked for: an empty one would stand for the incoming server's.
    outgoing: serverContext(outgoing, security),
  };
}

/** It names the folder tree, and a slash in it would end the name there (folder.c, `#imap/NAME/INBOX`). */
function accountName(account: Account): string {
  const { provider, address } = account;
  return `${provider.shortName} ${address.includes('/') ? accountId(account) : address}`.replaceAll('/', '-');
}
