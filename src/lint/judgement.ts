import { inFile } from '../read/beyond-limit.ts';
import type { Content } from '../read/content.ts';
import { type KindId, kindOf } from '../read/file-kind.ts';
import { positionsIn } from '../read/lines.ts';
import { type CommonFacts, commonRulesFor, makeMemory } from './common/common-rules.ts';
import { allFound, type Circumstances, type Judged, type View } from './kind.ts';
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
  /** Once all files have been judged: what they say together, in the place of the judgements that were given. */
  readonly end: (judgements: readonly Judgement[]) => Promise<Judgement[]>;
}

/**
 * Judges files of kinds that Facteur knows, told by their content and not by their names.
 * @param as only what concerns this reader
 */
export function makeFileJudge(as?: Party, circumstances: Circumstances = { now: new Date() }): FileJudge {
  const kept = new Map<KindId, unknown[]>();
  const memory = makeMemory();
  return {
    async judge(content) {
      const id = kindOf(content);
      if (id === undefined) return undefined;
      const kind = await loadKind(id);
      const before = kept.get(id) ?? [];
      kept.set(id, before);
      const {
        found: own,
        text,
        says,
        view,
      } = await inFile(content.name, () => kind.judge(content, circumstances, before, as));
      const position = positionsIn(text);
      const found = [...own, ...commonFound({ kind: id, text, says, before: memory.before }, own, position)];
      memory.keep(content.name, says);
      const flaws = found
        .toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
        .filter((each) => as === undefined || hurtParties(each).includes(as))
        .map(({ at, ...each }) => {
          const { line, column } = at === undefined ? { line: undefined, column: undefined } : position(at);
          return { ...each, line, column };
        });
      return { path: content.name, kind: id, flaws, view };
    },
    async end(judgements) {
      const later: { readonly path: string; readonly flaw: Flaw }[] = [];
      for (const [id, files] of kept) {
        for (const { place, at: _, ...found } of (await loadKind(id)).end(files))
          if (as === undefined || hurtParties(found).includes(as))
            later.push({ path: place.path, flaw: { ...found, line: place.line, column: place.column } });
      }
      return judgements.map((judgement) => {
        const own = later.filter(({ path }) => path === judgement.path).map(({ flaw }) => flaw);
        const order = ({ line = 0, column = 0 }: Flaw) => line * 1_000_000 + column;
        const flaws = own.length === 0 ? judgement.flaws : [...judgement.flaws, ...own];
        return own.length === 0 ? judgement : { ...judgement, flaws: flaws.toSorted((a, b) => order(a) - order(b)) };
      });
    },
  };
}

/** What rules for every kind find, but passwords in lines of which the kind's own rule says so. */
function commonFound(facts: CommonFacts, own: Judged['found'], position: ReturnType<typeof positionsIn>) {
  const found = allFound(commonRulesFor(facts), facts);
  if (found.length === 0) return found;
  const told = new Set<number | undefined>();
  for (const { rule, at } of own) if (rule.id.endsWith('/password')) told.add(at && position(at).line);
  return found.filter(
    ({ rule, at }) => rule.id !== 'privacy/password-in-artifact' || !told.has(at && position(at).line),
  );
}

/** Judges a file by itself. */
export function judge(content: Content, as?: Party, circumstances?: Circumstances): Promise<Judgement | undefined> {
  return makeFileJudge(as, circumstances).judge(content);
}

/** Judges files as in one run. */
export async function judgeAll(
  files: Iterable<Content>,
  as?: Party,
  circumstances?: Circumstances,
): Promise<Judgement[]> {
  const { judge: judgeOne, end } = makeFileJudge(as, circumstances);
  const judgements: Judgement[] = [];
  for (const content of files) {
    const judgement = await judgeOne(content);
    if (judgement !== undefined) judgements.push(judgement);
  }
  return end(judgements);
}
