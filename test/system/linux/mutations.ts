import { judge } from '../../../src/lint/judgement.ts';
import type { Effect, Party } from '../../../src/lint/parties.ts';
import { contentOf } from '../../../src/read/content.ts';

/* Files of programs with a fault or two, the same on every run. */

/** mulberry32: a stream of numbers below 1 that a seed gives. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Mutation = (lines: readonly string[], at: number, random: () => number) => readonly string[];

const instead =
  (change: (line: string, random: () => number) => string): Mutation =>
  (lines, at, random) =>
    lines.map((line, index) => (index === at ? change(line, random) : line));

/** What is done to any line of any file. */
export const anywhere: Readonly<Record<string, Mutation>> = {
  without: (lines, at) => lines.toSpliced(at, 1),
  twice: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  blank: (lines, at) => lines.toSpliced(at, 0, ''),
  quote: instead((line) => `${line}"`),
  valueless: instead((line) => line.replace(/^(\s*[\w-]+).*/, '$1')),
  comment: instead((line) => `# ${line}`),
  indented: instead((line) => `  ${line}`),
  trailing: instead((line) => `${line}  `),
  swapped: (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
};

/** Replaces a pattern in a line that has it. */
export const changed = (pattern: RegExp, by: string): Mutation => instead((line) => line.replace(pattern, by));

/** Gives a key another value, one of these: that of the line, where it has one of them, or any of the file. */
export function valued(key: string, ...values: readonly string[]): Mutation {
  const pattern = new RegExp(`^(${key}=).*`, 'i');
  return (lines, at, random) => {
    const chosen = values[Math.floor(random() * values.length)] ?? '';
    const here = pattern.test(lines[at] ?? '');
    return lines.map((line, index) =>
      index === at || !here ? line.replace(pattern, (_, name: string) => `${name}${chosen}`) : line,
    );
  };
}

export interface Mutated {
  readonly name: string;
  readonly text: string;
}

/** @param own of the format, beside those of any */
export function mutated(base: string, own: Readonly<Record<string, Mutation>>, count: number, seed: number): Mutated[] {
  const random = numbers(seed);
  const below = (most: number) => Math.floor(random() * most);
  const mutations = Object.entries({ ...anywhere, ...own });
  const found = new Map<string, Mutated>();
  for (let turn = 0; found.size < count && turn < count * 40; turn += 1) {
    let lines: readonly string[] = base.trimEnd().split('\n');
    const names: string[] = [];
    for (let times = 1 + below(2); times > 0; times -= 1) {
      const [name, mutation] = mutations[below(mutations.length)] ?? ['', anywhere.comment as Mutation];
      const at = below(lines.length);
      lines = mutation(lines, at, random);
      names.push(`${name} in ${at + 1}`);
    }
    const text = `${lines.join('\n')}\n`;
    if (text !== base) found.set(text, { name: names.join(', '), text });
  }
  return [...found.values()];
}

/** Lines in which lint finds something that does this to a program; `undefined`: it takes the file for another. */
export async function hurtLines(
  text: string,
  kind: string,
  party: Party,
  effects: readonly Effect[],
): Promise<readonly (number | undefined)[] | undefined> {
  const judged = await judge(contentOf('file', new TextEncoder().encode(text)));
  if (judged?.kind !== kind) return undefined;
  return judged.flaws
    .filter(({ rule }) => effects.some((effect) => rule.hurts[party] === effect))
    .map(({ line }) => line);
}
