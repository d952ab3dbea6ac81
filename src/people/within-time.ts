import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for something, but no longer than that, and not when nobody waits any more.
 * @param patience in milliseconds
 * @throws an error with the code ETIMEDOUT, or the reason of the signal
 */
export async function withinTime<T>(work: Promise<T>, patience: number, signal?: AbortSignal): Promise<T> {
  const done = new AbortController();
  const either = signal === undefined ? done.signal : AbortSignal.any([done.signal, signal]);
  const late = pause(patience, undefined, { signal: either }).then(
    () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
    () => Promise.reject(signal?.reason),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    // Whichever comes second is nobody's.
    late.catch(() => {});
    work.catch(() => {});
  }
}
