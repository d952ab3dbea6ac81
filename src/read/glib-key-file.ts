import type { KeyFileEntry } from './key-file.ts';
import { type PlacedLine, placedLines } from './placed-lines.ts';

/*
 * Key files as GLib reads them (gkeyfile.c of 2.74), by which Evolution reads its sources: one bad line, and nothing of the file counts; groups of one name are one; of
 * a key the last line counts; white space goes in front of a value and not behind it.
 */

export interface GlibGroup {
  readonly name: string;
  /** Of the first line with this name. */
  readonly at: number;
  /** The last of each key. Values have their escapes undone. */
  readonly entries: ReadonlyMap<string, KeyFileEntry>;
}

export interface GlibKeyFile {
  readonly groups: ReadonlyMap<string, GlibGroup>;
  /** Lines at which GLib ends the reading. */
  readonly faults: readonly PlacedLine[];
}

/** Reads a whole file, also behind a fault. */
export function readGlibKeyFile(text: string): GlibKeyFile {
  const groups = new Map<string, GlibGroup & { entries: Map<string, KeyFileEntry> }>();
  const faults: PlacedLine[] = [];
  let group: (GlibGroup & { entries: Map<string, KeyFileEntry> }) | undefined;
  let first: typeof group;
  for (const { text: line, at: start } of placedLines(text)) {
    const begin = afterSpaces(line, 0);
    const at = start + begin;
    if (begin === line.length || line[begin] === '#') continue;
    const name = line[begin] === '[' ? GROUP.exec(line)?.[1] : undefined;
    if (name !== undefined) {
      group = groups.get(name) ?? { name, at, entries: new Map() };
      first ??= group;
      groups.set(name, group);
      if (NO_NAME.test(name)) faults.push({ text: line.slice(begin), at });
      continue;
    }
    const sign = line.indexOf('=', begin);
    const key = line.slice(begin, Math.max(sign, begin)).replace(SPACES_BEHIND, '');
    const valueAt = afterSpaces(line, sign + 1);
    const value = line.slice(valueAt);
    if (group === undefined || !KEY.test(key) || (group === first && key === 'Encoding' && !/^utf-8$/i.test(value)))
      faults.push({ text: line.slice(begin), at });
    else group.entries.set(key, { key, value: unescaped(value), at, valueAt: start + valueAt });
  }
  return { groups, faults };
}

/** The entry of a key. */
export function glibEntry({ groups }: GlibKeyFile, group: string, key: string): KeyFileEntry | undefined {
  return groups.get(group)?.entries.get(key);
}

/** What is on behind a group is white space, of two kinds. */
const GROUP = /^[ \t\f\r]*\[([^\]]*)\][ \t]*$/;
/** A name of a group has none of these, and something. */
const NO_NAME = /^$|[[\p{Cc}]/u;
/** The language of a translation may stand behind it. */
const KEY = /^[^ [\]=](?:[^[\]=]*[^ [\]=])?(?:\[[\p{L}\p{N}_.@-]+\])?$/u;
const SPACES_BEHIND = /[ \t\f\r]+$/;

/** ASCII's, but for the vertical tab (g_ascii_isspace). */
function afterSpaces(line: string, from: number): number {
  let at = from;
  while (at < line.length && ' \t\f\r'.includes(line.charAt(at))) at += 1;
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

/** An escape that there is not stays as it stands; a backslash at the end goes (seen with 2.74). */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\(.?)/gs, (found, letter: string) => (letter === '' ? '' : (ESCAPES[letter] ?? found)));
}
