import { crc32 } from 'node:zlib';
import type { Made } from './made.ts';
import { readZip } from './readers/zip.ts';
import { codePage850 } from './render/code-page-850.ts';

/** The text of an artifact, with the line ends that it has: by the encoding that its notation promises, with tables that are not ours. Pictures become hexadecimal, and of a ZIP file its list. */
export function decode({ path, bytes }: Pick<Made, 'path' | 'bytes'>): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (extension === 'png')
    return `${Buffer.from(bytes)
      .toString('hex')
      .replace(/.{1,64}/g, '$&\n')}`;
  if (extension === 'zip') {
    return readZip(bytes)
      .map(({ name, bytes, made }) => `${name}: ${bytes.length} bytes, CRC ${crc32(bytes).toString(16)}, ${made}\n`)
      .join('');
  }
  if (extension === 'reg') return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (extension === 'cmd') return Array.from(bytes, (byte) => codePage850[byte]).join('');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
