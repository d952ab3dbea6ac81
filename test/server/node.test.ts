import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { Answer, Question } from '../../src/server/app/question.ts';
import type { Application } from '../../src/server/node/carrier.ts';
import { connectionLimit } from '../../src/server/node/connection-limit.ts';
import { dial, running, text } from './running.ts';

const hello = () => text('hello');
const echo = ({ body }: Question) => text(String(body?.length ?? 0));
const GET = 'GET / HTTP/1.1\r\nHost: example.org\r\n\r\n';

describe('a body', () => {
  test('of 64 kB arrives', async () => {
    const { url } = await running(echo);
    const response = await fetch(url, { method: 'POST', body: new Uint8Array(65_536) });
    expect(await response.text()).toBe('65536');
  });

  test('that says that it is larger is refused unread, with an answer that its sender gets', async () => {
    const { url, refused } = await running(() => Promise.reject(new Error('reached')));
    const { socket, answer } = dial(url);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n');
    socket.write(Buffer.alloc(300_000));
    expect(await answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close[\s\S]*too large/);
    expect(refused).toEqual(['body']);
  });

  test('is not even asked for from a requester that waits for leave to send too much', async () => {
    const { url } = await running(echo);
    const ask = (length: number, more = '') => {
      const { socket, answer } = dial(url);
      const headers = `Host: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: ${length}`;
      socket.write(`POST / HTTP/1.1\r\n${headers}\r\n\r\n${more}`);
      return answer;
    };
    expect(await ask(100_000_000)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await ask(1, 'x')).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  test('that never ends is refused after 64 kB', async () => {
    const { url, connections } = await running(echo);
    const { socket, answer } = dial(url);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const send = setInterval(() => socket.write(chunk), 1);
    expect(await answer).toContain('HTTP/1.1 413 ');
    clearInterval(send);
    await expect.poll(connections).toBe(0);
  });

  test('in chunks is refused when it turns out larger', async () => {
    const { url, refused } = await running(echo);
    const ask = async (chunks: number) => {
      const { socket, answer } = dial(url);
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n');
      socket.write(`${`4000\r\n${'x'.repeat(0x4000)}\r\n`.repeat(chunks)}0\r\n\r\n`);
      return answer;
    };
    expect(await ask(4)).toMatch(/^HTTP\/1\.1 200 [\s\S]*65536/);
    expect(await ask(5)).toMatch(/^HTTP\/1\.1 413 /);
    expect(refused).toEqual(['body']);
  });

  test('is bounded whatever the verb', async () => {
    const { url } = await running(hello);
    const answers = ['GET', 'HEAD', 'PUT', 'OPTIONS'].map((method) => {
      const { socket, answer } = dial(url);
      socket.write(`${method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n`);
      return answer;
    });
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('that is left unread by the application does not spoil the next request', async () => {
    const { url } = await running(hello);
    const { socket, answer } = dial(url);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect((await answer).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });
});

test('who sends slowly, or nothing, is cut', async () => {
  const { url, connections, refused } = await running(echo, {
    'header-timeout': '1',
    'request-timeout': '2',
    'idle-timeout': '1',
  });
  const drip = (start: string, drop: string) => {
    const { socket, answer } = dial(url);
    socket.write(start);
    const timer = drop === '' ? undefined : setInterval(() => socket.write(drop), 100);
    return answer.finally(() => clearInterval(timer));
  };
  const [headers, body, chunks, nothing, answered] = await Promise.all([
    drip('GET / HTTP/1.1\r\nHost: x\r\n', 'X-More: y\r\n'),
    drip('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 'x'),
    drip('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'),
    dial(url).answer,
    drip(GET, ''),
  ]);
  expect(headers).toMatch(/^HTTP\/1\.1 408 /);
  expect(body).toMatch(/^HTTP\/1\.1 408 /);
  expect(chunks).toMatch(/^HTTP\/1\.1 408 /);
  expect(nothing).toMatch(/^HTTP\/1\.1 408 /);
  expect(answered).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*0$/);
  expect(refused).toEqual(['slow', 'slow', 'slow', 'slow']);
  await expect.poll(connections).toBe(0);
});

describe('a malformed request', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', 400],
    ['a backslash in the path', 'GET /a\\b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n', 400],
  ])('with %s gets an answer, and the next requester is served', async (_, request, status) => {
    const { url, refused, lines } = await running(hello);
    const { socket, answer } = dial(url);
    socket.write(request);
    expect(await answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(refused).toEqual(status === 400 && request.includes('GET / HTTP/1.1\r\n\r\n') ? [] : ['malformed']);
    expect(await (await fetch(url)).text()).toBe('hello');
    expect(lines).toEqual([]);
  });

  test('of HTTP/1.0 without Host is served, as programs that watch servers send it', async () => {
    const { url } = await running(hello);
    const { socket, answer } = dial(url);
    socket.write('GET /healthz HTTP/1.0\r\n\r\n');
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});

describe('a requester', () => {
  test('that asks too often has to wait', async () => {
    const { url, refused } = await running(hello, { 'rate-limit': '3' });
    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push((await fetch(url)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const retry = (await fetch(url)).headers.get('Retry-After');
    expect(Number(retry)).toBeGreaterThan(0);
    expect(Number(retry)).toBeLessThanOrEqual(60);
    expect(refused).toEqual(['rate', 'rate', 'rate']);
  });

  test('has to wait for itself and its network alone, also behind a proxy', async () => {
    const { url } = await running(hello, { 'rate-limit': '1', 'trusted-proxy': ['127.0.0.1'] });
    const ask = async (requester: string) => (await fetch(url, { headers: { 'X-Forwarded-For': requester } })).status;
    expect([await ask('192.0.2.1'), await ask('192.0.2.2'), await ask('192.0.2.1')]).toEqual([200, 200, 429]);
    const neighbours = ['2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:2:ffff::1'];
    const statuses = [];
    for (const each of neighbours) statuses.push(await ask(each));
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('that sends many requests at once does not keep the others waiting, and has all its answers in order', async () => {
    let answered = 0;
    const { url } = await running(({ path }) => {
      if (path === '/other') return text(String(answered));
      const end = performance.now() + 2;
      while (performance.now() < end);
      answered++;
      return text(`<${path.slice(1)}>`);
    });
    const { socket, answer } = dial(url);
    const paths = Array.from({ length: 300 }, (_, index) => `/${index}`);
    const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    socket.write(
      `${requests.join('')}POST /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx`,
    );
    await expect.poll(() => answered).toBeGreaterThan(0);
    expect(Number(await (await fetch(`${url}/other`)).text())).toBeLessThan(paths.length);
    expect((await answer).match(/<\w+>/g)).toEqual([...paths, '/last'].map((path) => `<${path.slice(1)}>`));
  });

  test('that goes away in the middle of anything does no harm', async () => {
    const late = async () => {
      await wait(20);
      return hello();
    };
    const { url, connections, lines } = await running(late);
    for (const request of ['GET / HT', GET, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc']) {
      const { socket } = dial(url);
      socket.write(request);
      await wait(5);
      socket.resetAndDestroy();
    }
    await wait(40);
    await expect.poll(connections).toBe(0);
    expect(await (await fetch(url)).text()).toBe('hello');
    expect(lines).toEqual([]);
  });

  test('finds no place when all connections are taken, and the next finds one again', async () => {
    const { url, refused, connections } = await running(hello, { 'max-connections': '2' });
    const [first] = [dial(url), dial(url)];
    await expect.poll(connections).toBe(2);
    expect(await dial(url).answer).toBe('');
    expect(refused).toEqual(['connections']);
    first?.socket.destroy();
    await expect.poll(connections).toBe(1);
    const { socket, answer } = dial(url);
    socket.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(await answer).toContain('200 OK');
  });
});

describe('the connections of one requester', () => {
  test('have a bound of their own, and one that closes makes room', async () => {
    const { url, refused, connections } = await running(hello, { 'connections-per-client': '2' });
    const [first] = [dial(url), dial(url)];
    await expect.poll(connections).toBe(2);
    expect(await dial(url).answer).toBe('');
    expect(refused).toEqual(['connections-per-client']);
    expect(connections()).toBe(2);
    first?.socket.destroy();
    await expect.poll(connections).toBe(1);
    const { socket, answer } = dial(url);
    socket.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(await answer).toContain('200 OK');
  });

  test('are not those of a trusted proxy', async () => {
    const flags = { 'connections-per-client': '1', 'trusted-proxy': ['127.0.0.0/8'] };
    const { url, refused, connections } = await running(hello, flags);
    for (let count = 0; count < 3; count++) dial(url);
    await expect.poll(connections).toBe(3);
    expect(await (await fetch(url)).text()).toBe('hello');
    expect(refused).toEqual([]);
  });

  test.each([
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['fe80::1%eth0', 'fe80::2%eth0', true],
  ])('at %s and at %s are those of one requester: %s', (one, other, same) => {
    const place = connectionLimit(1, ['198.51.100.0/24']);
    const leave = place(one);
    expect(place(other) === undefined).toBe(same);
    leave?.();
    expect(place(one)).toBeDefined();
  });
});

describe('a connection on which nothing is asked for a while', () => {
  const flags = { 'idle-timeout': '1', 'trusted-proxy': ['192.0.2.1'] };
  const post = (more = '') => `POST / HTTP/1.1\r\nHost: x\r\n${more}Content-Length: 1\r\n\r\nx`;

  /** Asks, waits for longer than the server does for strangers, and asks again on the same connection. */
  async function twice(url: string, more = '') {
    const { socket, answer } = dial(url);
    socket.write(post(more));
    await wait(2_700);
    socket.write(post(`${more}Connection: close\r\n`));
    return await answer;
  }

  test('stays open for a proxy, who repeats no POST, and is told so', async () => {
    const own = await running(echo, { ...flags, 'trusted-proxy': ['127.0.0.1'] });
    const foreign = await running(echo, flags);
    const [trusted, unnamed, stranger] = await Promise.all([
      twice(own.url),
      twice(foreign.url, 'X-Forwarded-For: 192.0.2.7\r\n'),
      twice(foreign.url),
    ]);
    for (const text of [trusted, unnamed]) {
      expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
      expect(text.match(/Keep-Alive: .*/gi)).toEqual(['Keep-Alive: timeout=650']);
    }
    expect(stranger.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(1);
    expect(stranger).toMatch(/Keep-Alive: timeout=1\r\n/);
  });

  test('is closed for a proxy, too, in the end', async () => {
    const { url, connections } = await running(echo, {
      'trusted-proxy': ['127.0.0.1'],
      'proxy-idle-timeout': '1',
    });
    const { socket, answer } = dial(url);
    socket.write(post());
    expect(await answer).toContain('200 OK');
    await expect.poll(connections).toBe(0);
  });
});

describe('a proxy in front', () => {
  test('that nobody named is noticed, at each request, where it is no stranger on the Internet', async () => {
    const { url, proxyFaults } = await running(hello);
    await fetch(url);
    for (const name of ['X-Forwarded-For', 'X-Forwarded-Proto', 'X-Forwarded-Host', 'Forwarded'])
      await fetch(url, { headers: { [name]: 'x' } });
    expect(proxyFaults).toEqual(Array(4).fill('unnamed'));
  });

  test('that does not say who asks is noticed when that matters', async () => {
    const { url, proxyFaults } = await running(hello, { 'trusted-proxy': ['127.0.0.1'], 'rate-limit': '1' });
    for (const expected of [[], ['silent']]) {
      await fetch(url);
      expect(proxyFaults).toEqual(expected);
    }
    for (let count = 0; count < 2; count++) await fetch(url, { headers: { 'X-Forwarded-For': '192.0.2.7' } });
    expect(proxyFaults).toEqual(['silent']);
  });
});

describe('a mistake of the application', () => {
  test.each<[string, Application]>([
    [
      'thrown',
      () => {
        throw new TypeError('marie.curie@cnrs.fr');
      },
    ],
    ['rejected', () => Promise.reject(new TypeError('marie.curie@cnrs.fr'))],
    ['with a message that looks like a stack', () => Promise.reject(new TypeError('x\n    at marie.curie@cnrs.fr'))],
  ])('%s is a short 500, and the log has where but not what', async (_, app) => {
    const { url, lines } = await running(app);
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Internal error.\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      event: 'defect',
      error: { name: 'TypeError', at: expect.arrayContaining([expect.stringContaining('node.test.ts')]) },
    });
    expect(lines.join()).not.toContain('curie');
  });

  test('in a header value is a 500 too', async () => {
    const { url, lines } = await running(() => ({
      ...text('x'),
      headers: ['Location', '/é€curie\r\nSet-Cookie: a=b'],
    }));
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(lines.join()).not.toContain('curie');
  });
});

describe('a server that stops', () => {
  test('lets a request end, takes no other, and closes idle connections', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const { url, stop } = await running(async () => {
      asked++;
      await held;
      return hello();
    });
    const idle = dial(url);
    const busy = dial(url);
    busy.socket.write(GET);
    await expect.poll(() => asked).toBe(1);
    const stopped = stop();
    expect(await dial(url).answer).toBe('');
    release();
    expect(await busy.answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*hello$/);
    await stopped;
    await idle.answer;
  });

  test('tells who asks on that the answer is the last', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const { url, stop } = await running(async () => {
      asked++;
      await held;
      return hello();
    });
    const { socket, answer } = dial(url);
    socket.write(GET);
    await expect.poll(() => asked).toBe(1);
    const stopped = stop();
    socket.write(GET + GET);
    await wait(100);
    release();
    await stopped;
    const text = await answer;
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(text.match(/Connection: .*/gi)).toEqual(['Connection: keep-alive', 'Connection: close']);
  });

  test('cuts what does not end within the bound', async () => {
    let asked = 0;
    const never = () => {
      asked++;
      return new Promise<Answer>(() => {});
    };
    const { url, stop } = await running(never, { 'stop-timeout': '0' });
    const { socket, answer } = dial(url);
    socket.write(GET);
    await expect.poll(() => asked).toBe(1);
    await stop();
    expect(await answer).toBe('');
  });

  test('cuts at once when it is told again', async () => {
    let asked = 0;
    const never = () => {
      asked++;
      return new Promise<Answer>(() => {});
    };
    const { url, stop } = await running(never, { 'stop-timeout': '300' });
    const { socket, answer } = dial(url);
    socket.write(GET);
    await expect.poll(() => asked).toBe(1);
    stop();
    await stop();
    expect(await answer).toBe('');
  });
});

test('a port in use is refused in one line', async () => {
  const { url } = await running(hello);
  const { port } = new URL(url);
  const error = await running(hello, { port }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toBe(`--port  127.0.0.1:${port} cannot be listened on: another program does`);
});
