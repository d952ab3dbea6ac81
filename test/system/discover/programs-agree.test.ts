import { describe, expect, test } from 'vitest';
import { type Comparison, canIsolate, compareIsolated } from './isolated.ts';

/*
 * `discover --as` says what the real programs do: seeded made-up domains, each asked by our simulator and by the program, in a network of their own. DISCOVER_WORLDS and
 * DISCOVER_SEED make it more of them, or others.
 */
const count = Number(process.env.DISCOVER_WORLDS ?? 20);
const seed = Number(process.env.DISCOVER_SEED ?? 1);

describe.each([
  ['thunderbird', canIsolate('thunderbird')],
  [
    'evolution',
    canIsolate(
      '/usr/libexec/evolution/killev',
      'dbus-run-session',
      '/usr/libexec/evolution-source-registry',
      'python3',
    ),
  ],
] as const)('discover --as %s', (program, possible) => {
  test.skipIf(!possible)(
    `ends where the program ends, in ${count} set-ups`,
    async () => {
      const compared = await compareIsolated({ program, count, seed });
      expect(compared.length).toBe(count);
      // What is not known of the program is said, and is rare.
      expect(compared.filter(({ doubted }) => doubted).length).toBeLessThanOrEqual(Math.ceil(count / 20));
      const different = await asked(
        program,
        compared
          .filter(({ ours, theirs, doubted }) => !doubted && ours !== theirs)
          .map(({ who }) => compared.findIndex((each) => each.who === who)),
      );
      expect(different).toEqual([]);
    },
    120_000 + count * 15_000,
  );

  /** Where a computer is busy, an answer may come too late for the program: those that differ are asked once more, alone. */
  async function asked(of: Comparison['program'], only: readonly number[]) {
    if (only.length === 0) return [];
    const again = await compareIsolated({ program: of, count, seed, only });
    return again.filter(({ ours, theirs }) => ours !== theirs);
  }
});
