import { type Problem, problem } from '../errors.ts';
import { readPng } from '../read/png.ts';

/** On a page it is 2 rem high. */
const MOST_PIXELS = 1024;

/** The picture in a PNG and nothing else, or why it is none that a page may show. @param file its name, for the message */
export function pngPicture(bytes: Uint8Array, file: string): Uint8Array | Problem {
  const png = readPng(bytes, MOST_PIXELS);
  if (png.kind === 'png') return png.picture;
  if (png.kind === 'broken') return problem('logo.broken', { value: file, reason: png.reason });
  const { width, height } = png;
  return problem('logo.pixels', { value: file, width, height, most: MOST_PIXELS });
}
