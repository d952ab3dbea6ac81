import { renderLines } from '../../artifacts/render.ts';
import { type Problem, problem } from '../../errors.ts';
import type { Account, Security } from '../../model/account.ts';
import type { Context } from '../client.ts';
import { encodedWords } from '../encoded-words.ts';
import { accountId } from '../linux/script.ts';
import { choosePair } from '../one-pair.ts';

/** TlsNegotiationMethod (engine/api/geary-service-information.vala). */
const security = {
  none: 'none',
  tls: 'transport',
  starttls: 'start-tls',
} as const satisfies Record<Security, string>;

const unknown = {
  password: undefined,
  'cram-md5': undefined,
  ntlm: undefined,
  gssapi: undefined,
  oauth2: undefined,
  none: undefined,
} as const;

/** Geary reads over IMAP only, and proves a login with the password only (OAuth 2.0 comes from GNOME's online accounts). */
const servers = choosePair({
  incoming: { imap: { ...unknown, password: 'custom' }, pop3: unknown },
  outgoing: { ...unknown, password: 'custom', none: 'none' },
  refusal: (details) => problem('geary.sign-in', details),
});

/** Why Geary cannot take this account. */
export function refusesAccount(account: Account): Problem | undefined {
  const refusal = servers.refuses(account);
  if (refusal !== undefined) return refusal;
  // It separates the senders of an account. (The name is written without one.)
  return account.address.includes(';') ? problem('geary.semicolon', { value: account.address }) : undefined;
}

/** What `geary.ini` says. */
export function accountContext(account: Account): Context {
  const { incoming, outgoing } = servers.pairOf(account);
  const { provider, address, displayAddress, name } = account;
  const sameLogin = outgoing.method === 'custom' && outgoing.server.login === incoming.server.login;
  return {
    account: accountId(account),
    label: `${provider.shortName} ${displayAddress}`,
    // A list with one member (GLib's g_key_file_get_string_list): each ends with a semicolon, and ours has none inside.
    mailboxes: `${name === undefined ? address : `${phrase(name)} <${address}>`};`,
    incoming: {
      host: incoming.server.host,
      port: incoming.server.port,
      login: incoming.server.login,
      security: security[incoming.server.security],
    },
    outgoing: {
      host: outgoing.server.host,
      port: outgoing.server.port,
      security: security[outgoing.server.security],
      login: outgoing.method === 'custom' && !sameLogin && outgoing.server.login,
      credentials: sameLogin ? 'use-incoming' : outgoing.method,
    },
  };
}

/** What tells our account from others in a file that Geary has written anew. An address that is not plain it may write in another way: it then counts for nothing. */
export function identityContext(account: Account): Context {
  return {
    address: accountId(account) === account.address ? account.address : '',
    login: renderLines('geary/geary.keyfile', accountContext(account)).find((line) => line.startsWith('login=')) ?? '',
  };
}

/** A display name as the notation of messages has it (RFC 5322 §3.2.5): plain words, or else encoded ones, which have neither quotes nor semicolons. */
function phrase(name: string): string {
  return /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name) ? name : encodedWords(name);
}
