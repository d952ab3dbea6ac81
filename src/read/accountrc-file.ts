import type { KeyFileEntry } from './key-file.ts';
import { type PlacedLine, placedLines } from './placed-lines.ts';

/*
 * An accountrc of Claws Mail, line by line as prefs_gtk.c has it: a key begins its line and ends at the `=`, without white space on either side; its value is all that
 * follows, white space too; letter case of keys counts for nothing; every line that begins with a bracket ends the group above.
 */

export interface AccountrcGroup {
  /** Its whole line, which a bracket begins and not always ends. */
  readonly line: string;
  readonly at: number;
  /** All of them, in the order of the file; keys in small letters. */
  readonly entries: readonly KeyFileEntry[];
  /** The last of each key. */
  readonly values: ReadonlyMap<string, KeyFileEntry>;
}

export interface Accountrc {
  readonly groups: readonly AccountrcGroup[];
  /** Lines that are neither comment nor group nor key. */
  readonly stray: readonly PlacedLine[];
}

/** Reads a whole file. */
export function readAccountrc(text: string): Accountrc {
  const groups: (AccountrcGroup & { entries: KeyFileEntry[]; values: Map<string, KeyFileEntry> })[] = [];
  const stray: PlacedLine[] = [];
  for (const line of placedLines(text)) {
    const { text: all, at } = line;
    const group = groups.at(-1);
    if (all.startsWith('[')) groups.push({ line: all, at, entries: [], values: new Map() });
    else if (!all.startsWith('#')) {
      const sign = all.indexOf('=');
      if (sign < 1 || /^\s|\s=/.test(all.slice(0, sign + 1))) {
        if (all.trim() !== '') stray.push(line);
      } else if (group !== undefined) {
        const entry = {
          key: all.slice(0, sign).toLowerCase(),
          value: all.slice(sign + 1),
          at,
          valueAt: at + sign + 1,
        };
        group.entries.push(entry);
        group.values.set(entry.key, entry);
      }
    }
  }
  return { groups, stray };
}
