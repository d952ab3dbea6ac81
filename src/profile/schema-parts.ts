import * as z from 'zod/mini';
import type { Problem, ProblemCode, problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { ANY_DOMAIN } from '../model/domain-host.ts';
import { FILTERS, MOST_FILTERS } from '../model/filter.ts';
import { isHttpsUrl } from '../model/https-url.ts';
import { urlFault, urlFor } from '../model/person-url.ts';
import { FILTERS_PATTERN, type RuleFault } from '../model/rule.ts';
import { nearest } from '../words/suggest.ts';

/** What the schemas of a profile are made of. */

/** Names the problem that a failed check is told as. */
export const refusedAs = (code: Parameters<typeof problem>[0]) => ({ params: { code } });

/** The same where a check finds more than one kind of fault, or where the text of the problem shows more than the value. */
export const refusedWith = <T>(faultOf: (value: T) => Fault | undefined) =>
  z.superRefine<T>((value, context) => {
    const params = faultOf(value);
    if (params !== undefined) context.addIssue({ code: 'custom', params: { ...params } });
  });

export interface Fault {
  readonly code: ProblemCode;
  /** Beside the value. */
  readonly details?: Problem['details'];
}

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

/** The same, or with the name of the domain between its dots (`mail.{domain}`), as `hostIn` reads it. */
export const hostInPattern = `^(?:${ADDRESS}|${NAME}|${SHORT}${NO_NUMBER}(?:${LABEL}\\.)*\\{domain\\}(?:\\.${LABEL})*)$`;

/** A mail domain, as `asciiDomain` reads it, a wildcard above one, or `*`. The ideographic full stops are dots too (UTS 46). */
export const domainPattern = `^(?:\\*|(?:\\*\\.)?(?=.*[.\\u3002\\uff0e\\uff61])${NAME})$`;

/** A text on one line that says something. */
export const singleLine = z.string().check(
  z.refine((text) => text.trim() !== '', refusedAs('profile.empty-text')),
  z.refine((text) => !/[\p{Cc}\u2028\u2029]|\p{Cs}/u.test(text), refusedAs('profile.control-character')),
  z.meta({ pattern: `^(?=.*\\S)${SHOWN}*$` }),
);

/** What a URL reads as another name is for the reader; a port has up to five digits. */
const URL_HOST = '[^\\s\\p{C}"<>\\\\^`{|}/?#@:_]+';
const URL_START = `^[Hh][Tt][Tt][Pp][Ss]://${URL_HOST}(?::[0-9]{0,5})?`;
const URL_PATTERN = `${URL_START}(?:[/?#][^\\s\\p{C}"<>\\\\^\`{|}]*)?$`;

/** An https address without user name. */
export const httpsUrl = z
  .string()
  .check(z.refine(isHttpsUrl, refusedAs('profile.https-url')), z.meta({ pattern: URL_PATTERN }));

const URL_PATH = `(?:[^\\s\\p{C}"<>\\\\^\`{|}?#]|\\{(?:local|address)${FILTERS_PATTERN}\\}|\\{(?:login|domain)\\})*`;
const URL_IN = `^[Hh][Tt][Tt][Pp][Ss]://(?:${URL_HOST}|(?:[^\\s\\p{C}"<>\\\\^\`{|}/?#@:_]*\\.)?\\{domain\\}(?:\\.[^\\s\\p{C}"<>\\\\^\`{|}/?#@:_]*)?)(?::[0-9]{0,5})?(?:/${URL_PATH})?(?:[?#][^\\s\\p{C}"<>\\\\^\`{|}]*)?$`;

/** An https address without user name, with placeholders for the domain and, in its path, for the person (person-url.ts). */
export const personUrl = z.string().check(
  refusedWith((text) => {
    const fault = urlFault(text);
    if (fault !== undefined) return fault.fault === 'url' ? { code: 'profile.dav-url' } : toldOf(fault);
    const tried = urlFor(text, { local: 'x', domain: ANY_DOMAIN, login: 'x' });
    return tried !== undefined && isHttpsUrl(tried) ? undefined : { code: 'profile.dav-url' };
  }),
  z.meta({ pattern: URL_IN }),
);

/** How a fault of a rule is told. */
export function toldOf(fault: RuleFault): Fault {
  if (fault.fault === 'rule') return { code: 'profile.login-rule' };
  if (fault.fault === 'order') return { code: 'profile.filter-order' };
  if (fault.fault === 'many') return { code: 'profile.filters', details: { count: MOST_FILTERS } };
  if (fault.fault === 'replace') return { code: 'profile.replace', details: { filter: fault.text } };
  if (fault.fault === 'filter-of') return { code: 'profile.filter-of', details: { name: fault.name } };
  return { code: 'profile.filter', details: { filter: fault.text, suggestion: nearest(fault.text, FILTERS) } };
}

/** The word for what a domain has not. */
export const NONE = 'none';

/** The same, or the word. */
export const httpsUrlOrNone = z.string().check(
  z.refine((text) => text === NONE || isHttpsUrl(text), refusedAs('profile.https-url-or-none')),
  z.meta({ pattern: `^${NONE}$|${URL_PATTERN}` }),
);

/** An https address to which a path can be added. */
export const siteAddress = httpsUrl.check(
  z.refine((text) => !/[?#]/.test(text), refusedAs('profile.site')),
  z.meta({ pattern: `${URL_START}(?:/[^\\s\\p{C}"<>\\\\^\`{|}?#]*)?$` }),
);

/** An address to write to (RFC 5321). The pattern refuses less: what an address may hold is for the reader. */
export const mailAddress = z.string().check(
  z.refine((text) => addressOf(text)?.text !== undefined && text === text.trim(), refusedAs('profile.support-email')),
  z.meta({
    pattern: `^(?!\\s)${SHOWN}+@(?=[^@]*[.\\u3002\\uff0e\\uff61])${NAME}$`,
    description: 'Such as help@example.org',
  }),
);

/** Below the folder of the profile, and nowhere else: no `..`, no hidden file, no drive. */
export const LOGO_PATH =
  '^(?:[^/\\\\\\p{C}:.][^/\\\\\\p{C}:]*/)*[^/\\\\\\p{C}:.][^/\\\\\\p{C}:]*\\.(?:[Pp][Nn][Gg]|[Ss][Vv][Gg])$';

const PHONE = '^\\+?(?:[ ().\\-/\\u00a0\\u202f]*[0-9]){3,20}[ ().\\-/]*$';

/** A telephone number as people write it: of its digits a link is made. */
export const phoneNumber = z.string().check(
  z.refine((text) => new RegExp(PHONE, 'u').test(text), refusedAs('profile.support-phone')),
  z.meta({ pattern: PHONE, description: 'Such as "+33 1 23 45 67 89", in quotes' }),
);

/** A list with nothing twice in it. */
export const noneTwice = z.refine<readonly string[]>(
  (list) => new Set(list).size === list.length,
  refusedAs('profile.twice'),
);
/** The same for editors. */
export const unique = z.meta({ uniqueItems: true });

/** A text of the provider's own; profile-check.ts holds it against `languages`. */
export const localized = z
  .strictObject({ fr: z.optional(singleLine), en: z.optional(singleLine) } satisfies Record<Language, unknown>)
  .check(z.meta({ minProperties: 1 }));
