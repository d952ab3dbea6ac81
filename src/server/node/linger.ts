import type { Duplex, Readable } from 'node:stream';

/** Who is still sending when we close would get a reset instead of the answer (RFC 9112 §9.6), so we first read on a little. */
const LINGER = { ms: 500, bytes: 1_000_000 } as const;

/** Reads on and drops what comes, until its end or for a little while; then calls `close`, once. */
export function linger(source: Readable, close: () => void): void {
  let bytes = 0;
  const done = () => {
    clearTimeout(timer);
    source.off('data', count).off('end', done).off('close', done);
    close();
  };
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LINGER.bytes) done();
  };
  const timer = setTimeout(done, LINGER.ms);
  source.on('data', count).once('end', done).once('close', done).resume();
}

/** Says a last word on a connection that no answer of Node's belongs to any more, and closes it: also where the other side never does. */
export function dismiss(socket: Duplex, lastWord: string): void {
  socket.on('error', () => {});
  if (socket.destroyed) return;
  // Node's parser, which has given up, would only complain again.
  socket.removeAllListeners('data');
  socket.end(lastWord);
  linger(socket, () => socket.destroy());
}
