import { type Problem, problemsOf } from '../errors.ts';
import { warningWords } from '../words/warning-words.ts';
import { part } from '../words/words.ts';

/** Something in a valid profile that an administrator would want to hear of. */
export interface Finding {
  readonly problem: Problem;
  /** The way to the value that it is about. */
  readonly path: Path;
  /** The place to name, where it is the key. */
  readonly part?: 'key';
}

/** The way to a value of a profile. */
export type Path = readonly (string | number)[];

/** Makes a warning. */
export const warning = problemsOf(part(warningWords, 'problems'), 'warning');
