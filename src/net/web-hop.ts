import { request as ask, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { version } from '../version.ts';
import { decoded, LARGEST_BODY } from './content-encoding.ts';
import type { WebAnswer, WebRequest } from './net.ts';
import { failed, failedWith, type NetContext, type NetFailed, onEnd, within } from './net-context.ts';
import { connectTo } from './open-connection.ts';
import { secure } from './secure.ts';

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** In bytes, all header fields of an answer together. */
const LARGEST_HEADERS = 16_384;

/** Answers before the answer (1xx). */
const MOST_INTERIM = 8;

/** One hop over HTTP/1.1, each over a connection of its own. Never rejects. */
export async function askWeb(request: WebRequest, context: NetContext): Promise<WebAnswer> {
  const { url } = request;
  const scheme = PORTS[url.protocol];
  if (scheme === undefined) return failed('protocol', url.protocol);
  const began = performance.now();
  const signal = within(context);
  const connected = await connectTo(url.hostname, url.port === '' ? scheme : Number(url.port), context, signal);
  if (connected.status === 'failed') return connected;
  const { ip } = connected;
  const secured =
    url.protocol === 'https:'
      ? await secure(connected.socket, url.hostname, context, signal, ['http/1.1'])
      : { status: 'plain' as const, socket: connected.socket, tls: undefined };
  if (secured.status === 'failed') return secured;
  const { socket, tls } = secured;
  try {
    const answer = await answerOver(socket, request, signal);
    if (answer.status === 'failed') return { ...answer, ...(tls && { tls }) };
    const took = performance.now() - began;
    return { ...answer, ip, took, ...(tls && { tls }) };
  } finally {
    socket.destroy();
    connected.socket.destroy();
  }
}

interface Heard {
  readonly status: 'answered';
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function answerOver(socket: Socket, request: WebRequest, signal: AbortSignal): Promise<Heard | NetFailed> {
  return new Promise((resolve) => {
    const asked = begun(socket, request);
    if (asked instanceof Error) {
      resolve(failed('protocol', asked.message));
      return;
    }
    let interim = 0;
    const end = (answer: Heard | NetFailed) => {
      forget();
      resolve(answer);
      asked.destroy();
    };
    const forget = onEnd(signal, () => end(failed('timed-out', request.url.host)));
    asked.on('error', (error: NodeJS.ErrnoException) => end(failedWith(error)));
    asked.on('close', () => end(failed('closed', request.url.host)));
    asked.on('information', () => {
      interim += 1;
      if (interim > MOST_INTERIM) end(failed('protocol', 'HTTP 1xx'));
    });
    asked.on('upgrade', () => end(failed('protocol', 'HTTP 101')));
    asked.on('response', (response) => bodyOf(response, end));
  });
}

/** An error where a field cannot be sent. */
function begun(socket: Socket, { method, url, headers, body }: WebRequest) {
  const content = body === undefined ? undefined : Buffer.from(body);
  try {
    const asked = ask({
      method,
      // Who is named in a URL is not told to the server: no client here does.
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        Host: url.host,
        'User-Agent': `facteur/${version}`,
        Accept: '*/*',
        'Accept-Encoding': 'gzip, deflate, br',
        ...headers,
        ...(content && { 'Content-Length': content.length }),
        Connection: 'close',
      },
      maxHeaderSize: LARGEST_HEADERS,
      createConnection: () => socket,
    });
    asked.end(content);
    return asked;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function bodyOf(response: IncomingMessage, end: (answer: Heard | NetFailed) => void): void {
  const { statusCode: code = 0 } = response;
  const headers = headersOf(response);
  const heard = (body: Uint8Array) => end({ status: 'answered', code, headers, body });
  // A page that says no may be as long as it likes: nobody reads it.
  const refuse = (failure: 'too-large' | 'protocol', detail: string) =>
    code >= 200 && code < 300 ? end(failed(failure, detail)) : heard(new Uint8Array());
  const pieces: Buffer[] = [];
  let length = Number(headers['content-length'] ?? 0) > LARGEST_BODY ? Number.POSITIVE_INFINITY : 0;
  if (length > LARGEST_BODY) refuse('too-large', `Content-Length: ${headers['content-length']}`);
  response.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length > LARGEST_BODY) refuse('too-large', `> ${LARGEST_BODY}`);
    else pieces.push(piece);
  });
  response.on('error', (error: NodeJS.ErrnoException) => end(failedWith(error)));
  response.on('end', () => {
    const encoding = headers['content-encoding'] ?? '';
    const body = decoded(Buffer.concat(pieces), encoding);
    // Otherwise it ended before all had come.
    if (!response.complete) end(failed('closed', 'HTTP'));
    else if (typeof body === 'string') refuse(body, `Content-Encoding: ${encoding}`);
    else heard(body);
  });
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]);
  return Object.fromEntries(entries) as Record<string, string>;
}
