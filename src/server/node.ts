import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { type AddressInfo, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { App } from './app.ts';
import { connectionLimit } from './connection-limit.ts';
import type { Counts, Refusal } from './counts.ts';
import type { KeyPair } from './files.ts';
import { inTurn } from './in-turn.ts';
import { makeListener } from './listener.ts';
import type { Log } from './log.ts';
import { refusal, type SettingName, type Settings } from './options.ts';
import { wellAddressed } from './well-addressed.ts';

export interface NodeServerOptions {
  readonly settings: Settings;
  readonly fetch: App['fetch'];
  readonly log: Log;
  readonly counts: Counts;
  /** With TLS; without it, plain HTTP. */
  readonly keyPair?: KeyPair | undefined;
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
 * Serves an application on Node's own HTTP server, with a bound on everything: bytes of header and body, the time to send them, idle time,
 * connections, and the time to stop.
 * @throws InputError when the port cannot be had
 */
export async function startServer({ settings, fetch, log, counts, keyPair }: NodeServerOptions): Promise<NodeServer> {
  let ended: Promise<void> | undefined;
  const answers = makeListener({ settings, fetch, log, counts, stopping: () => ended !== undefined });
  const listener = inTurn(wellAddressed(answers, counts));
  const seconds = (name: `${string}-timeout` & SettingName) => settings[name] * 1000;
  const bounds: ServerOptions = {
    headersTimeout: seconds('header-timeout'),
    requestTimeout: seconds('request-timeout'),
    keepAliveTimeout: seconds('idle-timeout'),
    connectionsCheckingInterval: CHECK_EVERY,
    maxHeaderSize: HEADER_BYTES,
  };
  const server =
    keyPair === undefined
      ? createServer(bounds, listener)
      : createTlsServer({ ...bounds, ...tls(keyPair), handshakeTimeout: seconds('header-timeout') }, listener);
  // Leave to send a body (100 Continue) is given only to a body that is small enough.
  server.on('checkContinue', listener);
  // Whoever does not read the answer is idle too.
  server.timeout = seconds('request-timeout');
  server.maxConnections = settings['max-connections'];
  // Their bytes are bounded. Node would drop those after the 2000th, and with them a second Host, or what a proxy adds at the end.
  server.maxHeadersCount = 0;
  server.on('drop', () => counts.refused('connections'));
  // Node would close the connection without a word.
  server.on('connect', (_, socket: Duplex) => {
    counts.refused('malformed');
    socket.on('error', () => {});
    socket.end(empty('405 Method Not Allowed\r\nAllow: GET, HEAD, POST, OPTIONS'));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const { reason, status } = refusalOf(error);
    // A client that went away is no refusal.
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    counts.refused(reason);
    socket.end(empty(status), () => socket.destroy());
  });
  const open = new Set<Socket>();
  const place = connectionLimit(settings['connections-per-client'], settings['trusted-proxy']);
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
  await listen(server, '', settings.host, settings.port);

  return {
    url: urlOf(server, keyPair === undefined ? 'http' : 'https', settings.host),
    connections: () => open.size,
    renew: (pair) => {
      // Only a server that began with a certificate is given another.
      (server as TlsServer).setSecureContext(tls(pair));
    },
    stop: () => {
      const cut = () => {
        for (const socket of open) socket.destroy();
      };
      if (ended !== undefined) cut();
      // Node calls a connection idle only after its first request.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
      ended ??= closed(server, cut, seconds('stop-timeout'));
      return ended;
    },
  };
}

/** The host is none of this machine. */
const NOT_HERE: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL']);

/** Begins to listen. @throws InputError naming the flag */
export async function listen(server: Server, of: '' | 'metrics-', host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.off('error', reject);
        // From now on an error (no file descriptor left) is about one connection that could not be accepted.
        server.on('error', () => {});
        resolve();
      });
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refusal(
      `${of}${NOT_HERE.has(code) ? 'host' : 'port'}`,
      'serve.listen',
      { value: at(host, port), reason: code ?? message },
      error,
    );
  }
}

/** Where a server listens, with the port that the system gave. */
export function urlOf(server: Server, scheme: 'http' | 'https', host: string): string {
  // A server that listens on a host and a port has such an address.
  const { port } = server.address() as AddressInfo;
  return `${scheme}://${at(host, port)}`;
}

function at(host: string, port: number): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

function tls({ cert, key }: KeyPair) {
  return { cert, key, minVersion: 'TLSv1.2' } as const;
}

async function closed(server: Server, cut: () => void, within: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY);
  const limit = setTimeout(cut, within);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(limit);
}

/** An answer without a body, for what is no request that the listener could be given. */
function empty(status: string): string {
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
}

/** Why the parser turned a connection away. */
function refusalOf(error: NodeJS.ErrnoException): { readonly reason: Refusal; readonly status: string } {
  return byCode[error.code ?? ''] ?? { reason: 'malformed', status: '400 Bad Request' };
}

const byCode: Readonly<Record<string, ReturnType<typeof refusalOf>>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { reason: 'slow', status: '408 Request Timeout' },
  HPE_HEADER_OVERFLOW: { reason: 'malformed', status: '431 Request Header Fields Too Large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { reason: 'body', status: '413 Content Too Large' },
};
