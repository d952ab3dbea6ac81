/** One thing to do in a program, as a catalogue words it: a sentence, and what to tap one after the other, as it is labelled there. */
export type Step = {
  /** What the program calls something stands between square brackets: `Tap [Install]`. */
  readonly say: string;
  readonly path: readonly string[];
  /** What only some need to know, in smaller letters, with labels as in `say`: sentences, or none. */
  readonly note: readonly string[];
  /** The labels were taken from the program, its texts or its maker's; otherwise a page says that they may differ. */
  readonly sure: boolean;
};

/** What may go wrong in a program. */
export type Trouble = {
  /** What a person then sees: words of the program between quotation marks, or a short description. */
  readonly seen: string;
  readonly help: Step;
};

/** A step whose labels, also those of its fields, are known from the program, its text files or its maker, or are quoted by somebody who had it before them. */
export function step(say: string, ...path: readonly string[]): Step {
  return { say, path, note: [], sure: true };
}

/** A step whose labels are known from memory or from guides that do not quote them. */
export function recalled(say: string, ...path: readonly string[]): Step {
  return { say, path, note: [], sure: false };
}

/** The same step with what only some need to know. */
export function noted(step: Step, note: string): Step {
  return { ...step, note: [note] };
}

/** One of the few taps of the shortest way. @param note what only some need to know */
export function tap(say: string, ...note: readonly string[]): Step {
  return { say, path: [], note, sure: true };
}

/** What to do when this is seen. */
export function trouble(seen: string, help: Step): Trouble {
  return { seen, help };
}
