import { fairEmailView } from '../../lint/autoconfig/fairemail-view.ts';
import type { DnsValues } from '../../net/net.ts';
import { isPublicSuffix, parentOf } from './base-domain.ts';
import { readConfig } from './config-reader.ts';
import type { Enquiry } from './enquiry.ts';
import {
  addressQuery,
  askedPlace,
  clientConfigPlaces as at,
  databases,
  failureOf,
  type PlaceVerdict,
  searchInTurn,
} from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { hearPorts, type Port, portPlace } from './heard-ports.ts';
import { type AskedPlace, type Diary, type EndPair, type EndServer, type LookUpEnd, startDiary } from './look-up.ts';
import { poxIn } from './pox-blocks.ts';
import { autodiscoverRequest } from './pox-request.ts';
import { askRecords, bestExchange } from './records.ts';
import { pairOf, pairText } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/*
 * FairEmail (EmailProvider.java @e23dd9df; read). Everything in turn, and all that is found is kept: the candidate with the highest score is tried first, each with up to three
 * logins. The table of providers that is built in, and its patterns for MX and NS, are not looked at.
 */

/** Of GitHub and F-Droid. */
export const asFairemail: Simulator = { lookUp: (asked) => lookUp(asked, true) };

/** Of Google Play, which asks no provider. */
export const asFairemailPlay: Simulator = { lookUp: (asked) => lookUp(asked, false) };

interface Candidate {
  readonly score: number;
  readonly pair: EndPair;
  /** What a file has for the login. */
  readonly literal?: string | undefined;
}

async function lookUp(asked: Enquiry, full: boolean): Promise<LookUpEnd> {
  const diary = startDiary(asked);
  const found = await ofDomain(diary, asked.domain, full);
  const candidates = found.length > 0 ? found : await ofExchanger(diary, full);
  const [best] = candidates.toSorted((one, other) => other.score - one.score);
  if (best === undefined) return diary.end('nothing');
  const logins = loginsOf(best.literal, asked);
  diary.step(
    remark('asks-candidates', { count: candidates.length }),
    [],
    remark('then-tries-best', { servers: pairText(best.pair) }),
    remark('then-tries-logins', { login: logins.join(', ') }),
  );
  const named = (server: EndServer | undefined) => server && { ...server, login: logins[0], tries: logins };
  return diary.end('configured', { incoming: named(best.pair.incoming), outgoing: named(best.pair.outgoing) });
}

/** Variables that are the whole value are replaced; a longer text is one that it signs in with as it is. */
function loginsOf(literal: string | undefined, { told }: Enquiry): string[] {
  if (literal === undefined || literal === '%EMAILADDRESS%' || literal === told.text) return [told.text, told.local];
  if (literal === '%EMAILLOCALPART%' || literal === told.local) return [told.local, told.text];
  return [literal, told.text, told.local];
}

async function ofDomain(diary: Diary, domain: string, full: boolean): Promise<Candidate[]> {
  return [
    ...(await fromRecords(diary, domain)),
    ...(await fromFile(diary, domain, full)),
    ...(full ? await fromAutodiscover(diary, domain) : []),
    ...(await fromPorts(diary, domain)),
  ];
}

async function fromRecords({ asked, step }: Diary, domain: string): Promise<Candidate[]> {
  const names = ['_imaps', '_imap', '_submission', '_submissions'];
  const found = await Promise.all(names.map((name) => askRecords(asked, `${name}._tcp.${domain}`, 'SRV')));
  const best = (from: number, protocol: 'imap' | 'smtp'): EndServer | undefined => {
    const all = found
      .slice(from, from + 2)
      .flatMap(({ records }, index) => records.map((record) => ({ record, name: names[from + index] ?? '' })));
    const [first] = all
      .filter(({ record }) => record.target !== '')
      .toSorted((one, other) => one.record.priority - other.record.priority || other.record.weight - one.record.weight);
    return first && ofRecord(first.record, protocol, first.name.endsWith('s'));
  };
  const pair = { incoming: best(0, 'imap'), outgoing: best(2, 'smtp') };
  const complete = pair.incoming !== undefined && pair.outgoing !== undefined;
  step(
    remark('asks-records-at-once', {}),
    found.map(({ place }) => place),
    complete ? remark('then-keeps', { score: 100 }) : remark('then-next', {}),
  );
  return complete ? [{ score: 100, pair }] : [];
}

function ofRecord({ target, port }: DnsValues['SRV'], protocol: 'imap' | 'smtp', secure: boolean): EndServer {
  const starttls = !secure && (port === 143 || port === 587);
  return {
    protocol,
    host: target,
    port,
    security: starttls ? 'starttls' : 'tls',
    authentication: 'password',
    login: undefined,
  };
}

/** Java's: no redirect that changes the scheme. */
const MANNERS: Manners = { hops: 20, lowers: false, raises: false, patience: 10_000 };

async function fromFile(diary: Diary, domain: string, full: boolean): Promise<Candidate[]> {
  const query = addressQuery(diary.asked, false);
  const own = [
    at.autoconfig('https', domain, query),
    at.wellKnown('https', domain, query),
    at.autoconfig('http', domain, query),
    at.wellKnown('http', domain, query),
  ];
  const places = [...(full ? own : []), at.database(databases.autoconfig, domain)];
  const search = await searchInTurn(diary, places, MANNERS, (reached) => readFile(diary, reached));
  const found = search.decided?.verdict.found;
  const own100 = found?.literal !== undefined && loginsOf(found.literal, diary.asked).length > 2;
  const score = 40 + (own100 ? 100 : 0);
  diary.step(
    remark('asks-in-turn', { count: places.length }),
    search.places,
    found === undefined ? remark('then-next', {}) : remark(own100 ? 'then-keeps-literal' : 'then-keeps', { score }),
  );
  return found === undefined ? [] : [{ ...found, score }];
}

function readFile(diary: Diary, reached: Reached): PlaceVerdict<Omit<Candidate, 'score'>> {
  const same = (text: string) => text;
  // Of all statuses that say yes, this one alone.
  if (reached.status === 'answered' && reached.code > 200 && reached.code < 300)
    return { use: 'next', got: remark('got-status', { status: reached.code }) };
  const { use, found, got } = readConfig(diary, reached, { view: fairEmailView, fill: same });
  if (found === undefined) return { use, got };
  const { incoming, outgoing } = pairOf(found, { host: same, login: same });
  const nameless = (server: EndServer | undefined) => server && { ...server, login: undefined };
  return {
    use,
    found: { pair: { incoming: nameless(incoming), outgoing: nameless(outgoing) }, literal: incoming?.login },
    got,
  };
}

async function fromAutodiscover(diary: Diary, domain: string): Promise<Candidate[]> {
  const { told } = diary.asked;
  const places: AskedPlace[] = [];
  for (const host of [domain, `autodiscover.${domain}`]) {
    const url = new URL(`https://${host}/autodiscover/autodiscover.xml`);
    const request = {
      method: 'POST',
      url,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: autodiscoverRequest(told.text),
    } as const;
    const reached = await diary.fetch(request, MANNERS);
    const failure = failureOf(reached);
    const servers = failure === undefined ? (poxIn(reached)?.blocks ?? []).flatMap(ofBlock) : [];
    const pair = {
      incoming: servers.find(({ protocol }) => protocol === 'imap'),
      outgoing: servers.find(({ protocol }) => protocol === 'smtp'),
    };
    const complete = pair.incoming !== undefined && pair.outgoing !== undefined;
    places.push(
      askedPlace(
        { url, tells: true },
        reached,
        failure ?? (complete ? remark('got-servers', { servers: pairText(pair) }) : remark('got-no-autodiscover', {})),
      ),
    );
    if (!complete) continue;
    diary.step(remark('asks-in-turn', { count: 2 }), places, remark('then-keeps-without-login', { score: 40 }));
    return [{ score: 40, pair }];
  }
  diary.step(remark('asks-in-turn', { count: 2 }), places, remark('then-next', {}));
  return [];
}

function ofBlock({ type, host, port }: NonNullable<ReturnType<typeof poxIn>>['blocks'][number]): EndServer[] {
  const protocol = { IMAP: 'imap', SMTP: 'smtp' }[type] as 'imap' | 'smtp' | undefined;
  if (protocol === undefined || host === '' || port === undefined) return [];
  const security = port === 143 || port === 587 ? 'starttls' : 'tls';
  return [{ protocol, host, port, security, authentication: 'password', login: undefined }];
}

async function fromPorts({ asked, step }: Diary, domain: string): Promise<Candidate[]> {
  const at = (protocol: 'imap' | 'smtp', port: number, security: 'tls' | 'starttls', ...names: string[]): Port[] =>
    [...names.map((name) => `${name}.${domain}`), domain].map((host) => ({ protocol, host, port, security }));
  const ports = [
    ...at('imap', 993, 'tls', 'imap', 'imaps', 'mail', 'mx'),
    ...at('imap', 143, 'starttls', 'imap', 'mail', 'mx'),
    ...at('smtp', 587, 'starttls', 'smtp', 'mail', 'mx'),
    ...at('smtp', 465, 'tls', 'smtp', 'smtps', 'mail', 'mx'),
  ];
  const heard = await hearPorts(asked, ports);
  const first = (protocol: 'imap' | 'smtp'): EndServer | undefined => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: undefined };
  };
  const pair = { incoming: first('imap'), outgoing: first('smtp') };
  const complete = pair.incoming !== undefined && pair.outgoing !== undefined;
  step(
    remark('asks-ports', { count: ports.length, hosts: [...new Set(ports.map(({ host }) => host))].join(', ') }),
    heard.filter(({ said }) => said !== undefined).map(portPlace),
    complete ? remark('then-keeps', { score: 20 }) : remark('then-next', {}),
  );
  return complete ? [{ score: 20, pair }] : [];
}

/** The mail exchanger's name, and what is above it up to a public suffix; at last the exchanger itself. */
async function ofExchanger(diary: Diary, full: boolean): Promise<Candidate[]> {
  const { asked } = diary;
  const { records, place } = await askRecords(asked, asked.domain, 'MX');
  const host = bestExchange(records);
  diary.step(remark('asks-exchanger', {}), [place], remark(host === undefined ? 'then-form' : 'then-next', {}));
  if (host === undefined) return [];
  for (let name = host; name.includes('.') && !isPublicSuffix(name); name = parentOf(name)) {
    const found = await ofDomain(diary, name, full);
    if (found.length > 0) return found;
  }
  const ports: Port[] = [
    { protocol: 'imap', host, port: 993, security: 'tls' },
    { protocol: 'smtp', host, port: 587, security: 'starttls' },
    { protocol: 'smtp', host, port: 465, security: 'tls' },
  ];
  const heard = await hearPorts(asked, ports);
  const [incoming, outgoing] = (['imap', 'smtp'] as const).map((protocol) => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: undefined };
  });
  const complete = incoming !== undefined && outgoing !== undefined;
  diary.step(
    remark('asks-ports', { count: ports.length, hosts: host }),
    heard.map(portPlace),
    remark(complete ? 'then-keeps' : 'then-form', { score: 0 }),
  );
  return complete ? [{ score: 0, pair: { incoming, outgoing } }] : [];
}
