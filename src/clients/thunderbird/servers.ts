import type { Problem } from '../../errors.ts';
import type { Account, Authentication, MailServer, Server } from '../../model/account.ts';
import { chooseAll, shown, type Usable } from '../choose.ts';
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
function usableByPreferences(server: MailServer): Authentication | undefined {
  return server.authentication.find((each) =>
    each === 'certificate' ? server.protocol !== 'pop3' : each !== 'oauth2' || issuerOf(server) !== undefined,
  );
}

/** What Thunderbird does with an account: the servers of each direction that it does not drop, its first choice first, and how it proves the login there. */
export type ThunderbirdPlan = Usable<Authentication, Authentication>;

/** An account is of no use to Thunderbird's set-up when it drops all servers of one direction. */
export function planServers(account: Account): ThunderbirdPlan | Problem {
  return chooseAll(account, { incoming: usableAuthentication, outgoing: usableAuthentication, refusal: unusable });
}

/** The same for preferences. */
export function planPreferences(account: Account): ThunderbirdPlan | Problem {
  return chooseAll(account, { incoming: usableByPreferences, outgoing: usableByPreferences, refusal: unusable });
}

function unusable(servers: readonly MailServer[]): Problem {
  const { hosts: value } = shown(servers);
  const certificate = servers.some(({ authentication }) => authentication.includes('certificate'));
  return problem(certificate ? 'thunderbird.certificate' : 'thunderbird.oauth2', { value });
}
