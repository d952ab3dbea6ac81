import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { PERSONAL, plainText } from './answer.ts';
import type { App } from './app.ts';
import { originOf } from './client.ts';
import type { Counts } from './counts.ts';
import type { Log } from './log.ts';
import type { Settings } from './options.ts';
import { rateLimit } from './rate-limit.ts';
import { routeName } from './route-name.ts';
import { safeError } from './safe-error.ts';
import { isWebHost } from './web-host.ts';

export interface ListenerOptions {
  readonly settings: Settings;
  readonly fetch: App['fetch'];
  readonly log: Log;
  readonly counts: Counts;
  /** The server is about to stop: the next answer on each connection is its last. */
  readonly stopping: () => boolean;
}

/** What is said to whom is turned away; nothing of the request is repeated. */
const refusals = {
  rate: { status: 429, text: 'Too many requests.\n' },
  body: { status: 413, text: 'The body is too large.\n' },
} as const;

/**
 * Lets a request through to the application when it is small enough and its client has not asked too often. The adapter is
 * @hono/node-server's, whose Request and Response add nothing measurable to bare node:http (with Node's own, a request takes about three times the processor time).
 */
export function makeListener({ settings, fetch, log, counts, stopping }: ListenerOptions): RequestListener {
  const origin = originOf(settings['trusted-proxy']);
  const wait = rateLimit(settings['rate-limit']);
  const most = settings['body-limit'];

  const defect = (error: unknown) => log.error({ event: 'defect', error: safeError(error) }, 'a request failed');
  const answer = getRequestListener(watched(fetch, log, counts, defect), {
    // HTTP/1.0 needs no Host, and programs that watch a server send none.
    hostname: 'localhost',
    // The adapter calls this for a Host or a target that is no URL. It would print other errors, with what a stranger sent.
    errorHandler: (error) => {
      if ((error as Error).name === 'RequestError') counts.refused('malformed');
      else defect(error);
      return plainText(400, 'Bad request.');
    },
  });
  const answered = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      defect(error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    });
  };
  const refuse = (reason: keyof typeof refusals, incoming: IncomingMessage, outgoing: ServerResponse, more: object) => {
    const { status, text } = refusals[reason];
    counts.refused(reason);
    outgoing.writeHead(status, { ...PERSONAL, 'Content-Type': 'text/plain; charset=utf-8', ...more });
    linger(incoming, outgoing, text);
  };

  return (incoming, outgoing) => {
    if (stopping()) outgoing.shouldKeepAlive = false;
    const { client, scheme, host } = origin(incoming);
    const seconds = wait(client);
    if (seconds > 0) {
      refuse('rate', incoming, outgoing, { 'Retry-After': seconds, Connection: 'close' });
      return;
    }
    address(incoming, scheme, host);
    if (!hasBody(incoming)) {
      answered(incoming, outgoing);
      return;
    }
    const tooLarge = () => refuse('body', incoming, outgoing, { Connection: 'close' });
    if (Number(incoming.headers['content-length']) > most) {
      tooLarge();
      return;
    }
    if (waits(incoming)) outgoing.writeContinue();
    collect(incoming, most, tooLarge, (body) => {
      // The adapter takes this for the body, as it does where a platform has read the body already.
      Object.assign(incoming, { rawBody: body });
      answered(incoming, outgoing);
    });
  };
}

/** The application, with each answer counted and no error let out. */
function watched(fetch: App['fetch'], log: Log, counts: Counts, defect: (error: unknown) => void): App['fetch'] {
  const inner = guarded(fetch, defect);
  if (counts.answered === undefined && !log.requests) return inner;
  return (request) => {
    const from = performance.now();
    const done = (response: Response) => {
      const ms = performance.now() - from;
      const route = routeName(request.url);
      counts.answered?.(request.method, route, response.status, ms / 1000);
      log.request({ method: request.method, route, status: response.status, ms: Math.round(ms * 1000) / 1000 });
      return response;
    };
    const response = inner(request);
    return response instanceof Promise ? response.then(done) : done(response);
  };
}

function guarded(fetch: App['fetch'], defect: (error: unknown) => void): App['fetch'] {
  const failed = (error: unknown) => {
    defect(error);
    return plainText(500, 'Internal error.');
  };
  return (request) => {
    try {
      const response = fetch(request);
      return response instanceof Promise ? response.catch(failed) : response;
    } catch (error) {
      return failed(error);
    }
  };
}

/**
 * Gives the request the scheme, and behind a proxy the host, that the client really used: the adapter takes them from a target in absolute form
 * (RFC 9112 §3.2.2), and nobody but a trusted proxy may say what is encrypted.
 */
function address(incoming: IncomingMessage, scheme: string, host: string | undefined): void {
  const { url = '/', headers } = incoming;
  if (!url.startsWith('/')) {
    incoming.url = url.replace(/^https?:/i, `${scheme}:`);
    return;
  }
  const told = host !== undefined || (scheme === 'https') !== 'encrypted' in incoming.socket;
  const name = host ?? headers.host ?? 'localhost';
  // With any other Host, the adapter answers 400.
  if (told && isWebHost(name)) incoming.url = `${scheme}://${name}${url}`;
}

/** RFC 9112 §6.3 */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Its client sends the body only after leave. (Node answers every other expectation by itself.) */
function waits({ headers }: IncomingMessage): boolean {
  return headers.expect !== undefined;
}

/** Reads a body of at most so many bytes. A client that stops sending is cut by the server's request time-out; then nobody waits for an answer. */
function collect(
  incoming: IncomingMessage,
  most: number,
  tooLarge: () => void,
  complete: (body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const take = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= most) {
      chunks.push(chunk);
      return;
    }
    incoming.off('data', take).off('end', end);
    chunks.length = 0;
    tooLarge();
  };
  const end = () => complete(Buffer.concat(chunks, bytes));
  incoming
    .on('data', take)
    .on('end', end)
    .on('error', () => {});
}

/** Who is still sending when we close would get a reset instead of the answer (RFC 9112 §9.6), so we first read on a little. */
const LINGER = { ms: 500, bytes: 1_000_000 } as const;

function linger(incoming: IncomingMessage, outgoing: ServerResponse, text: string): void {
  if (incoming.complete || !hasBody(incoming) || waits(incoming)) {
    outgoing.end(text);
    return;
  }
  let bytes = 0;
  const close = () => {
    clearTimeout(timer);
    incoming.off('data', count);
    outgoing.end();
  };
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LINGER.bytes) close();
  };
  const timer = setTimeout(close, LINGER.ms);
  outgoing.write(text);
  incoming.on('data', count).once('end', close).once('error', close).resume();
}
