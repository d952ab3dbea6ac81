import { issuerOf } from '../../clients/thunderbird/oauth2-hosts.ts';
import { isHostName, isIpAddress } from '../../lint/autoconfig/config-hosts.ts';
import { type JxonValue, jxonValue } from '../../lint/autoconfig/jxon.ts';
import { addressOf } from '../../model/address.ts';
import { contentOf } from '../../read/content.ts';
import { childrenNamed, readXmlTree, type XmlElement } from '../../read/xml-tree.ts';
import { registeredDomain } from '../public-suffix.ts';
import { expanded } from './document-type.ts';
import { askedPlace, failureOf } from './file-places.ts';
import type { Reached } from './follow.ts';
import type { AskedPlace, Diary, EndPair, EndServer } from './look-up.ts';
import { autodiscoverRequest } from './pox-request.ts';
import { askRecords } from './records.ts';
import { pairText, replaced, variablesOf } from './server-text.ts';
import { guessServers } from './thunderbird-guess.ts';
import { type Remark, remark } from './words.ts';

/** What Thunderbird's Autodiscover has come to (ExchangeAutoDiscover.sys.mjs, 153.7.0). */
export interface Autodiscovered {
  readonly pair?: EndPair | undefined;
  /** What it asks the person on the way. */
  readonly asks?: 'host' | 'password' | 'sign-in' | undefined;
}

/** Four places at once; the first in their order that says yes decides, whatever it is. @param idle a clientConfig was found: what comes of this is not used */
export async function autodiscover(diary: Diary, idle: boolean): Promise<Autodiscovered> {
  const { told, domain } = diary.asked;
  return atDomain(diary, { domain, address: told.text, user: undefined, redirects: 0, idle });
}

interface Turn {
  readonly domain: string;
  /** Whom it asks for. */
  readonly address: string;
  /** Whose login stands where there is none; the address itself at first. */
  readonly user: string | undefined;
  readonly redirects: number;
  readonly idle: boolean;
}

interface Attempt {
  readonly place: AskedPlace;
  readonly reached?: Reached | undefined;
  /** Host about which the person is asked. */
  readonly about?: string | undefined;
  readonly signIn?: boolean;
}

async function atDomain(diary: Diary, turn: Turn): Promise<Autodiscovered> {
  const { domain } = turn;
  const url = (base: string) => new URL(`${base}/autodiscover/autodiscover.xml`);
  const attempts = await Promise.all([
    direct(diary, turn, url(`https://autodiscover.${domain}`)),
    direct(diary, turn, url(`https://${domain}`)),
    unprotected(diary, turn, url(`http://autodiscover.${domain}`)),
    byRecord(diary, turn),
  ]);
  const { decided, about } = decisionOf(attempts);
  const asks = about === undefined ? undefined : 'host';
  const step = (then: Remark) =>
    diary.step(
      remark('asks-autodiscover', {}),
      attempts.map(({ place }) => place),
      ...(about === undefined ? [] : [remark('then-asks-host', { host: about })]),
      turn.idle && then.code !== 'then-signs-in' ? remark('then-not-needed', {}) : then,
    );
  if (decided === undefined) {
    const wantsPassword = attempts.some(({ reached }) => reached?.status === 'answered' && reached.code === 401);
    step(remark(wantsPassword ? 'then-asks-password' : 'then-next', {}));
    return { asks: wantsPassword && !turn.idle ? 'password' : asks };
  }
  if (decided.signIn) {
    step(remark('then-signs-in', {}));
    return { asks: 'sign-in' };
  }
  const answer = bodyOf(decided.reached);
  const redirect = answer && addressOf(textOf(answer, 'RedirectAddr') ?? '');
  if (redirect !== undefined && turn.redirects < MOST_ADDRESSES) {
    step(remark('then-other-address', { domain: redirect.domain }));
    const next = { domain: redirect.domain, address: redirect.text, user: turn.user ?? turn.address };
    const further = await atDomain(diary, { ...turn, ...next, redirects: turn.redirects + 1 });
    return { ...further, asks: asks ?? further.asks };
  }
  const pair = redirect === undefined && answer !== undefined ? readAnswer(answer, turn, diary) : undefined;
  step(remark(pair === undefined ? 'then-unusable' : 'then-takes-answer', {}));
  if (pair === undefined || turn.idle) return { asks };
  return { pair: await withMail(diary, pair), asks };
}

const MOST_ADDRESSES = 2;

/**
 * The first in their order that says yes. The question about somebody else's host comes after two seconds, when the places of the domain itself have answered; and there is
 * one question only: the record is there before the redirect.
 */
function decisionOf(attempts: readonly [Attempt, Attempt, Attempt, Attempt]): {
  readonly decided?: Attempt | undefined;
  readonly about?: string | undefined;
} {
  const [first, second, third, fourth] = attempts;
  const decides = ({ reached, signIn = false }: Attempt) => signIn || (reached !== undefined && isYes(reached));
  const own = [first, second].find(decides);
  if (own !== undefined) return { decided: own };
  if (third.about === undefined && decides(third)) return { decided: third };
  const about = fourth.about ?? third.about;
  const answered = [third, fourth].filter((each) => each.about === undefined || each.about === about);
  return { decided: answered.find(decides), about };
}

function isYes(reached: Reached): boolean {
  return reached.status === 'answered' && reached.code >= 200 && reached.code < 300;
}

const MANNERS = { hops: 20, lowers: true, patience: 5_000 } as const;

function post({ address }: Turn, url: URL) {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: autodiscoverRequest(address),
  } as const;
}

async function direct(diary: Diary, turn: Turn, url: URL): Promise<Attempt> {
  if (signsIn(url))
    return { place: { place: url.href, tells: false, chain: [], got: remark('got-sign-in', {}) }, signIn: true };
  const reached = await diary.fetch(post(turn, url), MANNERS);
  return { place: askedPlace({ url, tells: true }, reached, gotOf(reached, turn, diary)), reached };
}

/** Where Thunderbird has a registration for OAuth 2.0 with Exchange. */
function signsIn({ hostname }: URL): boolean {
  return issuerOf({ host: hostname }) === 'microsoft';
}

/** A redirect makes a GET of the question. If that is refused over https, the question is asked there again. */
async function unprotected(diary: Diary, turn: Turn, url: URL): Promise<Attempt> {
  const reached = await diary.fetch(post(turn, url), MANNERS);
  const last = reached.chain.at(-1) ?? url;
  const place = askedPlace({ url, tells: true }, reached, gotOf(reached, turn, diary));
  if (reached.status !== 'answered' || isYes(reached) || last.protocol !== 'https:') return { place, reached };
  const again = await elsewhere(diary, turn, last);
  return { ...again, place: { ...place, got: again.place.got } };
}

async function byRecord(diary: Diary, turn: Turn): Promise<Attempt> {
  const { records, place } = await askRecords(diary.asked, `_autodiscover._tcp.${turn.domain}`, 'SRV');
  // The smallest weight, whatever the priority; the port is not looked at.
  const [first] = records.toSorted((one, other) => one.weight - other.weight);
  if (first === undefined || first.target === '' || !isHostName(first.target)) return { place };
  const url = new URL(`https://${first.target}/autodiscover/autodiscover.xml`);
  const found = await elsewhere(diary, turn, url);
  return { ...found, place: { ...found.place, place: place.place, chain: [url.href, ...found.place.chain] } };
}

/** Another host than one of the domain, which is asked for the settings; the person is asked first where it is somebody else's. */
async function elsewhere(diary: Diary, turn: Turn, url: URL): Promise<Attempt> {
  const base = registeredDomain(url.hostname);
  const about =
    base === registeredDomain(turn.domain) || base === 'office365.com' || base === 'outlook.com' ? undefined : base;
  const attempt = await direct(diary, turn, url);
  return about === undefined ? attempt : { ...attempt, about };
}

function gotOf(reached: Reached, turn: Turn, diary: Diary): Remark {
  const failure = failureOf(reached);
  if (failure !== undefined) return failure;
  const answer = bodyOf(reached);
  if (answer === undefined) return remark('got-no-autodiscover', {});
  const code = textOf(answer, 'ErrorCode');
  if (code !== undefined) return remark('got-autodiscover-error', { error: code });
  const redirect = textOf(answer, 'RedirectAddr');
  if (redirect !== undefined) return remark('got-other-address', {});
  const pair = readAnswer(answer, turn, diary);
  if (pair === undefined) return remark('got-no-autodiscover', {});
  return remark('got-config', { servers: pairText(pair), login: pair.incoming?.login ?? '' });
}

/** The root of an answer of XML. */
function bodyOf(reached: Reached | undefined): XmlElement | undefined {
  if (reached?.status !== 'answered' || !/^(?:text\/xml|application\/xml|text\/rdf)/.test(reached.type))
    return undefined;
  const { text } = contentOf('', reached.body);
  const xml = text === undefined ? undefined : readXmlTree(expanded(text));
  return xml?.kind === 'document' ? xml.root : undefined;
}

/** The first element of this name in the answer. */
function textOf({ children }: XmlElement, name: string): string | undefined {
  for (const child of children) {
    if (child.name === name) return child.text.trim();
    const found = textOf(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first block for receiving and the first for sending; Exchange, where there is no other. */
function readAnswer(root: XmlElement, { user }: Turn, { asked }: Diary): EndPair | undefined {
  const account = ['Response', 'Account'].reduce<XmlElement | undefined>(
    (element, name) => element && childrenNamed(element, name)[0],
    root.name === 'Autodiscover' ? root : undefined,
  );
  const blocks = account === undefined ? [] : childrenNamed(account, 'Protocol');
  const servers = blocks.flatMap((block) => readBlock(block, user ?? '%EMAILADDRESS%') ?? []);
  const variables = variablesOf(asked.told);
  const shown = (server: EndServer | undefined) =>
    server && { ...server, login: server.login && replaced(server.login, variables) };
  const incoming =
    servers.find(({ protocol }) => protocol === 'imap' || protocol === 'pop3') ??
    servers.find(({ protocol }) => protocol === 'exchange');
  if (incoming === undefined) return undefined;
  return { incoming: shown(incoming), outgoing: shown(servers.find(({ protocol }) => protocol === 'smtp')) };
}

function readBlock(block: XmlElement, user: string): EndServer | undefined {
  const value = (name: string): JxonValue | undefined => {
    const [first] = childrenNamed(block, name);
    return first && jxonValue(first);
  };
  const type = String(value('Type'));
  if (type === 'EXCH' || type === 'EXHTTP') return exchange(value('EwsUrl') ?? value('ASUrl'), user);
  const protocol = { IMAP: 'imap', POP3: 'pop3', SMTP: 'smtp' }[type] as EndServer['protocol'] | undefined;
  const host = String(value('Server') ?? '').trim();
  const port = Number.parseInt(String(value('Port')), 10);
  if (protocol === undefined || !(isHostName(host) || isIpAddress(host)) || Number.isNaN(port)) return undefined;
  const switches = [value('SSL'), value('Encryption'), value('SPA')];
  // An empty element is no text, and that is an error for the block.
  if (switches.some((each) => each !== undefined && typeof each !== 'string')) return undefined;
  const [ssl, encryption, spa] = switches.map((each) => String(each).toLowerCase());
  const login = value('LoginName');
  if (login !== undefined && String(login) === '') return undefined;
  const clear = ssl === 'off' || encryption === 'none';
  return {
    protocol,
    host: host.toLowerCase(),
    port,
    security: clear ? 'none' : CLEAR_PORTS.has(port) ? 'starttls' : 'tls',
    authentication: spa === 'on' ? 'ntlm' : 'password',
    login: login === undefined ? user : String(login),
  };
}

const CLEAR_PORTS: ReadonlySet<number> = new Set([143, 110, 25, 587]);

function exchange(url: JxonValue | undefined, login: string): EndServer | undefined {
  if (!URL.canParse(String(url))) return undefined;
  const { hostname, port } = new URL(String(url));
  return {
    protocol: 'exchange',
    host: hostname,
    port: Number(port || 443),
    security: 'tls',
    authentication: 'password',
    login,
  };
}

/** Of an answer for Exchange alone it looks whether the host speaks the protocols of mail. */
async function withMail(diary: Diary, pair: EndPair): Promise<EndPair> {
  if (pair.incoming?.protocol !== 'exchange') return pair;
  const { host, login = '' } = pair.incoming;
  const hosts = { incoming: [{ host, protocols: ['imap', 'pop3'] }], outgoing: [host] } as const;
  return (await guessServers(diary, { hosts, login, authentication: 'password' })) ?? pair;
}
