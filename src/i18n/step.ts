/** One thing to do in a program, as a catalogue words it: a sentence, and what to tap one after the other, as it is labelled there. */
export interface Step {
  readonly say: string;
  readonly path: readonly string[];
  /** The labels were taken from the program, its texts or its maker's; otherwise a page says that they may differ. */
  readonly sure: boolean;
}

/** A step whose labels, also those of its fields, are known from the program, its text files or its maker's own words. */
export function step(say: string, ...path: readonly string[]): Step {
  return { say, path, sure: true };
}

/** A step whose labels are known from other people's guides or from memory. */
export function recalled(say: string, ...path: readonly string[]): Step {
  return { say, path, sure: false };
}
