import { type PlacedLine, placedLines } from './placed-lines.ts';

/*
 * Files of groups in brackets and lines `key=value`, as go-ini (accounts.conf of aerc) reads them. Nothing is put
 * right: repeated groups and keys stay, escapes too.
 */

export interface KeyFileEntry {
  readonly key: string;
  /** Without white space around it. */
  readonly value: string;
  /** Offsets of the key and of the value. */
  readonly at: number;
  readonly valueAt: number;
}

export interface KeyFileGroup {
  /** What stands in the brackets. */
  readonly name: string;
  readonly at: number;
  readonly entries: readonly KeyFileEntry[];
  /** The last of each key. */
  readonly values: ReadonlyMap<string, KeyFileEntry>;
}

export interface KeyFile {
  readonly groups: readonly KeyFileGroup[];
  /** Keys above the first group. */
  readonly above: readonly KeyFileEntry[];
  /** Lines that are neither comment nor group nor key. */
  readonly stray: readonly PlacedLine[];
}

/** Reads a whole file. */
export function readKeyFile(text: string): KeyFile {
  const groups: (KeyFileGroup & { entries: KeyFileEntry[]; values: Map<string, KeyFileEntry> })[] = [];
  const above: KeyFileEntry[] = [];
  const stray: PlacedLine[] = [];
  for (const line of placedLines(text)) {
    const trimmed = line.text.trim();
    if (trimmed === '' || '#;'.includes(trimmed.charAt(0))) continue;
    const begin = line.at + line.text.length - line.text.trimStart().length;
    if (trimmed.startsWith('[')) {
      if (trimmed.endsWith(']')) groups.push({ name: trimmed.slice(1, -1), at: begin, entries: [], values: new Map() });
      else stray.push({ text: trimmed, at: begin });
      continue;
    }
    const sign = trimmed.indexOf('=');
    if (sign < 1) {
      stray.push({ text: trimmed, at: begin });
      continue;
    }
    const rest = trimmed.slice(sign + 1);
    const value = rest.trim();
    const valueAt = begin + sign + 1 + rest.length - rest.trimStart().length;
    const entry = { key: trimmed.slice(0, sign).trim(), value, at: begin, valueAt };
    const group = groups.at(-1);
    (group?.entries ?? above).push(entry);
    group?.values.set(entry.key, entry);
  }
  return { groups, above, stray };
}

/** The last of this key in a group, which is what programs take. */
export function lastEntry(group: KeyFileGroup | undefined, key: string): KeyFileEntry | undefined {
  return group?.values.get(key);
}
