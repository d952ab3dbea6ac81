import type { IncomingMessage } from 'node:http';

/** RFC 9112 §6.3 */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Its client sends the body only after leave. (Every other expectation is refused before.) */
export function waits({ headers }: IncomingMessage): boolean {
  return headers.expect !== undefined;
}

/**
 * A body in a coding that nobody here undoes. Node's parser looks for `chunked` at the end and calls the rest of it the body (RFC 9112 §6.1: 501); and a
 * coding in HTTP/1.0, which has none, is how a request is hidden from a proxy in front.
 */
export function isCoded({ headers, httpVersionMinor }: IncomingMessage): boolean {
  const coding = headers['transfer-encoding'];
  return coding !== undefined && (httpVersionMinor === 0 || coding.trim().toLowerCase() !== 'chunked');
}

/** Reads a body of at most so many bytes. A client that stops sending is cut by the server's request time-out; then nobody waits for an answer. */
export function collectBody(
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
