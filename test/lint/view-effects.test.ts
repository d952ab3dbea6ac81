import { expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { contentOf } from '../../src/read/content.ts';
import { mutations } from './config-mutations.ts';

/*
 * Rules and views say the same of a program, over seeded mutations of clientConfig files. Views are held against the programs themselves elsewhere
 * (test/system/thunderbird/lint-views.test.ts, android-view.test.ts).
 */

const texts = mutations(400, 1);

test.each(['thunderbird', 'thunderbird-android', 'evolution'] as const)('%s', async (party) => {
  const seen = { refuses: 0, skips: 0 };
  for (const text of texts) {
    const judgement = await judge(contentOf('mutation', new TextEncoder().encode(text)), party);
    // A root of another name is no clientConfig to us, and a file cut short before it neither.
    if (judgement?.view === undefined) continue;
    const { view, flaws } = judgement;
    const errors = flaws.filter(({ rule }) => rule.severity === 'error');
    const effects = errors.map(({ hurts }) => hurts[party]);
    if (view.outcome === 'refuses') {
      seen.refuses += 1;
      expect(effects, text).not.toEqual([]);
      continue;
    }
    expect(effects, text).not.toContain('refuses-file');
    for (const { hurts, details } of flaws)
      if (hurts[party] === 'skips-server' && details.number !== undefined)
        expect(view.skipped, text).toContain(details.number);
    for (const number of party === 'thunderbird' ? (view.skipped ?? []) : []) {
      seen.skips += 1;
      expect(
        flaws.map(({ details }) => details.number),
        text,
      ).toContain(number);
    }
  }
  expect(seen.refuses).toBeGreaterThan(10);
  if (party === 'thunderbird') expect(seen.skips).toBeGreaterThan(10);
});
