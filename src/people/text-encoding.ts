import { isUtf8 } from 'node:buffer';
import { InputError, type Place } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';

/** What 0x80 to 0x9F are in Windows-1252 (encoding.spec.whatwg.org, index-windows-1252). `TextDecoder` of Node 20 makes control characters of them, as ISO-8859-1 has them. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

type Decode = (chunk: Buffer) => Buffer;

const asItIs: Decode = (chunk) => chunk;
const fromWindows1252: Decode = (chunk) =>
  Buffer.from(
    chunk
      .toString('latin1')
      .replace(LETTER_OF_UTF8, '\ufffd')
      .replace(/[\x80-\x9f]/g, (sign) => C1.charAt(sign.charCodeAt(0) - 0x80)),
  );

/** A letter of European languages, or a sign such as ’, in UTF-8. In Windows-1252 these bytes are two or three that no name has side by side (`Ã©`): a line with them is of another mind than its file. */
const LETTER_OF_UTF8 = /[\xc2-\xc5\xd0\xd1][\x80-\xbf]|\xe2[\x80-\xbf]{2}/g;

/** The beginning of one, at the end of what there is. */
const BEGUN_LETTER = /(?:[\xc2-\xc5\xd0\xd1]|\xe2[\x80-\xbf]?)$/;

/**
 * Makes UTF-8 of what people save as CSV: UTF-8, UTF-16 with its mark (what Excel calls Unicode text), or Windows-1252. Between UTF-8 and Windows-1252 the first bytes decide in
 * which there are letters outside ASCII, by what they have more of: no accented letter of Windows-1252 with what follows it in a name is valid in UTF-8. A letter that is written in
 * the other way is lost, and U+FFFD stands in its place. The byte order mark goes.
 * @throws InputError for what is no text
 */
export async function* inUtf8(
  chunks: AsyncIterable<Buffer>,
  place: Place,
  binary: 'people.binary' | 'people.postfix-compiled' = 'people.binary',
): AsyncGenerator<Buffer> {
  let decode: Decode | undefined;
  let begun = false;
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let now = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    kept = Buffer.alloc(0);
    if (!begun && now.length < BEGIN && !hasLine(now)) {
      kept = now;
      continue;
    }
    if (!begun) {
      ({ decode, rest: now } = begin(now, place, binary));
      begun = true;
    }
    if (decode === undefined) {
      const at = now.findIndex((byte) => byte >= 0x80);
      // A letter may be cut by the end of the chunk.
      if (at >= 0 && at + 4 > now.length) {
        kept = now.subarray(at);
        now = now.subarray(0, at);
      } else if (at >= 0) decode = decoderOf(now);
    }
    if (decode === fromWindows1252) {
      const [cut = ''] = BEGUN_LETTER.exec(now.subarray(-2).toString('latin1')) ?? [];
      kept = now.subarray(now.length - cut.length);
      now = now.subarray(0, now.length - cut.length);
    }
    yield (decode ?? asItIs)(now);
  }
  if (!begun) ({ decode, rest: kept } = begin(kept, place, binary));
  if (kept.length > 0) yield (decode ?? decoderOf(kept))(kept);
}

/** So much of a list has a line in it, or it is none. */
const BEGIN = 4096;

function hasLine(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.some((byte) => byte === 10 || byte === 13);
}

/** By its first bytes. */
function begin(
  start: Buffer,
  place: Place,
  binary: 'people.binary' | 'people.postfix-compiled',
): { readonly decode: Decode | undefined; readonly rest: Buffer } {
  const hex = start.subarray(0, 4).toString('hex');
  // ZIP (xlsx, ods), and the container of older Office files.
  if (hex.startsWith('504b0304') || hex === 'd0cf11e0')
    throw new InputError(peopleProblem('people.spreadsheet', {}, place));
  if (hex.startsWith('efbbbf')) return { decode: asItIs, rest: start.subarray(3) };
  const utf16 = hex.startsWith('fffe') ? 'utf-16le' : hex.startsWith('feff') ? 'utf-16be' : undefined;
  // A NUL further down is a matter of its row.
  const firstLine = /^[^\r\n]*/.exec(start.toString('latin1'))?.[0] ?? '';
  if (utf16 === undefined && firstLine.includes('\0')) throw new InputError(peopleProblem(binary, {}, place));
  if (utf16 === undefined) return { decode: undefined, rest: start };
  const decoder = new TextDecoder(utf16);
  return { decode: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })), rest: start };
}

/** By what there is more of: letters of UTF-8, or bytes that are none. */
function decoderOf(bytes: Buffer): Decode {
  let [valid, wrong] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    const follows = bytes.subarray(at + 1, at + Math.max(length, 1));
    const whole =
      length > 0 && lead < 0xf5 && follows.length === length - 1 && follows.every((byte) => byte >> 6 === 2);
    if (lead >= 0x80 && whole) valid += 1;
    // A letter at the end may be cut.
    else if (!whole && at + 4 <= bytes.length) wrong += 1;
    at += whole ? length : 1;
  }
  return valid >= wrong && (valid > 0 || isUtf8(bytes)) ? asItIs : fromWindows1252;
}
