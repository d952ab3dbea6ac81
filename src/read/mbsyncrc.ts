import { type PlacedLine, placedLines } from './placed-lines.ts';

/* The configuration of mbsync as it stands: sections that an empty line ends, a keyword and its values a line (isync 1.4.4, config.c). Keywords count in any letter case. */

export interface MbsyncValue {
  readonly text: string;
  readonly at: number;
}

export interface MbsyncLine {
  /** As it is written. */
  readonly keyword: string;
  readonly at: number;
  readonly values: readonly MbsyncValue[];
  /** Why mbsync cannot take it apart. */
  readonly fault: 'quote' | 'escape' | undefined;
}

export interface MbsyncSection {
  /** In lower case. `''`: what stands outside of all sections. */
  readonly type: string;
  readonly name: string;
  readonly at: number;
  readonly lines: readonly MbsyncLine[];
}

/** What begins a section, in lower case. */
export const mbsyncSections = ['imapaccount', 'imapstore', 'maildirstore', 'channel', 'group'] as const;

/** All sections in the order of the file, and those lines that are in none. */
export function readMbsyncrc(text: string): MbsyncSection[] {
  const sections: (MbsyncSection & { lines: MbsyncLine[] })[] = [];
  let open: MbsyncLine[] | undefined;
  for (const placed of placedLines(text)) {
    if (placed.text.trim() === '') open = undefined;
    const line = lineOf(placed);
    if (line === undefined) continue;
    const type = line.keyword.toLowerCase();
    if (open !== undefined) open.push(line);
    else if (mbsyncSections.some((each) => each === type)) {
      open = [];
      // A group may name its channels on its first line.
      if (line.values.length > 1 || line.fault !== undefined || line.values.length === 0) open.push(line);
      sections.push({ type, name: line.values[0]?.text ?? '', at: line.at, lines: open });
    } else sections.push({ type: '', name: '', at: line.at, lines: [line] });
  }
  return sections;
}

/** A keyword with its values; `undefined` for a comment. */
function lineOf({ text, at }: PlacedLine): MbsyncLine | undefined {
  const words: MbsyncValue[] = [];
  let fault: MbsyncLine['fault'];
  let index = 0;
  while (index < text.length) {
    while (/\s/.test(text[index] ?? '')) index += 1;
    if (index >= text.length || text[index] === '#') break;
    const begin = index;
    const pieces: string[] = [];
    let quoted = false;
    for (; index < text.length && (quoted || !/\s/.test(text[index] ?? '')); index += 1) {
      const character = text[index] ?? '';
      if (character === '\\') {
        index += 1;
        if (index >= text.length) fault ??= 'escape';
        else pieces.push(text[index] ?? '');
      } else if (character === '"') quoted = !quoted;
      else pieces.push(character);
    }
    if (quoted) fault ??= 'quote';
    words.push({ text: pieces.join(''), at: at + begin });
  }
  const [keyword, ...values] = words;
  return keyword === undefined ? undefined : { keyword: keyword.text, at: keyword.at, values, fault };
}

/** The last line of this keyword in a section. */
export function mbsyncLine(
  { lines }: Pick<MbsyncSection, 'lines'>,
  ...names: readonly string[]
): MbsyncLine | undefined {
  return lines.findLast(({ keyword }) => names.includes(keyword.toLowerCase()));
}
