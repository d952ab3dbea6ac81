/** Takes some of what passes, without knowing how much there will be. */
export interface Sample<T> {
  readonly add: (each: T) => void;
  /** Spread evenly over all that has passed, the first and the last with it, in their order. */
  readonly taken: () => readonly T[];
}

/** @param most how many are wanted; all where fewer have passed */
export function takeEvenly<T>(most: number): Sample<T> {
  // Every `step`-th is kept; when there are twice as many as wanted, every second of these goes.
  let kept: T[] = [];
  let step = 1;
  let passed = 0;
  let last: T | undefined;
  return {
    add: (each) => {
      if (passed % step === 0) kept.push(each);
      last = each;
      passed++;
      if (kept.length < 2 * most + 2) return;
      kept = kept.filter((_, index) => index % 2 === 0);
      step *= 2;
    },
    taken: () => {
      const all = last === undefined || kept.at(-1) === last ? kept : [...kept, last];
      if (all.length <= most) return all;
      if (most === 1) return all.slice(0, 1);
      const between = (all.length - 1) / (most - 1);
      return Array.from({ length: most }, (_, index) => all[Math.round(index * between)] as T); // Within its bounds.
    },
  };
}
