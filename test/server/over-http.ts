import { type ClientRequest, request as openPlain } from 'node:http';
import { request as openSecure } from 'node:https';
import { isIP } from 'node:net';
import { arrayBuffer } from 'node:stream/consumers';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Fetch } from './ask.ts';

/** As long as any answer may take; a server that says nothing fails the test. */
const PATIENCE = 20_000;

/**
 * Sends requests to a server that listens, as a proxy in front of it does: the host of the URL stands in `Host`, its scheme in `X-Forwarded-Proto`, and what
 * the client says of its host is followed by the true one. Each request has a connection of its own. Node's own fetch writes no other Host than the one it
 * connects to.
 * @param origin asked at each request: the server may start later
 */
export function fetchOver(origin: () => string): Fetch {
  return (request) => {
    const { host, protocol } = new URL(request.url);
    const claimed = request.headers.get('X-Forwarded-Host');
    const { hostname, port } = new URL(origin());
    return send(request, openPlain, {
      hostname,
      port,
      headers: {
        'x-forwarded-proto': protocol.slice(0, -1),
        ...(claimed === null ? {} : { 'x-forwarded-host': `${claimed}, ${host}` }),
      },
    });
  };
}

/**
 * Sends requests to a web server in front of ours, as clients do: to its port for the scheme of the URL, with the host in `Host` and, over TLS, in the name that is
 * asked for. Its certificate is not looked at.
 */
export function fetchThrough(ports: () => { readonly http: number; readonly https: number }): Fetch {
  return (request) => {
    const { hostname, protocol } = new URL(request.url);
    const secure = protocol === 'https:';
    const servername = isIP(hostname) === 0 && !hostname.startsWith('[') ? hostname : '';
    return send(request, secure ? openSecure : openPlain, {
      hostname: '127.0.0.1',
      port: ports()[secure ? 'https' : 'http'],
      headers: {},
      servername,
      rejectUnauthorized: false,
    });
  };
}

interface Peer {
  readonly hostname: string;
  readonly port: string | number;
  /** Beside those of the request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
}

async function send(request: Request, open: typeof openSecure, { headers: more, ...peer }: Peer): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const headers: Record<string, string> = { ...Object.fromEntries(request.headers), host, ...more };
  const inPieces = request.headers.has('Transfer-Encoding');
  const whole = inPieces || request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  if (whole !== undefined) headers['content-length'] = String(whole.length);

  const { method } = request;
  return new Promise<Response>((resolve, reject) => {
    const outgoing = open({ ...peer, agent: false, method, path: pathname + search, headers }, (incoming) => {
      const { statusCode: status = 0, rawHeaders } = incoming;
      const told = new Headers();
      for (let index = 0; index < rawHeaders.length; index += 2)
        told.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
      arrayBuffer(incoming)
        .then((bytes) => {
          const empty = method === 'HEAD' || status === 204 || status === 304;
          resolve(new Response(empty ? null : bytes, { status, headers: told }));
        }, reject)
        // Who is answered stops sending.
        .finally(() => outgoing.destroy());
    });
    outgoing.setTimeout(PATIENCE, () => outgoing.destroy(new Error(`no answer to ${method} ${request.url}`)));
    outgoing.on('error', reject);
    if (inPieces) sendInPieces(request, outgoing);
    else outgoing.end(whole);
  });
}

/** How long one who sends in pieces waits for an answer after each, in milliseconds. */
const PAUSE = 100;

/** One who only sends is cut before he has read the answer, so this one looks for it. */
async function sendInPieces({ body }: Request, outgoing: ClientRequest): Promise<void> {
  let answered = false;
  const answer = new Promise<void>((resolve) => {
    const done = () => {
      answered = true;
      resolve();
    };
    outgoing.once('response', done).once('close', done);
  });
  const reader = body?.getReader();
  while (!answered) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    outgoing.write(piece.value);
    await Promise.race([answer, sleep(PAUSE)]);
    // What has come in the meantime is read before the next piece.
    await nextTurn();
  }
  reader?.cancel().catch(() => {});
  outgoing.end();
}
