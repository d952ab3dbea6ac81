import type { Row } from '../people/source.ts';
import type { Verdict } from './screen.ts';

/** Rows that are settled together, in their order. */
export interface Rows {
  readonly verdicts: readonly Verdict[];
  /** There are as many to make as a worker takes at once. */
  readonly full: boolean;
}

/** How many people a worker makes in one go: few enough that progress is seen, enough that handing them over costs nothing. */
const MAKE = 25;
/** How many rows wait for their report at most, where there is little to make. */
const ROWS = 2000;

/** @param limit how many rows of the source are looked at */
export async function* batches(
  rows: AsyncIterable<Row>,
  verdict: (row: Row) => Verdict | undefined,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Rows> {
  let verdicts: Verdict[] = [];
  let make = 0;
  let seen = 0;
  try {
    if (limit > 0)
      for await (const row of rows) {
        const found = verdict(row);
        if (found !== undefined) verdicts.push(found);
        if (found?.do === 'make') make++;
        if (make === MAKE || verdicts.length === ROWS) {
          const whole = { verdicts, full: make === MAKE };
          [verdicts, make] = [[], 0];
          yield whole;
        }
        if (++seen === limit) break;
      }
  } catch (error) {
    // Where a source ends too early, what it has said until then still counts.
    if (verdicts.length > 0) yield { verdicts, full: false };
    throw error;
  }
  if (verdicts.length > 0) yield { verdicts, full: false };
}
