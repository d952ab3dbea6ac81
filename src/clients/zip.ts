import { zipSync } from 'fflate';
import type { File } from './client.ts';

/** The first moment that a ZIP file can name, so that the same files give the same bytes. (Its times are local ones without a zone, and fflate takes them so.) */
const EPOCH = new Date(1980, 0, 1);

/** A ZIP file of these, stored and not deflated: small files gain little, and no version of a library packs them otherwise. */
export function zip(files: readonly File[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes()])), { level: 0, mtime: EPOCH });
}
