import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Question } from '../../../src/server/app/question.ts';
import { makeLog } from '../../../src/server/node/log.ts';
import { startMetricsPage } from '../../../src/server/node/metrics-page.ts';
import { readSettings } from '../../../src/server/node/options.ts';
import { temporaryFolder } from '../../cli/terminal.ts';
import { dial, running, text } from '../../server/running.ts';
import { certificate } from './certificate.ts';

/* A connection is closed and leaves its place in whatever state it is, and whatever its requester does or does not do. */

const hello = () => text('hello');
const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: x\r\n';
const short = { 'header-timeout': '1', 'request-timeout': '1', 'idle-timeout': '1', 'answer-timeout': '1' };

/** What a requester does after it has connected, at most for the second that it has. */
type Requester = (socket: Socket) => unknown;

const write =
  (text: string): Requester =>
  (socket) =>
    socket.write(text);
/** A byte ten times a second: never silent for long. */
const drip =
  (text: string): Requester =>
  (socket) => {
    const bytes = [...text];
    const timer = setInterval(() => socket.write(bytes.shift() ?? 'x'), 100);
    socket.once('close', () => clearInterval(timer));
  };

/** A requester that listens and never closes its side. */
function listener(url: string) {
  const { socket, answer } = dial(url, { allowHalfOpen: true });
  let got = '';
  socket.on('data', (chunk) => {
    got += chunk;
  });
  return { socket, answer, text: () => got };
}

/** The first bytes of TLS, as any requester sends them: a header that announces 512 bytes, and some of them. */
const CLIENT_HELLO = '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03';

const speechless: readonly (readonly [string, Requester])[] = [
  ['says nothing', () => {}],
  ['says nothing and closes its side', (socket) => socket.end()],
  ['begins TLS and stops', write(CLIENT_HELLO)],
  ['begins TLS and closes its side', (socket) => socket.end(CLIENT_HELLO, 'latin1')],
  ['begins TLS byte by byte', drip(CLIENT_HELLO + 'x'.repeat(500))],
  ['speaks plain HTTP', write(GET)],
  ['speaks something else', write('SSH-2.0-x\r\n')],
  ['sends a TLS alert', write('\x15\x03\x01\x00\x02\x02\x28')],
];

describe('a server over TLS closes a connection whose requester', () => {
  const secure = (flags = {}) =>
    running(hello, { ...short, ...flags }, { keyPair: certificate(temporaryFolder(), 'example.org') });

  /** A connection on which TLS is agreed. */
  async function agree(url: string, options = {}) {
    const { hostname, port } = new URL(url);
    const socket = connectTls({ port: Number(port), host: hostname, rejectUnauthorized: false, ...options });
    onTestFinished(() => {
      socket.destroy();
    });
    await once(socket, 'secureConnect');
    let text = '';
    const answer = new Promise<string>((resolve) => {
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', () => {}).on('close', () => resolve(text));
    });
    return { socket, answer };
  }

  test('does anything but agree on TLS', async () => {
    const { url, connections } = await secure({ 'max-connections': String(2 * speechless.length) });
    const all = speechless.flatMap(([name, act]) =>
      [true, false].map((allowHalfOpen) => {
        const { socket } = dial(url, { allowHalfOpen });
        act(socket);
        // Whoever has closed his side already hears no more of it.
        return { name, heard: name.includes('closes') ? Promise.resolve() : once(socket, 'end').catch(() => {}) };
      }),
    );
    await Promise.all(all.map(({ heard }) => heard));
    await expect.poll(connections, { timeout: 5_000 }).toBe(0);
    const { socket, answer } = await agree(url);
    socket.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(await answer).toContain('200 OK');
  });

  test('agrees on it, and then is silent, slow or wrong', async () => {
    const { url, connections } = await secure();
    const requesters: readonly (readonly [Requester, RegExp])[] = [
      [() => {}, /^HTTP\/1\.1 408 /],
      [drip(GET.slice(0, -2).padEnd(100, 'x')), /^HTTP\/1\.1 408 /],
      [write(`${POST}Content-Length: 9\r\n\r\nabc`), /^HTTP\/1\.1 408 /],
      [write(GET), /^HTTP\/1\.1 200 OK/],
      [write('CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'), /^HTTP\/1\.1 405 .*\s[\s\S]*not allowed/],
      [write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), /^HTTP\/1\.1 400 /],
    ];
    await Promise.all(
      requesters.map(async ([act, expected]) => {
        const { socket, answer } = await agree(url);
        act(socket);
        expect(await answer).toMatch(expected);
      }),
    );
    await expect.poll(connections, { timeout: 5_000 }).toBe(0);
  });

  test('offers another protocol only', async () => {
    const { url, connections } = await secure();
    await expect(agree(url, { ALPNProtocols: ['h2'] })).rejects.toThrow();
    await expect.poll(connections, { timeout: 5_000 }).toBe(0);
  });
});

describe('a server closes a connection whose requester never closes its own side, and', () => {
  const requesters: readonly (readonly [string, string, RegExp])[] = [
    [
      'asks for a tunnel',
      'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n',
      /^HTTP\/1\.1 405 Method Not Allowed\r\n[\s\S]*Allow: GET, HEAD, POST, OPTIONS\r\n\r\nMethod not allowed\.\n$/,
    ],
    ['says nothing', '', /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*\r\n\r\nThe request took too long\.\n$/],
    ['speaks no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*\r\n\r\nBad request\.\n$/],
    ['sends too many headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, /^HTTP\/1\.1 431 .*\r\n[\s\S]*\n$/],
    ['stops in its headers', 'GET / HTTP/1.1\r\nHost: x\r\n', /^HTTP\/1\.1 408 /],
    ['stops in its body', `${POST}Content-Length: 9\r\n\r\nabc`, /^HTTP\/1\.1 408 /],
    ['stops in its chunks', `${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nab`, /^HTTP\/1\.1 408 /],
    [
      'was given leave and sends nothing',
      `${POST}Expect: 100-continue\r\nContent-Length: 9\r\n\r\n`,
      / 100 [\s\S]* 408 /,
    ],
    ['expects the unknown', `${POST}Expect: x\r\nContent-Length: 9\r\n\r\n`, / 417 [\s\S]*not met\.\n$/],
    ['sends too much', `${POST}Content-Length: 99999999\r\n\r\n`, /^HTTP\/1\.1 413 [\s\S]*too large\.\n$/],
    ['asks once', GET, /^HTTP\/1\.1 200 OK[\s\S]*hello$/],
    ['offers another protocol', GET.replace('\r\n\r\n', '\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'), / 200 OK/],
    ['begins HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['begins TLS', CLIENT_HELLO, /^HTTP\/1\.1 400 /],
  ];

  test('does any of this', async () => {
    const { url, connections } = await running(hello, short);
    const heard = requesters.map(async ([name, text, expected]) => {
      const { socket, text: got } = listener(url);
      socket.write(text, 'latin1');
      await once(socket, 'end');
      expect(got(), name).toMatch(expected);
    });
    await Promise.all(heard);
    await expect.poll(connections, { timeout: 5_000 }).toBe(0);
  });

  test('sends empty lines for ever after its answer, which are no request', async () => {
    const { url, connections } = await running(hello, short);
    const { socket, text } = listener(url);
    socket.write(GET);
    const timer = setInterval(() => socket.write('\r\n'), 100);
    socket.once('error', () => {}).once('close', () => clearInterval(timer));
    await expect.poll(text).toMatch(/hello$/);
    expect(connections()).toBe(1);
    await expect.poll(connections, { timeout: 8_000 }).toBe(0);
    clearInterval(timer);
  }, 15_000);

  test('does not read its answers', async () => {
    const { url, connections } = await running(() => text('x'.repeat(20_000_000)), short);
    const { socket } = dial(url);
    socket.pause();
    socket.write(GET);
    await wait(50);
    expect(connections()).toBe(1);
    await expect.poll(connections, { timeout: 8_000 }).toBe(0);
  }, 15_000);

  test('reads its answer so slowly that it is never silent', async () => {
    const { url, connections, refused } = await running(() => text('x'.repeat(50_000_000)), short);
    const { socket } = dial(url, { allowHalfOpen: true });
    socket.removeAllListeners('data');
    const timer = setInterval(() => socket.read(200_000), 20);
    socket.pause().write(GET);
    await wait(50);
    await expect.poll(connections, { timeout: 8_000 }).toBe(0);
    clearInterval(timer);
    expect(refused).toEqual(['slow']);
  }, 15_000);
});

test('who closes his side after a whole request gets his answer', async () => {
  const late = async ({ body }: Question) => {
    await wait(100);
    return text(`${body?.length ?? 0} bytes`);
  };
  const { url, connections } = await running(late);
  for (const request of [GET, `${POST}Content-Length: 3\r\n\r\nabc`, GET + GET]) {
    const { socket, answer } = dial(url);
    socket.end(request);
    expect((await answer).match(/\d bytes/g)).toHaveLength(request.split('HTTP').length - 1);
  }
  await expect.poll(connections).toBe(0);
});

describe('an answer is whole, and none is inside another:', () => {
  const slowly = async () => {
    await wait(100);
    return hello();
  };

  test('what comes after a request and is none is refused after its answer', async () => {
    const { url } = await running(slowly);
    const { socket, answer } = dial(url);
    socket.write(`${GET}${GET}no HTTP\r\n\r\n`);
    expect((await answer).match(/HTTP\/1\.1 \d+|hello|Bad request/g)).toEqual([
      ...['HTTP/1.1 200', 'hello', 'HTTP/1.1 200', 'hello'],
      ...['HTTP/1.1 400', 'Bad request'],
    ]);
  });

  test('a tunnel asked for after a request is refused after its answer', async () => {
    const { url } = await running(slowly);
    const { socket, answer } = dial(url);
    socket.write(`${GET}CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect((await answer).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405']);
  });

  test('a body in chunks that is too large, and then no chunks any more, is refused once', async () => {
    const { url, refused } = await running(hello);
    const { socket, answer } = dial(url);
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    socket.write(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`);
    await expect.poll(() => refused).toEqual(['body']);
    socket.write('no length\r\n\r\n');
    const text = await answer;
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413']);
    expect(text).toMatch(/\r\nContent-Length: 23\r\n/);
    expect(text).toMatch(/\r\n\r\nThe body is too large\.\n$/);
  });
});

test.each([
  ['gzip, chunked', 'HTTP/1.1', 501],
  ['identity, chunked', 'HTTP/1.1', 501],
  ['Chunked', 'HTTP/1.1', 200],
  ['chunked', 'HTTP/1.0', 400],
  ['xchunked', 'HTTP/1.1', 400],
  ['chunked, gzip', 'HTTP/1.1', 400],
])('a body in the coding %s of %s is answered %d', async (coding, version, status) => {
  const { url } = await running(hello);
  const { socket, answer } = dial(url);
  socket.write(`POST / ${version}\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: ${coding}\r\n\r\n0\r\n\r\n`);
  expect((await answer).match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`]);
});

describe('the port of the counts', () => {
  async function counts() {
    const settings = readSettings({ 'metrics-port': '0', ...short }, {});
    const log = makeLog('silent', () => {});
    const page = await startMetricsPage(() => Promise.resolve('facteur 1\n'), settings, log);
    onTestFinished(page.stop);
    return page.url;
  }

  const requesters: readonly (readonly [string, RegExp])[] = [
    ['CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 405 /],
    ['', /^HTTP\/1\.1 408 /],
    ['GET /metrics HTTP/1.1\r\n', /^HTTP\/1\.1 408 /],
    ['GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n', / 200 OK[\s\S]*facteur 1\n$/],
  ];

  test('closes the connection of one who never closes his side', async () => {
    const url = await counts();
    const closed = requesters.map(async ([text, expected]) => {
      const { socket, text: got, answer } = listener(url);
      socket.write(text);
      await once(socket, 'end');
      expect(got()).toMatch(expected);
      // It is gone for good: what is sent now is answered by a reset.
      const timer = setInterval(() => socket.write('x'), 50);
      await answer;
      clearInterval(timer);
    });
    await Promise.all(closed);
  });

  test('has room for a few only', async () => {
    const url = await counts();
    const all = Array.from({ length: 70 }, () => dial(url));
    const dropped = await Promise.race([Promise.race(all.map(({ answer }) => answer)), wait(5_000)]);
    expect(dropped).toBe('');
  });
});
