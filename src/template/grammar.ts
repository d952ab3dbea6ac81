import type { Problem } from '../errors.ts';

/** Why a placeholder may not stand somewhere: the text of a problem, without its place. */
export type Reason = Problem;

/**
 * Where in its notation a placeholder stands. Escaping holds in some positions only (OWASP XSS Prevention Cheat Sheet, rules 1 and 2), so
 * the others do not compile. A grammar knows just enough of the notation for that: what is complete and can be forgotten, and what kind
 * of thing the rest opens.
 */
export interface Grammar {
  /** What is unfinished at the end of a text: it without everything complete from its start. */
  readonly unfinished: (text: string) => string;
  /** What an unfinished rest is the beginning of: all ways through a block end in the same. */
  readonly kind: (open: string) => string;
  /** Why a placeholder may not stand at the end of an unfinished rest; `undefined` where it may. */
  readonly refuses: (open: string) => Reason | undefined;
  /** Why what follows a placeholder in an unfinished rest takes away what its escaping relies on; absent: nothing does. */
  readonly spoils?: (open: string) => Reason | undefined;
  /** May a value with places in it at which a line may break, `{{breaks name}}`, stand at the end of an unfinished rest? Absent: nowhere. */
  readonly breaks?: (open: string) => boolean;
}

/** Stands for the value of a placeholder in an unfinished rest. */
export const HOLE = '\ufffc';
