import { type Problem, problem } from '../../errors.ts';
import type { Account, Authentication, Server } from '../../model/account.ts';
import { candidates, usableServers } from '../usable-servers.ts';

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
export function usableAuthentication({ host, authentication }: Server): Authentication | undefined {
  return authentication.find((each) => each !== 'oauth2' || hasBuiltInOAuth2(host));
}

/** The servers that Thunderbird does not drop. */
export function usable<S extends Server>(servers: readonly S[]): readonly S[] {
  return usableServers(servers, (server) => usableAuthentication(server) !== undefined);
}

/** An account is of no use to Thunderbird when it drops all servers of one direction. */
export function refusesOAuth2({ incoming, outgoing }: Account): Problem | undefined {
  for (const servers of [incoming, outgoing]) {
    if (usable<Server>(servers).length > 0) continue;
    const hosts = candidates<Server>(servers).map(({ host }) => host);
    return problem('thunderbird.oauth2', { value: [...new Set(hosts)].join(', ') });
  }
  return undefined;
}
