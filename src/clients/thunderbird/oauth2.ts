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
import { problem } from './words.ts';

/**
 * Domains whose hosts Thunderbird can reach with OAuth 2.0; it knows no other and has no way to learn one from a file
 * (Thunderbird 153, OAuth2Providers.sys.mjs; test/system/thunderbird-config.test.ts asks the program).
 */
const BUILT_IN: ReadonlySet<string> = new Set([
  'aol.com',
  'att.net',
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'imap.comcast.net',
  'imap.fastmail.com',
  'imap.mail.ru',
  'imap.yandex.com',
  'office365.com',
  'outlook.com',
  'pop.comcast.net',
  'pop.fastmail.com',
  'smtp.comcast.net',
  'smtp.fastmail.com',
  'smtp.mail.ru',
  'smtp.yandex.com',
  'thundermail.com',
  'yahoo.com',
]);

/** Does Thunderbird know where to get a token for this host? It looks for the host, then for each domain above it. */
export function hasBuiltInOAuth2(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, index) => BUILT_IN.has(labels.slice(index).join('.')));
}

/** What Thunderbird will use with this server: the first that it can; `undefined` where it would drop the server. */
function usableAuthentication({ host, authentication }: Server): Authentication | undefined {
  return authentication.find((each) => each !== 'oauth2' || hasBuiltInOAuth2(host));
}

/** What Thunderbird does with an account: the servers of each direction that it does not drop, its first choice first, and how it proves the login there. */
export interface ThunderbirdPlan {
  readonly incoming: Preferences<Usable<IncomingServer>>;
  readonly outgoing: Preferences<Usable<OutgoingServer>>;
}

export type Usable<S extends Server> = Choice<S, Authentication>;

/** An account is of no use to Thunderbird when it drops all servers of one direction. */
export function planServers(account: Account): ThunderbirdPlan | Problem {
  const { incoming, outgoing } = account;
  const elsewhere = onExchangeAlone(account);
  if (elsewhere !== undefined) return elsewhere;
  const [reading, ...furtherReading] = chooseServers(incoming, usableAuthentication);
  if (reading === undefined) return unusable(incoming);
  const [sending, ...furtherSending] = chooseServers(outgoing, usableAuthentication);
  if (sending === undefined) return unusable(outgoing);
  return { incoming: [reading, ...furtherReading], outgoing: [sending, ...furtherSending] };
}

function unusable(servers: readonly (IncomingServer | OutgoingServer)[]): Problem {
  return problem('thunderbird.oauth2', { value: shown(candidates(servers)).hosts });
}
