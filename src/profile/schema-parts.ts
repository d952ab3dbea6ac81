import * as z from 'zod/mini';
import type { problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { asciiHost } from '../model/address.ts';

/** What the schemas of a profile are made of. */

/** Names the problem that a failed check is told as. */
export const refusedAs = (code: Parameters<typeof problem>[0]) => ({ params: { code } });

/** What editors show beside a key. */
export const told = z.describe;

/*
 * Patterns are for editors (JSON Schema, ECMA-262 with the flag u). They refuse what the reader refuses as far as a pattern can say it, and never what it takes: what
 * Unicode makes of a name is for the reader alone. test/schema.test.ts holds both against the same values.
 */

/** A character of a text on one line. */
export const SHOWN = '[^\\p{Cc}\\p{Cs}\\u2028\\u2029]';

const BEYOND = '[^\\x00-\\x7f\\p{C}\\p{Z}]';
const LETTER = `(?:[A-Za-z0-9-]|${BEYOND})`;
/** No hyphen at an end, and 63 letters at most, where all is ASCII; beyond, the reader counts what the letters become. */
const LABEL = `(?![A-Za-z0-9-]{64})(?!-[A-Za-z0-9-]*(?:\\.|$))(?![A-Za-z0-9-]*-(?:\\.|$))${LETTER}+`;
const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** A URL takes a name whose last label is a number for an IPv4 address (URL Standard, “ends in a number checker”); that has four of them, written without zeros in front. */
const NO_NUMBER = '(?!(?:[^.]*\\.)*(?:\\d+|0[Xx][0-9A-Fa-f]*)$)';
const SHORT = '(?![\\x00-\\x7f]{254})';
const ADDRESS = `(?!(?:.*\\.)?0\\d)${BYTE}(?:\\.${BYTE}){3}`;
const NAME = `${SHORT}${NO_NUMBER}${LABEL}(?:\\.${LABEL})*`;

/** A host, as `asciiHost` reads it. */
export const hostPattern = `^(?:${ADDRESS}|${NAME})$`;

/** A mail domain, as `asciiDomain` reads it. The ideographic full stops are dots too (UTS 46). */
export const domainPattern = `^(?=.*[.\\u3002\\uff0e\\uff61])${NAME}$`;

/** A text on one line that says something. */
export const singleLine = z.string().check(
  z.refine((text) => text.trim() !== '', refusedAs('profile.empty-text')),
  z.refine((text) => !/[\p{Cc}\u2028\u2029]|\p{Cs}/u.test(text), refusedAs('profile.control-character')),
  z.meta({ pattern: `^(?=.*\\S)${SHOWN}*$` }),
);

/** What a URL reads as another name is for the reader; a port has up to five digits. */
const URL_HOST = '[^\\s\\p{C}"<>\\\\^`{|}/?#@:_]+';
const URL_PATTERN = `^[Hh][Tt][Tt][Pp][Ss]://${URL_HOST}(?::[0-9]{0,5})?(?:[/?#][^\\s\\p{C}"<>\\\\^\`{|}]*)?$`;

/** An https address without user name. */
export const httpsUrl = z
  .string()
  .check(z.refine(isHttpsUrl, refusedAs('profile.https-url')), z.meta({ pattern: URL_PATTERN }));

/** A list with nothing twice in it. */
export const eachOnce = z.refine<readonly string[]>(
  (list) => new Set(list).size === list.length,
  refusedAs('profile.twice'),
);
/** The same for editors. */
export const unique = z.meta({ uniqueItems: true });

/** A text of the provider's own; profile-check.ts holds it against `languages`. */
export const localized = z
  .strictObject({ fr: z.optional(singleLine), en: z.optional(singleLine) } satisfies Record<Language, unknown>)
  .check(z.meta({ minProperties: 1 }));

/** Stricter than a browser, which reads `https:example.org` and `https:/\example.org` too: other readers do not. */
function isHttpsUrl(text: string): boolean {
  // An @ before the path ends a user name, even an empty one.
  if (!/^https:\/\/[^\s\p{C}"<>\\^`{|}/?#@]+(?:[/?#][^\s\p{C}"<>\\^`{|}]*)?$/iu.test(text)) return false;
  return URL.canParse(text) && asciiHost(new URL(text).hostname) !== undefined;
}
