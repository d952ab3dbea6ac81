import { setImmediate as pause } from 'node:timers/promises';
import type { Rows } from './batches.ts';
import { type Made, makeFor, type Packing, type Recipe } from './work.ts';

/** Who makes files: this thread, or others. */
export interface Crew {
  /** How many batches may be open at once, beside the one that is settled. */
  readonly hands: number;
  /** One for each row of these that is to be made, in their order. */
  readonly make: (rows: Rows, packing: Packing) => Promise<readonly Made[]>;
  /** Ends at once what is still at work. */
  readonly close: () => Promise<void>;
}

/** All of it in this thread. @param refuse throws when the run is to end */
export function alone(recipe: Recipe, refuse: () => void): Crew {
  return {
    hands: 0,
    make: async ({ verdicts }, packing) => {
      const made: Made[] = [];
      for (const verdict of verdicts) {
        if (verdict.do !== 'make') continue;
        made.push(makeFor(verdict.somebody.person, packing, recipe));
        // Signals and the source get their turn.
        await pause();
        refuse();
      }
      return made;
    },
    close: async () => {},
  };
}
