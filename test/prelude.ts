import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/model/account.ts';
import { root } from './fixtures.ts';

/**
 * In the goldens of these accounts, one for each language, the lines that all scripts for Linux share stand in full; in those of the others one line stands for
 * a run of them.
 */
export const WHOLE = { fr: 'plain', en: 'starttls' } as const satisfies Record<Language, string>;
export const MARK = '# … what all scripts for Linux share';

/** So many lines in a row are a part of the shared prelude; fewer may stand in any script. */
const RUN = 5;

const lines = readdirSync(join(root, 'templates/linux'))
  .flatMap((file) => readFileSync(join(root, 'templates/linux', file), 'utf8').split('\n'))
  .filter((line) => !/^\{\{[#/>][^}]*\}\}$/.test(line));
const literal = new Set(lines.filter((line) => !line.includes('{{')));
const filled = lines
  .filter((line) => line.includes('{{'))
  .map(
    (line) =>
      new RegExp(
        `^${line
          .split(/\{\{.*?\}\}/)
          .map(quoted)
          .join('.*')}$`,
      ),
  );

/** A script with each run of shared lines that is the same in `whole`, the script of the other account, as one line. */
export function foldPrelude(script: string, whole: string): string {
  const [ours, theirs] = [script.split('\n'), whole.split('\n')];
  const shared = theirs.map(isShared);
  const starts = startsOf(theirs);
  const folded: string[] = [];
  let [here, after] = [0, 0];
  const runFrom = (there: number) => {
    let length = 0;
    while (shared[there + length] && ours[here + length] === theirs[there + length]) length++;
    return { there, length };
  };
  while (here < ours.length) {
    // In the order of the other script: what moved, or stands there twice, is not folded.
    const runs = (starts.get(ours[here]) ?? []).filter((there) => there >= after).map(runFrom);
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), { there: 0, length: 0 });
    if (longest.length < RUN) folded.push(ours[here++] ?? '');
    else {
      folded.push(MARK);
      here += longest.length;
      after = longest.there + longest.length;
    }
  }
  return folded.join('\n');
}

/** Is the line one of templates/linux? */
export function isShared(line: string): boolean {
  return literal.has(line) || filled.some((pattern) => pattern.test(line));
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Where each line stands. */
function startsOf(lines: readonly string[]): ReadonlyMap<string | undefined, readonly number[]> {
  const starts = new Map<string | undefined, number[]>();
  lines.forEach((line, at) => {
    starts.set(line, [...(starts.get(line) ?? []), at]);
  });
  return starts;
}
