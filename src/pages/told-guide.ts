import type { GuideWords } from '../clients/guide.ts';
import type { Role } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Step, Trouble } from '../words/step.ts';

/** A step as a template shows it. */
interface ToldStep extends Context {
  readonly say: string;
  readonly path: readonly string[];
  /** Does it say that labels may differ? */
  readonly mayDiffer: boolean;
}

/** A step of those by hand that asks for nothing. */
interface BareStep extends ToldStep {
  readonly fields: readonly [];
}

/** The part of a guide that is the same for everybody who reads these words. */
export interface ToldGuide {
  readonly start: Readonly<Record<Role, readonly BareStep[]>>;
  readonly steps: Readonly<Record<string, BareStep>>;
  readonly role: Readonly<Record<Role, ToldStep>>;
  readonly undo: ToldStep;
  readonly repair: ToldStep;
  readonly refusals: readonly Context[];
  readonly troubles: readonly Context[];
}

/** That part, ready for the template: made once for these words. @param marks whether steps say of themselves that their labels may differ */
export function toldGuide(words: GuideWords, marks: boolean): ToldGuide {
  const known = marks ? marked : unmarked;
  const told = known.get(words) ?? tell(words, marks);
  known.set(words, told);
  return told;
}

const marked = new WeakMap<GuideWords, ToldGuide>();
const unmarked = new WeakMap<GuideWords, ToldGuide>();

function tell(
  { start, steps, role, undo, repair, refusals = [], troubles = [] }: GuideWords,
  marks: boolean,
): ToldGuide {
  const one = (step: Step) => toldStep(step, marks);
  const bare = ({ say, path, sure }: Step): BareStep => ({ say, path, mayDiffer: marks && !sure, fields: [] });
  const of = <Said, Told>(said: Readonly<Record<Role, Said>>, tellOne: (said: Said) => Told) => ({
    additional: tellOne(said.additional),
    primary: tellOne(said.primary),
  });
  return {
    start: of(start, (list) => list.map(bare)),
    steps: Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, bare(step)])),
    role: of(role, one),
    undo: one(undo),
    repair: one(repair),
    refusals: toldTroubles(refusals, marks),
    troubles: toldTroubles(troubles, marks),
  };
}

type GuideTexts = Catalogue['guides'];

/** What may go wrong in every program, ready for the template: made once for these words. */
export function everywhere(guides: GuideTexts, marks: boolean): readonly Context[] {
  const known = troubles.get(guides) ?? [toldTroubles(guides.troubles, false), toldTroubles(guides.troubles, true)];
  troubles.set(guides, known);
  return known[marks ? 1 : 0];
}

const troubles = new WeakMap<GuideTexts, readonly [readonly Context[], readonly Context[]]>();

function toldTroubles(troubles: readonly Trouble[], marks: boolean): readonly Context[] {
  return troubles.map(({ seen, help }) => {
    const { say, path, mayDiffer } = toldStep(help, marks);
    return { seen, say, path, mayDiffer };
  });
}

/** A step whose labels may differ says so, where it is not said once for all. */
export function toldStep({ say, path, sure }: Step, marks = true): ToldStep {
  return { say, path, mayDiffer: marks && !sure };
}
