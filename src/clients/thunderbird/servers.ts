import type { Problem } from '../../errors.ts';
import type {
  Account,
  Authentication,
  IncomingServer,
  OutgoingServer,
  Preferences,
  Server,
} from '../../model/account.ts';
import { type Choice, chooseServers, onExchangeAlone, shown } from '../choose.ts';
import { candidates } from '../usable-servers.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { problem } from './words.ts';

/**
 * What Thunderbird will use with this server where it sets the account up itself: the first that it can; `undefined` where it would drop the server. It reads over
 * `TLS-client-cert` as over a word that it does not know (readFromXML.sys.mjs, 153), and its set-up has no such choice.
 */
function usableAuthentication(server: Server): Authentication | undefined {
  return server.authentication.find(
    (each) => each !== 'certificate' && (each !== 'oauth2' || issuerOf(server) !== undefined),
  );
}

/**
 * The same where preferences say how: IMAP has a certificate too (am-server.js, 153: “TLS Certificate” for IMAP alone). For sending, the certificate of the
 * connection has to be enough: Thunderbird shows it in TLS and knows no AUTH EXTERNAL (SmtpClient.sys.mjs). For POP3 it would go on with a password (Pop3Client.sys.mjs).
 */
function usableByPreferences(server: IncomingServer | OutgoingServer): Authentication | undefined {
  const pop3 = 'protocol' in server && server.protocol === 'pop3';
  return server.authentication.find((each) =>
    each === 'certificate' ? !pop3 : each !== 'oauth2' || issuerOf(server) !== undefined,
  );
}

/** What Thunderbird does with an account: the servers of each direction that it does not drop, its first choice first, and how it proves the login there. */
export interface ThunderbirdPlan {
  readonly incoming: Preferences<Usable<IncomingServer>>;
  readonly outgoing: Preferences<Usable<OutgoingServer>>;
}

export type Usable<S extends Server> = Choice<S, Authentication>;

/** An account is of no use to Thunderbird's set-up when it drops all servers of one direction. */
export function planServers(account: Account): ThunderbirdPlan | Problem {
  return planWith(usableAuthentication, account);
}

/** The same for preferences. */
export function planPreferences(account: Account): ThunderbirdPlan | Problem {
  return planWith(usableByPreferences, account);
}

function planWith(
  usable: (server: IncomingServer | OutgoingServer) => Authentication | undefined,
  account: Account,
): ThunderbirdPlan | Problem {
  const { incoming, outgoing } = account;
  const elsewhere = onExchangeAlone(account);
  if (elsewhere !== undefined) return elsewhere;
  const [reading, ...furtherReading] = chooseServers(incoming, usable);
  if (reading === undefined) return unusable(incoming);
  const [sending, ...furtherSending] = chooseServers(outgoing, usable);
  if (sending === undefined) return unusable(outgoing);
  return { incoming: [reading, ...furtherReading], outgoing: [sending, ...furtherSending] };
}

function unusable(servers: readonly (IncomingServer | OutgoingServer)[]): Problem {
  const asked = candidates(servers);
  const { hosts: value } = shown(asked);
  const certificate = asked.some(({ authentication }) => authentication.includes('certificate'));
  return problem(certificate ? 'thunderbird.certificate' : 'thunderbird.oauth2', { value });
}
