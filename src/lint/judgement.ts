import { inFile } from '../read/beyond-limit.ts';
import type { Content } from '../read/content.ts';
import { type KindId, kindOf } from '../read/file-kind.ts';
import { positionsIn } from '../read/lines.ts';
import type { Circumstances, View } from './kind.ts';
import { loadKind } from './kinds.ts';
import { type Flaw, hurtParties } from './lint-rule.ts';
import type { Party } from './parties.ts';

/** What there is to say of a file. */
export interface Judgement {
  readonly path: string;
  readonly kind: KindId;
  readonly flaws: readonly Flaw[];
  /** What the reader that was asked for would make of it, where that is known. */
  readonly view: View | undefined;
}

/** Judges one file after the other: what is wrong in one by what another says is told of the later one. */
export interface FileJudge {
  /** @returns `undefined` where it is nothing that can be judged @throws InputError where it has more of something than is read */
  readonly judge: (content: Content) => Promise<Judgement | undefined>;
}

/**
 * Judges files of kinds that Facteur knows, told by their content and not by their names.
 * @param as only what concerns this reader
 */
export function makeFileJudge(as?: Party, circumstances: Circumstances = { now: new Date() }): FileJudge {
  const kept = new Map<KindId, unknown[]>();
  return {
    async judge(content) {
      const id = kindOf(content);
      if (id === undefined) return undefined;
      const kind = await loadKind(id);
      const before = kept.get(id) ?? [];
      kept.set(id, before);
      const { found, text, view } = await inFile(content.name, () => kind.judge(content, circumstances, before, as));
      const position = positionsIn(text);
      const flaws = found
        .filter((each) => as === undefined || hurtParties(each).includes(as))
        .map(({ at, ...each }) => {
          const { line, column } = at === undefined ? { line: undefined, column: undefined } : position(at);
          return { ...each, line, column };
        });
      return { path: content.name, kind: id, flaws, view };
    },
  };
}

/** Judges a file by itself. */
export function judge(content: Content, as?: Party, circumstances?: Circumstances): Promise<Judgement | undefined> {
  return makeFileJudge(as, circumstances).judge(content);
}
