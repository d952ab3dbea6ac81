import type {
  Account,
  Authentication,
  IncomingServer,
  MailServer,
  OutgoingServer,
  Server,
} from '../../model/account.ts';
import { substitute } from '../../model/rule.ts';
import { loginOnAndroid, variables } from '../thunderbird/autoconfig-text.ts';
import { issuerOf } from './oauth2-hosts.ts';

/*
 * What the app makes of a clientConfig that it finds by itself, from the address (RealAutoconfigParser.kt, GetAutoDiscovery.kt, AutoDiscoveryMapper.kt at
 * a59bd67; held in the tests against what that code was seen to do). It does not tell the server who asks, so the file has variables.
 */

/** `servers`: it takes no such file. `signIn`: it takes the file, and asks for only one of two ways to sign in. */
export type DiscoveryFault = 'servers' | 'signIn';

/** The servers of a file, in their order. */
interface Listed {
  readonly incoming: readonly IncomingServer[];
  readonly outgoing: readonly OutgoingServer[];
}

/**
 * Why the app does not set up the account from a file with these servers. One server for IMAP or sending that is unprotected, or offers only a sign-in that
 * the app does not know, costs the whole file; servers for POP3 are passed over. Then it uses the first of each direction, with the first way that it can.
 */
export function discoveryFault({ incoming, outgoing }: Listed): DiscoveryFault | undefined {
  const imap = incoming.filter(({ protocol }) => protocol === 'imap');
  if (![...imap, ...outgoing].every(isKnown)) return 'servers';
  const [reading, sending] = [imap[0], outgoing[0]].map((server) => server && methodOf(server));
  if (reading === undefined || sending === undefined) return 'servers';
  // It asks what the incoming server needs, and gives the outgoing one the same: a password, or none.
  return (reading === 'oauth2') === (sending === 'oauth2') ? undefined : 'signIn';
}

/** Would it find these logins? Not where they follow no rule or one with a filter, nor where the rule says what the app takes for a variable. */
export function findsLogins(account: Account): boolean {
  const written = (rule: string) => substitute(rule, { ...variables, domain: account.domain });
  return [...account.incoming, ...account.outgoing].every(({ login, loginRule }) => {
    const text = loginRule === undefined ? undefined : written(loginRule);
    return text !== undefined && loginOnAndroid(text, account) === login;
  });
}

const METHODS: ReadonlySet<Authentication> = new Set(['password', 'cram-md5', 'oauth2']);

function isKnown({ security, authentication }: Server): boolean {
  return security !== 'none' && authentication.some((each) => METHODS.has(each));
}

function methodOf(server: MailServer): Authentication | undefined {
  const usable = (each: Authentication) => each !== 'oauth2' || issuerOf(server) !== undefined;
  return server.authentication.find((each) => METHODS.has(each) && usable(each));
}
