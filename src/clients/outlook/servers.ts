import { type Problem, problem, UnrepresentableError } from '../../errors.ts';
import type { Account, IncomingServer, OutgoingServer } from '../../model/account.ts';
import { candidates, usableServers } from '../usable-servers.ts';

/** The one server for reading and the one for sending that Outlook's files have room for. */
export interface Chosen {
  readonly incoming: IncomingServer;
  readonly outgoing: OutgoingServer;
  /** Sending asks for a login. */
  readonly outgoingLogin: boolean;
}

/** What a file can say of an incoming server, where not every one that takes a password. */
type CanRead = (server: IncomingServer) => boolean;

/**
 * The first servers that take a password (or, for sending, nobody's).
 * @throws UnrepresentableError where `refusesAuthentication` has a reason
 */
export function chooseServers(account: Account, canRead?: CanRead): Chosen {
  const chosen = choose(account, canRead);
  if ('code' in chosen) throw new UnrepresentableError(chosen);
  return chosen;
}

/** Outlook proves a login to somebody else's IMAP, POP3 or SMTP server with the password only: these files know no OAuth 2.0, and SPA is Windows' own. */
export function refusesAuthentication(account: Account, canRead?: CanRead): Problem | undefined {
  const chosen = choose(account, canRead);
  return 'code' in chosen ? chosen : undefined;
}

function choose({ incoming, outgoing }: Account, canRead: CanRead = () => true): Chosen | Problem {
  const [reading] = usableServers(incoming, (server) => takesPassword(server) && canRead(server));
  if (reading === undefined) return noPassword(candidates(incoming));
  const [sending] = usableServers(
    outgoing,
    (server) => takesPassword(server) || server.authentication.includes('none'),
  );
  if (sending === undefined) return noPassword(candidates(outgoing));
  return { incoming: reading, outgoing: sending, outgoingLogin: takesPassword(sending) };
}

function takesPassword({ authentication }: OutgoingServer): boolean {
  return authentication.includes('password');
}

function noPassword(servers: readonly OutgoingServer[]): Problem {
  return problem('outlook.no-password', {
    hosts: [...new Set(servers.map(({ host }) => host))].join(', '),
    methods: [...new Set(servers.flatMap(({ authentication }) => authentication))].join(', '),
  });
}
