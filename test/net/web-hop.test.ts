import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WebAnswer } from '../../src/net/net.ts';
import { makeCertificate } from './certificates.ts';
import { type Page, PUBLIC, startWorld, testAuthority, type WorldPlan } from './world.ts';

const HOST = 'www.example.org';

async function get(plan: WorldPlan, url = `https://${HOST}/`, options = {}): Promise<WebAnswer> {
  const world = await startWorld(plan);
  return world.net(options).web({ method: 'GET', url: new URL(url) });
}

const textOf = (answer: WebAnswer) => (answer.status === 'answered' ? Buffer.from(answer.body).toString() : answer);
const saying =
  (headers: Record<string, string>, body: Buffer | string, code = 200): Page =>
  (_, response) => {
    response.writeHead(code, headers).end(body);
  };
/** Whoever speaks HTTP by hand. */
const raw = (...pieces: (string | Buffer)[]): WorldPlan => ({
  zone: { [HOST]: [{ type: 'A', data: PUBLIC }] },
  tcp: {
    80: (socket) => {
      socket.once('data', () => {
        for (const piece of pieces) socket.write(piece);
      });
    },
  },
});

describe('an answer', () => {
  test('over https has its code, fields, body, address and what was seen of the certificate', async () => {
    const answer = await get({ pages: { [`https://${HOST}/`]: saying({ 'X-Seen': 'yes' }, 'here', 203) } });
    expect(answer).toMatchObject({ status: 'answered', code: 203, headers: { 'x-seen': 'yes' }, ip: PUBLIC });
    expect(answer.tls).toMatchObject({ refusal: undefined, version: 'TLSv1.3', names: [HOST] });
    expect(answer.tls?.chain).toHaveLength(1);
    expect(textOf(answer)).toBe('here');
  });

  test('carries what was asked, and nothing of who is named in the URL', async () => {
    const world = await startWorld({ pages: { [`http://${HOST}/x`]: 'ok' } });
    const url = new URL(`http://ada:secret@${HOST}/x?a=b#part`);
    await world.net().web({ method: 'POST', url, headers: { 'Content-Type': 'text/xml' }, body: '<é/>' });
    expect(world.requests.map(({ line, body }) => [line, body])).toEqual([[`POST http://${HOST}/x?a=b`, '<é/>']]);
    expect(world.requests[0]?.headers).toMatchObject({ host: HOST, 'content-type': 'text/xml' });
    expect(JSON.stringify(world.requests)).not.toMatch(/secret|authorization/i);
  });

  test('is asked for once', async () => {
    const world = await startWorld({ pages: { [`http://${HOST}/`]: 'ok' } });
    const net = world.net();
    const ask = () => net.web({ method: 'GET', url: new URL(`http://${HOST}/`) });
    await Promise.all([ask(), ask()]);
    expect(world.requests).toHaveLength(1);
  });

  test.each([
    ['gzip', gzipSync('body')],
    ['x-gzip', gzipSync('body')],
    ['deflate', deflateSync('body')],
    ['deflate', deflateRawSync('body')],
    ['br', brotliCompressSync('body')],
    ['gzip, br', brotliCompressSync(gzipSync('body'))],
    ['identity', Buffer.from('body')],
  ])('in %s is decoded', async (encoding, bytes) => {
    expect(textOf(await get({ pages: { [`https://${HOST}`]: saying({ 'Content-Encoding': encoding }, bytes) } }))).toBe(
      'body',
    );
  });

  test('of the largest size is taken whole', async () => {
    const answer = await get({ pages: { [`https://${HOST}`]: saying({}, Buffer.alloc(65_536, 'a')) } });
    expect(answer.status === 'answered' && answer.body.length).toBe(65_536);
  });

  test('that says no may be as long as it likes: it is not read', async () => {
    for (const headers of [{}, { 'Content-Encoding': 'gzip' }]) {
      const answer = await get({ pages: { [`https://${HOST}`]: saying(headers, Buffer.alloc(100_000), 404) } });
      expect(answer).toMatchObject({ status: 'answered', code: 404, body: new Uint8Array() });
    }
  });
});

describe('what is too much, too late or no answer is named', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  test.each<[string, Page, string]>([
    ['a body longer than is read', saying({}, Buffer.alloc(70_000)), 'too-large'],
    ['a body without an announced end', (_, response) => forever(response), 'too-large'],
    ['a bomb in gzip', saying({ 'Content-Encoding': 'gzip' }, bomb.subarray(0, 60_000)), 'too-large'],
    [
      'a bomb in brotli',
      saying({ 'Content-Encoding': 'br' }, brotliCompressSync(Buffer.alloc(10_000_000))),
      'too-large',
    ],
    ['a bomb in a bomb', saying({ 'Content-Encoding': 'gzip, gzip' }, gzipSync(bomb)), 'too-large'],
    [
      'gzip three times',
      saying({ 'Content-Encoding': 'gzip, gzip, gzip' }, gzipSync(gzipSync(gzipSync('a')))),
      'protocol',
    ],
    ['gzip that is cut off', saying({ 'Content-Encoding': 'gzip' }, gzipSync('a body').subarray(0, 12)), 'protocol'],
    ['an encoding that was not asked for', saying({ 'Content-Encoding': 'zstd' }, 'x'), 'protocol'],
    ['an encoding named as a property of objects', saying({ 'Content-Encoding': 'constructor' }, 'x'), 'protocol'],
    ['silence', () => {}, 'timed-out'],
    ['a byte now and then', (_, response) => drip(response), 'timed-out'],
    [
      'an end before all has come',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 50);
      },
      'closed',
    ],
  ])('%s', async (_, page, failure) => {
    expect(await get({ pages: { [`https://${HOST}`]: page } }, undefined, { timeout: 1_500 })).toMatchObject({
      status: 'failed',
      failure,
    });
  });

  test.each<[string, (string | Buffer)[], string]>([
    ['fields without end', ['HTTP/1.1 200 OK\r\n', `X: ${'a'.repeat(60_000)}\r\n`], 'too-large'],
    ['interim answers without end', ['HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1_000)], 'protocol'],
    ['another protocol', ['* OK IMAP4rev1 ready\r\n'], 'protocol'],
    [
      'a change of protocol',
      ['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
      'protocol',
    ],
    ['two lengths', ['HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'], 'protocol'],
    ['a chunk of no size', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'], 'protocol'],
  ])('%s', async (_, pieces, failure) => {
    expect(await get(raw(...pieces), `http://${HOST}/`, { timeout: 1_500 })).toMatchObject({
      status: 'failed',
      failure,
    });
  });
});

describe('TLS', () => {
  const silent = (plan: WorldPlan) => ({ zone: { [HOST]: [{ type: 'A' as const, data: PUBLIC }] }, ...plan });

  test.each<
    [string, (issuer: Awaited<ReturnType<typeof testAuthority>>) => ReturnType<typeof makeCertificate>, string]
  >([
    ['that has ended', (issuer) => makeCertificate({ names: [HOST], days: -1, issuer }), 'CERT_HAS_EXPIRED'],
    [
      'for another name',
      (issuer) => makeCertificate({ names: ['other.example.org'], issuer }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['that nobody has signed', () => makeCertificate({ names: [HOST] }), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [
      'of an authority that nobody knows',
      async () => makeCertificate({ names: [HOST], issuer: await makeCertificate({ names: ['X'], authority: true }) }),
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
  ])('a certificate %s is told, and nothing is sent to who shows it', async (_, make, refusal) => {
    const made = await make(await testAuthority());
    const world = await startWorld({ pages: { [`https://${HOST}/`]: 'ok' }, certificates: { [HOST]: made } });
    const answer = await world.net().web({ method: 'POST', url: new URL(`https://${HOST}/`), body: 'told to nobody' });
    expect(answer).toMatchObject({ status: 'failed', failure: 'certificate', detail: refusal, tls: { refusal } });
    expect(answer.tls?.chain).toHaveLength(1);
    expect(world.requests).toEqual([]);
  });

  test('that never finishes ends with the time of the question', async () => {
    const answer = await get(silent({ tcp: { 443: () => {} } }), undefined, { timeout: 500 });
    expect(answer).toMatchObject({ failure: 'timed-out' });
  });

  test('that is none is named', async () => {
    const answer = await get(silent({ tcp: { 443: (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n') } }));
    expect(answer).toMatchObject({ failure: 'tls' });
  });

  test('goes by the name, also with a final dot and in capitals', async () => {
    const answer = await get({ pages: { [`https://${HOST}.`]: 'dotted' } }, `https://${HOST.toUpperCase()}./`);
    expect(textOf(answer)).toBe('dotted');
  });
});

describe('addresses', () => {
  const special = [
    ...[
      '127.0.0.1',
      '127.8.8.8',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
    ],
    ...[
      '0.0.0.0',
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '198.18.0.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
  ];
  const special6 = [
    ...[
      '::1',
      '::',
      'fe80::1',
      'fec0::1',
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '2001:db8::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
    ],
    ...['::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '100::1', '3fff::1', '5f00::1'],
  ];
  test.each([...special.map((ip) => ['A', ip] as const), ...special6.map((ip) => ['AAAA', ip] as const)])(
    'a name with the %s %s alone is not asked',
    async (type, data) => {
      const world = await startWorld({ zone: { [HOST]: [{ type, data }] } });
      const answer = await world.net().web({ method: 'GET', url: new URL(`http://${HOST}/`) });
      expect(answer).toMatchObject({ status: 'failed', failure: 'private-address' });
      const dialled = await world.net().dial(HOST, 143, 'none');
      expect(dialled).toMatchObject({ status: 'failed', failure: 'private-address' });
      expect(world.requests).toEqual([]);
    },
  );

  test.each([
    ...[
      'http://127.0.0.1/',
      'http://127.1/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://017700000001/',
      'http://localhost/',
    ],
    ...[
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://0/',
      'https://127.1/',
      'http://localhost./',
    ],
  ])('%s leads nowhere', async (url) => {
    const world = await startWorld({ zone: { localhost: [{ type: 'A', data: '127.0.0.1' }] } });
    expect(await world.net().web({ method: 'GET', url: new URL(url) })).toMatchObject({ failure: 'private-address' });
    expect(world.requests).toEqual([]);
  });

  test('where a name has both, only the public ones are asked', async () => {
    const routes: string[] = [];
    const zone = { [HOST]: [{ type: 'A', data: '10.0.0.1' } as const, { type: 'A', data: PUBLIC } as const] };
    const world = await startWorld({ zone });
    const route = ({ ip }: { ip: string }) => {
      routes.push(ip);
      return { ip: '127.0.0.1', port: 9 };
    };
    expect(await world.net({ route }).web({ method: 'GET', url: new URL(`http://${HOST}/`) })).toMatchObject({
      failure: 'connection-refused',
    });
    expect(routes).toEqual([PUBLIC]);
  });

  test('a name that changes its address between two look-ups is asked where it was checked', async () => {
    let times = 0;
    const world = await startWorld({
      pages: { [`http://${HOST}/`]: 'public' },
      dns: ({ type, name }) => {
        if (type !== 'A') return {};
        times += 1;
        return { answers: [{ type: 'A', name, ttl: 0, data: times === 1 ? PUBLIC : '127.0.0.1' }] };
      },
    });
    const answer = await world.net().web({ method: 'GET', url: new URL(`http://${HOST}/`) });
    expect(answer).toMatchObject({ status: 'answered', ip: PUBLIC });
    expect(times).toBe(1);
  });

  test('private ones are asked where it is allowed', async () => {
    const world = await startWorld({ pages: { 'http://127.0.0.1/': 'mine' } });
    const answer = await world.net({ allowPrivate: true }).web({ method: 'GET', url: new URL('http://127.0.0.1/') });
    expect(textOf(answer)).toBe('mine');
  });

  test('the second is tried where the first does not listen', async () => {
    const zone = { [HOST]: [{ type: 'AAAA', data: '2a00::1' } as const, { type: 'A', data: PUBLIC } as const] };
    const world = await startWorld({ zone, pages: { [`http://${HOST}/`]: 'second' } });
    const normal = world.net();
    const port = await new Promise<number>((resolve) => {
      const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nv4')).listen(
        0,
        '127.0.0.1',
        () => {
          const address = server.address();
          server.unref();
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        },
      );
    });
    const route = ({ ip }: { ip: string }) => ({ ip: '127.0.0.1', port: ip === PUBLIC ? port : 9 });
    expect(textOf(await world.net({ route }).web({ method: 'GET', url: new URL(`http://${HOST}/`) }))).toBe('v4');
    expect(textOf(await normal.web({ method: 'GET', url: new URL(`http://${HOST}/`) }))).toBe('second');
  });

  test('none, and no answer of the DNS, are told apart', async () => {
    const world = await startWorld({ dns: ({ name }) => (name.startsWith('broken') ? { rcode: 2 } : undefined) });
    const ask = (host: string) => world.net().web({ method: 'GET', url: new URL(`http://${host}/`) });
    expect(await ask('nobody.example.org')).toMatchObject({ failure: 'no-address' });
    expect(await ask('broken.example.org')).toMatchObject({ failure: 'dns-failed', detail: 'server-failure' });
  });
});

test('a field that cannot be sent is no exception', async () => {
  const world = await startWorld({ pages: { [`http://${HOST}/`]: 'ok' } });
  const request = { method: 'GET', url: new URL(`http://${HOST}/`), headers: { 'X-Name': 'a\r\nX-Other: b' } } as const;
  expect(await world.net().web(request)).toMatchObject({ status: 'failed', failure: 'protocol' });
  expect(world.requests).toEqual([]);
});

test('nothing is asked in another scheme', async () => {
  expect(await get({}, `ftp://${HOST}/`)).toMatchObject({ failure: 'protocol' });
});

function forever(response: NodeJS.WritableStream): void {
  const more = () => {
    while (response.writable && response.write(Buffer.alloc(1_000))) {}
  };
  response.on('drain', more);
  more();
}

function drip(response: NodeJS.WritableStream): void {
  const timer = setInterval(() => response.write('a'), 100);
  response.on('close', () => clearInterval(timer));
}
