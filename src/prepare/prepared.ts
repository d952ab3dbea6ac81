import type { Account } from '../model/account.ts';
import { type Everybody, type Progress, type StandIn, somebodyOf } from './everybody.ts';
import { isUsualLocal, likeness, ruleAlone } from './person.ts';
import { attempt, fillHoles, piecesOf, proof, type Work } from './pieces.ts';

/*
 * Nearly all of what is made for a person is the same for everybody whose account is laid out in the same way. So a text is made once with marks in the person's place; what comes
 * out is fixed pieces of bytes and holes, and a person costs what stands in the holes. It is proved before it is used: persons of other lengths and with other signs get the same
 * bytes as in the ordinary way, or everybody gets the ordinary ones.
 */

/**
 * The bytes of a text for an account, where it has been prepared for everybody with such an account; `undefined` where it has not, cannot be, or has no form for a value of this
 * one: then the ordinary way gives the bytes or says why there are none. It is at its second use that preparing begins, and each use after it does a part, so that none takes
 * much longer than an ordinary one.
 * @param basis what the text depends on beside account and work, such as the templates in use: what is prepared is forgotten with it
 * @param what stands for the work, always the same
 * @param where an address that stands in the text and is no person's: whoever asks may have chosen it
 */
export function prepared(
  account: Account,
  basis: object,
  what: object | string,
  work: Work,
  where = '',
): (() => Uint8Array) | undefined {
  if (ordinary) return undefined;
  const person = somebodyOf(account, basis, where);
  if (person === undefined) return undefined;
  const { everybody, values } = person;
  const progress = everybody.texts.get(what) ?? { stage: 0, held: 0, decided: undefined, pieces: undefined };
  const { pieces } = progress;
  if (progress.stage === READY) {
    if (pieces === undefined || work.decides?.(account, where) !== progress.decided) return undefined;
    const rule = work.decides === undefined && where === '' ? ruleAlone(account) : undefined;
    if (rule !== undefined) knowByRule(rule, account.local, basis, what, { everybody, encode: work.encode });
    return attempt(() => fillHoles(pieces, values(), work.encode));
  }
  everybody.texts.set(what, progress);
  ordinarily(() => advance(progress, everybody, work));
  return undefined;
}

/**
 * The bytes of a text for whoever a rule gives an account of this local part, where they are known without the account; `undefined` where `prepared` has to be asked, and with it
 * whether there is such an account at all.
 * @param rule that of `ruledBy`
 */
export function preparedByRule(
  rule: object,
  local: string,
  basis: object,
  what: object | string,
): Uint8Array | undefined {
  const own = ordinary ? undefined : byRule.get(rule)?.get(what);
  if (own === undefined || own.basis !== basis || !isUsualLocal(local)) return undefined;
  const { everybody, encode } = own.alike.get(likeness(local)) ?? {};
  const pieces = everybody?.texts.get(what)?.pieces;
  if (everybody === undefined || pieces === undefined || encode === undefined) return undefined;
  everybody.used();
  return attempt(() => fillHoles(pieces, everybody.stand().marks.valuesOf([local, '']), encode)());
}

/** What is ready for all accounts of a rule whose local parts are alike. */
interface ByRule {
  readonly basis: object;
  readonly alike: Map<string, { readonly everybody: Everybody; readonly encode: Work['encode'] }>;
}

/** They go with their rule, and with the profile that has it. */
const byRule = new WeakMap<object, Map<object | string, ByRule>>();

function knowByRule(
  rule: object,
  local: string,
  basis: object,
  what: object | string,
  ready: { readonly everybody: Everybody; readonly encode: Work['encode'] },
): void {
  const known = byRule.get(rule) ?? new Map<object | string, ByRule>();
  byRule.set(rule, known);
  const own = known.get(what);
  const current = own?.basis === basis ? own : { basis, alike: new Map() };
  known.set(what, current);
  current.alike.set(likeness(local), ready);
}

/** Does this without anything that is prepared. What is made for preparing is made so, and what prepared bytes are held against. */
export function ordinarily<T>(work: () => T): T {
  const before = ordinary;
  ordinary = true;
  try {
    return work();
  } finally {
    ordinary = before;
  }
}

let ordinary = false;

const READY = Number.POSITIVE_INFINITY;
const FEWEST_PROOFS = 2;

/** One step further: nothing at the first use, then the pieces, then a proof at a time. */
function advance(progress: Progress, everybody: Everybody, work: Work): void {
  const stage = progress.stage++;
  if (stage === 0) return;
  const { marks, account, where, proofs } = everybody.stand();
  if (stage === 1) {
    progress.pieces = attempt(() => marks.within(() => piecesOf(work, account, where, marks)));
    progress.decided = marks.within(() => work.decides?.(account, where));
  } else {
    const person = proofs[stage - 2] as StandIn;
    const alike = work.decides?.(person.account, person.where) === progress.decided;
    const held = alike && progress.pieces && proof(progress.pieces, person, work);
    if (held === 'same') progress.held++;
    if (held === 'differs') progress.pieces = undefined;
  }
  const last = stage > proofs.length;
  if (last && progress.held < FEWEST_PROOFS) progress.pieces = undefined;
  if (last || progress.pieces === undefined) progress.stage = READY;
  if (last && progress.pieces !== undefined) everybody.keeps(progress.pieces.length);
}
