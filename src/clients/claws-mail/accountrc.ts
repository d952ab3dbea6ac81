import { type Problem, problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import type { Context } from '../client.ts';
import { accountId } from '../linux/script.ts';
import { choosePair } from '../one-pair.ts';

/** Recv protocols of an account (prefs_account.h) from config_version 1 on; the file says that version, or IMAP would be POP3. */
const protocols = { pop3: 0, imap: 1 } as const satisfies Record<IncomingServer['protocol'], number>;

/** SSLType (common/ssl.h). */
const security = { none: 0, tls: 1, starttls: 2 } as const satisfies Record<Security, number>;

/** Nothing of these, where a table has no more to say. Claws Mail knows OAuth 2.0 for two large providers only. */
const unknown = { ntlm: undefined, gssapi: undefined, oauth2: undefined, none: undefined } as const;

/** Bits of the ways to log in (imap-thread.h, smtp.h); 0 lets Claws Mail choose among the server's. APOP is no CRAM-MD5. */
const servers = choosePair({
  incoming: {
    imap: { ...unknown, password: 0, 'cram-md5': 2, gssapi: 8 },
    pop3: { ...unknown, password: 0, 'cram-md5': undefined },
  },
  outgoing: {
    ...unknown,
    password: { use: 1, method: 0 },
    'cram-md5': { use: 1, method: 2 },
    none: { use: 0, method: 0 },
  },
  refusal: (details) => problem('claws-mail.sign-in', details),
});

/** Why `accountrc` cannot carry this account. */
export function refusesAccount(account: Account): Problem | undefined {
  return servers.refuses(account);
}

/** What `accountrc` says of the account. */
export function accountContext(account: Account): Context {
  const { incoming, outgoing } = servers.pairOf(account);
  const { address, name, role } = account;
  return {
    accountName: accountName(account),
    isDefault: role === 'primary' ? 1 : 0,
    name: name ?? '',
    address,
    protocol: protocols[incoming.server.protocol],
    imap: incoming.server.protocol === 'imap',
    incoming: {
      host: incoming.server.host,
      port: incoming.server.port,
      login: incoming.server.login,
      security: security[incoming.server.security],
      authentication: incoming.method,
    },
    outgoing: {
      host: outgoing.server.host,
      port: outgoing.server.port,
      // An empty one would stand for the incoming server's.
      login: outgoing.server.login,
      security: security[outgoing.server.security],
      authentication: outgoing.method,
    },
  };
}

/** It names the folder tree, and a slash in it would end the name there (folder.c, `#imap/NAME/INBOX`). */
function accountName(account: Account): string {
  const { provider, address } = account;
  return `${provider.shortName} ${address.includes('/') ? accountId(account) : address}`.replaceAll('/', '-');
}
