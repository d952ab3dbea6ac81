import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/** An element. */
export interface Element {
  /** Without its prefix, in lower case. */
  readonly name: string;
  readonly children: readonly Element[];
  /** Its own, that of its children not included. */
  readonly text: string;
}

/** More markup than any client sends. It bounds the depth too, for the parser goes down by calling itself. */
const MARKUP_LIMIT = 60;

/** A declaration: a document type, with which entities would come, or a part of one. Comments and CDATA begin alike. */
const DECLARATION = /<!(?!--|\[CDATA\[)/;

/**
 * As XML wants them read (XML 1.0 §2.11), before the parser does it: that copies the text once for each of them (parse-xml 5.0.0, `normalizeLineBreaks`), so that
 * 64 kB of them took half a second.
 */
const LINE_BREAK = /\r\n?/g;

/**
 * Reads a small XML document that a stranger sent: the root of a well-formed one without a DTD; `undefined` for everything else. What could keep a parser
 * busy or make it look elsewhere is refused before one sees it.
 *
 * (@rgrove/parse-xml holds documents to XML 1.0 and takes 4 µs for a request of Outlook; fast-xml-parser takes 40 µs with its numeric references, and lets
 * unclosed tags and characters that XML has not pass.)
 */
export function readXml(text: string): Element | undefined {
  if (DECLARATION.test(text) || text.split('<', MARKUP_LIMIT + 2).length > MARKUP_LIMIT + 1) return undefined;
  try {
    const { root } = parseXml(text.replace(LINE_BREAK, '\n'));
    return root === null ? undefined : elementOf(root);
  } catch {
    return undefined;
  }
}

function elementOf({ name, children }: XmlElement): Element {
  let text = '';
  const elements: Element[] = [];
  for (const child of children) {
    if (child instanceof XmlText) text += child.text;
    else if (child instanceof XmlElement) elements.push(elementOf(child));
  }
  return { name: name.slice(name.lastIndexOf(':') + 1).toLowerCase(), children: elements, text };
}

const encodings = {
  utf8: new TextDecoder('utf-8', { fatal: true }),
  utf16le: new TextDecoder('utf-16le', { fatal: true }),
  utf16be: new TextDecoder('utf-16be', { fatal: true }),
} as const;

/**
 * The text of an XML document: UTF-8 or UTF-16, told by its first bytes (XML 1.0 appendix F). What a header or the document itself says of its
 * encoding is not asked: it is wrong as often as the bytes are right. `undefined` where the bytes are neither.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  try {
    return encodings[little ? 'utf16le' : big ? 'utf16be' : 'utf8'].decode(bytes);
  } catch {
    return undefined;
  }
}
