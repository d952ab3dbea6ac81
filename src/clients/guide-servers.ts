import { describe } from '../errors.ts';
import type { Account, Authentication, Server } from '../model/account.ts';
import { type Catalogue, languageOf } from '../words/index.ts';
import { chooseServer } from './choose.ts';
import type { Guide, ProgramGuide, Servers } from './guide.ts';
import { candidates, usableServers } from './usable-servers.ts';

type Method = 'password' | 'cram-md5' | 'none';

/** How a person signs in to this server; a server that asks for no login suits every program. */
export function methodOf(server: Server, known: readonly Authentication[]): Method | undefined {
  const found = server.authentication.find((each) => each === 'none' || known.includes(each));
  // Guides name no other ways than these: what else there is, no person types.
  return found as Method | undefined;
}

/** The servers to type into the program, or none. */
export function serversFor(account: Account, { signIn, imapOnly }: ProgramGuide): Servers | undefined {
  const incoming = chooseServer(account.incoming, (server) =>
    server.protocol === 'imap' || imapOnly !== true ? methodOf(server, signIn) : undefined,
  );
  const outgoing = chooseServer(account.outgoing, (server) => methodOf(server, signIn));
  return incoming && outgoing && { incoming: incoming.server, outgoing: outgoing.server };
}

/** Why this mailbox cannot be set up in this program, in one sentence with what helps; `undefined` where it can. */
export function unsuitable(guide: Guide, account: Account, texts: Catalogue): string | undefined {
  if (guide.kind === 'site') return undefined;
  const { unsuitable: reasons } = texts.guides;
  const webmail = account.provider.webmail !== undefined;
  const refusal = guide.refuses?.(account);
  if (refusal !== undefined) return describe(refusal, languageOf(texts));
  const servers = serversFor(account, guide);
  if (servers === undefined) {
    const lists: readonly (readonly Server[])[] = [account.incoming, account.outgoing];
    const canSignIn = (server: Server) => methodOf(server, guide.signIn) !== undefined;
    const closed = lists.find((list) => usableServers(list, canSignIn).length === 0);
    if (closed === undefined) return reasons.imapOnly;
    const asked = candidates<Server>(closed);
    const hosts = asked.map(({ host }) => host).join(', ');
    const typed = asked.some(({ authentication }) => authentication.includes('cram-md5'));
    return typed ? reasons.encryptedOnly({ hosts }) : reasons.signIn({ hosts, webmail });
  }
  const { incoming, outgoing } = servers;
  const logins = [incoming, ...(methodOf(outgoing, guide.signIn) === 'none' ? [] : [outgoing])].map(
    ({ login }) => login,
  );
  if (guide.addressIsLogin === true && logins.some((login) => login !== account.address)) {
    return reasons.addressIsLogin({ login: logins[0] as string, webmail });
  }
  return undefined;
}
