import { crc32, deflateRawSync } from 'node:zlib';
import { concatenated } from '../model/bytes.ts';

/** A file as a ZIP has it (APPNOTE.TXT 6.3.10, 4.4): deflated, with what its headers say. */
export interface PackedEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly deflated: Uint8Array<ArrayBuffer>;
}

/** Files of one person as they go to who writes the ZIP; all that is deflated in one piece, since it may come from another thread. */
export interface Packed {
  readonly entries: readonly (Omit<PackedEntry, 'deflated'> & { readonly length: number })[];
  readonly deflated: Uint8Array<ArrayBuffer>;
}

/** A tenth larger than by the default, 6, in six tenths of the time: deflating costs more than making. */
const LEVEL = 1;

/** Deflates files into a folder of a ZIP. Not by a stream: thousands of these keep hundreds of megabytes until garbage is collected (seen with Node 20.20). */
export function pack(folder: string, files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Packed {
  const pieces = files.map(({ bytes }) => deflateRawSync(bytes, { level: LEVEL }));
  return {
    entries: files.map(({ path, bytes }, index) => ({
      name: `${folder}/${path}`,
      size: bytes.length,
      crc: crc32(bytes),
      length: pieces[index]?.length ?? 0,
    })),
    deflated: concatenated(pieces),
  };
}

/** One after the other. */
export function* unpacked({ entries, deflated }: Packed): Generator<PackedEntry> {
  let from = 0;
  for (const { length, ...entry } of entries) {
    yield { ...entry, deflated: deflated.subarray(from, from + length) };
    from += length;
  }
}
