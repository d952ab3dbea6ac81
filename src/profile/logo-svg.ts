import { parseXml, XmlDeclaration, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import { type Problem, problem } from '../errors.ts';
import { strayIn } from './svg-css.ts';
import { drawnBy } from './svg-drawn.ts';

/**
 * An SVG that shows itself and does nothing else. In an `<img>` no script of it runs and nothing is loaded (SVG Integration §3.3, secure static mode); somebody may
 * open the picture by itself all the same.
 * @returns why these bytes are none that a page may show. @param file its name, for the message
 */
export function svgFault(bytes: Uint8Array, file: string): Problem | undefined {
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
  if (found !== undefined) return problem('logo.forbidden', { value: file, found });
  return drawnBy(root, MOST_DRAWN) > MOST_DRAWN ? problem('logo.copies', { value: file, most: MOST_DRAWN }) : undefined;
}

/** Far more elements than a logo draws; a file that refers to itself again and again draws any number of them. */
const MOST_DRAWN = 20_000;
/** Elements inside each other. */
const MOST_LEVELS = 100;

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
function forbiddenIn(element: XmlElement, level = 1): string | undefined {
  const { name, attributes, children } = element;
  // What an editor notes for itself has a prefix (sodipodi:namedview) and draws nothing; but a prefix can be bound to SVG or HTML.
  if ((!name.includes(':') && !DRAWS.has(name)) || level > MOST_LEVELS) return `<${name}>`;
  for (const [key, value] of Object.entries(attributes)) {
    if (isForbidden(key, value)) return `${key}="${short(value)}"`;
  }
  const stray = name === 'style' ? strayIn(element.text) : undefined;
  if (stray !== undefined) return `<style> ${short(stray)}`;
  return children.map((each) => forbiddenChild(each, level)).find((each) => each !== undefined);
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function forbiddenChild(node: XmlNode, level: number): string | undefined {
  if (node.type === 'element') return forbiddenIn(node as XmlElement, level + 1);
  return words[node.type];
}

/** Attributes that are read by people or by an editor, and by nothing that draws. */
const SPOKEN = /^(?:id|class|lang|xml:lang|xml:space|(?:aria|data)-[\w-]+)$/;

function isForbidden(key: string, value: string): boolean {
  const local = key.slice(key.indexOf(':') + 1).toLowerCase();
  if (local.startsWith('on') || key === 'xml:base') return true;
  if (key === 'xmlns') return value !== SVG;
  if (key.startsWith('xmlns:')) return value === SVG || value === 'http://www.w3.org/1999/xhtml';
  if (local === 'href' || local === 'src') return !value.trim().startsWith('#');
  // What has a prefix is an editor's.
  return !SPOKEN.test(key) && !key.includes(':') && strayIn(value) !== undefined;
}
