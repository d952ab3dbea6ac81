import { encode } from 'fast-png';
import { encodeQR } from 'qr';

/** Blank modules around a QR code (ISO/IEC 18004 §6.3.8), and the pixels of one module: 300 dots and more, which every camera tells apart. */
const QUIET_ZONE = 4;
const SCALE = 8;

/** A QR code as shapes: the side of its square in modules, quiet zone included, and an SVG path of what is dark. */
export interface Drawing {
  readonly side: number;
  readonly path: string;
}

/** Draws the code of a text. Neighbouring modules are one rectangle, so that no seam shows between them at any size. */
export function draw(text: string): Drawing {
  return code(text).drawing();
}

/** The code as an SVG picture with a white ground: viewers have dark grounds too. */
export function drawSvg(text: string): Uint8Array {
  const { side, path } = draw(text);
  const size = side * SCALE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${side}v${side}H0z"/>
<path fill="#000" d="${path}"/>
</svg>
`;
  return new TextEncoder().encode(svg);
}

/** The code as a black and white PNG picture, one bit for each pixel. */
export function drawPng(text: string): Uint8Array {
  const { rows } = code(text);
  // A module is eight pixels wide: one byte of a line.
  const width = rows.length;
  const data = new Uint8Array(width * width * SCALE);
  for (const [y, row] of rows.entries()) {
    const line = Uint8Array.from(row, (dark) => (dark ? 0 : 0xff));
    for (let repeat = 0; repeat < SCALE; repeat++) data.set(line, (y * SCALE + repeat) * width);
  }
  const size = width * SCALE;
  // Level 6 of deflate packs these lines as tightly as level 9 does, in a tenth of the time.
  return encode({ width: size, height: size, depth: 1, channels: 1, data }, { zlib: { level: 6 } });
}

/** The code of a text. */
interface Code {
  readonly text: string;
  readonly rows: readonly (readonly boolean[])[];
  readonly drawing: () => Drawing;
}

let latest: Code | undefined;

/**
 * Error correction L, as Thunderbird on computers has it: the fewer modules, the larger each. One account's code is drawn several times, as SVG, as PNG and
 * on pages, so the latest is kept.
 */
function code(text: string): Code {
  if (latest?.text === text) return latest;
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET_ZONE });
  let drawn: Drawing | undefined;
  const drawing = () => {
    drawn ??= { side: rows.length, path: pathOf(rows) };
    return drawn;
  };
  latest = { text, rows, drawing };
  return latest;
}

function pathOf(rows: Code['rows']): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (const { start, length } of runs(row)) path += `M${start} ${y}h${length}v1h-${length}z`;
  }
  return path;
}

function runs(row: readonly boolean[]): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last !== undefined && last.start + last.length === x) last.length++;
    else found.push({ start: x, length: 1 });
  });
  return found;
}
