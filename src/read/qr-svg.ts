import { decodeQR } from 'qr/decode.js';
import { readXmlTree, type XmlElement } from './xml-tree.ts';

/** Points of a module, so that the reader of pictures finds its middle; and the most modules that a code with its border has (version 40, ISO/IEC 18004). */
const SCALE = 3;
const MOST = 200;

/**
 * What the QR code of a drawing says, where it is drawn as Facteur draws one: a path of rectangles, one module high (`M4 4h7v1h-7z`). `undefined` where it is drawn in another way.
 */
export function readQrSvg(svg: string): string | undefined {
  const xml = readXmlTree(svg);
  if (xml.kind === 'fault') return undefined;
  const [, width = ''] = /^0 0 (\d{1,3}) \1$/.exec(xml.root.attributes.viewBox ?? '') ?? [];
  const side = Number(width);
  const path = darkPath(xml.root);
  if (side === 0 || side > MOST || path === undefined) return undefined;
  const line = side * SCALE;
  const data = new Uint8Array(line * line * 3).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d{1,3}) (\d{1,3})h(\d{1,3})/g)) {
    const from = Number(x) * SCALE;
    const to = Math.min(side, Number(x) + Number(length)) * SCALE;
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE && row < line; row += 1)
      data.fill(0, (row * line + from) * 3, (row * line + to) * 3);
  }
  try {
    return decodeQR({ width: line, height: line, data }, { format: 'RGB', timeLimit: 2_000 });
  } catch {
    return undefined;
  }
}

/** The last path that has nothing but such rectangles: the one before it is the ground. */
function darkPath({ children }: XmlElement): string | undefined {
  const paths = children.filter(({ name }) => name === 'path').map(({ attributes }) => attributes.d ?? '');
  return paths.findLast((path) => /^(?:M\d{1,3} \d{1,3}h\d{1,3}v1h-\d{1,3}z)+$/.test(path));
}
