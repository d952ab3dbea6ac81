import { type Problem, problem } from '../../errors.ts';
import type { Account, Authentication, IncomingServer, OutgoingServer, Server } from '../../model/account.ts';
import { candidates, usableServers } from '../usable-servers.ts';

/** The payload's words. It has none for GSSAPI and none for OAuth 2.0 (com.apple.mail.managed.yaml). */
const authenticationValue = {
  password: 'EmailAuthPassword',
  'cram-md5': 'EmailAuthCRAMMD5',
  ntlm: 'EmailAuthNTLM',
  none: 'EmailAuthNone',
  gssapi: undefined,
  oauth2: undefined,
} as const satisfies Record<Authentication, string | undefined>;

type Protocol = IncomingServer['protocol'] | 'smtp';

/**
 * Ports on which Mail connects in clear and then asks for STARTTLS. The payload has one Boolean, UseSSL, for both ways to use TLS: on these ports it
 * means STARTTLS, on any other TLS from the first byte. (Mail-in-a-Box served port 587 with UseSSL true to Apple devices for years from a server that demands
 * STARTTLS there; a user of LukeSmithxyz/emailwiz showed a log with an iPhone's STARTTLS on the submission port. Apple has not written it down.)
 */
const upgradePorts = {
  imap: [143],
  pop3: [110],
  smtp: [587, 25],
} as const satisfies Record<Protocol, readonly [number, ...number[]]>;

/** A server and the authentication that a profile can say of it. */
export interface Sayable<S extends Server> {
  readonly server: S;
  readonly authentication: string;
}

export interface MailServers {
  readonly incoming: Sayable<IncomingServer>;
  readonly outgoing: Sayable<OutgoingServer>;
}

/** The one server for reading and the one for sending that a profile can name, or why there is none. */
export function chooseServers({ incoming, outgoing }: Account): MailServers | Problem {
  const reading = choose(incoming, ({ protocol }) => protocol);
  if ('code' in reading) return reading;
  const sending = choose(outgoing, () => 'smtp');
  if ('code' in sending) return sending;
  return { incoming: reading, outgoing: sending };
}

/** The server to name; for the first that a profile cannot say, why not. */
function choose<S extends Server>(servers: readonly S[], protocolOf: (server: S) => Protocol): Sayable<S> | Problem {
  const [chosen] = usableServers(servers, (server) => 'server' in say(server, protocolOf(server)));
  if (chosen !== undefined) return say(chosen, protocolOf(chosen));
  const results = candidates(servers).map((server) => say(server, protocolOf(server)));
  // A provider has at least one server of each kind, so without a sayable one there is a reason.
  return results.find((result) => 'code' in result) as Problem;
}

function say<S extends Server>(server: S, protocol: Protocol): Sayable<S> | Problem {
  const { host, port, security } = server;
  const authentication = server.authentication.map((each) => authenticationValue[each]).find((each) => each);
  if (authentication === undefined) {
    return problem('apple.authentication', { host, methods: server.authentication.join(', ') });
  }
  const ports: readonly number[] = upgradePorts[protocol];
  if (security !== 'none' && ports.includes(port) !== (security === 'starttls')) {
    return problem('apple.port', { host, port, usual: upgradePorts[protocol][0] });
  }
  return { server, authentication };
}
