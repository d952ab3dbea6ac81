import { openZip, type ZipReader } from './zip-reader.ts';
import { createZip, type ZipWriter } from './zip-writer.ts';

/**
 * Makes a ZIP of two, folder by folder: what the new one has of a folder stands in the place of what the old one has of it, all else is copied as it is, and what is new
 * follows. So a person whose files changed stays where they were, and of nobody else anything is made again.
 * @returns the ZIP, which is not ended yet
 */
export async function mergeZips(old: string, fresh: string, path: string): Promise<ZipWriter> {
  const [before, after] = [await openZip(old), await openZip(fresh)];
  const merged = createZip(path);
  try {
    for (const folder of before.folders.keys()) await copy(after.folders.has(folder) ? after : before, folder, merged);
    for (const folder of after.folders.keys()) if (!before.folders.has(folder)) await copy(after, folder, merged);
    return merged;
  } catch (error) {
    merged.discard();
    throw error;
  } finally {
    before.close();
    after.close();
  }
}

async function copy({ folders, read }: ZipReader, folder: string, into: ZipWriter): Promise<void> {
  for (const entry of folders.get(folder) ?? []) into.add([await read(entry)]);
}

/** Folders of which something cannot be read any more as it was written, but for these, which are not copied. */
export async function damagedFolders(path: string, but: ReadonlySet<string>): Promise<string[]> {
  const { folders, isSound, close } = await openZip(path);
  const damaged: string[] = [];
  try {
    for (const [folder, entries] of folders) {
      if (but.has(folder)) continue;
      for (const entry of entries) {
        if (await isSound(entry)) continue;
        damaged.push(folder);
        break;
      }
    }
    return damaged;
  } finally {
    close();
  }
}
