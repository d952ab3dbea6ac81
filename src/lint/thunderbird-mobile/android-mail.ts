import { issuerOf } from '../../clients/thunderbird-android/oauth2-hosts.ts';
import type { MailProtocol } from '../../model/ports.ts';

/* What the settings file and the QR code of Thunderbird for Android have in common. */

/** Can the app sign in there by OAuth 2.0? */
export function signsInByOAuth2(protocol: MailProtocol, host: string): boolean {
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
