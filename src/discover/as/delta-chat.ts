import { deltaChatView } from '../../lint/autoconfig/delta-chat-view.ts';
import { readConfig } from './config-reader.ts';
import type { Enquiry } from './enquiry.ts';
import {
  addressQuery,
  clientConfigPlaces as at,
  databases,
  type FilePlace,
  failureOf,
  type PlaceVerdict,
  searchInTurn,
} from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { hearPorts, type Port, portPlace } from './heard-ports.ts';
import { type Diary, type EndPair, type EndServer, startDiary } from './look-up.ts';
import { poxIn } from './pox-blocks.ts';
import { pairOf, pairText, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/**
 * Delta Chat (core 2.57.0 was run for its order and for what ends its search; chatmail/core @48888898 read: configure.rs, auto_mozilla.rs, auto_outlook.rs). The first place that
 * answers with XML ends the search, with servers in it or without. Of what is missing it tries names; it signs in with each candidate in turn, and we with none.
 */
export const asDeltaChat: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const { domain } = asked;
    const autodiscover = (host: string): FilePlace => ({
      url: new URL(`https://${host}/autodiscover/autodiscover.xml`),
      tells: false,
    });
    const places = [
      at.autoconfig('https', domain, addressQuery(asked)),
      at.wellKnown('https', domain),
      autodiscover(domain),
      autodiscover(`autodiscover.${domain}`),
      at.database(databases.autoconfig, domain),
    ];
    const search = await searchInTurn(diary, places, MANNERS, (reached, { url }) =>
      url.pathname.startsWith('/autodiscover/') ? readPox(asked, reached) : readFile(diary, reached),
    );
    const { decided } = search;
    diary.step(
      remark('asks-in-turn', { count: places.length }),
      search.places,
      decided === undefined
        ? remark('then-next', {})
        : remark(decided.verdict.use === 'take' ? 'then-takes' : 'then-stops-at-xml', {
            place: decided.place.url.host,
            number: decided.number,
          }),
    );
    const found = decided?.verdict.found ?? {};
    const guessed = found.incoming && found.outgoing ? {} : await guess(diary, found);
    const [incoming, outgoing] = [found.incoming ?? guessed.incoming, found.outgoing ?? guessed.outgoing];
    return incoming && outgoing
      ? diary.end('configured', { incoming, outgoing })
      : diary.end('nothing', { incoming, outgoing });
  },
};

const MANNERS: Manners = { hops: 10, lowers: true, relative: false };

/** XML without servers ends the search too. */
function readFile(diary: Diary, reached: Reached): PlaceVerdict<EndPair> {
  const fill = (text: string) => replaced(text, variablesOf(diary.asked.told));
  const { use, found, got } = readConfig(diary, reached, {
    view: deltaChatView,
    fill,
    useless: ({ xml }) => ({ use: xml.kind === 'document' ? 'stop' : 'next' }),
  });
  return { use, found: found && pairOf(found, { host: fill, login: fill }), got };
}

function found(servers: readonly EndServer[]): PlaceVerdict<EndPair> | undefined {
  const incoming = servers.find(({ protocol }) => protocol === 'imap');
  const outgoing = servers.find(({ protocol }) => protocol === 'smtp');
  if (incoming === undefined && outgoing === undefined) return undefined;
  const pair = { incoming, outgoing };
  const login = incoming?.login ?? outgoing?.login ?? '';
  return { use: 'take', found: pair, got: remark('got-config', { servers: pairText(pair), login }) };
}

/** A GET, and of the blocks type, host, port and SSL; the login is the address. */
function readPox({ told }: Enquiry, reached: Reached): PlaceVerdict<EndPair> {
  const failure = failureOf(reached);
  if (failure !== undefined) return { use: 'next', got: failure };
  const answer = poxIn(reached);
  if (answer === undefined) return { use: 'next', got: remark('got-no-autodiscover', {}) };
  const servers = answer.blocks.flatMap(({ type, host, port, value }): EndServer[] => {
    const protocol = { IMAP: 'imap', SMTP: 'smtp' }[type] as 'imap' | 'smtp' | undefined;
    if (protocol === undefined || host === '' || port === undefined) return [];
    const security = value('SSL') === 'off' ? 'none' : port === 143 || port === 587 ? 'starttls' : 'tls';
    return [{ protocol, host, port, security, authentication: 'password', login: told.text }];
  });
  const none =
    answer.error === undefined
      ? remark('got-no-autodiscover', {})
      : remark('got-autodiscover-error', { error: answer.error });
  return found(servers) ?? { use: 'stop', got: none };
}

/** The usual names, with TLS and then with STARTTLS; the login is the address. */
async function guess({ asked, step }: Diary, known: EndPair): Promise<EndPair> {
  const hosts = (name: string) => [`${name}.${asked.domain}`, `mail.${asked.domain}`, asked.domain];
  const ports = (protocol: 'imap' | 'smtp'): Port[] => {
    const [tls, starttls] = protocol === 'imap' ? [993, 143] : [465, 587];
    return hosts(protocol).flatMap((host) => [
      { protocol, host, port: tls, security: 'tls' },
      { protocol, host, port: starttls, security: 'starttls' },
    ]);
  };
  const wanted = [...(known.incoming ? [] : ports('imap')), ...(known.outgoing ? [] : ports('smtp'))];
  const heard = await hearPorts(asked, wanted);
  const first = (protocol: 'imap' | 'smtp'): EndServer | undefined => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: asked.told.text };
  };
  const pair = { incoming: first('imap'), outgoing: first('smtp') };
  const complete = (known.incoming ?? pair.incoming) && (known.outgoing ?? pair.outgoing);
  step(
    remark('asks-ports', { count: wanted.length, hosts: [...new Set(wanted.map(({ host }) => host))].join(', ') }),
    heard.filter(({ said }) => said !== undefined).map(portPlace),
    complete ? remark('then-guesses', { login: asked.told.text }) : remark('then-guess-fails', {}),
  );
  return pair;
}
