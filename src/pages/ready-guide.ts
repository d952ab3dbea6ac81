import type { GuideWords } from '../clients/guide.ts';
import type { Role } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Step, Trouble } from '../words/step.ts';

/** A step as a template shows it. */
interface ReadyStep extends Context {
  readonly say: string;
  readonly path: readonly string[];
  /** Does it say that labels may differ? */
  readonly mayDiffer: boolean;
}

/** A step of those by hand that asks for nothing. */
interface BareStep extends ReadyStep {
  readonly fields: readonly [];
  readonly appPassword: false;
}

/** The part of a guide that is the same for everybody who reads these words. */
export interface ReadyGuide {
  readonly start: Readonly<Record<Role, readonly BareStep[]>>;
  readonly steps: Readonly<Record<string, BareStep>>;
  readonly role: Readonly<Record<Role, ReadyStep>>;
  readonly undo: ReadyStep;
  readonly repair: ReadyStep;
  readonly refusals: readonly Context[];
  readonly troubles: readonly Context[];
}

/** That part, ready for the template: made once for these words. @param marks whether steps say of themselves that their labels may differ */
export function readyGuide(words: GuideWords, marks: boolean): ReadyGuide {
  const known = marks ? marked : unmarked;
  const ready = known.get(words) ?? prepare(words, marks);
  known.set(words, ready);
  return ready;
}

const marked = new WeakMap<GuideWords, ReadyGuide>();
const unmarked = new WeakMap<GuideWords, ReadyGuide>();

function prepare(
  { start, steps, role, undo, repair, refusals = [], troubles = [] }: GuideWords,
  marks: boolean,
): ReadyGuide {
  const one = (step: Step) => readyStep(step, marks);
  const bare = ({ say, path, sure }: Step): BareStep => ({
    say,
    path,
    mayDiffer: marks && !sure,
    fields: [],
    appPassword: false,
  });
  const of = <Words, Ready>(each: Readonly<Record<Role, Words>>, ready: (words: Words) => Ready) => ({
    additional: ready(each.additional),
    primary: ready(each.primary),
  });
  return {
    start: of(start, (list) => list.map(bare)),
    steps: Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, bare(step)])),
    role: of(role, one),
    undo: one(undo),
    repair: one(repair),
    refusals: readyTroubles(refusals, marks),
    troubles: readyTroubles(troubles, marks),
  };
}

type GuideTexts = Catalogue['guides'];

/** What may go wrong in every program, ready for the template: made once for these words. */
export function everywhere(guides: GuideTexts, marks: boolean): readonly Context[] {
  const known = troubles.get(guides) ?? [readyTroubles(guides.troubles, false), readyTroubles(guides.troubles, true)];
  troubles.set(guides, known);
  return known[marks ? 1 : 0];
}

const troubles = new WeakMap<GuideTexts, readonly [readonly Context[], readonly Context[]]>();

function readyTroubles(troubles: readonly Trouble[], marks: boolean): readonly Context[] {
  return troubles.map(({ seen, help }) => {
    const { say, path, mayDiffer } = readyStep(help, marks);
    return { seen, say, path, mayDiffer };
  });
}

/** A step whose labels may differ says so, where it is not said once for all. */
export function readyStep({ say, path, sure }: Step, marks = true): ReadyStep {
  return { say, path, mayDiffer: marks && !sure };
}
