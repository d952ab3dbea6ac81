/** One thing to do in a program, as a catalogue words it: a sentence, and what to tap one after the other, as it is labelled there. */
export interface Step {
  readonly say: string;
  readonly path: readonly string[];
}

/** A step in words. */
export function step(say: string, ...path: readonly string[]): Step {
  return { say, path };
}
