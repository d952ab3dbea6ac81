import type { Language } from '../model/account.ts';

/** How far a run is, and how fast. */
export interface Pace {
  readonly reach: (done: number) => void;
  /** `rate`: rows a second of late. `left`: seconds, where the end is known. */
  readonly now: () => {
    readonly done: number;
    readonly total: number | undefined;
    readonly rate: number;
    readonly left: number | undefined;
  };
  readonly shown: (count: number, language: Language) => string;
}

/** Over which time the rate is taken, in milliseconds: what an earlier run has made goes by at once, and says nothing of the rest. */
const OF_LATE = 20_000;

export function makePace(total: number | undefined): Pace {
  let marks = [{ at: performance.now(), done: 0 }];
  const shown = new Map<Language, Intl.NumberFormat>();
  return {
    reach: (done) => {
      const now = performance.now();
      const recent = marks.findIndex(({ at }) => now - at < OF_LATE);
      marks = [...marks.slice(recent < 0 ? -1 : Math.max(recent - 1, 0)), { at: now, done }];
    },
    now: () => {
      const [first, last] = [marks[0], marks.at(-1)];
      const done = last?.done ?? 0;
      const seconds = (performance.now() - (first?.at ?? 0)) / 1000;
      const rate = (done - (first?.done ?? 0)) / Math.max(seconds, 0.001);
      const left = total === undefined || rate <= 0 ? undefined : Math.max(total - done, 0) / rate;
      return { done, total, rate, left };
    },
    shown: (count, language) => {
      const format = shown.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
      shown.set(language, format);
      return format.format(count);
    },
  };
}
