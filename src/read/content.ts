/** How the characters of a file are written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as somebody gave it, decoded where it is text. */
export interface Content {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Without byte-order mark; line ends as they stand. `undefined`: it is no text. */
  readonly text: string | undefined;
  readonly encoding: TextEncoding | undefined;
  /** It begins with a byte-order mark. */
  readonly marked: boolean;
  /** Who may read and write it, where it is a file of a system that says so (the last nine bits). */
  readonly mode?: number | undefined;
}

/**
 * Decodes a file by its first bytes (Unicode 16 §23.8), and otherwise as UTF-8; what is not UTF-8 is read as Windows-1252, as old programs of Windows write it, unless it has
 * bytes that text has not.
 * @param bytes of a whole file, bounded by whoever read it
 */
export function contentOf(name: string, bytes: Uint8Array): Content {
  const [first, second, third] = bytes;
  const marked = (encoding: TextEncoding, length: number): Content => ({
    name,
    bytes,
    encoding,
    marked: true,
    text: decoded(encoding, bytes.subarray(length)),
  });
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked('utf-8', 3);
  if (first === 0xff && second === 0xfe) return marked('utf-16le', 2);
  if (first === 0xfe && second === 0xff) return marked('utf-16be', 2);
  const encoding = unmarked(bytes);
  const text = encoding === undefined ? undefined : decoded(encoding, bytes);
  return { name, bytes, encoding: text === undefined ? undefined : encoding, marked: false, text };
}

function unmarked(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second] = bytes;
  // Every format of ours begins with a character of ASCII.
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  if (bytes.includes(0)) return undefined;
  if (decoded('utf-8', bytes) !== undefined) return 'utf-8';
  return bytes.some((byte) => NO_TEXT.has(byte)) ? undefined : 'windows-1252';
}

/** Control characters that no text has, and the five bytes that Windows-1252 leaves free. */
const NO_TEXT: ReadonlySet<number> = new Set([
  ...[1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31],
  ...[0x81, 0x8d, 0x8f, 0x90, 0x9d],
]);

function decoded(encoding: TextEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
