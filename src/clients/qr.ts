import { encode } from 'fast-png';
import { encodeQR } from 'qr';
import { base64Of } from '../model/bytes.ts';
import { derive } from '../prepare/marks.ts';

/** Blank modules around a QR code (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4;
/** The pixels of a module, in a drawing, which has the size for a screen, and in a picture, of which the pixels are the bytes. */
const SCALE = { svg: 8, png: 4 } as const;

/** A QR code as shapes: the side of its square in modules, quiet zone included, and an SVG path of what is dark. */
export interface Drawing {
  readonly side: string;
  readonly path: string;
}

/** The code of a text, worked out when a form of it is first asked for, and once. */
export interface Code {
  /** What it says. */
  readonly text: string;
  readonly rows: () => readonly (readonly boolean[])[];
  readonly drawing: () => Drawing;
  /** As a picture for a page that has it in itself, of a ninth of the drawing's bytes: a `data:` URL. */
  readonly url: () => string;
}

/** Error correction L, as Thunderbird on computers has it: the fewer modules, the larger each. */
export function codeOf(text: string): Code {
  return {
    text,
    rows: () => codeFor(text).rows,
    drawing: () => ({ side: derive(sideOf, text), path: derive(pathOf, text) }),
    url: () => derive(urlOf, text),
  };
}

/** Whoever draws a code draws it in several forms, and somebody's files have two or three codes: those that were asked for last are known. */
function codeFor(text: string): Drawn {
  const found = latest.find((each) => each.text === text);
  if (found !== undefined) return found;
  const made = { text, rows: encodeQR(text, 'raw', { ecc: 'low', border: QUIET_ZONE }) };
  latest.unshift(made);
  latest.length = Math.min(latest.length, KEPT);
  return made;
}

const KEPT = 3;
const latest: Drawn[] = [];

interface Drawn {
  readonly text: string;
  readonly rows: readonly (readonly boolean[])[];
  path?: string;
  png?: Uint8Array;
}

const sideOf = (text: string) => String(codeFor(text).rows.length);

function pathOf(text: string): string {
  const code = codeFor(text);
  code.path ??= draw(code.rows);
  return code.path;
}

/** The code as an SVG picture with a white ground: viewers have dark grounds too. */
export function drawSvg(code: Code): Uint8Array {
  const { side, path } = code.drawing();
  const size = code.rows().length * SCALE.svg;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${side}v${side}H0z"/>
<path fill="#000" d="${path}"/>
</svg>
`;
  return new TextEncoder().encode(svg);
}

/** The code as a black and white PNG picture, one bit for each pixel. */
export function drawPng(code: Code): Uint8Array {
  return pngFor(code.text).slice();
}

function urlOf(text: string): string {
  return `data:image/png;base64,${base64Of(pngFor(text))}`;
}

function pngFor(text: string): Uint8Array {
  const code = codeFor(text);
  code.png ??= pngOf(code.rows);
  return code.png;
}

function pngOf(rows: Drawn['rows']): Uint8Array {
  // A module is four pixels wide: half a byte of a line, and the line ends with a whole one.
  const width = Math.ceil(rows.length / 2);
  const data = new Uint8Array(width * rows.length * SCALE.png);
  let line = 0;
  for (const row of rows) {
    for (let x = 0; x < row.length; x += 2) data[line + x / 2] = (row[x] ? 0 : 0xf0) | (row[x + 1] ? 0 : 0x0f);
    for (let repeat = 1; repeat < SCALE.png; repeat++) data.copyWithin(line + repeat * width, line, line + width);
    line += width * SCALE.png;
  }
  const size = rows.length * SCALE.png;
  // Level 1 of deflate packs these lines tighter than level 9 does, in half of the time. In JavaScript on every platform: what zlib makes differs by its version.
  return encode({ width: size, height: size, depth: 1, channels: 1, data }, { zlib: { level: 1 } });
}

/** Neighbouring modules are one rectangle, so that no seam shows between them at any size. */
function draw(rows: Drawn['rows']): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = row.indexOf(true); x >= 0; ) {
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      path += `M${x} ${y}h${length}v1h-${length}z`;
      x = row.indexOf(true, x + length);
    }
  }
  return path;
}
