import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { Zip, type ZipInputFile } from 'fflate';
import type { PackedEntry } from './packed.ts';

/** A ZIP that is being written. */
export interface ZipWriter {
  readonly path: string;
  readonly add: (entries: Iterable<PackedEntry>) => void;
  readonly entries: () => number;
  readonly bytes: () => number;
  /** Ends it. @param when `now`: it is on the disk when this returns */
  readonly end: (when: 'now' | 'soon') => void;
  readonly discard: () => void;
}

/** How much is written at once. */
const BLOCK = 1 << 18;
const DEFLATED = 8;
/** The first time that a ZIP can say, in whatever zone: the same files give the same bytes. */
const TIME = new Date(1980, 0, 1);

/** Writes a ZIP as a stream: what is kept of an entry is what the directory at its end says of it. */
export function createZip(path: string): ZipWriter {
  const fd = openSync(path, 'w');
  let waiting: Uint8Array[] = [];
  let held = 0;
  let bytes = 0;
  let entries = 0;
  let open = true;
  const flush = () => {
    const block = Buffer.concat(waiting);
    [waiting, held] = [[], 0];
    for (let from = 0; from < block.length; ) from += writeSync(fd, block, from, block.length - from);
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
    held += chunk.length;
    bytes += chunk.length;
    if (held >= BLOCK) flush();
  });
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  return {
    path,
    add: (added) => {
      for (const { name, size, crc, deflated } of added) {
        const file: ZipInputFile = { filename: name, size, crc, compression: DEFLATED, mtime: TIME };
        zip.add(file);
        file.ondata?.(null, deflated, true);
        entries++;
      }
    },
    entries: () => entries,
    bytes: () => bytes,
    end: (when) => {
      zip.end();
      flush();
      if (when === 'now') fsyncSync(fd);
      close();
    },
    discard: () => {
      close();
      rmSync(path, { force: true });
    },
  };
}
