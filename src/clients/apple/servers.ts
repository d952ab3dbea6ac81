import type { Account, Authentication, IncomingServer, OutgoingServer, Server } from '../../account.ts';
import { type Problem, problem } from '../../errors.ts';

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

/**
 * The first server, in the provider's order, that a profile can say; and of that host's ways to connect the one with TLS from the start, if there is one:
 * the only form that Mail cannot misread, and what RFC 8314 §3 recommends. A server in plain text counts only where the provider has no other,
 * so that nobody loses protection because of what Apple cannot say.
 */
function choose<S extends Server>(servers: readonly S[], protocolOf: (server: S) => Protocol): Sayable<S> | Problem {
  const safe = servers.filter(({ security }) => security !== 'none');
  const results = (safe.length > 0 ? safe : servers).map((server) => say(server, protocolOf(server)));
  const sayable = results.filter((result) => 'server' in result);
  const [first] = sayable;
  // A provider has at least one server of each kind, so without a sayable one there is a reason.
  if (first === undefined) return results.find((result) => 'code' in result) as Problem;
  const sameServer = ({ server }: Sayable<S>) =>
    server.host === first.server.host && protocolOf(server) === protocolOf(first.server);
  return sayable.find((each) => sameServer(each) && each.server.security === 'tls') ?? first;
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
