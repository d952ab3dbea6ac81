import { issuerOf } from '../../clients/thunderbird-android/oauth2-hosts.ts';

/* What the settings file and the QR code of Thunderbird for Android have in common. */

export type Protocol = 'imap' | 'pop3' | 'smtp';

/** Ports by how a connection to them begins (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409, RFC 5321). */
const ports = {
  imap: { tls: [993], clear: [143] },
  pop3: { tls: [995], clear: [110] },
  smtp: { tls: [465], clear: [587, 25] },
} as const satisfies Record<Protocol, Record<'tls' | 'clear', readonly number[]>>;

/** The usual port where this one cannot be right: a connection to it begins in the other way. */
export function contradictedPort(protocol: Protocol, port: number, tls: boolean): number | undefined {
  const { tls: implicit, clear } = ports[protocol];
  const wrong: readonly number[] = tls ? clear : implicit;
  return wrong.includes(port) ? (tls ? implicit : clear)[0] : undefined;
}

export function usualPort(protocol: Protocol): number {
  return ports[protocol].tls[0];
}

/** Can the app sign in there by OAuth 2.0? */
export function signsInByOAuth2(protocol: Protocol, host: string): boolean {
  return issuerOf({ protocol, host: host.toLowerCase() }) !== undefined;
}

const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-]+`;
const LOCAL = `${ATOM}(?:\\.${ATOM})*`;
const QUOTED = String.raw`"(?:[ !#-[\]-~]|\\[ -~])+"`;
/** Labels with `_` too, of which the last begins with a letter (EmailAddressValidator.kt; seen when its code was run). */
const FILE_DOMAIN = String.raw`(?:[a-z\d_-]+\.)*[a-z][a-z\d_-]*`;
const FILE_ADDRESS = new RegExp(`^(?:${LOCAL}|${QUOTED})@${FILE_DOMAIN}$`, 'i');
/** The scanner reads an address by another parser first: no quotation marks, no `_` in a domain, and bounded lengths (EmailAddressParser.kt). */
const CODE_LABEL = String.raw`[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?`;
const CODE_ADDRESS = new RegExp(`^(${LOCAL})@(?:${CODE_LABEL}\\.)*${CODE_LABEL}$`, 'i');

/** Is it an address that the importer of a settings file takes? */
export function isFileAddress(text: string): boolean {
  return text.length <= 1_000 && FILE_ADDRESS.test(text);
}

/** Is it one that the scanner takes? */
export function isCodeAddress(text: string): boolean {
  const [, local = ''] = text.length <= 254 ? (CODE_ADDRESS.exec(text) ?? []) : [];
  return local !== '' && local.length <= 64;
}
