import type { IncomingMessage } from 'node:http';

/** RFC 9112 §6.3 */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Its requester sends the body only after leave. (Every other expectation is refused before.) */
export function waits({ headers }: IncomingMessage): boolean {
  return headers.expect !== undefined;
}

/**
 * What is wrong with the coding of a body. Node's parser looks for `chunked` at the end, and calls the rest of it the body: one that nobody here undoes
 * (RFC 9112 §6.1: 501). Without it at the end, or in HTTP/1.0, which has no codings, nobody knows where the body ends (§6.3: 400).
 */
export function codingFault({ headers, httpVersionMinor }: IncomingMessage): 'coding' | 'malformed' | undefined {
  const coding = headers['transfer-encoding']?.trim().toLowerCase();
  if (coding === undefined) return undefined;
  if (httpVersionMinor === 0 || !/(?:^|[\s,])chunked$/.test(coding)) return 'malformed';
  return coding === 'chunked' ? undefined : 'coding';
}

/** Reads a body of at most so many bytes. A requester that stops sending is cut by the server's request time-out; then nobody waits for an answer. */
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
  const end = () => {
    const [only = Buffer.alloc(0)] = chunks;
    complete(chunks.length > 1 ? Buffer.concat(chunks, bytes) : only);
  };
  incoming
    .on('data', take)
    .on('end', end)
    .on('error', () => {});
}
