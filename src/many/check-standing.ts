import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { Entry } from 'yauzl';
import { MOST_BYTES, type ReadZip, readZip } from './check-zip.ts';

/** What stands for one person, as it is now. */
export interface Standing {
  /** The sizes of files, by their names below the person's own folder. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly twice: readonly string[];
  /** @throws Error where it cannot be read, or does not hold what it says of itself */
  readonly read: (name: string) => Promise<Uint8Array>;
  /** Is this there, seen from the person's own folder? */
  readonly has: (path: string) => boolean;
}

/** A folder. @throws an error of the system */
export function folderStanding(folder: string): Standing {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const names = found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
  return {
    sizes: new Map(names.map((name) => [name, lstatSync(join(folder, name)).size])),
    twice: [],
    read: async (name) => {
      const stats = lstatSync(join(folder, name));
      if (!stats.isFile()) throw new Error('no file');
      if (stats.size > MOST_BYTES) throw new Error(`${stats.size} bytes`);
      return readFileSync(join(folder, name));
    },
    has: (path) => existsSync(join(folder, path)),
  };
}

/** A ZIP in which people have folders. */
export interface StandingZip {
  readonly of: (folder: string) => Standing;
  readonly close: () => void;
}

/** @param alone it is one person's, so that all in it is theirs @throws Error where it is none */
export async function openStandingZip(path: string, alone: boolean): Promise<StandingZip> {
  const zip = await readZip(path);
  const all = new Set(zip.entries.map(({ fileName }) => fileName));
  const folders = new Map<string, Entry[]>();
  const guides = zip.entries.filter(({ fileName }) => fileName.startsWith('guides/') && !fileName.endsWith('/'));
  for (const entry of zip.entries) {
    // A ZIP that somebody has packed again has entries for folders.
    if (entry.fileName.endsWith('/')) continue;
    const folder = entry.fileName.split('/', 1)[0] ?? '';
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [entry]);
    else known.push(entry);
  }
  return {
    of: (folder) => {
      const below = guides.filter(({ fileName }) => fileName.startsWith(`${folder}/`));
      const own = alone ? [...folders.values()].flat() : (folders.get(folder) ?? below);
      return zipStanding(folder, own, zip, all);
    },
    close: zip.close,
  };
}

function zipStanding(folder: string, own: readonly Entry[], zip: ReadZip, all: ReadonlySet<string>): Standing {
  const entries = new Map<string, Entry>();
  const twice: string[] = [];
  for (const entry of own) {
    const name = posix.relative(folder, entry.fileName);
    if (entries.has(name)) twice.push(name);
    else entries.set(name, entry);
  }
  return {
    sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    twice,
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error('no file');
      return zip.read(entry);
    },
    has: (path) => all.has(posix.join(folder, path)),
  };
}
