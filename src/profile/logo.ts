import { type Problem, problem } from '../errors.ts';
import { isPng } from '../read/png.ts';
import { pngPicture } from './logo-png.ts';
import { svgFault } from './logo-svg.ts';

/** What a page shows in an `<img>`: the picture's bytes in its address, so that nothing is loaded. */
export type Logo = string;

/** The file is written into every page of a bundle. */
export const LARGEST_LOGO = 50_000;

/** The logo in these bytes, or why they are none that a page may show. @param file its name, for the message */
export function logoOf(bytes: Uint8Array, file: string): Logo | Problem {
  if (bytes.length > LARGEST_LOGO) return problem('logo.too-large', { value: file, most: LARGEST_LOGO / 1000 });
  if (isPng(bytes)) {
    const picture = pngPicture(bytes, file);
    return picture instanceof Uint8Array ? dataUrl('image/png', picture) : picture;
  }
  return svgFault(bytes, file) ?? dataUrl('image/svg+xml', bytes);
}

function dataUrl(mediaType: string, bytes: Uint8Array): Logo {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${mediaType};base64,${btoa(binary)}`;
}
