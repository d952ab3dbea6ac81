import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

/** A ZIP as a reader of other people's finds it, by the directory at its end. */
export interface ReadZip {
  readonly entries: readonly Entry[];
  /** @throws Error where the entry does not hold what the directory says of it */
  readonly read: (entry: Entry) => Promise<Uint8Array>;
  readonly close: () => void;
}

/** No file of ours comes near: what is larger was put there by somebody. */
export const MOST_BYTES = 1 << 26;

/** A bit of the flags: sums stand behind the file. */
const DESCRIPTOR = 8;

/** @throws Error where it is none */
export async function readZip(from: string | Uint8Array): Promise<ReadZip> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;
  const zip = await (typeof from === 'string'
    ? openPromise(from, options)
    : fromBufferPromise(Buffer.from(from), options));
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { entries, read: (entry) => readEntry(zip, entry), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.uncompressedSize > MOST_BYTES) throw new Error(`${entry.uncompressedSize} bytes`);
  const header = await zip.readLocalFileHeaderPromise(entry);
  // Programs that unpack as they read go by these; what a descriptor behind the file says is zero here (APPNOTE.TXT 6.3.10, 4.3.7 and 4.4.4).
  const described = (header.generalPurposeBitFlag & DESCRIPTOR) !== 0;
  const sums = ['crc32', 'compressedSize', 'uncompressedSize'] as const;
  const fits =
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    sums.every((name) => header[name] === entry[name] || (described && header[name] === 0));
  if (!fits) throw new Error('the two headers differ');
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error('the checksum differs');
  return bytes;
}
