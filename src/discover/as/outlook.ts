import { registeredDomain } from '../public-suffix.ts';
import type { Enquiry } from './enquiry.ts';
import { askedPlace, failureOf } from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { type AskedPlace, type Diary, type EndPair, type EndServer, type LookUpEnd, startDiary } from './look-up.ts';
import { type PoxBlock, poxIn } from './pox-blocks.ts';
import { autodiscoverRequest } from './pox-request.ts';
import { askRecords } from './records.ts';
import { pairText } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { type Remark, remark } from './words.ts';

/*
 * Outlook for Windows, the classic one (Microsoft's pages of the order of Autodiscover in 2016, what servers saw of 2013 and 2021; not run). What a computer has by itself is not looked
 * at: the directory of its domain, files and registry, the last address that was good. Nor is Microsoft's cloud, which knows its own customers.
 */

/** The wizard of 2013, and the classic one since. */
export const asOutlook: Simulator = { lookUp: (asked) => lookUp(asked, true) };

/** The wizard that Office has brought since 2016: it fetches the answer, and then asks for everything of IMAP. */
export const asOutlookSimplified: Simulator = { lookUp: (asked) => lookUp(asked, false) };

const MANNERS: Manners = { hops: 10, lowers: false };

async function lookUp(asked: Enquiry, classic: boolean): Promise<LookUpEnd> {
  const diary = startDiary(asked);
  const { pair, asks, exchange } = await autodiscover(diary);
  if (exchange) return diary.end(asks ? 'asks' : 'configured', pair);
  if (!classic) {
    diary.step(
      remark('asks-form', {}),
      [],
      remark(pair === undefined ? 'then-form-address' : 'then-ignores-answer', { login: asked.told.text }),
    );
    return diary.end('asks', pair && ofForm(pair, asked));
  }
  if (pair !== undefined) return diary.end(asks ? 'asks' : 'configured', pair);
  diary.step(remark('asks-cloud', {}), [], remark('then-form-address', { login: asked.told.text }));
  diary.doubt(remark('doubt-cloud', {}));
  return diary.end('nothing');
}

/** Its form for the servers has the address as login. */
function ofForm({ incoming, outgoing }: EndPair, { told }: Enquiry): EndPair {
  const named = (server: EndServer | undefined) => server && { ...server, login: told.text };
  return { incoming: named(incoming), outgoing: named(outgoing) };
}

interface Answered {
  readonly pair?: EndPair | undefined;
  readonly asks?: boolean;
  readonly exchange?: boolean;
}

/** One place after the other, until one has an answer. */
async function autodiscover(diary: Diary): Promise<Answered> {
  const { domain } = diary.asked;
  const places: AskedPlace[] = [];
  const at = (base: string) => new URL(`${base}/autodiscover/autodiscover.xml`);
  const ended = (answered: Answered, ...does: readonly Remark[]) => {
    diary.step(remark('asks-outlook', {}), places, ...does);
    return answered;
  };
  for (const url of [at(`https://${domain}`), at(`https://autodiscover.${domain}`)]) {
    const found = await ask(diary, url, places);
    if (found !== undefined) return ended(found, remark('then-takes-answer', {}));
  }
  const redirect = await redirectOf(diary, at(`http://autodiscover.${domain}`), places);
  const byRecord = redirect === undefined ? await recordOf(diary, places) : undefined;
  const target = redirect ?? byRecord;
  if (target === undefined) return ended({}, remark('then-next', {}));
  const found = await ask(diary, target, places);
  const question = redirect !== undefined || registeredDomain(target.hostname) !== registeredDomain(domain);
  const asked = question ? [remark('then-asks-host', { host: target.hostname })] : [];
  if (found === undefined) return ended({}, ...asked, remark('then-next', {}));
  return ended({ ...found, asks: question }, ...asked, remark('then-takes-answer', {}));
}

async function ask(diary: Diary, url: URL, places: AskedPlace[]): Promise<Answered | undefined> {
  const body = autodiscoverRequest(diary.asked.told.text);
  const reached = await diary.fetch(
    { method: 'POST', url, headers: { 'content-type': 'text/xml; charset=utf-8' }, body },
    MANNERS,
  );
  const found = read(reached, diary.asked);
  const failure = failureOf(reached);
  const got =
    failure ??
    (found === undefined
      ? remark('got-no-autodiscover', {})
      : remark('got-servers', { servers: pairText(found.pair ?? {}) }));
  places.push(askedPlace({ url, tells: true }, reached, got));
  return failure === undefined ? found : undefined;
}

function read(reached: Reached, { told }: Enquiry): Answered | undefined {
  const blocks = poxIn(reached)?.blocks ?? [];
  const mail = (...types: readonly string[]) => blocks.find(({ type }) => types.includes(type));
  const exchange = mail('EXCH', 'EXHTTP');
  if (exchange !== undefined) {
    const server: EndServer = {
      protocol: 'exchange',
      host: exchange.host,
      port: undefined,
      security: 'tls',
      authentication: undefined,
      login: told.text,
    };
    return { pair: { incoming: server, outgoing: server }, exchange: true };
  }
  const [incoming, outgoing] = [mail('IMAP', 'POP3'), mail('SMTP')];
  if (incoming === undefined || outgoing === undefined) return undefined;
  return { pair: { incoming: ofBlock(incoming, told.local), outgoing: ofBlock(outgoing, told.local) } };
}

/** Encryption says more than SSL; without a login it is the part before the @. */
function ofBlock({ type, host, port, value }: PoxBlock, local: string): EndServer {
  const encryption = value('Encryption')?.toLowerCase();
  const security =
    encryption === 'tls'
      ? 'starttls'
      : encryption === 'none' || (encryption === undefined && value('SSL')?.toLowerCase() === 'off')
        ? 'none'
        : 'tls';
  const protocol = { IMAP: 'imap', POP3: 'pop3' } as const;
  return {
    protocol: protocol[type as keyof typeof protocol] ?? 'smtp',
    host,
    port,
    security,
    // Absent is on.
    authentication: value('SPA')?.toLowerCase() === 'off' ? 'password' : 'ntlm',
    login: value('LoginName') ?? local,
  };
}

/** Over http it asks for nothing but where to go. */
async function redirectOf(diary: Diary, url: URL, places: AskedPlace[]): Promise<URL | undefined> {
  const reached = await diary.fetch({ method: 'GET', url }, { hops: 0, lowers: false });
  const answer = await diary.asked.net.web({ method: 'GET', url });
  const location =
    answer.status === 'answered' && (answer.code === 301 || answer.code === 302) ? answer.headers.location : undefined;
  const target = location !== undefined && URL.canParse(location) ? new URL(location) : undefined;
  const found = target?.protocol === 'https:' ? target : undefined;
  const got =
    found === undefined
      ? (failureOf(reached) ?? remark('got-no-autodiscover', {}))
      : remark('got-redirect', { url: found.href });
  places.push(askedPlace({ url, tells: false }, reached, got));
  return found;
}

/** The port of the record is not looked at. */
async function recordOf({ asked }: Diary, places: AskedPlace[]): Promise<URL | undefined> {
  const { records, place } = await askRecords(asked, `_autodiscover._tcp.${asked.domain}`, 'SRV');
  places.push(place);
  const [first] = records.filter(({ target }) => target !== '').toSorted((one, other) => one.priority - other.priority);
  return first && new URL(`https://${first.target}/autodiscover/autodiscover.xml`);
}
