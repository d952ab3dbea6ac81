import { isUtf8 } from 'node:buffer';
import { InputError, type Place } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';

/** What 0x80 to 0x9F are in Windows-1252 (encoding.spec.whatwg.org, index-windows-1252). `TextDecoder` of Node 20 makes control characters of them, as ISO-8859-1 has them. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

type Decode = (chunk: Buffer) => Buffer;

const asItIs: Decode = (chunk) => chunk;
const fromWindows1252: Decode = (chunk) =>
  Buffer.from(chunk.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => C1.charAt(sign.charCodeAt(0) - 0x80)));

/**
 * Makes UTF-8 of what people save as CSV: UTF-8, UTF-16 with its mark (what Excel calls Unicode text), or Windows-1252. Between UTF-8 and Windows-1252 the first
 * letter decides that is not in ASCII: no accented letter of Windows-1252 with what follows it in a name is valid in UTF-8. The byte order mark goes.
 * @throws InputError for what is no text
 */
export async function* inUtf8(
  chunks: AsyncIterable<Buffer>,
  place: Place,
  binary: 'people.binary' | 'people.postfix-compiled' = 'people.binary',
): AsyncGenerator<Buffer> {
  const checked = (text: Buffer): Buffer => {
    if (text.includes(0)) throw new InputError(peopleProblem(binary, {}, place));
    return text;
  };
  let decode: Decode | undefined;
  let begun = false;
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let now = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    kept = Buffer.alloc(0);
    if (!begun && now.length < 4) {
      kept = now;
      continue;
    }
    if (!begun) {
      ({ decode, rest: now } = begin(now, place));
      begun = true;
    }
    if (decode === undefined) {
      const at = now.findIndex((byte) => byte >= 0x80);
      // A letter may be cut by the end of the chunk.
      if (at >= 0 && at + 4 > now.length) {
        kept = now.subarray(at);
        now = now.subarray(0, at);
      } else if (at >= 0) decode = decoderFrom(now, at);
    }
    yield checked((decode ?? asItIs)(now));
  }
  if (!begun) ({ decode, rest: kept } = begin(kept, place));
  const at = kept.findIndex((byte) => byte >= 0x80);
  if (kept.length > 0) yield checked((decode ?? (at < 0 ? asItIs : decoderFrom(kept, at)))(kept));
}

/** By its first bytes. */
function begin(start: Buffer, place: Place): { readonly decode: Decode | undefined; readonly rest: Buffer } {
  const hex = start.subarray(0, 4).toString('hex');
  // ZIP (xlsx, ods), and the container of older Office files.
  if (hex.startsWith('504b0304') || hex === 'd0cf11e0')
    throw new InputError(peopleProblem('people.spreadsheet', {}, place));
  if (hex.startsWith('efbbbf')) return { decode: asItIs, rest: start.subarray(3) };
  const utf16 = hex.startsWith('fffe') ? 'utf-16le' : hex.startsWith('feff') ? 'utf-16be' : undefined;
  if (utf16 === undefined) return { decode: undefined, rest: start };
  const decoder = new TextDecoder(utf16);
  return { decode: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })), rest: start };
}

function decoderFrom(bytes: Buffer, at: number): Decode {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return isUtf8(bytes.subarray(at, at + length)) ? asItIs : fromWindows1252;
}
