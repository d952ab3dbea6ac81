import { encodeAscii, encodeCodePage850, encodeUtf8, encodeUtf8WithMark, encodeUtf16 } from './encode.ts';
import {
  aercValue,
  clawsValue,
  cmdValue,
  type Escape,
  htmlText,
  htmlTextWithBreaks,
  javascriptLiteral,
  jsonLiteral,
  keyFileValue,
  mbsyncWord,
  msmtpArgument,
  muttWord,
  powershellLiteral,
  prfValue,
  registryLiteral,
  shellWord,
  tomlValue,
  xmlText,
} from './escape.ts';

/** A way of writing: how a value is escaped and how the finished text becomes bytes. */
export interface Notation {
  readonly escape: Escape;
  readonly encode: (text: string) => Uint8Array;
  /** Escapes a value, and says where its line may break; absent where a notation has nothing for that. */
  readonly breaks?: Escape;
}

/** The extension before `.hbs` chooses the notation. */
export const notations = {
  xml: { escape: xmlText, encode: encodeUtf8 },
  mobileconfig: { escape: xmlText, encode: encodeUtf8 },
  k9s: { escape: xmlText, encode: encodeUtf8 },
  html: { escape: htmlText, encode: encodeUtf8, breaks: htmlTextWithBreaks },
  js: { escape: javascriptLiteral, encode: encodeUtf8 },
  cfg: { escape: javascriptLiteral, encode: encodeUtf8 },
  json: { escape: jsonLiteral, encode: encodeUtf8 },
  /** What regedit itself exports; the only form in which é is safe. */
  reg: { escape: registryLiteral, encode: encodeUtf16 },
  /** cmd reads a batch file in the console's code page; the file switches that to 850 first. */
  cmd: { escape: cmdValue, encode: encodeCodePage850 },
  /** Windows PowerShell 5.1 takes a file without a byte-order mark for ANSI. */
  ps1: { escape: powershellLiteral, encode: encodeUtf8WithMark },
  /** Outlook reads 8-bit text; a byte-order mark would hide `[General]`. */
  prf: { escape: prfValue, encode: encodeAscii },
  /** Scripts for any POSIX shell. */
  sh: { escape: shellWord, encode: encodeUtf8 },
  muttrc: { escape: muttWord, encode: encodeUtf8 },
  msmtprc: { escape: msmtpArgument, encode: encodeUtf8 },
  mbsyncrc: { escape: mbsyncWord, encode: encodeUtf8 },
  aerc: { escape: aercValue, encode: encodeUtf8 },
  toml: { escape: tomlValue, encode: encodeUtf8 },
  /** GLib reads UTF-8. */
  keyfile: { escape: keyFileValue, encode: encodeUtf8 },
  accountrc: { escape: clawsValue, encode: encodeUtf8 },
} as const satisfies Record<string, Notation>;

export type NotationName = keyof typeof notations;
