/*
 * Contexts with many members have their spreads at the end: in front of members that are written out, V8 makes the object anew for each of these, which took some thirty times
 * as long as all else that a page's context is made of (Node 20; npm run bench).
 */

/** What a template sees: own data properties only. `undefined` and `null` are refused; absent is `false` or `[]`. */
export type Value = string | number | boolean | readonly Value[] | Context;
export interface Context {
  readonly [name: string]: Value;
}
