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

/** The code of a text, worked out when a form of it is first asked for, and once. */
export interface Code {
  readonly rows: () => readonly (readonly boolean[])[];
  readonly drawing: () => Drawing;
}

/** Error correction L, as Thunderbird on computers has it: the fewer modules, the larger each. */
export function codeOf(text: string): Code {
  let encoded: boolean[][] | undefined;
  let drawn: Drawing | undefined;
  const rows = () => {
    encoded ??= encodeQR(text, 'raw', { ecc: 'low', border: QUIET_ZONE });
    return encoded;
  };
  const drawing = () => {
    drawn ??= { side: rows().length, path: pathOf(rows()) };
    return drawn;
  };
  return { rows, drawing };
}

/** The code as an SVG picture with a white ground: viewers have dark grounds too. */
export function drawSvg(code: Code): Uint8Array {
  const { side, path } = code.drawing();
  const size = side * SCALE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${side}v${side}H0z"/>
<path fill="#000" d="${path}"/>
</svg>
`;
  return new TextEncoder().encode(svg);
}

/** The code as a black and white PNG picture, one bit for each pixel. */
export function drawPng(code: Code): Uint8Array {
  const rows = code.rows();
  // A module is eight pixels wide: one byte of a line.
  const width = rows.length;
  const data = new Uint8Array(width * width * SCALE);
  let at = 0;
  for (const row of rows) {
    const line = at;
    for (const dark of row) data[at++] = dark ? 0 : 0xff;
    for (let repeat = 1; repeat < SCALE; repeat++, at += width) data.copyWithin(at, line, line + width);
  }
  const size = width * SCALE;
  // Level 6 of deflate packs these lines as tightly as level 9 does, in a tenth of the time.
  return encode({ width: size, height: size, depth: 1, channels: 1, data }, { zlib: { level: 6 } });
}

/** Neighbouring modules are one rectangle, so that no seam shows between them at any size. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
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
