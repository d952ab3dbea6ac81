import { type PlistValue, parse } from 'plist';
import { readXmlTree, type XmlElement, type XmlFault } from './xml-tree.ts';

/*
 * Apple's property lists in XML, as they stand: the values are what the plist library reads, the places and the types those of the elements. (The library makes no
 * difference between <integer> and <real>, and takes what is none of both.)
 */

/** The types of a property list, as Apple's schema calls them. */
export type PlistType = 'string' | 'integer' | 'real' | 'boolean' | 'date' | 'data' | 'array' | 'dictionary';

/** A value, and where it stands. */
export interface PlistNode {
  readonly type: PlistType;
  readonly value: PlistValue;
  /** Offset of its element. */
  readonly at: number;
  /** Of a dictionary; of a key that stands there twice, the last one, which is what the library reads. */
  readonly entries: ReadonlyMap<string, PlistEntry>;
  /** Of an array. */
  readonly items: readonly PlistNode[];
}

export interface PlistEntry {
  /** Offset of its key. */
  readonly at: number;
  readonly node: PlistNode;
}

export interface PropertyList {
  readonly kind: 'list';
  readonly root: PlistNode;
  /** Where offsets count. */
  readonly text: string;
  /** Keys that stand in one dictionary again, each where it does so the last time. */
  readonly repeated: readonly { readonly key: string; readonly at: number }[];
}

/** What makes a text no property list: a fault of XML, another root, or elements where none of the kind may stand. */
export interface PlistFault {
  readonly kind: 'fault';
  readonly what: XmlFault['what'] | 'other-root' | 'shape';
  readonly at: number;
  readonly detail: string;
}

/** The document type that Apple's tools write, under the name of today and the former one. */
const APPLE_DOCTYPE =
  /<!DOCTYPE\s+plist\s+(?:PUBLIC\s+"-\/\/Apple(?: Computer)?\/\/DTD PLIST 1\.0\/\/EN"|SYSTEM)\s+"(?:https?:\/\/www\.apple\.com|file:\/\/localhost\/System\/Library)\/DTDs\/PropertyList(?:-1\.0)?\.dtd"\s*>/;

/** Reads a property list in XML. Of document types only Apple's own is taken. */
export function readPropertyList(text: string): PropertyList | PlistFault {
  const xml = readXmlTree(text, [APPLE_DOCTYPE]);
  if (xml.kind === 'fault') return xml;
  try {
    return listOf(xml.root, xml.text);
  } catch (error) {
    if (error instanceof ShapeFault) return { kind: 'fault', what: error.what, at: error.at, detail: error.message };
    // What the library alone refuses.
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    return { kind: 'fault', what: 'shape', at: xml.root.at, detail };
  }
}

/** What no property list has, in the words of its elements. */
class ShapeFault extends Error {
  readonly what: 'other-root' | 'shape';
  readonly at: number;

  constructor(detail: string, { at }: Pick<XmlElement, 'at'>, what: ShapeFault['what'] = 'shape') {
    super(detail);
    this.what = what;
    this.at = at;
  }
}

function listOf(root: XmlElement, text: string): PropertyList {
  if (root.name !== 'plist') throw new ShapeFault(`<${root.name}>`, root, 'other-root');
  const [top, second] = root.children;
  if (top === undefined) throw new ShapeFault('<plist/>', root);
  if (second !== undefined) throw new ShapeFault(`<${second.name}>`, second);
  refuseText(root);
  refuse(top);
  const repeated: { key: string; at: number }[] = [];
  return { kind: 'list', root: nodeOf(top, parse(text), repeated), text, repeated };
}

const types: Readonly<Record<string, PlistType>> = {
  string: 'string',
  integer: 'integer',
  real: 'real',
  true: 'boolean',
  false: 'boolean',
  date: 'date',
  data: 'data',
  array: 'array',
  dict: 'dictionary',
};

/** The texts that a value of each type has; the library would make something of others too. */
const forms: Readonly<Partial<Record<PlistType, RegExp>>> = {
  integer: /^[-+]?\d{1,20}$/,
  real: /^[-+]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,3})?$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  data: /^[A-Za-z\d+/]*={0,2}$/,
  boolean: /^$/,
};

/** @throws ShapeFault where it, or what is in it, is no value of a property list */
function refuse(element: XmlElement): void {
  const { name, children, text, comments } = element;
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) throw new ShapeFault(`<${name}>`, element);
  if (type === 'array' || type === 'dictionary') {
    refuseText(element);
    if (type === 'array') children.forEach(refuse);
    else refusePairs(element);
    return;
  }
  const [child] = children;
  if (child !== undefined) throw new ShapeFault(`<${child.name}> in <${name}>`, child);
  // The library takes the comment for the value.
  if (comments > 0 && type !== 'string') throw new ShapeFault(`<!-- in <${name}>`, element);
  // Base64 may be broken into lines.
  const bare = type === 'data' ? text.replace(/\s+/g, '') : text.trim();
  if (forms[type]?.test(bare) === false || (type === 'date' && Number.isNaN(Date.parse(bare))))
    throw new ShapeFault(`<${name}>${bare.slice(0, 40)}`, element);
}

function refusePairs({ children }: XmlElement): void {
  for (const [index, child] of children.entries()) {
    if (index % 2 === 1) {
      refuse(child);
      continue;
    }
    if (child.name !== 'key') throw new ShapeFault(`<${child.name}> without <key>`, child);
    if (child.children.length > 0 || child.comments > 0) throw new ShapeFault('<key> is no text', child);
    const next = children[index + 1];
    if (next === undefined || next.name === 'key')
      throw new ShapeFault(`<key>${child.text.slice(0, 60)} without value`, child);
  }
}

function refuseText(element: XmlElement): void {
  const text = element.text.trim();
  if (text !== '') throw new ShapeFault(text.slice(0, 40), element);
}

/** An element that was found right, with the value that the library has read there. */
function nodeOf(element: XmlElement, value: PlistValue, repeated: { key: string; at: number }[]): PlistNode {
  // It was found right.
  const type = types[element.name] as PlistType;
  const node = { type, value, at: element.at, entries: NONE, items: [] };
  if (type === 'array') {
    const values = value as PlistValue[];
    return { ...node, items: element.children.map((child, index) => nodeOf(child, values[index] ?? null, repeated)) };
  }
  if (type !== 'dictionary') return node;
  // Dictionaries of the library are objects.
  const members = value as Readonly<Record<string, PlistValue>>;
  const last = new Map<string, number>();
  for (const [index, { name, text, at }] of element.children.entries()) {
    if (name !== 'key' || index % 2 === 1) continue;
    if (last.has(text)) repeated.push({ key: text, at });
    last.set(text, index);
  }
  const entries = new Map<string, PlistEntry>();
  for (const [key, index] of last) {
    const [{ at }, child] = [element.children[index], element.children[index + 1]] as [XmlElement, XmlElement];
    entries.set(key, { at, node: nodeOf(child, members[key] ?? null, repeated) });
  }
  return { ...node, entries };
}

const NONE: ReadonlyMap<string, PlistEntry> = new Map();

/** The value of a key, where it is a text. */
export function textAt(node: PlistNode, key: string): string | undefined {
  const value = node.entries.get(key)?.node.value;
  return typeof value === 'string' ? value : undefined;
}

/** The node under keys of dictionaries and numbers of arrays. */
export function nodeAt(node: PlistNode, path: readonly (string | number)[]): PlistNode | undefined {
  let found: PlistNode | undefined = node;
  for (const step of path) found = typeof step === 'number' ? found?.items[step] : found?.entries.get(step)?.node;
  return found;
}
