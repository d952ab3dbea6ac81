import { type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import { concatenated } from '../model/bytes.ts';

/** A PNG that can be read: its picture and nothing else, and its pixels. */
export interface Png {
  readonly kind: 'png';
  readonly picture: Uint8Array;
  readonly decoded: DecodedPng;
}

/** Why it cannot. */
export type PngFault =
  | { readonly kind: 'pixels'; readonly width: number; readonly height: number }
  | { readonly kind: 'broken'; readonly reason: string };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((each, index) => bytes[index] === each);
}

/** A drawing, or another file of elements. */
export function isMarkup(text: string): boolean {
  return /^\s*</.test(text);
}

/**
 * Reads a PNG. What one takes in memory grows with its pixels, not with its bytes: so it is measured before anything of it is unpacked.
 * @param side the largest width and height
 */
export function readPng(bytes: Uint8Array, side: number): Png | PngFault {
  // The first chunk is the header, of 13 bytes (PNG §5.6, §11.2.1).
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (reason: string): PngFault => ({ kind: 'broken', reason });
  if (bytes.length < 33) return broken('PNG');
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width > side || height > side || width * height === 0) return { kind: 'pixels', width, height };
  const chunks = chunksOf(bytes, view);
  // One header, in front of all else: what is behind would be another picture than the one that was measured.
  if (chunks[0]?.name !== 'IHDR' || chunks.filter(({ name }) => name === 'IHDR').length > 1) return broken('IHDR');
  const most = lengthOf({ width, height, depth: bytes[24] ?? 0, colour: bytes[25] ?? 0, interlaced: bytes[28] === 1 });
  if (most === undefined) return broken('IHDR');
  try {
    const length = inflatedLength(chunks, most);
    if (length > most) return broken(`IDAT > ${most} B`);
    const picture = pictureAlone(bytes, chunks);
    // Of what is kept alone: a profile of colours, or a text, may be packed as tightly.
    return { kind: 'png', picture, decoded: decode(picture, { checkCrc: true }) };
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'PNG');
  }
}

/** Samples of a pixel, by the type of its colour (PNG §11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Where each pass of an interlaced picture begins, and its steps (PNG §8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/** How many bytes the picture has when it is unpacked: a byte for the filter in front of each line (PNG §7.2). */
function lengthOf({ width, height, depth, colour, interlaced }: Header): number | undefined {
  const samples = SAMPLES[colour];
  if (samples === undefined || depth > 16) return undefined;
  return (interlaced ? PASSES : ([[0, 0, 1, 1]] as const)).reduce((sum, [left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const lines = Math.ceil((height - top) / down);
    return columns > 0 && lines > 0 ? sum + lines * (1 + Math.ceil((columns * samples * depth) / 8)) : sum;
  }, 0);
}

/** Deflate makes of a byte 1032 at most; so no more than half a megabyte is unpacked at once. */
const PIECE = 512;

/** How many bytes the data of the picture become; it is not unpacked further than to `most`. @throws where they are not packed as PNG says */
function inflatedLength(chunks: readonly Chunk[], most: number): number {
  let length = 0;
  const unpacking = new Unzlib((piece) => {
    length += piece.length;
  });
  for (const { name, bytes } of chunks) {
    if (name !== 'IDAT') continue;
    const packed = bytes.subarray(8, -4);
    for (let at = 0; at < packed.length; at += PIECE) {
      unpacking.push(packed.subarray(at, at + PIECE));
      if (length > most) return length;
    }
  }
  return length;
}

/** What the picture needs: not what was noted about it (place, author), nor what stands behind it. */
const NEEDED = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs']);

interface Chunk {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The chunks up to the one that ends the picture (PNG §5.3). */
function chunksOf(bytes: Uint8Array, view: DataView): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.push({ name, bytes: bytes.subarray(at, end) });
    if (name === 'IEND') break;
    at = end;
  }
  return found;
}

function pictureAlone(bytes: Uint8Array, chunks: readonly Chunk[]): Uint8Array {
  const needed = chunks.filter(({ name }) => NEEDED.has(name)).map((chunk) => chunk.bytes);
  return concatenated([bytes.subarray(0, 8), ...needed]);
}
