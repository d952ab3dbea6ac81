import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Authentication, MailServer } from '../../model/account.ts';
import { choosePair, methodOf, type Pair } from '../choose.ts';
import { problem } from './words.ts';

/** The payload's words. It has none for GSSAPI and none for OAuth 2.0 (com.apple.mail.managed.yaml). */
export const methodValues = {
  password: 'EmailAuthPassword',
  'cram-md5': 'EmailAuthCRAMMD5',
  ntlm: 'EmailAuthNTLM',
  none: 'EmailAuthNone',
} as const satisfies Partial<Record<Authentication, string>>;

/**
 * Ports on which Mail connects in clear and then asks for STARTTLS. The payload has one Boolean, UseSSL, for both ways to use TLS: on these ports it
 * means STARTTLS, on any other TLS from the first byte. (Mail-in-a-Box served port 587 with UseSSL true to Apple devices for years from a server that demands
 * STARTTLS there; a user of LukeSmithxyz/emailwiz showed a log with an iPhone's STARTTLS on the submission port. Apple has not written it down.)
 */
const upgradePorts = {
  imap: [143],
  pop3: [110],
  smtp: [587, 25],
} as const satisfies Record<MailServer['protocol'], readonly [number, ...number[]]>;

/** The one server for reading and the one for sending that a profile can name, each with the payload's word for how it is signed in to. */
export type MailServers = Pair<string, string>;

/** The servers to name, or why there are none: what stands against the first of them. */
export function planMail(account: Account): MailServers | Problem {
  return choosePair(account, {
    incoming: wordOf,
    outgoing: wordOf,
    // Every server that is asked about has something against it.
    refusal: (servers) => servers.map(judged).find(isProblem) as Problem,
  });
}

function wordOf(server: MailServer): string | undefined {
  const word = judged(server);
  return isProblem(word) ? undefined : word.authentication;
}

/** The payload's word for how one signs in, or what stands against the server. */
function judged(server: MailServer): { readonly authentication: string } | Problem {
  const { protocol, host, port, security } = server;
  const authentication = methodOf<string>(methodValues, server);
  if (authentication === undefined) {
    return problem('apple.authentication', { host, methods: server.authentication.join(', ') });
  }
  const ports: readonly number[] = upgradePorts[protocol];
  if (security !== 'none' && ports.includes(port) !== (security === 'starttls')) {
    return problem('apple.port', { host, port, usual: upgradePorts[protocol][0] });
  }
  return { authentication };
}
