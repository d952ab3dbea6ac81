import type { KindId } from '../../read/file-kind.ts';

/** Where a password stands, and what the file calls the place. */
export interface PasswordPlace {
  readonly at: number;
  readonly what: string;
}

/** Places that a format has for one, beside those for which its own rules look. The password itself is no part of a match. */
const places: Readonly<Partial<Record<KindId, RegExp>>> = {
  reg: /^[ \t]*"([^"\r\n]{0,60}password[^"\r\n]{0,60})"[ \t]*=(?![ \t]*-)/gim,
  source: /^[ \t]*((?:[a-z]{0,40}-)?(?:password|passwd|secret))[ \t]*=[ \t]*(?=\S)/gim,
  profile: /^[ \t]*(?:-[ \t]+)?["']?(password|passwd|smtp_password|imap_password)["']?[ \t]*:[ \t]+(?=[^\s#])/gim,
  pacc: /"(password|passwd|secret)"\s{0,20}:\s{0,20}"(?!")/gi,
  'autodiscover-v2': /"(password|passwd|secret)"\s{0,20}:\s{0,20}"(?!")/gi,
};

/** User name and password in front of a host. */
const CREDENTIALS = /[^\s/?#@<>"'\\]{0,300}:[^\s/?#@<>"'\\]{1,300}@/y;

/** Is it worth to look? */
export function mayHavePassword(kind: KindId, text: string): boolean {
  return text.includes('://') || (places[kind] !== undefined && /passw|secret/i.test(text));
}

/** Passwords in a file: in a URL of any kind of file, and where its format has a place for one. */
export function* passwordPlaces(kind: KindId, text: string): Generator<PasswordPlace> {
  const pattern = places[kind];
  if (pattern !== undefined)
    for (const { index, 0: whole, 1: what = '' } of text.matchAll(pattern))
      yield { at: index + whole.length - whole.trimStart().length, what };
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    CREDENTIALS.lastIndex = at + 3;
    if (CREDENTIALS.test(text)) yield { at: beginOf(text, at), what: 'URL' };
  }
}

/** Where the scheme of a URL begins. */
function beginOf(text: string, colon: number): number {
  const scheme = /[a-z][a-z\d+.-]*$/i.exec(text.slice(Math.max(0, colon - 20), colon))?.[0] ?? '';
  return colon - scheme.length;
}
