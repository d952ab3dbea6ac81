/** A terminal signals npm and us at once, and npm hands its own on: two within this time, in milliseconds, are one. */
const ONE = 500;

/** How long what is half-written may take to be cleared away, in milliseconds. A file system that does not answer would hold the person for ever. */
const PATIENCE = 10_000;

/** Signals that end the program, held until nothing half-written is left. */
export interface HeldSignals {
  /** @throws when one has come */
  readonly refuse: () => void;
  /** Aborted when one comes. */
  readonly signal: AbortSignal;
  /** Nothing is left that the one that came could end. */
  readonly forget: () => void;
  /** Lets the one that came take its course. */
  readonly release: () => void;
}

/** Holds SIGINT, SIGTERM and SIGHUP; a second one, or a long wait after the first, ends the program all the same. What then stays, the next run clears (leftovers.ts). */
export function holdSignals(): HeldSignals {
  const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let held: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const controller = new AbortController();
  const release = () => {
    clearTimeout(timer);
    for (const signal of ending) process.off(signal, hold);
    if (held !== undefined) process.kill(process.pid, held.signal);
  };
  const hold = (signal: NodeJS.Signals) => {
    if (held !== undefined) {
      if (performance.now() - held.at > ONE) release();
      return;
    }
    held = { signal, at: performance.now() };
    timer = setTimeout(release, PATIENCE);
    controller.abort(new Error(signal));
  };
  for (const signal of ending) process.on(signal, hold);
  return {
    refuse: () => {
      if (held !== undefined) throw new Error(held.signal);
    },
    signal: controller.signal,
    forget: () => {
      clearTimeout(timer);
      held = undefined;
    },
    release,
  };
}
