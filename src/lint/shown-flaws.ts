import type { Flaw, Rule } from './lint-rule.ts';

/** How much of one rule in one file is shown: a person reads a few lines, a program more. GitHub itself shows ten annotations of each level. */
export const MOST_SHOWN = { text: 10, github: 10, json: 100, sarif: 100 } as const;

/** What one rule found in a file beyond what is shown. */
export interface Unshown {
  readonly rule: Rule;
  readonly count: number;
}

/** The flaws of a file that a report shows, in their order, and how many more each rule has found. */
export function shownFlaws(
  flaws: readonly Flaw[],
  most: number,
): { readonly shown: readonly Flaw[]; readonly unshown: readonly Unshown[] } {
  const counts = new Map<Rule, number>();
  const shown = flaws.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= most;
  });
  const unshown = [...counts].flatMap(([rule, count]) => (count > most ? [{ rule, count: count - most }] : []));
  return { shown, unshown };
}
