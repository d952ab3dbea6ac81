import type { Target } from './target.ts';

/** A request as plain data, whatever brings it: Node's server, an edge runtime, somebody's own. */
export interface Question extends Target {
  /** In capitals, as HTTP's own are. */
  readonly method: string;
  /** The value of a header, by its name in small letters. */
  readonly header: (name: string) => string | undefined;
  /** Whole, and bounded by who brings it; `undefined` where there is none. */
  readonly body: Uint8Array | undefined;
}

/** What is answered, as plain data, for whatever carries it. */
export interface Answer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** Empty where there is none. */
  readonly body: Uint8Array;
}
