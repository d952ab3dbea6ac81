import type { Content } from './content.ts';
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
  const { text } = content;
  if (text === undefined) return binaryKind(content.bytes);
  const begin = withoutComments(text).slice(0, 4_000);
  return signs.find(([, sign]) => sign.test(begin))?.[0];
}

function binaryKind(bytes: Uint8Array): KindId | undefined {
  return isPng(bytes) ? 'qr' : undefined;
}

/** What files begin with. An XML file is known by its root element, also when it is broken behind that. */
const root = (names: string) =>
  new RegExp(
    `^\\s*(?:<\\?[^>]*\\?>\\s*|<!--(?:[^-]|-[^-])*-->\\s*|<![A-Z][^[>]*(?:\\[[^\\]]*\\]\\s*)?>\\s*)*<(?:[\\w.-]+:)?(?:${names})[\\s/>]`,
  );

const signs: readonly KindSign[] = [
  ['client-config', root('clientConfig|emailProvider')],
  ['k9s', root('k9settings')],
  ['reg', /^\s*(?:Windows Registry Editor|REGEDIT\d|\[-?(?:HKEY_|HKCU\\|HKLM\\))/],
  ['prf', /(?:^|[\r\n])[ \t]*\[(?:Internet Account List|Service List|I_Mail|IMAP_I_Mail)\]|(?:^|[\r\n])ProfileName=/i],
  // A list in a list: no other JSON of ours begins so.
  // Keys of the first level that other YAML and key files have not.
  ['profile', /(?:^|[\r\n])(?:shortName|identifier|domains|incoming|outgoing|exchange)[ \t]*:(?:\s|$)/],
  ['qr', /^\s*\[\s*[+-]?\d[\d.]*\s*,\s*\[/],
  ...unixSigns,
];
