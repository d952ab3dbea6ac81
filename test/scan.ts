import { decodeQR } from 'qr/decode.js';
import { attribute, byTag, type Parent } from './html.ts';

/** Reads a picture as a camera would: black and white points, three points to a module. */
export function scan(rows: readonly (readonly boolean[])[]): string {
  const scale = 3;
  const size = rows.length * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  // No limit in time: the machine may be busy.
  return decodeQR({ width: size, height: size, data }, { timeLimit: 10_000 });
}

/** What the codes say that stand below a node of a page. */
export function codesIn(node: Parent): string[] {
  return byTag(node, 'svg')
    .filter((svg) => attribute(svg, 'class')?.split(' ').includes('qr'))
    .map((svg) => {
      const side = Number(attribute(svg, 'viewBox')?.split(' ')[2]);
      const [, dark] = byTag(svg, 'path');
      const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
      for (const [, x, y, length] of (dark && attribute(dark, 'd'))?.matchAll(/M(\d+) (\d+)h(\d+)/g) ?? [])
        rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
      return scan(rows);
    });
}
