import type { Account, IncomingServer, OutgoingServer, Security } from '../../account.ts';
import { type Problem, problem, UnrepresentableError } from '../../errors.ts';

/** The one server for reading and the one for sending that Outlook's files have room for. */
export interface Chosen {
  readonly incoming: IncomingServer;
  readonly outgoing: OutgoingServer;
  /** Sending asks for a login. */
  readonly outgoingLogin: boolean;
}

/**
 * Of the servers that take a password (or, for sending, nobody's), the best protected, and among equals the first of the profile. The protocol,
 * IMAP or POP3, is the one that the profile prefers.
 * @throws UnrepresentableError where `refusesAuthentication` has a reason
 */
export function chooseServers(account: Account): Chosen {
  const chosen = choose(account);
  if ('code' in chosen) throw new UnrepresentableError(chosen);
  return chosen;
}

/** Outlook proves a login to somebody else's IMAP, POP3 or SMTP server with the password only: these files know no OAuth 2.0, and SPA is Windows' own. */
export function refusesAuthentication(account: Account): Problem | undefined {
  const chosen = choose(account);
  return 'code' in chosen ? chosen : undefined;
}

function choose({ incoming, outgoing }: Account): Chosen | Problem {
  const readable = incoming.filter(({ authentication }) => authentication.includes('password'));
  const sendable = outgoing.filter(({ authentication }) => authentication.some((each) => SENDING.includes(each)));
  const receiving = best(readable.filter(({ protocol }) => protocol === readable[0]?.protocol));
  if (receiving === undefined) return noPassword(incoming);
  const sending = best(sendable);
  if (sending === undefined) return noPassword(outgoing);
  return { incoming: receiving, outgoing: sending, outgoingLogin: sending.authentication.includes('password') };
}

const SENDING: readonly string[] = ['password', 'none'];

/** TLS from the first byte is the one kind that every reader of these files understands alike; clear text is the last resort. */
const rank = { tls: 0, starttls: 1, none: 2 } as const satisfies Record<Security, number>;

function best<S extends OutgoingServer>(servers: readonly S[]): S | undefined {
  return servers.toSorted((one, other) => rank[one.security] - rank[other.security])[0];
}

function noPassword(servers: readonly OutgoingServer[]): Problem {
  return problem('outlook.no-password', {
    hosts: [...new Set(servers.map(({ host }) => host))].join(', '),
    methods: [...new Set(servers.flatMap(({ authentication }) => authentication))].join(', '),
  });
}
