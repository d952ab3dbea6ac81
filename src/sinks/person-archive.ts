import { closeSync, lstatSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../errors.ts';
import { unwritable } from './folder.ts';
import { type Packed, unpacked } from './packed.ts';
import { type Placed, stands } from './person-folder.ts';
import type { Working } from './working.ts';
import { createZip } from './zip-writer.ts';

/** What the ZIP of a person is called. */
export function archiveName(folder: string): string {
  return `${folder}.zip`;
}

/** Writes the ZIP of one person where it waits. @throws InputError */
export function writeArchive(fresh: string, folder: string, packed: Packed): void {
  const path = join(fresh, archiveName(folder));
  try {
    const zip = createZip(path);
    zip.add(unpacked(packed));
    zip.end('soon');
  } catch (error) {
    throw unwritable(path, error);
  }
}

/**
 * Moves the ZIP of one person to its place.
 * @param update replace another one, if it is one of ours
 * @throws InputError when the file system refuses
 */
export function placeArchive(out: string, working: Working, folder: string, update: boolean): Placed {
  const name = archiveName(folder);
  const [place, waiting] = [join(out, name), join(working.fresh, name)];
  try {
    if (!stands(place)) {
      renameSync(waiting, place);
      return 'created';
    }
    if (!lstatSync(place).isFile()) return problem('out.exists', { path: place });
    if (same(place, waiting)) return 'unchanged';
    if (!isOurs(place, folder)) return problem('out.exists', { path: place });
    if (!update) return 'differs';
    renameSync(waiting, place);
    return 'updated';
  } catch (error) {
    throw unwritable(place, error);
  } finally {
    rmSync(waiting, { force: true });
  }
}

/** Takes away the ZIP of the same mailbox under another name. */
export function retireArchive(out: string, _: Working, folder: string): void {
  const place = join(out, archiveName(folder));
  if (stands(place) && isOurs(place, folder)) rmSync(place);
}

function same(place: string, waiting: string): boolean {
  return readFileSync(place).equals(readFileSync(waiting));
}

/** Is empty, or begins with a file in the folder of this person (APPNOTE.TXT 6.3.10, 4.3.7): who has put something else there keeps it. */
function isOurs(path: string, folder: string): boolean {
  const begin = Buffer.alloc(30 + folder.length + 1);
  const fd = openSync(path, 'r');
  try {
    const read = readSync(fd, begin, 0, begin.length, 0);
    if (read === 0) return true;
    return (
      read === begin.length && begin.readUInt32LE(0) === 0x04034b50 && begin.toString('latin1', 30) === `${folder}/`
    );
  } finally {
    closeSync(fd);
  }
}
