import { onEnd } from './net-context.ts';

/** One try: it ends with the signal, and rejects where it fails. */
export type Try<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Begins one try after the other, the next one when one has failed or `delay` is over (RFC 8305 § 5), and takes the first that succeeds; the others end then.
 * @param discard what to do with one that succeeds too late
 * @throws the errors of all tries, in their order; `undefined` for one that was not over
 */
export function staggered<T>(
  tries: readonly Try<T>[],
  delay: number,
  signal: AbortSignal,
  discard: (late: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const race = new AbortController();
    const errors: unknown[] = tries.map(() => undefined);
    let [begun, open, over] = [0, 0, false];
    let timer: NodeJS.Timeout | undefined;
    const end = (then: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      forget();
      then();
      race.abort();
    };
    const next = () => {
      clearTimeout(timer);
      const index = begun;
      const attempt = tries[index];
      if (over) return;
      if (attempt === undefined) {
        if (open === 0) end(() => reject(errors));
        return;
      }
      begun += 1;
      open += 1;
      timer = setTimeout(next, delay);
      attempt(race.signal).then(
        (value) => {
          if (over) discard(value);
          else end(() => resolve(value));
        },
        (error: unknown) => {
          errors[index] = error;
          open -= 1;
          next();
        },
      );
    };
    const forget = onEnd(signal, () => end(() => reject(errors)));
    next();
  });
}
