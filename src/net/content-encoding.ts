import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** In bytes: as it comes, after each step, and as it is at last. */
export const LARGEST_BODY = 65_536;

/** More, one in the other, is nobody's answer. */
const MOST_ENCODINGS = 2;

const LIMIT = { maxOutputLength: LARGEST_BODY } as const;

/** Each stops as soon as more comes out than is allowed, so that a small body that says a lot does no harm. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, LIMIT),
  'x-gzip': (bytes) => gunzipSync(bytes, LIMIT),
  br: (bytes) => brotliDecompressSync(bytes, LIMIT),
  // Some servers leave out zlib's frame (RFC 9110 § 8.4.1.2).
  deflate: (bytes) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, LIMIT) : inflateRawSync(bytes, LIMIT)),
};

/** A body with its content encodings undone, the last one first (RFC 9110 § 8.4). */
export function decoded(body: Uint8Array, encoding: string): Uint8Array | 'too-large' | 'protocol' {
  const encodings = encoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (encodings.length > MOST_ENCODINGS) return 'protocol';
  // Nothing there, whatever it says to be.
  if (body.length === 0) return body;
  let bytes = body;
  for (const each of encodings.reverse()) {
    const decode = Object.hasOwn(DECODERS, each) ? DECODERS[each] : undefined;
    if (decode === undefined) return 'protocol';
    try {
      bytes = decode(bytes);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'protocol';
    }
  }
  return bytes;
}
