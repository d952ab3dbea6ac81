/** What a template sees: own data properties only. `undefined` and `null` are refused; absent is `false` or `[]`. */
export type Value = string | number | boolean | readonly Value[] | Context;
export interface Context {
  readonly [name: string]: Value;
}
