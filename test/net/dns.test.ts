import { type Answer, encode, RECURSION_DESIRED } from 'dns-packet';
import { afterAll, describe, expect, test } from 'vitest';
import { makeNet } from '../../src/net/make-net.ts';
import type { DnsType } from '../../src/net/net.ts';
import { type DnsHandler, type DnsServer, rcodes, startDns } from './dns-server.ts';

const servers: DnsServer[] = [];
afterAll(() => Promise.all(servers.map(({ close }) => close())));

async function asking(handler: DnsHandler, { timeout = 3_000, more = [] as DnsServer[] } = {}) {
  const server = await startDns(handler);
  servers.push(server);
  const resolvers = [...more, server].map(({ port }) => ({ ip: '127.0.0.1', port }));
  const net = makeNet({ signal: new AbortController().signal, timeout, allowPrivate: false, resolvers });
  return { server, dns: net.dns };
}

const a = (name: string, data: string, ttl = 60): Answer => ({ type: 'A', name, data, ttl });
const cname = (name: string, data: string, ttl = 60): Answer => ({ type: 'CNAME', name, data, ttl });

describe('an answer', () => {
  test('has the records, the smallest time to live, the aliases, and whether it was verified', async () => {
    const { dns } = await asking(() => ({
      answers: [cname('www.example.org', 'Web.Example.net', 30), a('WEB.example.net', '192.0.2.1', 90)],
      flags: 0x20,
    }));
    expect(await dns('WWW.example.org.', 'A')).toEqual({
      status: 'found',
      records: ['192.0.2.1'],
      authentic: true,
      ttl: 30,
      aliases: ['web.example.net'],
    });
  });

  test.each<[DnsType, Answer, unknown]>([
    [
      'MX',
      { type: 'MX', name: 'x.test', data: { preference: 10, exchange: 'MX.x.test' } },
      { preference: 10, exchange: 'mx.x.test' },
    ],
    ['MX', { type: 'MX', name: 'x.test', data: { preference: 0, exchange: '.' } }, { preference: 0, exchange: '' }],
    [
      'SRV',
      { type: 'SRV', name: 'x.test', data: { priority: 1, weight: 2, port: 993, target: 'I.x.test' } },
      { priority: 1, weight: 2, port: 993, target: 'i.x.test' },
    ],
    [
      'SRV',
      { type: 'SRV', name: 'x.test', data: { priority: 0, weight: 0, port: 0, target: '.' } },
      { priority: 0, weight: 0, port: 0, target: '' },
    ],
    ['TXT', { type: 'TXT', name: 'x.test', data: ['v=UAAC1; ', 'a=é'] }, 'v=UAAC1; a=é'],
    ['NS', { type: 'NS', name: 'x.test', data: 'NS1.x.test' }, 'ns1.x.test'],
    ['AAAA', { type: 'AAAA', name: 'x.test', data: '2001:db8::1' }, '2001:db8::1'],
  ])('of the type %s is read', async (type, answer, value) => {
    const { dns } = await asking(() => ({ answers: [answer] }));
    expect(await dns('x.test', type)).toMatchObject({ status: 'found', records: [value] });
  });

  test('that there is no such name is told from no such record', async () => {
    const { dns } = await asking(({ name }) => (name === 'gone.test' ? { rcode: rcodes.nxdomain } : {}));
    expect(await dns('gone.test', 'A')).toMatchObject({ status: 'none', missing: true });
    expect(await dns('here.test', 'A')).toMatchObject({ status: 'none', missing: false });
  });

  test('is asked for once, however often somebody wants it', async () => {
    const { dns, server } = await asking(({ name }) => ({ answers: [a(name, '192.0.2.1')] }));
    await Promise.all([dns('x.test', 'A'), dns('X.test.', 'A'), dns('x.test', 'A')]);
    expect(server.asked).toEqual(['udp A x.test']);
  });

  test('that does not fit is asked for again over TCP', async () => {
    const many = Array.from({ length: 100 }, (_, i) => a('x.test', `192.0.2.${i}`));
    const { dns, server } = await asking((_, over) => (over === 'udp' ? 'truncated' : { answers: many }));
    const answer = await dns('x.test', 'A');
    expect(answer.status === 'found' && answer.records.length).toBe(100);
    expect(server.asked).toEqual(['udp A x.test', 'tcp A x.test']);
  });

  test('of a server older than EDNS is asked for without it', async () => {
    const { dns } = await asking(({ name }, _over, query) =>
      // The count of additional records.
      query.readUInt16BE(10) > 0 ? { rcode: rcodes.formerr } : { answers: [a(name, '192.0.2.1')] },
    );
    expect(await dns('x.test', 'A')).toMatchObject({ status: 'found' });
  });

  test('goes on where a server knows the alias alone', async () => {
    const { dns } = await asking(({ name }) => ({
      answers: name === 'www.x.test' ? [cname(name, 'web.y.test')] : [a(name, '192.0.2.7')],
    }));
    expect(await dns('www.x.test', 'A')).toMatchObject({ records: ['192.0.2.7'], aliases: ['web.y.test'] });
  });
});

describe('what goes wrong has a name', () => {
  test.each<[string, DnsHandler, string]>([
    ['silence', () => 'silence', 'timed-out'],
    ['no wish to answer', () => ({ rcode: rcodes.refused }), 'refused'],
    ['a server in trouble', () => ({ rcode: rcodes.servfail }), 'server-failure'],
    ['aliases in a circle', () => ({ answers: [cname('x.test', 'y.test'), cname('y.test', 'x.test')] }), 'alias-loop'],
    ['an alias of itself', () => ({ answers: [cname('x.test', 'x.test')] }), 'alias-loop'],
    [
      'aliases in a circle, one an answer',
      ({ name }) => ({ answers: [cname(name, name === 'x.test' ? 'y.test' : 'x.test')] }),
      'alias-loop',
    ],
    ['aliases without end', ({ name }) => ({ answers: [cname(name, `a${name}`)] }), 'alias-loop'],
    ['an answer that is cut off', ({ type, name }, _, query) => reply(query, type, name).subarray(0, 40), 'malformed'],
    [
      'an answer with more behind it',
      ({ type, name }, _, query) => Buffer.concat([reply(query, type, name), Buffer.alloc(9)]),
      'malformed',
    ],
    [
      'a record shorter than an address',
      ({ type, name }, _, query) => shortened(reply(query, type, name)),
      'malformed',
    ],
    [
      'more records announced than there are',
      ({ type, name }, _, query) => announcing(reply(query, type, name), 65_535),
      'malformed',
    ],
    ['a name that leads to itself', (_, __, query) => pointing(query), 'malformed'],
    [
      'only an answer to another question',
      () => ({ question: { type: 'A', name: 'other.test' }, answers: [a('other.test', '192.0.2.66')] }),
      'timed-out',
    ],
    [
      'only an answer with another number',
      ({ type, name }, _, query) => renumbered(reply(query, type, name)),
      'timed-out',
    ],
  ])('%s', async (_, handler, failure) => {
    const { dns } = await asking(handler, { timeout: 600 });
    expect(await dns('x.test', 'A')).toEqual({ status: 'failed', failure });
  });

  test('nobody listens', async () => {
    const server = await startDns(() => ({}));
    await server.close();
    const resolvers = [{ ip: '127.0.0.1', port: server.port }];
    const net = makeNet({ signal: new AbortController().signal, timeout: 2_000, allowPrivate: false, resolvers });
    expect(await net.dns('x.test', 'A')).toEqual({ status: 'failed', failure: 'unreachable' });
  });

  test('a question that was lost is asked once more, and a second resolver is asked where the first is silent', async () => {
    let times = 0;
    const lost = await asking(({ name }) => {
      times += 1;
      return times === 1 ? 'silence' : { answers: [a(name, '192.0.2.1')] };
    });
    expect(await lost.dns('x.test', 'A')).toMatchObject({ status: 'found' });
    const silent = await startDns(() => 'silence');
    servers.push(silent);
    const second = await asking(({ name }) => ({ answers: [a(name, '192.0.2.2')] }), { more: [silent] });
    expect(await second.dns('x.test', 'A')).toMatchObject({ status: 'found' });
  });

  test('the limit of the whole ends every question', async () => {
    const { server } = await asking(() => 'silence');
    const whole = new AbortController();
    const resolvers = [{ ip: '127.0.0.1', port: server.port }];
    const net = makeNet({ signal: whole.signal, timeout: 60_000, allowPrivate: false, resolvers });
    const answers = [net.dns('x.test', 'A'), net.web({ method: 'GET', url: new URL('https://x.test/') })];
    whole.abort();
    expect(await Promise.all(answers)).toMatchObject([{ failure: 'timed-out' }, { status: 'failed' }]);
    expect(await net.dns('late.test', 'A')).toEqual({ status: 'failed', failure: 'timed-out' });
  });

  test.each([
    ['longer than 253 bytes', `${'a.'.repeat(126)}test`],
    ['with a label longer than 63 bytes', `${'a'.repeat(64)}.test`],
    ['with an empty label', 'a..test'],
    ['that is empty', ''],
    ['with a space', 'a b.test'],
  ])('there is no name %s, and nobody is asked for it', async (_, name) => {
    const { dns, server } = await asking(() => ({ answers: [a('x.test', '192.0.2.1')] }));
    expect(await dns(name, 'A')).toEqual({ status: 'none', missing: true, authentic: false });
    expect(server.asked).toEqual([]);
  });
});

test('a name with accents is asked for as it travels', async () => {
  const { dns, server } = await asking(({ name }) => ({ answers: [a(name, '192.0.2.1')] }));
  expect(await dns('École.fr', 'A')).toMatchObject({ status: 'found' });
  expect(server.asked).toEqual(['udp A xn--cole-9oa.fr']);
});

function reply(query: Buffer, type: string, name: string): Buffer {
  const questions = [{ type: type as 'A', name }];
  const answers = [a(name, '192.0.2.1'), a(name, '192.0.2.2')];
  return encode({ type: 'response', id: query.readUInt16BE(0), flags: RECURSION_DESIRED, questions, answers });
}

/** The last record says that it has two bytes, and has them. */
function shortened(bytes: Buffer): Buffer {
  const cut = Buffer.from(bytes.subarray(0, -2));
  cut.writeUInt16BE(2, cut.length - 4);
  return cut;
}

function announcing(bytes: Buffer, count: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(count, 6);
  return copy;
}

function renumbered(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE((copy.readUInt16BE(0) + 1) & 0xffff, 0);
  return copy;
}

/** The name in the question is a pointer to itself (RFC 1035 § 4.1.4). */
function pointing(query: Buffer): Buffer {
  const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([header, Buffer.from([0xc0, 12, 0, 1, 0, 1])]);
}
