import type { Problem } from '../../errors.ts';
import type { Account, IncomingServer, Server } from '../../model/account.ts';
import { choosePair, type Pair, shown } from '../choose.ts';
import { takesIssuer } from '../guide-servers.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { problem } from './words.ts';

/** The one server for reading and the one for sending that Outlook's files have room for; `method`: does the server ask for a login? */
export type Chosen = Pair<true, boolean>;

/**
 * Outlook proves a login to somebody else's IMAP, POP3 or SMTP server with the password only: its files know no OAuth 2.0, and SPA is Windows' own.
 * For sending, a server that asks for no login will do.
 */
export function planServers(account: Account): Chosen | Problem {
  return planWith(password, account);
}

/** The same for a file that has a word for TLS from the first byte only, where it reads. */
export function planOverTls(account: Account): Chosen | Problem {
  return planWith((server) => (server.security === 'tls' ? password(server) : undefined), account);
}

function planWith(reads: (server: IncomingServer) => true | undefined, account: Account): Chosen | Problem {
  return choosePair(account, {
    incoming: reads,
    outgoing: (server) => password(server) ?? (server.authentication.includes('none') ? false : undefined),
    refusal: (servers) => {
      const { hosts, methods } = shown(servers);
      return problem('outlook.no-password', { hosts, methods });
    },
  });
}

/** Is there anything for a file to say? To a provider that it knows, Outlook signs in by itself, and no file can say that. */
export function needsFile(account: Account): boolean {
  return !byPage(account);
}

const byPage = takesIssuer(issuerOf.classic, ['password']);

/** Does the server take a password? */
function password({ authentication }: Server): true | undefined {
  return authentication.includes('password') || undefined;
}
