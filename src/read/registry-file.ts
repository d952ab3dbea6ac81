import type { Content } from './content.ts';

/*
 * A registry file of Windows (`.reg`) as it stands: every key and value with its place, and nothing put right.
 * (Its syntax as regedit exports it; `formats` of both headers, Microsoft KB 310516.)
 */

/** What a value becomes. */
export type RegistryKind = 'string' | 'expandable' | 'dword' | 'binary' | 'deleted';

export interface RegistryEntry {
  /** `''` for the default value of a key. */
  readonly name: string;
  readonly at: number;
  readonly kind: RegistryKind;
  /** Of a string, with its escapes undone; of a number, its digits. */
  readonly text: string;
  readonly textAt: number;
  /** Of binary data. */
  readonly bytes?: Uint8Array;
  /** A backslash stands alone in it, which is neither `\\` nor `\"`. */
  readonly loneBackslash: boolean;
}

export interface RegistryKey {
  /** `HKEY_CURRENT_USER\Software\…`, as it is written. */
  readonly path: string;
  readonly at: number;
  /** `[-…]`: the key goes, with all that is in it. */
  readonly deleted: boolean;
  readonly entries: readonly RegistryEntry[];
}

export interface RegistryFileText {
  /** Its first line, where it is one of the two. */
  readonly header: '5.00' | 'REGEDIT4' | undefined;
  readonly keys: readonly RegistryKey[];
  /** Lines that say nothing. */
  readonly faults: readonly { readonly at: number; readonly line: string }[];
}

const HEADERS: Readonly<Record<string, RegistryFileText['header']>> = {
  'Windows Registry Editor Version 5.00': '5.00',
  REGEDIT4: 'REGEDIT4',
};

/** Finds the keys and values, in the time of one way through the text. */
export function readRegistryText({ text = '' }: Pick<Content, 'text'>): RegistryFileText {
  const keys: (RegistryKey & { readonly entries: RegistryEntry[] })[] = [];
  const faults: { at: number; line: string }[] = [];
  const [first, ...rest] = linesOf(text);
  const header = HEADERS[first?.text.trimEnd() ?? ''];
  const wide = header !== 'REGEDIT4';
  for (const { text: line, at } of joined(header === undefined ? linesOf(text) : rest)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith(';')) continue;
    const key = keyIn(trimmed, at);
    const entry = key === undefined && keys.length > 0 ? entryIn(line, at, wide) : undefined;
    if (key !== undefined) keys.push({ ...key, entries: [] });
    else if (entry !== undefined) keys.at(-1)?.entries.push(entry);
    else faults.push({ at, line: trimmed.slice(0, 80) });
  }
  return { header, keys, faults };
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, index), at: start });
    start = index + end.length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), at: start });
  return lines;
}

/** Bytes may go on in the next line, behind a backslash. */
function* joined(lines: readonly Line[]): Generator<Line> {
  for (let index = 0; index < lines.length; index += 1) {
    const { at, text = '' } = lines[index] ?? { at: 0 };
    const parts = [text];
    if (/=\s*hex/i.test(text.slice(0, 20_000)))
      while (parts.at(-1)?.trimEnd().endsWith('\\') && index + 1 < lines.length) {
        parts.push(parts.pop()?.trimEnd().slice(0, -1) ?? '');
        index += 1;
        parts.push(lines[index]?.text.trim() ?? '');
      }
    yield { at, text: parts.join('') };
  }
}

function keyIn(line: string, at: number): Omit<RegistryKey, 'entries'> | undefined {
  if (!line.startsWith('[') || !line.endsWith(']')) return undefined;
  const deleted = line[1] === '-';
  const path = line.slice(deleted ? 2 : 1, -1);
  return path === '' ? undefined : { path, at, deleted };
}

function entryIn(line: string, start: number, wide: boolean): RegistryEntry | undefined {
  const indent = line.length - line.trimStart().length;
  const at = start + indent;
  const name = line[indent] === '@' ? { text: '', end: indent + 1, lone: false } : quoted(line, indent);
  if (name === undefined) return undefined;
  const equals = skipSpace(line, name.end);
  if (line[equals] !== '=') return undefined;
  const from = skipSpace(line, equals + 1);
  const entry = { name: name.text, at, textAt: start + from, loneBackslash: name.lone };
  const string = quoted(line, from);
  if (string !== undefined) {
    if (line.slice(string.end).trim() !== '') return undefined;
    return { ...entry, kind: 'string', text: string.text, loneBackslash: name.lone || string.lone };
  }
  const data = line.slice(from).trim();
  if (data === '-') return { ...entry, kind: 'deleted', text: '' };
  const [, dword] = /^dword:([\da-f]{1,8})$/i.exec(data) ?? [];
  if (dword !== undefined) return { ...entry, kind: 'dword', text: dword };
  return bytesIn(data, entry, wide);
}

/** `hex:…`, or `hex(2):…`, whose bytes are a text where the type is one. */
function bytesIn(data: string, entry: Omit<RegistryEntry, 'kind' | 'text'>, wide: boolean): RegistryEntry | undefined {
  const [head = '', type = '3'] = /^hex(?:\(([\da-f]{1,8})\))?:/i.exec(data) ?? [];
  const list = data.slice(head.length).replace(/\s+/g, '');
  const pairs = list === '' ? [] : list.replace(/,$/, '').split(',');
  if (head === '' || pairs.some((pair) => !/^[\da-f]{1,2}$/i.test(pair))) return undefined;
  const number = Number.parseInt(type, 16);
  const bytes = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
  if (number !== 1 && number !== 2) return { ...entry, kind: 'binary', text: '', bytes };
  const text = new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(bytes).replace(/\0+$/, '');
  return { ...entry, kind: number === 1 ? 'string' : 'expandable', text };
}

/** What stands between quotes, with `\\` and `\"` undone, and where it ends; `undefined` where no quote begins or ends it. */
function quoted(line: string, from: number): { text: string; end: number; lone: boolean } | undefined {
  if (line[from] !== '"') return undefined;
  const parts: string[] = [];
  let lone = false;
  let start = from + 1;
  for (let at = start; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"') return { text: `${parts.join('')}${line.slice(start, at)}`, end: at + 1, lone };
    if (character !== '\\') continue;
    const next = line[at + 1];
    if (next === '\\' || next === '"') {
      parts.push(line.slice(start, at));
      start = at + 1;
      at += 1;
    } else lone = true;
  }
  return undefined;
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}
