import { expect, test } from 'vitest';
import { makeFileJudge } from '../../src/lint/judgement.ts';
import { kindIds, loadKind } from '../../src/lint/kinds.ts';
import { flawText, type Rule, sampleFiles } from '../../src/lint/lint-rule.ts';
import { sampleCircumstances } from '../../src/lint/samples.ts';
import { kindOf } from '../../src/read/file-kind.ts';
import { languages } from '../../src/words/languages.ts';

/* Each rule is held against the two fragments that it has, in whole files. */

const kinds = await Promise.all(kindIds.map(loadKind));
const rules = kinds.flatMap((kind) => kind.rules.map((rule) => ({ kind: kind.id, id: rule.id, rule })));

/** The files of a fragment, judged as in one run. */
const judged = async (rule: Rule, fragment: string) => {
  const { judge } = makeFileJudge(undefined, sampleCircumstances);
  const found = [];
  for (const content of sampleFiles(rule, fragment)) {
    found.push({ kind: kindOf(content), flaws: (await judge(content))?.flaws ?? [] });
  }
  return { kinds: new Set(found.map(({ kind }) => kind)), flaws: found.flatMap(({ flaws }) => flaws) };
};

test.each(rules)('$id finds its bad fragment, and says so in every language', async ({ kind, id, rule }) => {
  const { kinds: found, flaws } = await judged(rule, rule.bad);
  expect(found).toEqual(new Set([kind]));
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
    expect(found).toEqual(new Set([kind]));
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
