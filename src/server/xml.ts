/*
 * Reads the small XML documents that strangers send: well-formed ones without a DTD, and so without entities of their own. What could keep a reader busy,
 * make it look elsewhere or be read in two ways is refused. (A general parser took ten times as long, most of it to set up what nobody wants here, and let
 * unclosed tags and characters that XML has not pass.)
 */

/** An element. */
export interface Element {
  /** Without its prefix, in lower case. */
  readonly name: string;
  readonly children: readonly Element[];
  /** Its own, that of its children not included. */
  readonly text: string;
}

/** More markup than any client sends, and deeper. */
const LIMIT = { markup: 100, depth: 20 } as const;
/** Longer than any tag that a client sends, namespaces included. */
const LONGEST_TAG = 1000;

/** The root of a document; `undefined` where the text is none, or one that no client would send. */
export function readXml(text: string): Element | undefined {
  if (NO_CHARACTER.test(text)) return undefined;
  const document: Open = { name: '', tag: '', children: [], text: '' };
  const open = [document];
  let parent = document;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let markup = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next < 0 ? text.length : next);
    const expanded = words.includes(']]>') ? undefined : expand(words);
    if (expanded === undefined || (parent === document && words.trim() !== '')) return undefined;
    parent.text += expanded;
    if (next < 0) break;
    const piece = pieceAt(text, next);
    if (piece === undefined || ++markup > LIMIT.markup) return undefined;
    at = piece.end;
    if (piece.start !== undefined) {
      const { tag, closed } = piece.start;
      const child: Open = { name: tag.slice(tag.lastIndexOf(':') + 1).toLowerCase(), tag, children: [], text: '' };
      parent.children.push(child);
      if (open.length > LIMIT.depth) return undefined;
      if (!closed) open.push(child);
    } else if (piece.close !== undefined) {
      if (parent === document || open.pop()?.tag !== piece.close) return undefined;
    } else if (piece.literal !== undefined) {
      if (parent === document) return undefined;
      parent.text += piece.literal;
    }
    parent = open.at(-1) ?? document;
  }
  const [root, ...others] = document.children;
  return parent === document && others.length === 0 ? root : undefined;
}

interface Open extends Element {
  /** Its name as it stands there. */
  readonly tag: string;
  readonly children: Open[];
  text: string;
}

/** A comment or an instruction has nothing but its end. */
interface Piece {
  readonly end: number;
  readonly start?: { readonly tag: string; readonly closed: boolean };
  readonly close?: string;
  readonly literal?: string;
}

/** Characters that XML 1.0 has not (production 2 [Char]); a decoder lets no half of a pair pass. */
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const NAME = String.raw`[\p{L}_:][\p{L}\p{M}\p{N}_:.\u00b7-]*`;
const ATTRIBUTE = String.raw`\s+(${NAME})\s*=\s*("[^<"]*"|'[^<']*')`;

const START = new RegExp(String.raw`<(${NAME})((?:${ATTRIBUTE})*)\s*(/?)>`, 'uy');
const END = new RegExp(String.raw`</(${NAME})\s*>`, 'uy');
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const INSTRUCTION = new RegExp(String.raw`<\?(${NAME})(?:\s[\s\S]*?)?\?>`, 'uy');
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu');

/** The markup that begins here; `undefined` for a declaration of any kind, and for what is none. */
function pieceAt(text: string, at: number): Piece | undefined {
  const found = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const second = text[at + 1];
  if (second === '/') {
    const match = found(END);
    return match === null ? undefined : { end: END.lastIndex, close: match[1] ?? '' };
  }
  if (second === '!') {
    if (found(COMMENT) !== null) return { end: COMMENT.lastIndex };
    const match = found(CDATA);
    return match === null ? undefined : { end: CDATA.lastIndex, literal: match[1] ?? '' };
  }
  if (second === '?') {
    const match = found(INSTRUCTION);
    // The declaration of XML stands at the beginning or nowhere (production 17 [PITarget]).
    const misplaced = match?.[1]?.toLowerCase() === 'xml' && text.slice(0, at).replace('\ufeff', '') !== '';
    return match === null || misplaced ? undefined : { end: INSTRUCTION.lastIndex };
  }
  const match = found(START);
  const [whole = '', tag = '', attributes = ''] = match ?? [];
  if (match === null || whole.length >= LONGEST_TAG || !wellFormed(attributes)) return undefined;
  return { end: START.lastIndex, start: { tag, closed: whole.endsWith('/>') } };
}

/** No attribute is given twice, and none has an entity that is not there. Their values are of no interest. */
function wellFormed(attributes: string): boolean {
  const all = [...attributes.matchAll(ATTRIBUTES)];
  const names = new Set(all.map(([, name]) => name));
  return names.size === all.length && all.every(([, , value = '']) => expand(value) !== undefined);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g;

/** A text with its references replaced; `undefined` where one refers to nothing, or to what is no character. */
function expand(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (text.replace(REFERENCE, '').includes('&')) return undefined;
  const expanded = text.replace(REFERENCE, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const none = code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
    return none ? '\0' : String.fromCodePoint(code);
  });
  return NO_CHARACTER.test(expanded) ? undefined : expanded;
}
