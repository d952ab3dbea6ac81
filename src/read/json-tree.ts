import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { beyondLimit } from './beyond-limit.ts';

/** A value of a JSON text, and where it stands. */
export interface JsonNode {
  readonly value: JsonValue;
  readonly at: number;
  /** Of an object. */
  readonly entries: ReadonlyMap<string, JsonEntry>;
  /** Of an array. */
  readonly items: readonly JsonNode[];
}

export interface JsonEntry {
  /** Offset of its name. */
  readonly at: number;
  readonly node: JsonNode;
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What makes a text no JSON. */
export interface JsonFault {
  readonly kind: 'fault';
  readonly what: 'malformed' | 'duplicate';
  readonly at: number;
  /** The name, or what the parser says of it, in English. */
  readonly detail: string;
}

export interface JsonDocument {
  readonly kind: 'document';
  readonly root: JsonNode;
}

const LIMIT = { levels: 24, marks: 20_000 } as const;

/**
 * Reads a JSON text with the place of each value. The engine says whether it is JSON (RFC 8259); YAML 1.2, of which JSON is a part, says where everything stands, and which
 * name stands twice in an object, of which programs take now the first and now the last.
 * @throws InputError where it has more levels or values than we read
 */
export function readJsonTree(text: string): JsonDocument | JsonFault {
  refuseCrowded(text);
  try {
    JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    const at = Number(/\bposition (\d+)/.exec(detail)?.[1] ?? text.trimEnd().length);
    return { kind: 'fault', what: 'malformed', at, detail: detail.replace(/ \(line \d+ column \d+\)$/, '') };
  }
  // The library holds each name against each other one.
  const options = { schema: 'json', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
  const { errors, contents } = parseDocument(text, options);
  const [error] = errors;
  if (error !== undefined || contents === null)
    return { kind: 'fault', what: 'malformed', at: error?.pos[0] ?? 0, detail: error?.message ?? '' };
  const repeated: { name: string; at: number }[] = [];
  const root = nodeOf(contents, repeated);
  const [first] = repeated;
  if (first !== undefined) return { kind: 'fault', what: 'duplicate', at: first.at, detail: first.name.slice(0, 60) };
  return { kind: 'document', root };
}

/** @throws InputError where it goes deeper than any configuration does, or has more in it */
function refuseCrowded(text: string): void {
  let [level, marks] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{},]/gs)) {
    if (mark.startsWith('"')) continue;
    marks += 1;
    if (mark === '[' || mark === '{') level += 1;
    else if (mark !== ',') level -= 1;
    if (level > LIMIT.levels) throw beyondLimit('levels', LIMIT.levels, { text, at: index });
    if (marks > LIMIT.marks) throw beyondLimit('values', LIMIT.marks, { text, at: index });
  }
}

function nodeOf(node: Node, repeated: { name: string; at: number }[]): JsonNode {
  const at = node.range?.[0] ?? 0;
  if (isMap<Node, Node | null>(node)) {
    const entries = new Map<string, JsonEntry>();
    for (const { key, value } of node.items) {
      const entry = { at: key.range?.[0] ?? at, node: nodeOf(value ?? key, repeated) };
      const name = isScalar(key) ? String(key.value) : '';
      if (entries.has(name)) repeated.push({ name, at: entry.at });
      entries.set(name, entry);
    }
    const members = Array.from(entries, ([name, { node: each }]) => [name, each.value] as const);
    return { value: Object.fromEntries(members), at, entries, items: [] };
  }
  if (isSeq<Node>(node)) {
    const items = node.items.map((each) => nodeOf(each, repeated));
    return { value: items.map(({ value }) => value), at, entries: NONE, items };
  }
  // The text is JSON: what is neither an object nor an array is one of these.
  return { value: isScalar(node) ? (node.value as JsonValue) : null, at, entries: NONE, items: [] };
}

const NONE: ReadonlyMap<string, JsonEntry> = new Map();
