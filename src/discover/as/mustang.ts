import { thunderbirdView } from '../../lint/autoconfig/thunderbird-view.ts';
import type { View } from '../../lint/kind.ts';
import { registeredDomain } from '../public-suffix.ts';
import { parentOf } from './base-domain.ts';
import { readConfig } from './config-reader.ts';
import type { Enquiry } from './enquiry.ts';
import {
  addressQuery,
  askedPlace,
  clientConfigPlaces as at,
  databases,
  type FilePlace,
  failureOf,
  searchAtOnce,
} from './file-places.ts';
import type { Manners } from './follow.ts';
import { hearPorts, type Port, portPlace } from './heard-ports.ts';
import { type Diary, type EndPair, type EndServer, startDiary } from './look-up.ts';
import { poxIn } from './pox-blocks.ts';
import { autodiscoverRequest } from './pox-request.ts';
import { askRecords } from './records.ts';
import { pairOf, pairText, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/**
 * Mustang (@227ae5a6; read). Mozilla's database comes first; a file counts only where one of its domains is the one that was asked for; its Autodiscover sends the password over
 * https, which nothing here does.
 */
export const asMustang: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const { domain } = asked;
    const view = (await search(diary, domain, true)) ?? (await fromExchanger(diary));
    if (view !== undefined) {
      const fill = fillFor(asked);
      return diary.end(view.outcome === 'takes' ? 'configured' : 'asks', pairOf(view, { host: fill, login: fill }));
    }
    const pair = (await fromAutodiscover(diary)) ?? (await guess(diary, domain));
    return pair === undefined ? diary.end('nothing') : diary.end('configured', pair);
  },
};

const MANNERS: Manners = { hops: 20, lowers: true, patience: 3_000 };

/** The first of each variable alone is replaced. */
function fillFor({ told }: Enquiry) {
  return (text: string) => {
    let filled = text;
    for (const [name, value] of Object.entries(variablesOf(told))) filled = filled.replace(name, () => value);
    return filled;
  };
}

async function search(diary: Diary, domain: string, own: boolean): Promise<View | undefined> {
  const { asked } = diary;
  const provider: FilePlace[] = [
    at.autoconfig('https', domain, addressQuery(asked)),
    at.wellKnown('https', domain),
    at.autoconfig('http', domain),
  ];
  const database = at.database(databases.v1, domain);
  const places = own ? [database, ...provider] : [...provider, database];
  const found = await searchAtOnce(diary, places, MANNERS, (reached) =>
    readConfig(diary, reached, {
      view: (facts) => {
        const view = thunderbirdView(facts);
        const names = (facts.config?.domains ?? []).map(({ text }) => text.trim().toLowerCase());
        return view === undefined || names.includes(domain) ? view : { outcome: 'refuses' };
      },
      fill: fillFor(asked),
    }),
  );
  const { decided } = found;
  diary.step(
    remark('asks-at-once', { count: places.length }),
    found.places,
    decided === undefined
      ? remark('then-next', {})
      : remark('then-takes', { place: decided.place.url.host, number: decided.number }),
  );
  return decided?.verdict.found;
}

/** By DNS over HTTPS; the first record as it comes. */
async function fromExchanger(diary: Diary): Promise<View | undefined> {
  const { asked } = diary;
  const { records, place } = await askRecords(asked, asked.domain, 'MX');
  const host = records.find(({ exchange }) => exchange !== '')?.exchange;
  const base = host === undefined ? undefined : registeredDomain(host);
  diary.step(remark('asks-exchanger', {}), [place], remark(base === undefined ? 'then-next' : 'then-asks-there', {}));
  if (host === undefined || base === undefined || base === asked.domain) return undefined;
  for (const domain of new Set([host === base ? base : parentOf(host), base])) {
    const found = await search(diary, domain, false);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Its blocks for sending are passed over: the server for sending is that for receiving. */
async function fromAutodiscover(diary: Diary): Promise<EndPair | undefined> {
  const { domain, told } = diary.asked;
  const places = [];
  for (const base of [`https://autodiscover.${domain}`, `https://${domain}`, `http://autodiscover.${domain}`]) {
    const url = new URL(`${base}/autodiscover/autodiscover.xml`);
    const request = {
      method: 'POST',
      url,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: autodiscoverRequest(told.text),
    } as const;
    const reached = await diary.fetch(request, MANNERS);
    const block =
      failureOf(reached) === undefined ? poxIn(reached)?.blocks.find(({ type }) => type === 'IMAP') : undefined;
    const incoming =
      block?.port === undefined ? undefined : ofBlock(block.host, block.port, block.value('LoginName') ?? told.text);
    const got =
      failureOf(reached) ??
      (incoming === undefined
        ? remark('got-no-autodiscover', {})
        : remark('got-servers', { servers: pairText({ incoming }) }));
    places.push(askedPlace({ url, tells: true }, reached, got));
    if (incoming === undefined) continue;
    diary.step(remark('asks-in-turn', { count: 3 }), places, remark('then-takes-answer', {}));
    return { incoming, outgoing: { ...incoming, protocol: 'smtp' } };
  }
  diary.step(remark('asks-in-turn', { count: 3 }), places, remark('then-next', {}));
  return undefined;
}

function ofBlock(host: string, port: number, login: string): EndServer {
  return {
    protocol: 'imap',
    host,
    port,
    security: port === 143 ? 'starttls' : 'tls',
    authentication: 'password',
    login,
  };
}

async function guess({ asked, step }: Diary, domain: string): Promise<EndPair | undefined> {
  const at = (
    protocol: 'imap' | 'smtp',
    names: readonly string[],
    ports: readonly (readonly [number, Port['security']])[],
  ): Port[] =>
    ports.flatMap(([port, security]) => names.map((name) => ({ protocol, host: `${name}.${domain}`, port, security })));
  const ports = [
    ...at(
      'imap',
      ['imap', 'mail', 'incoming'],
      [
        [993, 'tls'],
        [143, 'starttls'],
        [143, 'none'],
      ],
    ),
    ...at(
      'smtp',
      ['smtp', 'mail', 'outgoing'],
      [
        [465, 'tls'],
        [587, 'starttls'],
        [25, 'starttls'],
      ],
    ),
  ];
  const heard = await hearPorts(asked, ports);
  const first = (protocol: 'imap' | 'smtp'): EndServer | undefined => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: asked.told.text };
  };
  const pair = { incoming: first('imap'), outgoing: first('smtp') };
  const complete = pair.incoming && pair.outgoing;
  step(
    remark('asks-ports', { count: ports.length, hosts: [...new Set(ports.map(({ host }) => host))].join(', ') }),
    heard.filter(({ said }) => said !== undefined).map(portPlace),
    complete ? remark('then-guesses', { login: asked.told.text }) : remark('then-guess-fails', {}),
  );
  return complete ? pair : undefined;
}
