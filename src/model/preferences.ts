import type { Preferences } from './account.ts';

/** A list that somebody has found to be not empty: the schema of a profile does for all of its lists. */
export function preferences<T>(list: readonly T[]): Preferences<T> {
  return list as Preferences<T>;
}
