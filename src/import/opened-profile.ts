import { InputError } from '../errors.ts';
import { type Content, contentOf } from '../read/content.ts';
import { beginsSigned, isBinaryList } from '../read/file-signs.ts';
import type { LinePosition } from '../read/lines.ts';
import { importProblem } from './words.ts';

/** No device can read the profile. */
export function unreadableProfile(file: string, detail: string, at: Partial<LinePosition> = {}): InputError {
  return new InputError(importProblem('import.unreadable-kind', { kind: 'mobileconfig', detail }, { file, ...at }));
}

/** A signature that somebody has put into text: PEM, base64 alone, or S/MIME with one part. */
export function unarmoured(content: Content): Content {
  const { name, text = '' } = content;
  const body =
    /^\s*-----BEGIN [A-Z\d #]+-----([A-Za-z\d+/=\s]+)-----END/.exec(text)?.[1] ??
    /^\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}\r?\n([A-Za-z\d+/=\s]+)$/.exec(text)?.[1] ??
    /^\s*(MI[A-Za-z\d+/=\s]+)$/.exec(text)?.[1];
  if (body === undefined) return content;
  try {
    const bytes = Uint8Array.from(atob(body.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
    return beginsSigned(bytes) ? contentOf(name, bytes) : content;
  } catch {
    return content;
  }
}

/** What stands in a profile, signed or not. @throws InputError where there is none */
export async function propertyListText({ name, bytes, text }: Content): Promise<string> {
  if (isBinaryList(bytes)) throw unreadableProfile(name, 'bplist');
  if (!beginsSigned(bytes)) return text ?? '';
  const { readSignedContent } = await import('../read/signed-content.ts');
  const signed = readSignedContent(bytes);
  if (signed.kind === 'fault') throw unreadableProfile(name, signed.detail);
  if (signed.content === undefined) throw unreadableProfile(name, 'CMS');
  return contentOf(name, signed.content).text ?? '';
}
