import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Security } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import type { Context } from '../../template/context.ts';
import { linesOnce } from '../../template/fill.ts';
import { choosePair, methodOf, type Pair, shown } from '../choose.ts';
import { encodedWords } from '../encoded-words.ts';
import { identityOf } from '../identity.ts';
import { accountId } from '../linux/script.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { problem } from './words.ts';

/** TlsNegotiationMethod (engine/api/geary-service-information.vala). */
const security = {
  none: 'none',
  tls: 'transport',
  starttls: 'start-tls',
} as const satisfies Record<Security, string>;

type Servers = Pair<'custom', 'custom' | 'none'>;

/** The servers that an account names. */
export interface GearyPlan extends Servers {
  /** The lines of its file, written once. @throws UnrepresentableError */
  readonly lines: () => readonly string[];
}

/** Geary reads over IMAP only, and proves a login with the password only (OAuth 2.0 comes from GNOME's online accounts: oauth2-hosts.ts). */
export function planAccount(account: Account): GearyPlan | Problem {
  const servers = choosePair<'custom', 'custom' | 'none'>(account, {
    incoming: (server) => (server.protocol === 'imap' ? methodOf({ password: 'custom' } as const, server) : undefined),
    outgoing: (server) => methodOf({ password: 'custom', none: 'none' } as const, server),
    refusal: (servers) => {
      if (servers.every((server) => issuerOf(server) !== undefined)) return problem('geary.online-account', {});
      const { hosts, spoken } = shown(servers);
      return problem('geary.sign-in', { hosts, methods: spoken });
    },
  });
  // It separates the senders of an account. (The name is written without one.)
  if (account.address.includes(';') && !isProblem(servers))
    return problem('geary.semicolon', { value: account.address });
  if (isProblem(servers)) return servers;
  return { ...servers, lines: linesOnce('geary/geary.keyfile', () => accountContext(account, servers)) };
}

/** What `geary.ini` says. */
function accountContext(account: Account, { incoming, outgoing }: Servers): Context {
  const { provider, address, displayAddress, name } = account;
  const sameLogin = outgoing.method === 'custom' && outgoing.server.login === incoming.server.login;
  return {
    account: accountId(account),
    label: `${provider.shortName} ${displayAddress}`,
    // A list with one member (GLib's g_key_file_get_string_list): each ends with a semicolon, and ours has none inside.
    mailboxes: `${name === undefined ? address : `${derive(phrase, name)} <${address}>`};`,
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
export function identityContext(account: Account, { lines }: GearyPlan): Context {
  const { address } = identityOf(account);
  return {
    plainAddress: accountId(account) === address ? address : '',
    login: lines().find((line) => line.startsWith('login=')) ?? '',
  };
}

/** A display name as the notation of messages has it (RFC 5322 §3.2.5): plain words, or else encoded ones, which have neither quotes nor semicolons. */
function phrase(name: string): string {
  return /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name) ? name : encodedWords(name);
}
