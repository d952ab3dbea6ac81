import type { Content } from './content.ts';
import { beginsSigned, isBinaryList } from './file-signs.ts';
import { isPng } from './png.ts';
import { unixSigns, withoutComments } from './unix-signs.ts';

/** Kinds of files that can be told by their content. */
export type KindId =
  | 'profile'
  | 'client-config'
  | 'mobileconfig'
  | 'autodiscover'
  | 'autodiscover-v2'
  | 'pacc'
  | 'reg'
  | 'prf'
  | 'k9s'
  | 'qr'
  | 'accountrc'
  | 'source'
  | 'muttrc'
  | 'msmtprc'
  | 'mbsyncrc'
  | 'aerc';

/** A kind, and what the beginning of its files is known by. */
export type KindSign = readonly [KindId, { readonly test: (begin: string) => boolean }];

/** What a file is by its content; `undefined`: nothing that we know. The first that fits, so that those with a sure sign come first. */
export function kindOf(content: Content): KindId | undefined {
  const { bytes, text } = content;
  // Some of the bytes may be letters.
  if (isBinaryList(bytes) || beginsSigned(bytes)) return 'mobileconfig';
  if (text === undefined) return binaryKind(bytes);
  const begin = withoutProlog(withoutComments(text)).slice(0, 4_000);
  const first = begin.trimStart().charAt(0);
  if (first === '<' && PROPERTY_LIST.test(begin)) return text.includes('<key>Payload') ? 'mobileconfig' : undefined;
  const likely = signsBehind.get(first) ?? [];
  return firstKind(likely, begin) ?? firstKind(signs, begin) ?? firstKind(BEHIND_OTHERS, begin);
}

function firstKind(among: readonly KindSign[], begin: string): KindId | undefined {
  return among.find(([, sign]) => sign.test(begin))?.[0];
}

/** Without what may stand in front of a root element, such as a licence in a comment. */
function withoutProlog(text: string): string {
  let at = skipSpace(text, 0);
  for (const end of endsOf(text, at)) at = skipSpace(text, end);
  return text.slice(at);
}

/** Where each comment and instruction ends, of those that follow each other from here on. */
function* endsOf(text: string, from: number): Generator<number> {
  for (let at = from; ; at = skipSpace(text, at)) {
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    const end = closing === undefined ? -1 : text.indexOf(closing, at);
    if (closing === undefined || end < 0) return;
    at = end + closing.length;
    yield at;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function binaryKind(bytes: Uint8Array): KindId | undefined {
  return isPng(bytes) ? 'qr' : undefined;
}

/** What files begin with. An XML file is known by its root element, also when it is broken behind that. */
const root = (names: string) =>
  new RegExp(
    `^\\s*(?:<\\?[^>]*\\?>\\s*|<!--(?:[^-]|-[^-])*-->\\s*|<![A-Z][^[>]*(?:\\[[^\\]]*\\]\\s*)?>\\s*)*<(?:[\\w.-]+:)?(?:${names})[\\s/>]`,
  );

/** Many other things are property lists; a profile has keys that begin so. */
const PROPERTY_LIST = root('plist');

/** DER in base64 begins with its sequence and the identifier of SignedData; S/MIME says what it is. */
const ARMOURED =
  /^\s*(?:-----BEGIN (?:PKCS ?#?7|CMS|SIGNED)[A-Z\d ]*-----|MI[A-Za-z\d+/]{2,9}YJKoZIhvcNAQcC|(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,9}Content-Type: *(?:application\/(?:x-)?pkcs7|multipart\/signed))/i;

/** A server's own words, such as a warning of PHP, stand in front of what it was to answer: the file is broken, and of that kind. */
const BEHIND_OTHERS: readonly KindSign[] = [
  ['client-config', /^\s*<[\s\S]*<clientConfig[\s>]/],
  ['autodiscover', /^\s*<[\s\S]*<Autodiscover[\s>]/],
];

const signs: readonly KindSign[] = [
  ['mobileconfig', ARMOURED],
  ['autodiscover', root('Autodiscover')],
  ['autodiscover-v2', /^\s*\{\s*"(?:Protocol|Url|ErrorCode|ErrorMessage)"\s*:/i],
  ['pacc', /^\s*\{(?=[\s\S]*"protocols"\s*:\s*\{)/],
  ['client-config', root('[cC]lient[cC]onfig|emailProvider')],
  ['k9s', root('k9settings')],
  ['qr', root('svg')],
  ['reg', /^\s*(?:Windows Registry Editor|REGEDIT\d|\[-?(?:HKEY_|HKCU\\|HKLM\\))/],
  ['prf', /(?:^|[\r\n])[ \t]*\[(?:Internet Account List|Service List|I_Mail|IMAP_I_Mail)\]|(?:^|[\r\n])ProfileName=/i],
  // Keys of the first level that other YAML and key files have not.
  ['profile', /(?:^|[\r\n])(?:shortName|identifier|domains|incoming|outgoing|exchange)[ \t]*:(?:\s|$)/],
  // A list in a list: no other JSON of ours begins so.
  ['qr', /^\s*\[\s*[+-]?\d[\d.]*\s*,\s*\[/],
  ...unixSigns,
];

/** Kinds by what most of their files begin with, so that not all signs are looked for in each. */
const signsBehind: ReadonlyMap<string, readonly KindSign[]> = new Map(
  (
    [
      ['<', ['autodiscover', 'client-config', 'k9s', 'qr']],
      ['{', ['autodiscover-v2', 'pacc']],
      ['[', ['source', 'accountrc', 'qr', 'reg', 'prf', 'aerc']],
    ] as const
  ).map(([first, kinds]) => [first, kinds.flatMap((kind) => signs.filter(([id]) => id === kind))]),
);
