import type { DecodedPng } from 'fast-png';
import { decodeQR } from 'qr/decode.js';
import { beyondPixels } from './beyond-limit.ts';
import { isPng, readPng } from './png.ts';
import { readQrSvg } from './qr-svg.ts';

/** What a picture of a QR code says, or why nothing can be read of it. */
export type QrPicture = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' };

/** The largest width and height: of the pixels come the time and memory. */
const QR_SIDE = 2_000;

/** Milliseconds for a second look at a picture that shows no code at the first. */
const PATIENCE = 2_000;

/** Reads the QR code in a PNG, or in a drawing as Facteur makes it. (Whoever gives a photograph gets no answer in another way than who gives no code: what can be read is read.) @throws InputError for one with more pixels than we read */
export function readQrPicture(bytes: Uint8Array, svg?: string): QrPicture {
  if (!isPng(bytes)) {
    const text = svg === undefined ? undefined : readQrSvg(svg);
    return text === undefined ? { kind: 'none' } : { kind: 'text', text };
  }
  const png = readPng(bytes, QR_SIDE);
  if (png.kind === 'pixels') throw beyondPixels(png, QR_SIDE);
  if (png.kind === 'broken') return { kind: 'none' };
  const { width, height } = png.decoded;
  try {
    const text = decodeQR({ width, height, data: greys(png.decoded) }, { format: 'RGB', timeLimit: PATIENCE });
    return { kind: 'text', text };
  } catch {
    return { kind: 'none' };
  }
}

/** The picture as three equal bytes a pixel, on white ground. */
function greys({ width, height, depth, channels, data, palette }: DecodedPng): Uint8Array {
  const result = new Uint8Array(width * height * 3);
  // Lines begin with a byte of their own where samples are packed (PNG §7.2).
  const line = depth < 8 ? Math.ceil((width * channels * depth) / 8) : width * channels;
  const most = 2 ** depth - 1;
  const sample = (x: number, y: number, channel: number) => {
    const index = x * channels + channel;
    if (depth >= 8) return data[y * line + index] ?? 0;
    const bit = index * depth;
    return ((data[y * line + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  const lightOf = (x: number, y: number): number => {
    const first = sample(x, y, 0);
    if (palette !== undefined) return light(palette[first] ?? []);
    const values = Array.from({ length: channels }, (_, channel) => (sample(x, y, channel) * 255) / most);
    return channels === 2 ? light([values[0] ?? 0, values[0] ?? 0, values[0] ?? 0, values[1] ?? 255]) : light(values);
  };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      result.fill(lightOf(x, y), at, at + 3);
    }
  return result;
}

function light([red = 0, green = red, blue = red, alpha = 255]: readonly number[]): number {
  const grey = (red + green + blue) / 3;
  return Math.round((grey * alpha + 255 * (255 - alpha)) / 255);
}
