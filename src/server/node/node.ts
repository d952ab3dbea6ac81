import { createServer, type Server, type ServerOptions } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Kind } from '../app/answer.ts';
import { connectionLimit } from './connection-limit.ts';
import type { Counts } from './counts.ts';
import { deadlines } from './deadlines.ts';
import { inTurn } from './in-turn.ts';
import { dismiss } from './linger.ts';
import { listen, urlOf } from './listen.ts';
import { type ListenerOptions, makeListener, silenceOf } from './listener.ts';
import type { SettingName, Settings } from './options.ts';
import { lastWord, type RefusalName, refusals, refuse } from './refuse.ts';
import type { KeyPair } from './settled-files.ts';
import { makeTlsServer, tlsOptions } from './tls-server.ts';
import { wellAddressed } from './well-addressed.ts';

export interface NodeServerOptions extends Omit<ListenerOptions, 'stopping'> {
  /** With TLS; without it, plain HTTP. */
  readonly keyPair?: KeyPair | undefined;
  /** Whose host and port of the settings. */
  readonly of?: '' | 'metrics-';
}

/** A server that listens. */
export interface NodeServer {
  /** Where, with the real port. */
  readonly url: string;
  readonly connections: () => number;
  /** Takes a new certificate for the connections to come. */
  readonly renew: (keyPair: KeyPair) => void;
  /** Takes no more connections, lets requests end within `stop-timeout`, and cuts what is left. Called again, it cuts at once. */
  readonly stop: () => Promise<void>;
}

/** A request line and headers together; an address of 10 kB fits. */
const HEADER_BYTES = 16_384;

/** How often Node looks for senders that are too slow, in milliseconds. (Its default of 30 s would give them that much longer.) */
const CHECK_EVERY = 500;

/** How often a server that stops looks for connections on which nothing is asked any more. */
const SWEEP_EVERY = 50;

/**
 * Serves an application on Node's own HTTP server, with a bound on everything: bytes of header and body, the time to agree on TLS, to send a request and to
 * take its answer, idle time, connections, and the time to stop.
 * @throws InputError when the port cannot be had
 */
export async function startServer({ keyPair, of = '', ...options }: NodeServerOptions): Promise<NodeServer> {
  const { settings, counts } = options;
  let ended: Promise<void> | undefined;
  const limits = deadlines(() => counts.refused('slow'));
  const { answer, arrived } = makeListener({ ...options, stopping: () => ended !== undefined });
  const time = milliseconds(settings, 'request-timeout') + milliseconds(settings, 'answer-timeout');
  const turns = inTurn(wellAddressed(answer, counts), {
    begins: (connection) => limits.set(connection, time),
    // Node's time for an unused connection is one for silence, and what may stand before a request (empty lines, RFC 9112 §2.2) is neither silence nor a request.
    ends: (connection) => limits.set(connection, idleTime(connection) + milliseconds(settings, 'header-timeout')),
  });
  const bounds: ServerOptions = {
    headersTimeout: milliseconds(settings, 'header-timeout'),
    requestTimeout: milliseconds(settings, 'request-timeout'),
    keepAliveTimeout: milliseconds(settings, 'idle-timeout'),
    connectionsCheckingInterval: CHECK_EVERY,
    maxHeaderSize: HEADER_BYTES,
  };
  const agreeing = {
    begins: (connection: Socket) => limits.set(connection, milliseconds(settings, 'header-timeout')),
    ends: limits.clear,
    refused: () => counts.refused('malformed'),
  };
  const server =
    keyPair === undefined
      ? createServer(bounds, turns.listener)
      : makeTlsServer(bounds, keyPair, agreeing, turns.listener);
  // Leave to send a body (100 Continue) is given only to a body that is small enough.
  server.on('checkContinue', turns.listener);
  // Whoever does not read the answer is silent too.
  server.timeout = silenceOf(settings);
  // Their bytes are bounded. Node would drop those after the 2000th, and with them a second Host, or what a proxy adds at the end.
  server.maxHeadersCount = 0;
  // Who has sent all of a request may say so by closing his side (RFC 9112 §9.6), and still waits for the answer. Node's types do not know the property.
  Object.assign(server, { httpAllowHalfOpen: true });
  refuseWithWords(server, counts, turns.afterAnswers);
  const open = boundConnections(server, settings, counts);
  server.on('connection', arrived);
  const [host, port] = [settings[`${of}host`], settings[`${of}port`] ?? 0];
  await listen(server, of, host, port);

  return {
    url: urlOf(server, keyPair === undefined ? 'http' : 'https', host),
    connections: () => open.size,
    renew: (pair) => {
      // Only a server that began with a certificate is given another.
      (server as TlsServer).setSecureContext(tlsOptions(pair));
    },
    stop: () => {
      const cut = () => {
        for (const socket of open) socket.destroy();
      };
      if (ended !== undefined) cut();
      // Node calls a connection idle only after its first request.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
      ended ??= closed(server, cut, milliseconds(settings, 'stop-timeout')).finally(limits.end);
      return ended;
    },
  };
}

/** What Node refuses by itself, or would drop without a word, gets an answer like all others. */
function refuseWithWords(
  server: Server,
  counts: Counts,
  afterAnswers: (connection: Duplex, then: () => void) => void,
): void {
  const say = (name: RefusalName, socket: Duplex, ...more: Kind) => {
    counts.refused(refusals[name].reason);
    socket.pause();
    // Not into the middle of another answer.
    afterAnswers(socket, () => dismiss(socket, lastWord(name, ...more)));
  };
  server.on('checkExpectation', (incoming, outgoing) => {
    counts.refused(refusals.expectation.reason);
    refuse('expectation', incoming, outgoing);
  });
  server.on('connect', (_, socket: Duplex) => say('method', socket, 'Allow', 'GET, HEAD, POST, OPTIONS'));
  const refused = new WeakSet<Duplex>();
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket: Duplex) => {
    // A requester that went away is no refusal.
    if (code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    // Node says it again for each further piece.
    if (refused.has(socket)) return;
    refused.add(socket);
    say(byCode[code] ?? 'malformed', socket);
  });
}

/** Why the parser turned a connection away; everything else is malformed. */
const byCode: Readonly<Record<string, RefusalName>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
  HPE_HEADER_OVERFLOW: 'headers',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body',
};

/** Bounds the connections of all and of each. @returns those that are open now */
function boundConnections(server: Server, settings: Settings, counts: Counts): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  const place = connectionLimit(settings['connections-per-client'], settings['trusted-proxy']);
  server.maxConnections = settings['max-connections'];
  server.on('drop', () => counts.refused('connections'));
  server.on('connection', (socket: Socket) => {
    const leave = place(socket.remoteAddress);
    if (leave === undefined) {
      counts.refused('connections-per-client');
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      leave();
    });
  });
  return open;
}

/** What Node, or who knows that it is a proxy's, has just set for it. */
function idleTime(connection: Duplex): number {
  return (connection instanceof Socket ? connection.timeout : undefined) ?? 0;
}

async function closed(server: Server, cut: () => void, within: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY);
  const limit = setTimeout(cut, within);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(limit);
}

function milliseconds(settings: Settings, name: `${string}-timeout` & SettingName): number {
  return settings[name] * 1000;
}
