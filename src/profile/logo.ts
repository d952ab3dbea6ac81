import { parseXml, XmlDeclaration, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import { decode } from 'fast-png';
import { type Problem, problem } from '../errors.ts';

/** What a page shows in an `<img>`: the picture's bytes in its address, so that nothing is loaded. */
export type Logo = string;

/** The file is written into every page of a bundle. */
export const LARGEST_LOGO = 50_000;
/** On a page it is 2 rem high. What a PNG takes in memory grows with its pixels, not with its bytes. */
const MOST_PIXELS = 1024;

/** The logo in these bytes, or why they are none that a page may show. @param file its name, for the message */
export function logoOf(bytes: Uint8Array, file: string): Logo | Problem {
  if (bytes.length > LARGEST_LOGO) return problem('logo.too-large', { value: file, most: LARGEST_LOGO / 1000 });
  if (isPng(bytes)) return pngLogo(bytes, file);
  return svgLogo(bytes, file);
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((each, index) => bytes[index] === each);
}

function pngLogo(bytes: Uint8Array, file: string): Logo | Problem {
  // The first chunk is the header, of 13 bytes (PNG §5.6, §11.2.1).
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) return problem('logo.broken', { value: file, reason: 'PNG' });
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width > MOST_PIXELS || height > MOST_PIXELS || width * height === 0)
    return problem('logo.pixels', { value: file, width, height, most: MOST_PIXELS });
  try {
    decode(bytes, { checkCrc: true });
  } catch (error) {
    return problem('logo.broken', { value: file, reason: error instanceof Error ? error.message : 'PNG' });
  }
  const chunks = chunksOf(bytes, view);
  // One header, in front of all else: what is behind would be another picture than the one that was measured.
  if (chunks[0]?.name !== 'IHDR' || chunks.filter(({ name }) => name === 'IHDR').length > 1)
    return problem('logo.broken', { value: file, reason: 'IHDR' });
  return dataUrl('image/png', pictureAlone(bytes, chunks));
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
  const kept = [bytes.subarray(0, 8), ...needed];
  const whole = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * An SVG that shows itself and does nothing else. In an `<img>` no script of it runs and nothing is loaded (SVG Integration §3.3, secure static mode); somebody may
 * open the picture by itself all the same.
 */
function svgLogo(bytes: Uint8Array, file: string): Logo | Problem {
  let root: XmlElement | null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const document = parseXml(text, { preserveDocumentType: true, preserveXmlDeclaration: true });
    const stray = document.children.find(({ type }) => !['element', 'comment', 'xmldecl', 'text'].includes(type));
    if (stray !== undefined) return problem('logo.forbidden', { value: file, found: words[stray.type] ?? stray.type });
    // A browser would read the bytes in that encoding, and could find other tags in them than we do (XML 1.0 §4.3.3).
    const encoding =
      document.children.map((each) => (each instanceof XmlDeclaration ? each.encoding : undefined))[0] ?? 'UTF-8';
    if (!/^utf-8$/i.test(encoding)) return problem('logo.forbidden', { value: file, found: `encoding="${encoding}"` });
    root = document.root;
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    return problem('logo.broken', { value: file, reason });
  }
  if (root === null || root.name !== 'svg' || root.attributes.xmlns !== SVG)
    return problem('logo.no-picture', { value: file });
  const found = forbiddenIn(root);
  return found === undefined ? dataUrl('image/svg+xml', bytes) : problem('logo.forbidden', { value: file, found });
}

const SVG = 'http://www.w3.org/2000/svg';
const words: Readonly<Record<string, string>> = { doctype: '<!DOCTYPE', pi: '<?' };

/** What draws, and what says how. */
const DRAWS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'metadata', 'style', 'switch', 'view'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'marker'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feFlood', 'feGaussianBlur', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'feDropShadow', 'feFuncA', 'feFuncR', 'feFuncG', 'feFuncB'],
]);

/** The first thing in an element that may do more than draw; `undefined` where there is none. */
function forbiddenIn(element: XmlElement): string | undefined {
  const { name, attributes, children } = element;
  // What an editor notes for itself has a prefix (sodipodi:namedview) and draws nothing; but a prefix can be bound to SVG or HTML.
  if (!name.includes(':') && !DRAWS.has(name)) return `<${name}>`;
  for (const [key, value] of Object.entries(attributes)) {
    if (isForbidden(key, value)) return `${key}="${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  }
  if (name === 'style' && loads(element.text)) return '<style> url()';
  return children.map(forbiddenChild).find((each) => each !== undefined);
}

function forbiddenChild(node: XmlNode): string | undefined {
  if (node.type === 'element') return forbiddenIn(node as XmlElement);
  return words[node.type];
}

function isForbidden(key: string, value: string): boolean {
  const local = key.slice(key.indexOf(':') + 1).toLowerCase();
  if (local.startsWith('on') || key === 'xml:base') return true;
  if (key === 'xmlns') return value !== SVG;
  if (key.startsWith('xmlns:')) return value === SVG || value === 'http://www.w3.org/1999/xhtml';
  if (local === 'href' || local === 'src') return !value.trim().startsWith('#');
  return loads(value);
}

/** Does this text of CSS ask for anything outside? An escape may write any word. */
function loads(css: string): boolean {
  const outside = css.replaceAll(/url\(\s*["']?#[^)"']*["']?\s*\)/gi, '');
  return /url\(|@import|image-set|image\(|javascript:|expression\(|\\/i.test(outside);
}

function dataUrl(mediaType: string, bytes: Uint8Array): Logo {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${mediaType};base64,${btoa(binary)}`;
}
