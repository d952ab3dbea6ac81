import { aercView } from '../../lint/autoconfig/aerc-view.ts';
import type { DnsValues } from '../../net/net.ts';
import { readConfig } from './config-reader.ts';
import { addressQuery, clientConfigPlaces as at, databases, type FilePlace, searchInTurn } from './file-places.ts';
import { hearPorts, type Port, portPlace } from './heard-ports.ts';
import { type Diary, type EndPair, type EndServer, type LookUpEnd, startDiary } from './look-up.ts';
import { askRecords, bestExchange } from './records.ts';
import { pairOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/*
 * aerc's `:new-account` (rjarry/aerc @fab05311 lib/autoconfig, and 0.14 of Debian 12; read). Of whatever it finds it takes host, port and protection alone: both logins are the
 * address.
 */

/** 0.21 and later. */
export const asAerc: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const query = addressQuery(asked);
    const own = [at.autoconfig('https', asked.domain, query), at.wellKnown('https', asked.domain, query)];
    const pair =
      (await fromRecords(diary)) ??
      (await fromFiles(diary, own)) ??
      (await fromFiles(diary, [at.database(databases.autoconfig, asked.domain)])) ??
      (await fromPorts(diary, asked.domain)) ??
      (await fromExchanger(diary));
    return pair === undefined ? diary.end('nothing') : ended(diary, pair);
  },
};

/** Up to 0.20: records alone. */
export const asAerc20: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const names = ['_imaps', '_imap', '_submission'] as const;
    const found = await Promise.all(names.map((name) => askRecords(asked, `${name}._tcp.${asked.domain}`, 'SRV')));
    const [secure, plain, sends] = found.map(({ records }) => records.find(({ target }) => target !== ''));
    const incoming = secure ? ofRecord(secure, 'imap', 'tls') : plain && ofRecord(plain, 'imap', 'starttls');
    const outgoing = sends && ofRecord(sends, 'smtp', 'starttls');
    const complete = incoming !== undefined && outgoing !== undefined;
    diary.step(
      remark('asks-records-at-once', {}),
      found.map(({ place }) => place),
      complete
        ? remark('then-fills-address', { login: asked.told.text })
        : remark('then-proposes', { servers: `imap.${asked.domain}, smtp.${asked.domain}` }),
    );
    return complete ? ended(diary, { incoming, outgoing }) : diary.end('nothing');
  },
};

function ended(diary: Diary, { incoming, outgoing }: EndPair): LookUpEnd {
  const login = diary.asked.told.text;
  const named = (server: EndServer | undefined) => server && { ...server, login };
  return diary.end(incoming && outgoing ? 'configured' : 'asks', {
    incoming: named(incoming),
    outgoing: named(outgoing),
  });
}

/** The greatest weight wins, whatever the priority; STARTTLS before TLS; a server for receiving is enough. */
async function fromRecords({ asked, step }: Diary): Promise<EndPair | undefined> {
  const names = ['_jmap', '_imap', '_imaps', '_submission', '_smtps'] as const;
  const found = await Promise.all(names.map((name) => askRecords(asked, `${name}._tcp.${asked.domain}`, 'SRV')));
  const [jmap, imap, imaps, submission, smtps] = found.map(
    ({ records }) =>
      records.filter(({ target }) => target !== '').toSorted((one, other) => other.weight - one.weight)[0],
  );
  const incoming =
    (jmap && ofRecord(jmap, 'jmap', 'tls')) ??
    (imap && ofRecord(imap, 'imap', 'starttls')) ??
    (imaps && ofRecord(imaps, 'imap', 'tls'));
  const outgoing =
    (submission && ofRecord(submission, 'smtp', 'starttls')) ?? (smtps && ofRecord(smtps, 'smtp', 'tls'));
  step(
    remark('asks-records-at-once', {}),
    found.map(({ place }) => place),
    incoming === undefined ? remark('then-next', {}) : remark('then-fills-address', { login: asked.told.text }),
  );
  return incoming && { incoming, outgoing };
}

function ofRecord(
  { target, port }: DnsValues['SRV'],
  protocol: EndServer['protocol'],
  security: 'tls' | 'starttls',
): EndServer {
  return { protocol, host: target, port, security, authentication: 'password', login: undefined };
}

async function fromFiles(diary: Diary, places: readonly FilePlace[]): Promise<EndPair | undefined> {
  const { asked } = diary;
  const same = (text: string) => text;
  const search = await searchInTurn(diary, places, { hops: 10, lowers: true, patience: 5_000 }, (reached) =>
    readConfig(diary, reached, { view: aercView, fill: same, anyStatus: true }),
  );
  const found = search.decided?.verdict.found;
  diary.step(
    remark('asks-in-turn', { count: places.length }),
    search.places,
    found === undefined ? remark('then-next', {}) : remark('then-fills-address', { login: asked.told.text }),
  );
  return found && pairOf(found, { host: same, login: () => asked.told.text });
}

function fromPorts(diary: Diary, domain: string): Promise<EndPair | undefined> {
  const at = (protocol: 'imap' | 'smtp', ports: readonly [number, number]): Port[] =>
    [protocol, 'mail'].flatMap((name) => {
      const host = `${name}.${domain}`;
      const [first, second] = ports;
      return [first, second].map(
        (port): Port => ({ protocol, host, port, security: port === 993 || port === 465 ? 'tls' : 'starttls' }),
      );
    });
  return listen(diary, [...at('imap', [993, 143]), ...at('smtp', [587, 465])]);
}

async function fromExchanger(diary: Diary): Promise<EndPair | undefined> {
  const { records, place } = await askRecords(diary.asked, diary.asked.domain, 'MX');
  const host = bestExchange(records);
  diary.step(remark('asks-exchanger', {}), [place], remark(host === undefined ? 'then-form' : 'then-next', {}));
  if (host === undefined) return undefined;
  return listen(diary, [
    { protocol: 'imap', host, port: 993, security: 'tls' },
    { protocol: 'imap', host, port: 143, security: 'starttls' },
    { protocol: 'smtp', host, port: 587, security: 'starttls' },
    { protocol: 'smtp', host, port: 465, security: 'tls' },
  ]);
}

/** It only connects. */
async function listen({ asked, step }: Diary, ports: readonly Port[]): Promise<EndPair | undefined> {
  const heard = await hearPorts(asked, ports, false);
  const first = (protocol: 'imap' | 'smtp'): EndServer | undefined => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: undefined };
  };
  const pair = { incoming: first('imap'), outgoing: first('smtp') };
  const complete = pair.incoming && pair.outgoing;
  step(
    remark('asks-ports', { count: ports.length, hosts: [...new Set(ports.map(({ host }) => host))].join(', ') }),
    heard.filter(({ said }) => said !== undefined).map(portPlace),
    complete ? remark('then-guesses', { login: asked.told.text }) : remark('then-next', {}),
  );
  return complete ? pair : undefined;
}
