import { describe, type Problem } from '../errors.ts';
import type { Account, Authentication, Language, MailServer } from '../model/account.ts';
import { forPhones } from '../model/phones.ts';
import { asksOf, opensPage } from '../model/sign-in.ts';
import { texts, whomToAsk } from '../words/index.ts';
import { sentence } from '../words/text.ts';
import { typedValue } from '../words/typed-value.ts';
import { chooseServers, onExchangeAlone } from './choose.ts';
import type { Guide, Method, ProgramGuide, Servers, SignInHost } from './guide.ts';
import { onceFor } from './once-for.ts';
import { onOwnComputer } from './own-computer.ts';
import { candidates } from './usable-servers.ts';

/** What a program can do: the ways to sign in that a person types, and whose page it opens. */
interface Ways {
  readonly typed: readonly Authentication[];
  readonly issuer: (server: SignInHost) => string | undefined;
}

/** How a person signs in to this server: the first way that both know. A server that asks for no login suits every program. */
function methodAt(server: MailServer, { typed, issuer }: Ways): Method | undefined {
  const usable = (each: Authentication) =>
    each === 'none' || (each === 'oauth2' ? issuer(server) !== undefined : typed.includes(each));
  const found = server.authentication.find(usable);
  // Guides name no other ways than these.
  return found as Method | undefined;
}

/** The servers to type into the program, or none. */
export function serversFor(account: Account, guide: ProgramGuide): Servers | undefined {
  return verdictOn(guide, account).servers;
}

/** The servers to type into those versions of the program that open no page of a provider, where the others do; none, or none that they could sign in to. */
export function olderServers(account: Account, guide: ProgramGuide): Servers | undefined {
  return guide.browser?.notInOlder === true && serversFor(account, guide)?.asks === 'browser'
    ? chooseBy(account, guide, waysOf(guide).typed)
    : undefined;
}

/** On whose page one signs in, where the program then asks for no server, by the name of its issuer; `undefined` where servers are typed. */
export function pageOf(guide: Guide, account: Account): string | undefined {
  if (guide.kind === 'site') return undefined;
  const servers = guide.browser?.steps === undefined ? undefined : serversFor(account, guide);
  return servers?.asks === 'browser' ? servers.issuer : exchangePage(guide, account)?.issuer;
}

/** Why this mailbox cannot be set up in this program, in one sentence (of `typed-value.ts`) with what helps; `undefined` where it can. */
export function unsuitable(guide: Guide, account: Account, language: Language): string | undefined {
  return guide.kind === 'site' ? undefined : verdictOn(guide, account).reason?.(language);
}

/** Whose page a program opens for a mailbox on Exchange alone, and with which login; `undefined` where it opens none. */
export function exchangePage(guide: Guide, account: Account): { issuer: string; login: string } | undefined {
  const { exchange } = account;
  if (guide.kind === 'site' || exchange === undefined || !speaksExchange(guide, account)) return undefined;
  const { browser } = guide;
  const [first] = exchange.authentication;
  const issuer = browser?.steps && first === 'oauth2' ? browser.issuer({ host: exchange.host }) : undefined;
  return issuer === undefined ? undefined : { issuer, login: exchange.login };
}

/** Is the mailbox on Exchange alone, and does the program read it there? */
export function speaksExchange({ exchange }: ProgramGuide, account: Account): boolean {
  return exchange !== undefined && onExchangeAlone(account) !== undefined && account.exchange?.[exchange] === true;
}

/** What becomes of an account in a program. */
interface Verdict {
  readonly servers: Servers | undefined;
  readonly reason: ((language: Language) => string) | undefined;
}

/** The guide's own page asks, in each language, and so does each page with a link to it. */
function verdictOn(guide: ProgramGuide, account: Account): Verdict {
  let judged = verdicts.get(guide);
  if (judged === undefined) {
    judged = onceFor((each) => judge(guide, each));
    verdicts.set(guide, judged);
  }
  return judged(account);
}

const verdicts = new WeakMap<ProgramGuide, (account: Account) => Verdict>();

function judge(guide: ProgramGuide, account: Account): Verdict {
  const servers = choose(account, guide);
  if (speaksExchange(guide, account)) return { servers, reason: undefined };
  const refusal = onExchangeAlone(account) ?? guide.refuses?.(account) ?? onlyAtHome(guide, servers);
  const reason =
    refusal === undefined
      ? reasonFor(guide, account, servers)
      : (language: Language) => sentence(describe(refusal, language, 'person', typedValue));
  return { servers, reason };
}

/** A phone does not reach what is on somebody's computer. */
function onlyAtHome({ devices = [] }: ProgramGuide, servers: Servers | undefined): Problem | undefined {
  return servers !== undefined && devices.length > 0 && forPhones(devices) ? onOwnComputer(servers) : undefined;
}

/** All that the program can do; only what is typed; only pages of providers. */
function waysOf({ signIn, browser }: ProgramAbilities) {
  const issuer = browser?.issuer ?? (() => undefined);
  return {
    all: { typed: signIn, issuer },
    typed: { typed: signIn, issuer: () => undefined },
    pages: { typed: [], issuer },
  };
}

/** Does a program that has an issuer's own servers take those for an account? Its files, which name servers, then have nothing to carry. */
export function takesIssuer(issuer: Ways['issuer'], typed: readonly Authentication[]): (account: Account) => boolean {
  return onceFor((account) => choose(account, { signIn: typed, browser: { issuer, steps: [] } })?.asks === 'browser');
}

/** What a program can do, of its guide or of its files. */
type ProgramAbilities = Pick<ProgramGuide, 'signIn' | 'browser' | 'imapOnly'>;

function choose(account: Account, guide: ProgramAbilities): Servers | undefined {
  const { all, typed, pages } = waysOf(guide);
  const first = chooseBy(account, guide, all);
  if (guide.browser?.steps === undefined || first === undefined || !opensPage(first.asks)) return first;
  const byPage = chooseBy(account, guide, pages);
  return byPage !== undefined && isWhole(byPage, pages) ? byPage : chooseBy(account, guide, typed);
}

/** A program with an issuer's own servers has them for reading and for sending alike. */
function isWhole({ incoming, outgoing, methods }: Servers, { issuer }: Ways): boolean {
  return methods.incoming === 'oauth2' && methods.outgoing === 'oauth2' && issuer(incoming) === issuer(outgoing);
}

function chooseBy({ incoming, outgoing }: Account, { imapOnly }: ProgramAbilities, ways: Ways): Servers | undefined {
  const [reading] = chooseServers(incoming, (server) =>
    server.protocol === 'imap' || imapOnly !== true ? methodAt(server, ways) : undefined,
  );
  const [sending] = chooseServers(outgoing, (server) => methodAt(server, ways));
  if (reading === undefined || sending === undefined) return undefined;
  const issuers = [reading, sending].flatMap(({ server, method }) =>
    method === 'oauth2' ? [ways.issuer(server)] : [],
  );
  return {
    incoming: reading.server,
    outgoing: sending.server,
    methods: { incoming: reading.method, outgoing: sending.method },
    asks: asksOf([reading.method, sending.method]),
    issuer: issuers[0],
  };
}

function reasonFor(guide: ProgramGuide, account: Account, servers: Servers | undefined): Verdict['reason'] {
  const webmail = account.provider.webmail !== undefined;
  if (servers === undefined) return closedReason(guide, account, webmail);
  const { incoming, outgoing, methods, asks } = servers;
  // On a page of the provider, the person types it.
  if (guide.addressIsLogin !== true || asks === 'browser') return undefined;
  const logins = [incoming, ...(methods.outgoing === 'none' ? [] : [outgoing])].map(({ login }) => login);
  if (logins.every((login) => login === account.address)) return undefined;
  return (language) => guideTexts(account, language).unsuitable.addressIsLogin({ login: typedValue(incoming.login) });
}

/** Why the program can use none of the servers of one direction. */
function closedReason(guide: ProgramGuide, account: Account, webmail: boolean): Verdict['reason'] {
  const lists: readonly (readonly MailServer[])[] = [account.incoming, account.outgoing];
  const { all, typed } = waysOf(guide);
  const closedTo = (ways: Ways) =>
    lists.find((list) => chooseServers(list, (server) => methodAt(server, ways)).length === 0);
  // What is typed alone counts where the page of the one server does not open the other.
  const closedToAll = closedTo(all);
  const closed = closedToAll ?? (guide.browser?.steps === undefined ? undefined : closedTo(typed));
  if (closed === undefined) return (language) => guideTexts(account, language).unsuitable.imapOnly;
  const among = candidates<MailServer>(closed);
  const hosts = [...new Set(among.map(({ host }) => host))].join(', ');
  const rest = lists.filter((list) => list !== closed).flatMap((list) => candidates<MailServer>(list));
  const others = [...new Set(rest.map(({ host }) => host))].join(', ');
  const offers = (way: Authentication) => among.some(({ authentication }) => authentication.includes(way));
  return (language) => {
    const { unsuitable } = guideTexts(account, language);
    const help = { webmail, whom: whomToAsk(account.provider, texts(language, account.provider.texts)) };
    if (offers('cram-md5')) return unsuitable.encryptedOnly({ hosts });
    if (offers('oauth2') && closedToAll === undefined) return unsuitable.mixed({ hosts, others, ...help });
    if (offers('oauth2')) return unsuitable.browser({ hosts, ...help });
    return (offers('certificate') ? unsuitable.certificate : unsuitable.signIn)({ hosts, ...help });
  };
}

/** What guides say, in the words that the account's people read. */
function guideTexts({ provider }: Account, language: Language) {
  return texts(language, provider.texts).guides;
}
