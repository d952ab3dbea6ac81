import { crc32 } from 'node:zlib';
import { notations } from '../src/template/notation.ts';
import type { Made } from './made.ts';
import { readZip } from './readers/zip.ts';

const codePage850 = decodeTable();

/** The text of an artifact, with the line ends that it has: by the encoding that its notation promises. Pictures become hexadecimal, and of a ZIP file its list. */
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

/** The encoder read backwards. (test/render/encode.test.ts holds its table against the published one.) */
function decodeTable(): string[] {
  const table: string[] = Array.from({ length: 256 }, () => '\ufffd');
  for (let code = 0; code < 0x3000; code++) {
    try {
      const bytes = notations.cmd.encode(String.fromCharCode(code));
      if (bytes.length === 1 && bytes[0] !== undefined) table[bytes[0]] = String.fromCharCode(code);
    } catch {
      // Not in the code page.
    }
  }
  table[0x0a] = '\n';
  return table;
}
