import { describe } from '../errors.ts';
import type { Account, Authentication, Server } from '../model/account.ts';
import { type Catalogue, languageOf } from '../words/index.ts';
import { chooseServer, onExchangeAlone } from './choose.ts';
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
export function serversFor(account: Account, guide: ProgramGuide): Servers | undefined {
  return verdictOn(guide, account).servers;
}

/** Why this mailbox cannot be set up in this program, in one sentence with what helps; `undefined` where it can. */
export function unsuitable(guide: Guide, account: Account, texts: Catalogue): string | undefined {
  return guide.kind === 'site' ? undefined : verdictOn(guide, account).reason?.(texts);
}

/** What to do in this program where the mailbox is on Exchange alone; `undefined` where it is not, or the program does not know Exchange. */
export function exchangeSteps(guide: Guide, account: Account, { guides }: Catalogue): string | undefined {
  if (guide.kind === 'site' || !speaksExchange(guide, account)) return undefined;
  const { displayAddress: address, exchange, login: own } = account;
  const { host = '', login = own } = exchange ?? {};
  return guides.exchange({ address, host, login, profile: guide.exchangeFile === true });
}

function speaksExchange({ exchange }: ProgramGuide, account: Account): boolean {
  return exchange !== undefined && onExchangeAlone(account) !== undefined && account.exchange?.[exchange] === true;
}

/** What becomes of an account in a program. */
interface Verdict {
  readonly servers: Servers | undefined;
  readonly reason: ((texts: Catalogue) => string) | undefined;
}

/** The guide's own page asks, in each language, and so does each page with a link to it. */
function verdictOn(guide: ProgramGuide, account: Account): Verdict {
  let known = verdicts.get(guide);
  if (known === undefined) {
    known = new WeakMap();
    verdicts.set(guide, known);
  }
  let found = known.get(account);
  if (found === undefined) {
    found = judge(guide, account);
    known.set(account, found);
  }
  return found;
}

const verdicts = new WeakMap<ProgramGuide, WeakMap<Account, Verdict>>();

function judge(guide: ProgramGuide, account: Account): Verdict {
  const servers = choose(account, guide);
  if (speaksExchange(guide, account)) return { servers, reason: undefined };
  const refusal = onExchangeAlone(account) ?? guide.refuses?.(account);
  const reason =
    refusal === undefined
      ? reasonFor(guide, account, servers)
      : (texts: Catalogue) => describe(refusal, languageOf(texts));
  return { servers, reason };
}

function choose({ incoming, outgoing }: Account, { signIn, imapOnly }: ProgramGuide): Servers | undefined {
  const reading = chooseServer(incoming, (server) =>
    server.protocol === 'imap' || imapOnly !== true ? methodOf(server, signIn) : undefined,
  );
  const sending = chooseServer(outgoing, (server) => methodOf(server, signIn));
  return reading && sending && { incoming: reading.server, outgoing: sending.server };
}

function reasonFor(guide: ProgramGuide, account: Account, servers: Servers | undefined): Verdict['reason'] {
  const webmail = account.provider.webmail !== undefined;
  if (servers === undefined) {
    const lists: readonly (readonly Server[])[] = [account.incoming, account.outgoing];
    const canSignIn = (server: Server) => methodOf(server, guide.signIn) !== undefined;
    const closed = lists.find((list) => usableServers(list, canSignIn).length === 0);
    if (closed === undefined) return ({ guides }) => guides.unsuitable.imapOnly;
    const asked = candidates<Server>(closed);
    const hosts = asked.map(({ host }) => host).join(', ');
    const typed = asked.some(({ authentication }) => authentication.includes('cram-md5'));
    return ({ guides: { unsuitable } }) =>
      typed ? unsuitable.encryptedOnly({ hosts }) : unsuitable.signIn({ hosts, webmail });
  }
  const { incoming, outgoing } = servers;
  const logins = [incoming, ...(methodOf(outgoing, guide.signIn) === 'none' ? [] : [outgoing])].map(
    ({ login }) => login,
  );
  if (guide.addressIsLogin !== true || logins.every((login) => login === account.address)) return undefined;
  return ({ guides }) => guides.unsuitable.addressIsLogin({ login: incoming.login, webmail });
}
