import { InputError, type Place, problem } from './errors.ts';

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

/** RFC 5322 §3.2.3 atext; RFC 6532 §3.2 adds every character beyond ASCII, less those that show nothing or turn lines. */
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-]|(?![\p{C}\p{Z}])[^\x00-\x7f]`;
const DOT_ATOM = new RegExp(`^(?:${ATOM})+(?:\\.(?:${ATOM})+)*$`, 'u');
/** RFC 5322 §3.2.4 without line breaks and without the obsolete forms. */
const QUOTED = /^"(?:[ !#-[\]-~]|(?![\p{C}\p{Z}])[^\0-\x7f]|\\[ -~])*"$/u;

/**
 * Reads an e-mail address (RFC 5321 §4.1.2, RFC 6531 for characters beyond ASCII).
 * @throws InputError with one problem that says what is wrong with it.
 */
export function parseAddress(text: string, place: Place = {}): Address {
  const value = text.trim().normalize('NFC');
  const at = value.lastIndexOf('@');
  const fail = (error: Parameters<typeof problem>[0]): never => {
    throw new InputError(problem(error, { value }, place));
  };
  if (value === '') fail('address.empty');
  if (at < 0) fail('address.no-at');
  const local = value.slice(0, at);
  if (local === '') fail('address.no-local');
  if (at === value.length - 1) fail('address.no-domain');
  if (!QUOTED.test(local) && !DOT_ATOM.test(local)) {
    if (/\s/u.test(local)) fail('address.space');
    if (local.includes('@')) fail('address.two-at');
    if (/^\.|\.\.|\.$/.test(local)) fail('address.dots');
    fail('address.character');
  }
  const domain = asciiDomain(value.slice(at + 1)) ?? fail('address.domain');
  const address = { local, domain, text: `${local}@${domain}` };
  if (octets(local) > LIMIT.local) fail('address.local-too-long');
  if (octets(address.text) > LIMIT.address) fail('address.too-long');
  return address;
}

/** Every character is ASCII, so programs without RFC 6531 can carry it. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The ASCII form of a host or domain name (A-labels, UTS 46), lower case; `undefined` when it is none.
 * An IPv4 address passes as it is, in its usual four numbers; anything that a URL would read as another name does not.
 */
export function asciiHost(text: string): string | undefined {
  if (/[\s/\\?#@:%[\]\p{C}]/u.test(text)) return undefined;
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

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
