import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { scripts } from '../../src/pages/scripts.generated.ts';

/*
 * What no HTTP library sends, written on a connection as it is: to a server that listens and believes X-Forwarded-Proto. Each has the statuses that it must
 * get, and after each a person gets the same bytes as before. Long for the list alone.
 */

const HOST = 'Host: autoconfig.cnrs.fr\r\nX-Forwarded-Proto: https\r\n';
const LAST = 'Connection: close\r\n\r\n';
const CONFIG = '/mail/config-v1.1.xml';
const NORMAL = `GET ${CONFIG}?emailaddress=prenom.nom@cnrs.fr HTTP/1.1\r\n${HOST}${LAST}`;

/** What stands in requests where an answer must not have it. */
const MARK = 'mxyzptlk';

/** Longest wait for the end of a connection: the server of these tests cuts senders after 3 s. */
const PATIENCE = 10_000;

interface Case {
  readonly name: string;
  readonly sends: string | Buffer;
  /** One for each answer. */
  readonly statuses: readonly number[];
}

const line = (name: string, first: string, ...statuses: number[]): Case => ({
  name,
  sends: Buffer.from(`${first}\r\n${HOST}${LAST}`, 'latin1'),
  statuses,
});
const header = (name: string, more: string, ...statuses: number[]): Case => ({
  name,
  sends: Buffer.from(`GET ${CONFIG} HTTP/1.1\r\n${HOST}${more}\r\n${LAST}`, 'latin1'),
  statuses,
});
const hosts = (name: string, fields: string, ...statuses: number[]): Case => ({
  name,
  sends: `GET ${CONFIG} HTTP/1.1\r\n${fields}X-Forwarded-Proto: https\r\n${LAST}`,
  statuses,
});
const body = (name: string, fields: string, content: string, ...statuses: number[]): Case => ({
  name,
  sends: `POST /autodiscover/autodiscover.xml HTTP/1.1\r\n${HOST}${fields}\r\n${LAST}${content}`,
  statuses,
});
const chunks = (name: string, content: string, ...statuses: number[]) =>
  body(name, 'Transfer-Encoding: chunked', content, ...statuses);

const cases: Readonly<Record<string, readonly Case[]>> = {
  host: [
    // RFC 9112 §3.2.
    hosts('Host twice, the same', 'Host: autoconfig.cnrs.fr\r\nHost: autoconfig.cnrs.fr\r\n', 400),
    hosts('Host twice, another first', `Host: ${MARK}.example\r\nHost: autoconfig.cnrs.fr\r\n`, 400),
    hosts('Host twice, another last', `Host: autoconfig.cnrs.fr\r\nhOST: ${MARK}.example\r\n`, 400),
    hosts(
      'Host twice, the other behind 2 100 headers',
      `Host: autoconfig.cnrs.fr\r\n${'A:\r\n'.repeat(2_100)}Host: ${MARK}.example\r\n`,
      400,
    ),
    hosts('no Host', '', 400),
    hosts('an empty Host', 'Host:\r\n', 400),
    hosts('two hosts in one Host', `Host: autoconfig.cnrs.fr, ${MARK}.example\r\n`, 400),
    hosts('a user in Host', `Host: ${MARK}@autoconfig.cnrs.fr\r\n`, 400),
    hosts('a path in Host', `Host: autoconfig.cnrs.fr/${MARK}\r\n`, 400),
    hosts('a space in Host', `Host: autoconfig.cnrs.fr ${MARK}\r\n`, 400),
    hosts('a backslash in Host', `Host: autoconfig.cnrs.fr\\${MARK}\r\n`, 400),
    hosts('markup in Host', `Host: "><script>${MARK}</script>\r\n`, 400),
    hosts('a port that is none', 'Host: autoconfig.cnrs.fr:99999\r\n', 400),
    hosts('a host of another, who is sent to ours', `Host: evil.example\r\n`, 302),
    // RFC 9112 §3.2.2.
    {
      name: 'the target in absolute form',
      sends: `GET http://autoconfig.cnrs.fr${CONFIG} HTTP/1.1\r\n${HOST}${LAST}`,
      statuses: [200],
    },
    {
      name: 'the target in absolute form, with another Host, which does not count',
      sends: `GET http://autoconfig.cnrs.fr${CONFIG} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Proto: https\r\n${LAST}`,
      statuses: [200],
    },
    {
      name: 'the target in absolute form, at another host',
      sends: `GET https://evil.example${CONFIG} HTTP/1.1\r\n${HOST}${LAST}`,
      statuses: [302],
    },
    {
      name: 'the target in absolute form, without Host',
      sends: `GET http://autoconfig.cnrs.fr${CONFIG} HTTP/1.1\r\n${LAST}`,
      statuses: [400],
    },
    line('a target of another scheme', `GET ftp://autoconfig.cnrs.fr${CONFIG} HTTP/1.1`, 400),
    line('a target that is a script', `GET javascript:alert(1)//${MARK} HTTP/1.1`, 400),
    line('a target that is a host', `GET ${MARK}.example:443 HTTP/1.1`, 400),
    line('CONNECT', `CONNECT ${MARK}.example:443 HTTP/1.1`, 405),
    line('OPTIONS of the whole server', 'OPTIONS * HTTP/1.1', 400),
  ],
  target: [
    line('a path that goes up, to nothing', 'GET /mail/../../../etc/passwd HTTP/1.1', 404),
    line('a path that goes up, encoded', 'GET /mail/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1', 404),
    line('two slashes and a host', `GET //${MARK}.example${CONFIG} HTTP/1.1`, 404),
    line('no slash', 'GET mail/config-v1.1.xml HTTP/1.1', 400),
    line('nothing', 'GET  HTTP/1.1', 400),
    line('NUL', `GET /\0${CONFIG} HTTP/1.1`, 400),
    line('a control character', 'GET /\x01 HTTP/1.1', 400),
    line('a byte that is no ASCII', `GET ${CONFIG}?emailaddress=pr\xe9nom@cnrs.fr HTTP/1.1`, 400),
    line('a space', 'GET /mail/config v1.1.xml HTTP/1.1', 400),
    line('a carriage return', `GET ${CONFIG}\rX-${MARK}: a HTTP/1.1`, 400),
    line('a header behind a line feed', `GET ${CONFIG}?a=b\nX-${MARK}: a HTTP/1.1`, 400),
    line('an encoded header', `GET /%0d%0aX-${MARK}:%20a HTTP/1.1`, 404),
    line('markup', `GET ${CONFIG}?emailaddress=<script>${MARK}</script>@cnrs.fr HTTP/1.1`, 200),
    line('a fragment', `GET ${CONFIG}#${MARK} HTTP/1.1`, 200),
    line('20 kB', `GET /${MARK.repeat(2_500)} HTTP/1.1`, 431),
    line('1 MB', `GET /${MARK.repeat(125_000)} HTTP/1.1`, 431),
  ],
  version: [
    { name: 'HTTP/0.9', sends: `GET ${CONFIG}\r\n\r\n`, statuses: [400] },
    { name: 'HTTP/1.0', sends: `GET ${CONFIG} HTTP/1.0\r\n${HOST}\r\n`, statuses: [200] },
    {
      name: 'HTTP/1.0 without Host, as programs watch servers',
      sends: 'GET /healthz HTTP/1.0\r\n\r\n',
      statuses: [200],
    },
    { name: 'HTTP/2 at once', sends: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', statuses: [400] },
    line('HTTP/3.0', `GET ${CONFIG} HTTP/3.0`, 400),
    line('a version in small letters', `GET ${CONFIG} http/1.1`, 400),
    line('a method in small letters', `get ${CONFIG} HTTP/1.1`, 400),
    line('a method of 9 kB', `${'A'.repeat(9_000)} / HTTP/1.1`, 400),
    { name: 'no HTTP', sends: `${MARK}\r\n\r\n`, statuses: [400] },
    { name: 'TLS', sends: Buffer.from('160301006a010000660303', 'hex'), statuses: [400] },
    { name: 'line feeds alone', sends: NORMAL.replaceAll('\r', ''), statuses: [400] },
    header('an offer of WebSocket, which is not taken', 'Connection: Upgrade\r\nUpgrade: websocket', 200),
    header('an offer of HTTP/2, which is not taken', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c', 200),
  ],
  header: [
    header('a carriage return', `X: a\rSet-Cookie: ${MARK}`, 400),
    header('NUL', 'X: a\0b', 400),
    header('bytes that are no ASCII', 'X: \xe9\xff', 200),
    header('a space in its name', 'X Y: a', 400),
    header('a space after its name', 'X : a', 400),
    header('no name', ': a', 400),
    header('no colon', MARK, 400),
    header('a value on two lines', 'X: a\r\n b', 400),
    header('20 kB', `X: ${'x'.repeat(20_000)}`, 431),
    header('1 MB', `X: ${'x'.repeat(1_000_000)}`, 431),
    header('2 000 of them', 'X: y\r\n'.repeat(2_000).trimEnd(), 200),
    header('one that is called like a property of objects', `__proto__: ${MARK}`, 200),
  ],
  body: [
    body('two lengths', 'Content-Length: 1\r\nContent-Length: 2', 'ab', 400),
    body('two lengths in one', 'Content-Length: 1, 1', 'a', 400),
    body('a negative length', 'Content-Length: -1', 'a', 400),
    body('a length with a sign', 'Content-Length: +1', 'a', 400),
    body('a length in hexadecimal', 'Content-Length: 0x1', 'a', 400),
    body('a length beyond all numbers', 'Content-Length: 99999999999999999999', 'a', 400),
    body('a length of 100 MB', 'Content-Length: 104857600', 'a', 413),
    body('a length and chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked', '0\r\n\r\n', 400),
    body('an unknown coding', 'Transfer-Encoding: xchunked', '0\r\n\r\n', 400),
    body('chunks that are not last', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n', 400),
    body('an unknown expectation', 'Expect: 200-nonsense\r\nContent-Length: 1', 'a', 417),
    chunks('a chunk whose length is no number', 'zz\r\nabc\r\n0\r\n\r\n', 400),
    chunks('a chunk of negative length', '-1\r\nabc\r\n0\r\n\r\n', 400),
    chunks('a chunk beyond all numbers', 'ffffffffffffffffff\r\nabc\r\n', 400),
    chunks('a chunk with an extension of 30 kB', `1;${'a'.repeat(30_000)}\r\na\r\n0\r\n\r\n`, 413),
    chunks('a host in a trailer, which does not count', '0\r\nHost: evil.example\r\n\r\n', 200),
    chunks('trailers of 60 kB', `0\r\n${'X: y\r\n'.repeat(10_000)}\r\n`, 431),
  ],
  pipelining: [
    {
      name: 'three requests at once, answered in their order',
      sends: `GET ${CONFIG} HTTP/1.1\r\n${HOST}\r\nGET /${MARK} HTTP/1.1\r\n${HOST}\r\nGET /healthz HTTP/1.1\r\n${HOST}${LAST}`,
      statuses: [200, 404, 200],
    },
    {
      name: '200 requests at once',
      sends: `GET /${MARK} HTTP/1.1\r\n${HOST}\r\n`.repeat(199) + NORMAL,
      statuses: [...Array<number>(199).fill(404), 200],
    },
    {
      name: 'a request in the body of another, which is no request',
      sends: `GET ${CONFIG} HTTP/1.1\r\n${HOST}Content-Length: 19\r\n\r\nGET / HTTP/1.1\r\n\r\n\nGET /${MARK} HTTP/1.1\r\n${HOST}${LAST}`,
      statuses: [200, 404],
    },
  ],
};

const POST = `POST /autodiscover/autodiscover.xml HTTP/1.1\r\n${HOST}`;
/** What comes before bytes without end. */
const endless = [
  ['a body of 100 MB', `${POST}Content-Length: 104857600\r\n\r\n`, '413'],
  ['a chunk', `${POST}Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n`, '413'],
  ['a header', `GET ${CONFIG} HTTP/1.1\r\n${HOST}X: a`, '431'],
] as const;

/** An answer that a runtime gives otherwise than Node does. */
export interface OtherAnswers {
  /** `group: name` of the case. */
  readonly of: string;
  readonly statuses: readonly number[];
  readonly because: string;
}

/** Writes all of them, for tests that do not look at the answers. */
export async function writeAll(url: string): Promise<void> {
  for (const { sends } of Object.values(cases).flat()) await say(url, sends);
  for (const [, head] of endless) await flood(url, head, 1024 ** 3);
}

/** Writes every one of them, and after each a normal request. */
export function describeWire(name: string, url: () => string, others: readonly OtherAnswers[] = []): void {
  const otherwise = new Map(others.map((other) => [other.of, other]));
  const all = Object.entries(cases).flatMap(([group, list]) =>
    list.map((each) => {
      const of = `${group}: ${each.name}`;
      const { statuses, because } = otherwise.get(of) ?? { statuses: each.statuses, because: '' };
      // A long row of the same says nothing in a title.
      const title = `${of}: ${[...new Set(statuses)].join(', ')}${because === '' ? '' : `, because ${because}`}`;
      return { of, title, sends: each.sends, statuses };
    }),
  );

  test(`${name}: each request on the wire has a name of its own, and no other answer a name of none`, () => {
    const names = all.map(({ of }) => of);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...otherwise.keys()]));
  });

  describe(`${name}: on the wire`, () => {
    test.each(all.map((each) => [each.title, each] as const))('%s', async (_, { sends, statuses }) => {
      const before = await say(url(), NORMAL);
      const text = await say(url(), sends);
      expect(statusesIn(text)).toEqual(statuses);
      expect(text.toLowerCase()).not.toContain(MARK);
      // Our pages have one script, which copies.
      expect(text.replace(`<script>${scripts.copy.text}</script>`, '')).not.toMatch(
        /<script|set-cookie|www-authenticate/i,
      );
      expect(withoutDate(await say(url(), NORMAL))).toBe(withoutDate(before));
    });

    test.each(endless)('%s without end is cut, whoever looks for an answer', async (_, head, status) => {
      const { text, sent } = await flood(url(), head, 1024 ** 3);
      // Who sends on after the answer may be reset before he has read it.
      expect(['', status]).toContain(text.slice('HTTP/1.1 '.length, 'HTTP/1.1 413'.length));
      expect(sent).toBeLessThan(64 * 1024 ** 2);
      expect(await say(url(), NORMAL)).toContain('HTTP/1.1 200 OK');
    });

    test('a request byte by byte is a request', async () => {
      const text = await say(url(), NORMAL, async (write) => {
        for (const byte of NORMAL) {
          write(byte);
          await sleep(0);
        }
      });
      expect(withoutDate(text)).toBe(withoutDate(await say(url(), NORMAL)));
    });
  });
}

/** Who sends slowly, or nothing: what comes first, and what is added ten times a second. */
const slow = [
  ['headers', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-More: y\r\n'],
  ['a target', 'GET /', 'x'],
  ['a body', 'POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 'x'],
  [
    'chunks',
    'POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\nx\r\n',
  ],
  ['nothing', '', ''],
] as const;

/** Opens one connection of each kind and keeps them; who is cut in so many milliseconds has what he was sent, who is not has `undefined`. */
export function dribble(url: string, milliseconds: number): Promise<(string | undefined)[]> {
  return Promise.all(
    slow.map(async ([, first, more]) => {
      let timer: NodeJS.Timeout | undefined;
      const ending = new AbortController();
      const cut = say(
        url,
        '',
        (write) => {
          write(first);
          timer = setInterval(() => write(more), 100);
        },
        ending.signal,
      );
      const text = await Promise.race([cut, sleep(milliseconds, undefined, { ref: false })]);
      clearInterval(timer);
      ending.abort();
      return text;
    }),
  );
}

/** One who sends as fast as he can and does not look at the answer: what he got, and how many bytes he got rid of. */
function flood(url: string, head: string, bytes: number): Promise<{ text: string; sent: number }> {
  const { hostname, port } = new URL(url);
  const piece = Buffer.alloc(64 * 1024, 0x20);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(head);
      const more = () => {
        while (!socket.destroyed && socket.bytesWritten < bytes) if (!socket.write(piece)) return;
        socket.end();
      };
      socket.on('drain', more);
      more();
    });
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ text, sent: socket.bytesWritten }));
  });
}

/** Sends it, whole or as `send` does, and gives what came back until the server closed. @throws where it does not in time */
function say(
  url: string,
  bytes: string | Buffer,
  send: (write: (part: string | Buffer) => void) => unknown = (write) => write(bytes),
  signal?: AbortSignal,
): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect({ port: Number(port), host: hostname, noDelay: true }, () => {
      send((part) => socket.write(part));
    });
    signal?.addEventListener('abort', () => socket.destroy());
    socket.setTimeout(PATIENCE, () => {
      reject(new Error(`the connection stays open after: ${text}`));
      socket.destroy();
    });
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    // One who is cut while sending still has what he was sent before.
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

/** A body holds no line that begins so. */
function statusesIn(text: string): number[] {
  return [...text.matchAll(/^HTTP\/1\.[01] (\d{3}) /gm)].map(([, status]) => Number(status));
}

function withoutDate(text: string): string {
  return text.replace(/^Date: .*$/m, '');
}
