import type { X509Certificate } from 'node:crypto';
import { beginsSigned } from '../read/file-signs.ts';
import { profileMeaning } from './check-apple.ts';
import { asUnfit, readAs, UnfitError, wordsOfError } from './check-fault.ts';
import type { Meaning } from './check-meaning.ts';
import { pageMeaning } from './check-page.ts';
import { androidMeaning, autodiscoverMeaning, clientConfigMeaning, codeMeaning, xmlTree } from './check-settings.ts';
import type { Signed } from './check-signature.ts';
import { readZip } from './check-zip.ts';

/** A file as `manifest.json` names it. */
export interface NamedFile {
  readonly client: string;
  readonly format: string;
  readonly path: string;
  readonly mediaType: string;
}

/** What a file says, where it has a meaning that we read; nothing where it is only well formed. */
const NOTHING: Meaning = { connections: [] };

/** What a reader has to know beforehand. */
export interface Known {
  /** What the person types. */
  readonly address: string;
  /** Who signs what can be signed, where that was asked for. */
  readonly signer: X509Certificate | undefined;
}

type Read = (bytes: Uint8Array, file: NamedFile, known: Known) => Meaning | Promise<Meaning>;

/**
 * Opens a file with readers that share nothing with what wrote it.
 * @throws UnfitError where it is not what its name says
 */
export async function meaningOf(bytes: Uint8Array, file: NamedFile, known: Known): Promise<Meaning> {
  const extension = file.path.slice(file.path.lastIndexOf('.') + 1);
  const read = byFormat[`${file.client}/${file.format}`] ?? byExtension[extension] ?? plain;
  return read(bytes, file, known);
}

const text =
  (meaning: (text: string, address: string) => Meaning): Read =>
  (bytes, file, { address }) =>
    meaning(textOf(bytes, file.mediaType), address);
const plain: Read = text(() => NOTHING);
const xml = text((read) => {
  xmlTree(read);
  return NOTHING;
});

const byFormat: Readonly<Record<string, Read>> = {
  'outlook/autodiscover': text(autodiscoverMeaning),
  'outlook/install-zip': zip,
  'apple/profile': profile,
  'apple/mail': profile,
  'thunderbird/config': text(clientConfigMeaning),
  'thunderbird-android/k9s': text(androidMeaning),
  'thunderbird-android/qr-png': codeMeaning,
};

const byExtension: Readonly<Record<string, Read>> = {
  html: text(pageMeaning),
  json: text((read) => {
    readAs('JSON', () => JSON.parse(read));
    return NOTHING;
  }),
  xml,
  svg: xml,
  mobileconfig: text((read) => {
    profileMeaning(read);
    return NOTHING;
  }),
  reg: text((read) => {
    readAs('REG', () => {
      if (!read.startsWith('Windows Registry Editor Version 5.00\r\n\r\n')) throw new Error('no header');
    });
    return NOTHING;
  }),
};

async function profile(bytes: Uint8Array, file: NamedFile, { signer }: Known): Promise<Meaning> {
  if (!beginsSigned(bytes)) {
    if (signer !== undefined) throw new UnfitError('check.unsigned', {});
    return profileMeaning(textOf(bytes, file.mediaType));
  }
  const signed = await signedIn(bytes);
  if (signer !== undefined && !signed.signer.raw.equals(signer.raw))
    throw new UnfitError('check.signer', { found: signed.signer.subject.replaceAll('\n', ', ') });
  return profileMeaning(textOf(signed.content, file.mediaType));
}

async function signedIn(bytes: Uint8Array): Promise<Signed> {
  try {
    // Of all who are checked, most have nothing signed.
    const { readSigned } = await import('./check-signature.ts');
    return await readSigned(bytes);
  } catch (error) {
    throw new UnfitError('check.signature', { reason: wordsOfError(error) }, { cause: error });
  }
}

/** What Outlook's set-up has in it. */
async function zip(bytes: Uint8Array): Promise<Meaning> {
  try {
    const opened = await readZip(bytes);
    const found: Meaning[] = [];
    for (const entry of opened.entries) {
      const inside = await opened.read(entry);
      if (entry.fileName.endsWith('.xml')) found.push(autodiscoverMeaning(textOf(inside, 'text/xml; charset=utf-8')));
    }
    const [only] = found;
    if (only === undefined) throw new Error('no autodiscover.xml');
    return only;
  } catch (error) {
    throw asUnfit('ZIP', error);
  }
}

/** A text in the encoding that its media type names (RFC 2046 §4.1.2), or UTF-8. */
function textOf(bytes: Uint8Array, mediaType: string): string {
  const charset = /charset=([\w-]+)/.exec(mediaType)?.[1]?.toLowerCase() ?? 'utf-8';
  return readAs(charset.toUpperCase(), () => {
    if (charset === 'utf-8') return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (charset === 'utf-16') {
      // Which of the two it is, a mark says; on Windows it is always this one.
      if (bytes[0] !== 0xff || bytes[1] !== 0xfe) throw new Error('no byte-order mark');
      return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
    }
    // Any byte is a character in code pages; in none has a text of ours this one.
    if (bytes.includes(0)) throw new Error('a character NUL');
    if (charset === 'us-ascii' && bytes.some((byte) => byte > 0x7f)) throw new Error('beyond ASCII');
    return Buffer.from(bytes).toString('latin1');
  });
}
