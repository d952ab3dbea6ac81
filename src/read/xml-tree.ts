import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beyondLimit } from './beyond-limit.ts';

/** An element of an XML file, and where it stands. */
export interface XmlElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own characters, white space and all, without those of its children and of comments. */
  readonly text: string;
  /** Its characters outside of CDATA sections, cut where such a section, a comment, a child or an instruction stands: one more than there are of these. */
  readonly runs: readonly string[];
  /** How many comments stand between its characters. */
  readonly comments: number;
  /** Offset of its `<` in the text, whose line breaks are LF alone. */
  readonly at: number;
}

/** What makes a text no XML, or none that we read. */
export interface XmlFault {
  readonly kind: 'fault';
  readonly what: 'malformed' | 'doctype' | 'character' | 'entity' | 'two-roots';
  readonly at: number;
  /** The name, the character or what the parser says of it, in English. */
  readonly detail: string;
}

/** An XML file that can be read. */
export interface XmlDocument {
  readonly kind: 'document';
  readonly root: XmlElement;
  /** Its characters, with LF for every line break (XML 1.0 §2.11): offsets count in it. */
  readonly text: string;
  /** It says in which encoding it is. */
  readonly declaration: { readonly encoding: string | undefined } | undefined;
}

export const XML_LIMIT = { levels: 24, elements: 50_000, references: 100_000 } as const;

/**
 * Reads a whole XML document with the place of each element. Document types are refused, with all that they could bring (entities, files, the network), but those that the caller
 * names whole; references are the five of XML and numbers. Time and memory grow with the length alone.
 * (fast-xml-parser takes what XML does not allow, such as two roots and undeclared entities: those are looked for here.)
 * @param allowed document types that may stand there, to the letter
 * @throws InputError where it has more levels or elements than we read
 */
export function readXmlTree(given: string, allowed: readonly RegExp[] = []): XmlDocument | XmlFault {
  const text = given.replace(/\r\n?/g, '\n');
  const fault = markupFault(text, allowed);
  if (fault !== undefined) return fault;
  let nodes: readonly Node[];
  try {
    nodes = parser.parse(text) as readonly Node[];
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    return { kind: 'fault', what: 'malformed', at: 0, detail };
  }
  const found = { declaration: undefined as XmlDocument['declaration'], roots: [] as XmlElement[] };
  for (const node of nodes) {
    const name = nameOf(node);
    if (name === '?xml') found.declaration = { encoding: node[':@']?.encoding };
    else if (!name.startsWith('#') && !name.startsWith('?')) found.roots.push(elementOf(node, name));
    else if (name === '#text' && String(node[name]).trim() !== '')
      return { kind: 'fault', what: 'malformed', at: 0, detail: 'text outside of the root element' };
  }
  const [root, second] = found.roots;
  if (root === undefined) return { kind: 'fault', what: 'malformed', at: 0, detail: 'no element' };
  if (second !== undefined) return { kind: 'fault', what: 'two-roots', at: second.at, detail: second.name };
  return { kind: 'document', root, text, declaration: found.declaration };
}

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Numeric references too; names that XML has not are found before.
  htmlEntities: true,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  maxNestedTags: XML_LIMIT.levels,
  processEntities: { enabled: true, maxTotalExpansions: XML_LIMIT.references, maxExpandedLength: 2_000_000 },
});

/** The members of a node in the order of the file: its name with its children or its text, and under `:@` its attributes. */
interface Node {
  readonly ':@'?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/** The symbol under which the parser keeps offsets; its typings have the object of that name. */
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

function nameOf(node: Node): string {
  for (const name in node) if (name !== ':@') return name;
  return '';
}

function elementOf(node: Node, name: string): XmlElement {
  const children: XmlElement[] = [];
  const runs = [''];
  let text = '';
  let comments = 0;
  // Nodes of an element, as the parser has them.
  for (const child of node[name] as readonly Node[]) {
    const its = nameOf(child);
    if (its === '#text') {
      text += String(child[its]);
      runs.push(`${runs.pop() ?? ''}${String(child[its])}`);
      continue;
    }
    runs.push('');
    if (its === '#cdata') for (const part of child[its] as readonly Node[]) text += String(part['#text'] ?? '');
    else if (its === '#comment') comments += 1;
    else if (!its.startsWith('?')) children.push(elementOf(child, its));
  }
  // What the option `captureMetaData` adds.
  const { startIndex: at } = Reflect.get(node, META) as { readonly startIndex: number };
  return { name, attributes: node[':@'] ?? NONE, children, text, runs, comments, at };
}

const NONE = Object.freeze({});

const NO_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** What XML 1.0 has no place for, in the order of the file. */
function markupFault(text: string, allowed: readonly RegExp[]): XmlFault | undefined {
  const fault = (what: XmlFault['what'], at: number, detail: string): XmlFault => ({ kind: 'fault', what, at, detail });
  const character = NO_CHARACTER.exec(text);
  if (character !== null) {
    const code = (character[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return fault('character', character.index, `U+${code}`);
  }
  const declaration = foreignDeclaration(text, allowed);
  if (declaration !== undefined) return fault('doctype', declaration.index, declaration[0]);
  const crowded = nthIndex(text, '<', XML_LIMIT.elements * 2);
  if (crowded !== undefined) throw beyondLimit('elements', XML_LIMIT.elements, { text, at: crowded });
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    const { line, col, msg } = checked.err;
    return fault(msg.startsWith('Multiple possible root') ? 'two-roots' : 'malformed', offsetOf(text, line, col), msg);
  }
  if (text.startsWith('<?xml') && !DECLARATION.test(text)) return fault('malformed', 0, 'the XML declaration');
  return looseFault(text, fault);
}

/** The first declaration that is none of the allowed ones, of which one may stand there, and once. What looks like one in a comment or in CDATA is text. */
function foreignDeclaration(text: string, allowed: readonly RegExp[]): RegExpExecArray | undefined {
  let taken = false;
  for (const found of text.matchAll(/<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<![A-Za-z]*/gs)) {
    if (found[0].startsWith('<!--') || found[0].startsWith('<![CDATA[')) continue;
    if (taken || !allowed.some((each) => matchesAt(each, text, found.index))) return found;
    taken = true;
  }
  return undefined;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  return new RegExp(pattern.source, 'y').test(text.slice(at, at + 300));
}

/** What the parser and its validator take and XML 1.0 does not, such as references to entities that nothing declares. */
function looseFault(text: string, fault: (what: XmlFault['what'], at: number, detail: string) => XmlFault) {
  let level = 0;
  let references = 0;
  const count = (at: number) => {
    references += 1;
    if (references > XML_LIMIT.references) throw beyondLimit('references', XML_LIMIT.references, { text, at });
  };
  // What begins is closed: the validator has seen to that.
  for (const { 0: found, index } of text.matchAll(TOKENS)) {
    if (found.startsWith('<!--')) {
      if (/--(?!>$)|--->$/.test(found.slice(4))) return fault('malformed', index, '“--” in a comment');
    } else if (found.startsWith('</')) level -= 1;
    else if (found === ']]>') return fault('malformed', index, '“]]>” outside of a CDATA section');
    else if (found.startsWith('&')) {
      if (!isReference(found)) return fault('entity', index, found);
      count(index);
    } else if (/^<[^!?]/.test(found)) {
      if (!found.endsWith('/>')) level += 1;
      if (level > XML_LIMIT.levels) throw beyondLimit('levels', XML_LIMIT.levels, { text, at: index });
      if (found.includes('<', 1)) return fault('malformed', index, '“<” in an attribute');
      for (const { 0: reference, index: at } of found.matchAll(REFERENCE)) {
        if (!isReference(reference)) return fault('entity', index + at, reference);
        count(index + at);
      }
    }
  }
  return undefined;
}

/** XML 1.0 §2.8. */
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

const TOKENS =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^!?"'>][^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>|&[^;\s<&]{0,40};?|\]\]>/gs;
const REFERENCE = /&[^;\s<&]{0,40};?/g;

/** One of the five of XML, or a number of a character that XML has (XML 1.0 §4.1, §4.6). */
function isReference(found: string): boolean {
  const [, name, decimal, hexadecimal] =
    /^&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));$/.exec(found) ?? [];
  if (name !== undefined) return true;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10_ffff && !NO_CHARACTER.test(String.fromCodePoint(code));
}

/** Where a character stands for the time after so many; `undefined`: it does not. */
function nthIndex(text: string, character: string, most: number): number | undefined {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf(character, at + 1);
    if (at < 0) return undefined;
  }
  return at;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + Math.max(0, column - 1);
}

/** The children of this name, in the order of the file. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}
