import type { RequestListener, ServerOptions } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { KeyPair } from './settled-files.ts';

/** What a server over TLS does while TLS is agreed on. */
export interface Agreeing {
  /** A connection has come, on which nothing is agreed yet. */
  readonly begins: (connection: Socket) => void;
  readonly ends: (connection: Socket) => void;
  /** What came was no TLS, or not ours. */
  readonly refused: () => void;
}

/**
 * A server over TLS. While that is agreed on, neither Node's listeners nor its time-outs for requests hold (its `handshakeTimeout` is one for silence: a byte a
 * second is none), nothing can be said, and it is another object that will carry the connection.
 */
export function makeTlsServer(
  options: ServerOptions,
  keyPair: KeyPair,
  on: Agreeing,
  listener: RequestListener,
): Server {
  const server = createServer({ ...options, ...tlsOptions(keyPair) }, listener);
  const agreeing = new Map<string, Socket>();
  server.on('connection', (socket: Socket) => {
    const key = endOf(socket);
    agreeing.set(key, socket);
    on.begins(socket);
    socket.once('close', () => agreeing.delete(key));
  });
  server.on('secureConnection', (socket) => {
    const key = endOf(socket);
    const raw = agreeing.get(key);
    agreeing.delete(key);
    if (raw !== undefined) on.ends(raw);
  });
  // Node's own listener calls this a request that is no HTTP, and would have us answer it: the answer would wait for TLS for ever.
  server
    .removeAllListeners('tlsClientError')
    .on('tlsClientError', ({ code }: NodeJS.ErrnoException, socket: Duplex) => {
      // A requester that went away is no refusal.
      if (code !== 'ECONNRESET') on.refused();
      socket.destroy();
    });
  return server;
}

export function tlsOptions({ cert, key }: KeyPair) {
  return { cert, key, minVersion: 'TLSv1.2' } as const;
}

/** The other end of a connection: no two have the same at once. */
function endOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
