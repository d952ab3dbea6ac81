import { closeSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromFdPromise } from 'yauzl';
import type { PackedEntry } from './packed.ts';

/** A ZIP of ours, read as it is: nothing is inflated but to look whether it is sound. */
export interface ZipReader {
  /** What its folders hold, in the order of the ZIP; each by its name in lower case, since no two of ours differ in that alone. */
  readonly folders: ReadonlyMap<string, readonly Entry[]>;
  readonly entries: number;
  readonly read: (entry: Entry) => Promise<PackedEntry>;
  /** Is what an entry holds what its checksum is of? */
  readonly isSound: (entry: Entry) => Promise<boolean>;
  readonly close: () => void;
}

const DEFLATED = 8;
const [LOCAL_HEADER, LONGEST_NAME] = [30, 512] as const;

/** @throws where it is none, or none of ours */
export async function openZip(path: string): Promise<ZipReader> {
  const fd = openSync(path, 'r');
  try {
    const zip = await fromFdPromise(fd, { lazyEntries: true, autoClose: false });
    const folders = new Map<string, Entry[]>();
    for await (const entry of zip.eachEntry()) {
      if (entry.compressionMethod !== DEFLATED) throw new Error(`${entry.fileName} is not deflated`);
      const folder = entryFolder(entry.fileName);
      const known = folders.get(folder);
      if (known === undefined) folders.set(folder, [entry]);
      else known.push(entry);
    }
    const read = async (entry: Entry) => {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const { fileName: name, uncompressedSize: size, crc32: crc, compressedSize } = entry;
      return { name, size, crc, deflated: bytesAt(fd, fileDataStart, compressedSize) };
    };
    return {
      folders,
      entries: zip.entryCount,
      read,
      isSound: async (entry) => {
        try {
          const { deflated, size, crc } = await read(entry);
          const bytes = inflateRawSync(deflated, { maxOutputLength: Math.max(size, 1) });
          return bytes.length === size && crc32(bytes) === crc;
        } catch {
          return false;
        }
      },
      close: () => closeSync(fd),
    };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Is it a ZIP that a run over many has written? Its folders are addresses, and one is for guides. */
export async function isOfMany(path: string): Promise<boolean> {
  try {
    const { folders, close } = await openZip(path);
    close();
    return [...folders.keys()].every((folder) => folder.includes('@') || folder.startsWith(GUIDES));
  } catch {
    return false;
  }
}

/** Does it begin with a file in the folder of a person or of guides, or is nothing in it any more? (APPNOTE.TXT 6.3.10, 4.3.7) */
export function beginsAsOurs(path: string): boolean {
  const begin = Buffer.alloc(LOCAL_HEADER + LONGEST_NAME);
  const fd = openSync(path, 'r');
  try {
    const read = readSync(fd, begin, 0, begin.length, 0);
    const name = begin.toString('latin1', LOCAL_HEADER, read);
    return read === 0 || (begin.readUInt32LE(0) === 0x04034b50 && /^(?:guides\/|[^/]+@[^/]+\/)/.test(name));
  } finally {
    closeSync(fd);
  }
}

/** The folder of a person that an entry is in; of guides, that of their provider. */
export function entryFolder(name: string): string {
  return name.slice(0, name.indexOf('/', name.startsWith(GUIDES) ? GUIDES.length : 0)).toLowerCase();
}

const GUIDES = 'guides/';

function bytesAt(fd: number, from: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let read = 0; read < length; ) {
    const got = readSync(fd, bytes, read, length - read, from + read);
    if (got === 0) throw new Error('the file ends too early');
    read += got;
  }
  return bytes;
}
