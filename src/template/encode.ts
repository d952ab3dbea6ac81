import { problem, UnrepresentableError } from '../errors.ts';

/** Encoders: text with \n line ends in, bytes of a file out. A character that the encoding lacks is refused by name. */

const utf8 = new TextEncoder();

/** UTF-8 without a byte-order mark, \n as it is. */
export function encodeUtf8(text: string): Uint8Array {
  return utf8.encode(text);
}

/** UTF-8 with a byte-order mark, CRLF. */
export function encodeUtf8WithMark(text: string): Uint8Array {
  return utf8.encode(`\ufeff${crlf(text)}`);
}

/** UTF-16LE with a byte-order mark, CRLF. */
export function encodeUtf16(text: string): Uint8Array {
  const units = `\ufeff${crlf(text)}`;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index++) view.setUint16(index * 2, units.charCodeAt(index), true);
  return bytes;
}

/** ASCII, CRLF. */
export function encodeAscii(text: string): Uint8Array {
  return encodeBytes(text, 'ASCII', '');
}

/** Code page 850 (DOS Latin 1), CRLF. */
export function encodeCodePage850(text: string): Uint8Array {
  return encodeBytes(text, 'CP850', CODE_PAGE_850);
}

/** Characters 0x80–0xff of code page 850 (unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT). */
const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

function encodeBytes(text: string, encoding: string, upper: string): Uint8Array {
  const lines = crlf(text);
  const bytes = new Uint8Array(lines.length);
  for (let index = 0; index < lines.length; index++) {
    const code = lines.charCodeAt(index);
    const place = code < 0x80 ? code - 0x80 : upper.indexOf(lines.charAt(index));
    if (code >= 0x80 && place < 0) {
      const value = JSON.stringify(String.fromCodePoint(lines.codePointAt(index) ?? code));
      throw new UnrepresentableError(problem('value.unrepresentable', { notation: encoding, value }));
    }
    bytes[index] = 0x80 + place;
  }
  return bytes;
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
