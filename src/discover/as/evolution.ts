import { md5 } from '@noble/hashes/legacy';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { ConfigFacts } from '../../lint/autoconfig/config-facts.ts';
import { evolutionView } from '../../lint/autoconfig/evolution-view.ts';
import type { View } from '../../lint/kind.ts';
import type { XmlElement } from '../../read/xml-tree.ts';
import { parentOf } from './base-domain.ts';
import { readConfig } from './config-reader.ts';
import type { Enquiry } from './enquiry.ts';
import { clientConfigPlaces as at, databases, type PlaceVerdict, type Search, searchInTurn } from './file-places.ts';
import type { Reached } from './follow.ts';
import { type Diary, type EndServer, type LookUpEnd, startDiary } from './look-up.ts';
import { askRecords, bestExchange, type Recorded } from './records.ts';
import { pairOf, replaced } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/*
 * Evolution's account assistant (3.46.4 as Debian 12 has it, held against the program by test/system/discover/programs-agree.test.ts; newer: GNOME/evolution @6901b223 and @0d5a7a99, read
 * and not run). A worker reads clientConfig files, another the SRV records of mail, which for it are never whole: what a file says of a protocol comes first, whatever the numbers.
 */

/** 3.46, of Debian 12: where nothing is found, the name server's domain is asked. */
export const asEvolution: Simulator = {
  lookUp: (asked) => lookUp(asked, { fallback: 'NS', srv: -100, person: 'EVOLUTIONUSER' }),
};

/** Newer: where nothing is found, the mail exchanger's domain is asked. */
export const asEvolutionNewer: Simulator = {
  lookUp: (asked) => lookUp(asked, { fallback: 'MX', srv: 100, person: undefined }),
};

interface Ways {
  readonly fallback: 'NS' | 'MX';
  /** What is added to the priority of what a record of TLS names. */
  readonly srv: number;
  /** Who is told in the place of the person. */
  readonly person: string | undefined;
}

/** A result of a worker. */
interface Candidate {
  readonly priority: number;
  /** It says all that is needed, for the program. */
  readonly complete: boolean;
  readonly server: EndServer;
}

const PRIORITY = { imap: 1000, pop3: 2000, smtp: 1000 } as const;

async function lookUp(asked: Enquiry, ways: Ways): Promise<LookUpEnd> {
  const diary = startDiary(asked);
  const files = await fromFiles(diary, ways);
  const records = await fromRecords(diary, ways);
  const all = [...files, ...records];
  const [incoming, outgoing] = [chosen(all, ['imap', 'pop3']), chosen(all, ['smtp'])];
  if (incoming === undefined && outgoing === undefined) return diary.end('nothing');
  // It goes to its summary where both are whole for it; otherwise it shows its pages, with what it has. What then is missing has to be said.
  const whole = [incoming, outgoing].every(
    (each) => each?.complete && each.server.host && each.server.port !== undefined && each.server.login,
  );
  const outcome = whole ? 'configured' : 'asks';
  return diary.end(outcome, { incoming: incoming?.server, outgoing: outgoing?.server });
}

/** Of each protocol what is whole comes before what is not, and then the smallest number; of the protocols, the one with the smallest number. */
function chosen(all: readonly Candidate[], protocols: readonly EndServer['protocol'][]): Candidate | undefined {
  const best = protocols.flatMap(
    (protocol) =>
      all
        .filter(({ server }) => server.protocol === protocol)
        .toSorted((one, other) => Number(other.complete) - Number(one.complete) || one.priority - other.priority)[0] ??
      [],
  );
  return best.toSorted((one, other) => one.priority - other.priority)[0];
}

const MANNERS = { hops: 20, lowers: true, patience: 15_000 } as const;

async function fromFiles(diary: Diary, ways: Ways): Promise<Candidate[]> {
  const { domain } = diary.asked;
  const broken = { begun: false };
  const first = await askDomain(diary, domain, ways, broken);
  const ended = first.decided ?? (isNotFound(first.last) ? undefined : 'ended');
  diary.step(remark('asks-in-turn', { count: first.search.places.length }), first.search.places, first.then);
  if (ended === 'ended') return [];
  if (ended !== undefined) return candidates(diary.asked, ended.found, ways);
  const { host, recorded } = await fallbackHost(diary, ways);
  const places = [recorded.place];
  let name = host;
  // No list of public suffixes: it goes up to the name under the root.
  while (name?.includes('.')) {
    const { search, decided, then } = await askDomain(diary, name, ways, broken);
    places.push(...search.places);
    if (decided !== undefined) {
      diary.step(remark(fallbackAsks[ways.fallback], {}), places, then);
      return candidates(diary.asked, decided.found, ways);
    }
    name = parentOf(name);
  }
  diary.step(remark(fallbackAsks[ways.fallback], {}), places, remark('then-next', {}));
  return [];
}

const fallbackAsks = { NS: 'asks-name-server', MX: 'asks-exchanger' } as const;

function isNotFound(reached: Reached | undefined): boolean {
  return reached?.status === 'answered' && reached.code === 404;
}

async function fallbackHost({ asked }: Diary, { fallback }: Ways) {
  if (fallback === 'MX') {
    const recorded = await askRecords(asked, asked.domain, 'MX');
    return { host: bestExchange(recorded.records), recorded };
  }
  const recorded: Recorded<'NS'> = await askRecords(asked, asked.domain, 'NS');
  return { host: recorded.records[0], recorded };
}

/** @param broken a file that it has begun to read was none to the end */
async function askDomain(diary: Diary, domain: string, ways: Ways, broken: { begun: boolean }) {
  const { told } = diary.asked;
  const address = ways.person === undefined ? told.text : `${ways.person}@${domain}`;
  const digest = bytesToHex(md5(utf8ToBytes(told.text.toLowerCase())));
  const query = `emailaddress=${encodeURIComponent(address)}&emailmd5=${digest}`;
  const places = [
    at.autoconfig('https', domain, query),
    at.autoconfig('http', domain, query),
    at.wellKnown('https', domain, query),
    at.wellKnown('http', domain, query),
    at.database(databases.autoconfig, domain),
  ];
  let last: Reached | undefined;
  const search: Search<View> = await searchInTurn(diary, places, MANNERS, (reached) => {
    last = reached;
    const verdict = read(diary, reached, ways);
    broken.begun ||= verdict.use === 'next' && hasServers(reached);
    return verdict;
  });
  const decided = search.decided?.verdict;
  // What was read of a file before it broke off stays, where the one that is then taken says nothing else.
  if (broken.begun && decided !== undefined && decided.found?.outcome !== 'takes')
    diary.doubt(remark('doubt-carried', {}));
  const then =
    search.decided === undefined
      ? remark(isNotFound(last) ? 'then-next' : 'then-ends-at-database', {})
      : search.decided.verdict.use === 'take'
        ? remark('then-takes', { place: search.decided.place.url.host, number: search.decided.number })
        : remark('then-stops-at-xml', {});
  return { search, decided, last, then };
}

/** It takes every XML for an answer, with servers in it or without; what is none lets it go on. */
function read(diary: Diary, reached: Reached, ways: Ways): PlaceVerdict<View> {
  return readConfig(diary, reached, {
    view: evolutionView,
    whole: true,
    fill: fillFor(diary.asked, ways),
    useless: (facts) => ({ use: isMarkup(facts) && !hasOddServer(facts) ? 'stop' : 'next' }),
  });
}

function hasServers(reached: Reached): boolean {
  return (
    reached.status === 'answered' &&
    reached.code < 300 &&
    /<(?:incoming|outgoing)Server/.test(new TextDecoder().decode(reached.body))
  );
}

function isMarkup({ xml, content }: ConfigFacts): boolean {
  return xml.kind === 'document' && !content.marked && content.encoding === 'utf-8';
}

/** A server element with another attribute than its type is an error of the file. */
function hasOddServer({ xml }: ConfigFacts): boolean {
  if (xml.kind === 'fault') return false;
  const odd = ({ name, attributes, children }: XmlElement): boolean =>
    ((name === 'incomingServer' || name === 'outgoingServer') && Object.keys(attributes).join() !== 'type') ||
    children.some(odd);
  return odd(xml.root);
}

function fillFor({ told }: Enquiry, { person }: Ways) {
  return (text: string) => {
    // The variable of the domain is one that the assistant never sets.
    const filled = replaced(text, {
      '%EMAILADDRESS%': told.text,
      '%EMAILLOCALPART%': told.local,
      '%EMAILDOMAIN%': '',
    });
    return person === undefined ? filled : filled.replace(new RegExp(person, 'gi'), () => told.local);
  };
}

function candidates(asked: Enquiry, view: View | undefined, ways: Ways): Candidate[] {
  if (view === undefined) return [];
  const fill = fillFor(asked, ways);
  const { incoming, outgoing } = pairOf(view, { host: fill, login: fill });
  return [incoming, outgoing].flatMap((server) =>
    server === undefined
      ? []
      : [
          {
            // The protocols of a clientConfig are the keys of this table.
            priority: PRIORITY[server.protocol as keyof typeof PRIORITY],
            // Whatever is missing in it.
            complete: true,
            server,
          },
        ],
  );
}

const SERVICES = [
  { name: '_imaps', protocol: 'imap', security: 'tls', step: 0 },
  { name: '_imap', protocol: 'imap', security: 'starttls', step: 50 },
  { name: '_pop3s', protocol: 'pop3', security: 'tls', step: 0 },
  { name: '_pop3', protocol: 'pop3', security: 'starttls', step: 50 },
  { name: '_submissions', protocol: 'smtp', security: 'tls', step: 0 },
  { name: '_submission', protocol: 'smtp', security: 'starttls', step: 50 },
] as const;

/** Every target of every record is a result; the login is the address. */
async function fromRecords(diary: Diary, { srv }: Ways): Promise<Candidate[]> {
  const { asked } = diary;
  const found = await Promise.all(
    SERVICES.map(async (service) => ({
      service,
      recorded: await askRecords(asked, `${service.name}._tcp.${asked.domain}`, 'SRV'),
    })),
  );
  const results = found.flatMap(({ service: { protocol, security, step }, recorded }) =>
    recorded.records
      .filter(({ target }) => target !== '')
      .toSorted((one, other) => one.priority - other.priority)
      .map(({ target, port }): Candidate => {
        const authentication = 'password';
        const server = { protocol, host: target, port, security, authentication, login: asked.told.text };
        // They know no login, and so are never whole.
        return { priority: PRIORITY[protocol] + srv + step, complete: false, server };
      }),
  );
  const then = results.length === 0 ? remark('then-next', {}) : remark('then-files-win', { login: asked.told.text });
  diary.step(
    remark('asks-records-at-once', {}),
    found.map(({ recorded }) => recorded.place),
    then,
  );
  return results;
}
