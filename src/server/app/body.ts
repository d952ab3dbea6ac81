/** The bytes of a body; `undefined` where it is longer than so many, which is found out without reading it all. */
export async function readBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('Content-Length');
  if (announced === null) return readStream(request, most);
  if (Number(announced) > most) return undefined;
  // HTTP ends a body at the length that it announces. In one piece, Node's adapter reads it without making a stream first.
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > most ? undefined : bytes;
}

/** A body of unknown length, as chunked encoding sends it. */
async function readStream(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks);
    length += value.length;
    if (length > most) {
      // Whoever sends without end is not waited for.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

/** Bytes one after the other; a single piece is not copied. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const encodings = {
  utf8: new TextDecoder('utf-8', { fatal: true }),
  utf16le: new TextDecoder('utf-16le', { fatal: true }),
  utf16be: new TextDecoder('utf-16be', { fatal: true }),
} as const;

/**
 * The text of an XML document: UTF-8 or UTF-16, told by its first bytes (XML 1.0 appendix F). What a header or the document itself says of its
 * encoding is not asked: it is wrong as often as the bytes are right. `undefined` where the bytes are neither.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  try {
    return encodings[little ? 'utf16le' : big ? 'utf16be' : 'utf8'].decode(bytes);
  } catch {
    return undefined;
  }
}
