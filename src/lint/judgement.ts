import type { Content } from '../read/content.ts';
import { type KindId, kindOf } from '../read/file-kind.ts';
import { positionsIn } from '../read/lines.ts';
import type { View } from './kind.ts';
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

/**
 * Judges a file of a kind that Facteur knows, told by its content and not by its name.
 * @param as only what concerns this reader
 * @returns `undefined` where it is nothing that can be judged
 */
export async function judge(content: Content, as?: Party): Promise<Judgement | undefined> {
  const id = kindOf(content);
  if (id === undefined) return undefined;
  const kind = await loadKind(id);
  const { found, text, view } = await kind.judge(content, as);
  const position = positionsIn(text);
  const flaws = found
    .filter((each) => as === undefined || hurtParties(each).includes(as))
    .map(({ at, ...each }) => {
      const { line, column } = at === undefined ? { line: undefined, column: undefined } : position(at);
      return { ...each, line, column };
    });
  return { path: content.name, kind: id, flaws, view };
}
