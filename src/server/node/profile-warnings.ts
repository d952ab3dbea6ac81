import type { Log } from './log.ts';

/** What a worker tells its primary: each reads the profiles for itself, and one tells for all. */
interface Told {
  readonly warnings: readonly string[];
}

/** Tells each warning in a line of its own. They come from files of the administrator, and repeat no address. */
export function profileWarnings(log: Log): (warnings: readonly string[]) => void {
  return (warnings) => {
    for (const each of warnings) log.warn({ event: 'profile' }, each);
  };
}

/** In a worker: hands them to the primary. */
export function handWarnings(warnings: readonly string[]): void {
  process.send?.({ warnings } satisfies Told);
}

/**
 * In the primary: passes on what is another list than the last. All workers read the same files, now and when one of them is started anew.
 * @param first what the primary has told itself
 */
export function eachOnce(first: readonly string[], tell: (warnings: readonly string[]) => void) {
  let last = first.join('\n');
  return {
    hear: (warnings: readonly string[]) => {
      const all = warnings.join('\n');
      if (all === last) return;
      last = all;
      tell(warnings);
    },
    /** What was told is told again: somebody has ordered to read the profiles anew. */
    forget: () => {
      last = '';
    },
  };
}

export function areWarnings(message: unknown): message is Told {
  return typeof message === 'object' && message !== null && 'warnings' in message;
}
