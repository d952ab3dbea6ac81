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

/** What Thunderbird will use with this server: the first that it can; `undefined` where it would drop the server. */
function usableAuthentication(server: Server): Authentication | undefined {
  return server.authentication.find((each) => each !== 'oauth2' || issuerOf(server) !== undefined);
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
