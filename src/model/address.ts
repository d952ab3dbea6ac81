import { InputError, type Place, type Problem, type ProblemCode, problem } from '../errors.ts';

/** An e-mail address in its parts. */
export interface Address {
  /** As written, in NFC; a quoted one keeps its quotes. Case is kept: a server may tell `A` from `a` (RFC 5321 §2.4). */
  readonly local: string;
  /** ASCII, lower case. */
  readonly domain: string;
  /** `local@domain`. */
  readonly text: string;
}

/** Octets, RFC 5321 §4.5.3.1: 64 for the local part, 256 for a path, which has two angle brackets around the address. */
const LIMIT = { local: 64, address: 254 } as const;

/**
 * RFC 5322 §3.2.3 atext; RFC 6532 §3.2 adds every character beyond ASCII, less those that show nothing or turn lines. U+FFFD stands where bytes were no text:
 * nobody knows any more what was there.
 */
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-]|(?![\p{C}\p{Z}\ufffd])[^\x00-\x7f]`;
const DOT_ATOM = new RegExp(`^(?:${ATOM})+(?:\\.(?:${ATOM})+)*$`, 'u');
/** RFC 5322 §3.2.4 without line breaks and without the obsolete forms. */
const QUOTED = /^"(?:[ !#-[\]-~]|(?![\p{C}\p{Z}\ufffd])[^\0-\x7f]|\\[ -~])*"$/u;

/**
 * Reads an e-mail address (RFC 5321 §4.1.2, RFC 6531 for characters beyond ASCII).
 * @throws InputError with one problem that says what is wrong with it
 */
export function parseAddress(text: string, place: Place = {}): Address {
  const value = text.trim().normalize('NFC');
  const { parts, wrong } = split(value);
  if (parts === undefined) throw new InputError({ ...wrong, place });
  return parts;
}

/** Lower-case letters, digits and hyphens, no label that an A-label could be, and no number at the end: a URL leaves such a name as it is. */
const PLAIN_LABEL = '(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const PLAIN_LAST_LABEL = '(?!xn--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?';

/**
 * The parts of nearly every address, as patterns to be put into others: letters of ASCII, digits and `_+-` between dots, and a domain in A-labels as it is. What they match within
 * the limits is read as `addressOf` reads it.
 */
export const PLAIN_ADDRESS = {
  local: String.raw`[\w+-]+(?:\.[\w+-]+)*`,
  domain: `(?:${PLAIN_LABEL}\\.)+${PLAIN_LAST_LABEL}`,
} as const;

/** The address of two parts that match them; `undefined` where they are longer than an address may be. */
export function addressOfParts(local: string, domain: string): Address | undefined {
  const fits = local.length <= LIMIT.local && local.length + 1 + domain.length <= LIMIT.address;
  return fits ? { local, domain, text: `${local}@${domain}` } : undefined;
}

/** The address that a text is; `undefined` where it is none. */
export function addressOf(text: string): Address | undefined {
  return split(text.trim().normalize('NFC')).parts;
}

type Split = { parts: Address; wrong?: never } | { parts?: never; wrong: Problem };

function split(value: string): Split {
  const refuse = (code: PlainCode): Split => ({ wrong: problem(code, { value }) });
  if (value === '') return refuse('address.empty');
  const at = value.lastIndexOf('@');
  if (at < 0) return refuse('address.no-at');
  if (at === 0) return refuse('address.no-local');
  if (at === value.length - 1) return refuse('address.no-domain');
  const local = value.slice(0, at);
  if (!QUOTED.test(local) && !DOT_ATOM.test(local)) return { wrong: wrongLocal(value, local) };
  const domain = asciiDomain(value.slice(at + 1));
  if (domain === undefined) return refuse('address.domain');
  if (octets(local) > LIMIT.local) return refuse('address.local-too-long');
  const address = `${local}@${domain}`;
  if (octets(address) > LIMIT.address) return refuse('address.too-long');
  return { parts: { local, domain, text: address } };
}

/** The problems of an address that need no more than its text. */
type PlainCode = Exclude<Extract<ProblemCode, `address.${string}`>, 'address.space' | 'address.character'>;

function wrongLocal(value: string, local: string): Problem {
  if (/\s/u.test(local)) return problem('address.space', { value, suggestion: withoutSpaces(value) });
  if (local.includes('@')) return problem('address.two-at', { value });
  const character = Array.from(local).find((each) => each !== '.' && !DOT_ATOM.test(each));
  return character === undefined
    ? problem('address.dots', { value })
    : problem('address.character', { value, character });
}

/** What was probably meant: a dot for the space between two names. Empty where that is no address either. */
function withoutSpaces(value: string): string {
  const dotted = value.replace(/\s*([.@])\s*|\s+/gu, (_, kept?: string) => kept ?? '.');
  return split(dotted).parts === undefined ? '' : dotted;
}

/** The local part with quotes only where it needs them, and a backslash only where that means something: both are not a part of it (RFC 5321 §4.1.2). */
export function sparingly(local: string): string {
  if (!local.startsWith('"')) return local;
  const text = local.slice(1, -1).replace(/\\(.)/gu, '$1');
  return DOT_ATOM.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Every character is ASCII, so programs without RFC 6531 can carry it. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

const PLAIN_HOST = new RegExp(`^(?:${PLAIN_LABEL}\\.)*${PLAIN_LAST_LABEL}$`);
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Far above the 253 octets of a name. Characters beyond ASCII cost a URL the square of their number. */
const LONGEST_HOST = 1000;

/**
 * The ASCII form of a host or domain name (A-labels, UTS 46), lower case; `undefined` when it is none.
 * An IPv4 address passes as it is, in its usual four numbers; anything that a URL would read as another name does not.
 */
export function asciiHost(text: string): string | undefined {
  // Nearly every name is such a one, and reading a URL takes longer than all else that an address needs.
  if (text.length < 254 && PLAIN_HOST.test(text)) return text;
  if (text.length > LONGEST_HOST || /[\s/\\?#@:%[\]\p{C}]/u.test(text)) return undefined;
  if (!URL.canParse(`http://${text}`)) return undefined;
  const host = new URL(`http://${text}`).hostname;
  // A URL reads `1`, `0x7f.1` and `127.1` as IPv4 addresses: what was written must be what comes out.
  if (/^[\d.]+$/.test(host) && host !== text) return undefined;
  return HOST.test(host) ? host : undefined;
}

/** The ASCII form of a mail domain: a host name with at least one dot, not an IP address. */
export function asciiDomain(text: string): string | undefined {
  const host = asciiHost(text);
  return host?.includes('.') && !/^[\d.]+$/.test(host) ? host : undefined;
}

/** The mail domain that somebody probably meant who wrote an address, a URL or a host with a path; empty where there is none. */
export function meantDomain(text: string): string {
  const url = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  return (
    asciiDomain(text.slice(text.lastIndexOf('@') + 1)) ??
    (URL.canParse(url) ? (asciiDomain(new URL(url).hostname) ?? '') : '')
  );
}

/** The length of a text in UTF-8, which is what the limits of RFC 5321 count. */
export function octets(text: string): number {
  return isAscii(text) ? text.length : new TextEncoder().encode(text).length;
}
