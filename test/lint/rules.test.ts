import { expect, test } from 'vitest';
import { commonRules } from '../../src/lint/common/common-rules.ts';
import { judgeAll } from '../../src/lint/judgement.ts';
import { kindIds, loadKind } from '../../src/lint/kinds.ts';
import { flawText, type Rule, sampleFiles } from '../../src/lint/lint-rule.ts';
import { sampleCircumstances } from '../../src/lint/samples.ts';
import { kindOf } from '../../src/read/file-kind.ts';
import { languages } from '../../src/words/languages.ts';

/* Each rule is held against the two fragments that it has, in whole files. */

const kinds = await Promise.all(kindIds.map(loadKind));
const rules = [
  ...kinds.flatMap((kind) => kind.rules.map((rule) => ({ kind: kind.id, id: rule.id, rule }))),
  ...commonRules.map((rule) => ({ kind: undefined, id: rule.id, rule })),
];

/** The files of a fragment, judged as in one run. */
const judged = async (rule: Rule, fragment: string) => {
  const files = sampleFiles(rule, fragment);
  const judgements = await judgeAll(files, undefined, sampleCircumstances);
  return { kinds: new Set(files.map(kindOf)), flaws: judgements.flatMap(({ flaws }) => flaws) };
};

/** Samples of rules for every kind are of any. */
const expectKind = (found: ReadonlySet<unknown>, kind: unknown) =>
  kind === undefined ? expect(found).not.toContain(undefined) : expect(found).toEqual(new Set([kind]));

test.each(rules)('$id finds its bad fragment, and says so in every language', async ({ kind, id, rule }) => {
  const { kinds: found, flaws } = await judged(rule, rule.bad);
  expectKind(found, kind);
  const own = flaws.filter((flaw) => flaw.rule.id === id);
  expect(own).not.toEqual([]);
  for (const language of languages)
    for (const flaw of own) {
      const { says, remedy } = flawText(flaw, language);
      expect(`${says} ${remedy}`).not.toMatch(/undefined|\{(?!local|address|domain|login)|NaN|\[object/);
    }
});

test.each(rules)(
  '$id finds nothing in its good fragment, where nothing else is wrong either',
  async ({ kind, rule }) => {
    const { kinds: found, flaws } = await judged(rule, rule.good);
    expectKind(found, kind);
    expect(flaws.filter((flaw) => flaw.rule.severity !== 'note').map((flaw) => flaw.rule.id)).toEqual([]);
    expect(flaws.map((flaw) => flaw.rule.id)).not.toContain(rule.id);
  },
);

test('an id is of one rule', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('what hurts somebody is no mere note, and an error hurts somebody', () => {
  expect(rules.filter(({ rule }) => rule.severity === 'error' && Object.keys(rule.hurts).length === 0)).toEqual([]);
});
