import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gives, inferRule } from '../../src/import/infer-login.ts';
import { applyRule, ruleIn } from '../../src/model/rule.ts';

const pair = (address: string, login: string) => ({ address, login });

describe('the rule that a person’s address and login give', () => {
  test.each([
    ['prenom.nom@cnrs.fr', 'prenom.nom@ods.services', '{local}@ods.services'],
    ['ada@example.org', 'ada@example.org', '{address}'],
    ['ada@example.org', 'ADA@example.org', 'ask'],
    ['ada@example.org', 'ada@EXAMPLE.org', '{address}'],
    ['ada@example.org', 'ada', '{local}'],
    ['ada@example.org', 'arts-ada', 'arts-{local}'],
    ['ada@example.org', 'EXAMPLE\\ada', 'EXAMPLE\\{local}'],
    ['ada@example.org', 'ada%example.org', '{local}%{domain}'],
    ['ada.lovelace@example.org', 'ada_lovelace', '{local|replace:.:_}'],
    ['Ada.Lovelace@example.org', 'ada.lovelace', '{local|lower}'],
    ['ada+lists@example.org', 'ada', '{local|untagged}'],
    ['max@example.org', 'maximilian', 'ask'],
    ['max@example.org', 'max@max.example.org', 'ask'],
    ['ada@example.org', 'u4711', 'ask'],
    ['no address', 'ada', 'ask'],
  ])('%s with %s gives %s', (address, login, rule) => {
    expect(inferRule([pair(address, login)])).toBe(rule);
  });

  test('holds for every person, or is none', () => {
    const ada = pair('ada@example.org', 'ada@login.example');
    expect(inferRule([ada, pair('bob@example.org', 'bob@login.example')])).toBe('{local}@login.example');
    expect(inferRule([ada, pair('bob@example.org', 'robert@login.example')])).toBe('ask');
    // One person’s login may look like more rules than one: the second tells them apart.
    expect(inferRule([pair('ada@a.example', 'ada%a.example'), pair('bob@b.example', 'bob%b.example')])).toBe(
      '{local}%{domain}',
    );
  });

  test('gives back the login of whoever has one by a rule', () => {
    const rules = [
      '{local}',
      '{address}',
      '{local}@login.example',
      'x-{local}',
      '{local|lower}@y.example',
      '{local|replace:.:-}',
    ];
    const local = fc.stringMatching(/^[a-z]{2,8}(?:\.[A-Za-z]{2,8})?$/);
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.uniqueArray(local, { minLength: 1, maxLength: 4 }), (rule, locals) => {
        const pairs = locals.map((each) =>
          pair(`${each}@example.org`, applyRule(ruleIn('example.org', rule), each) ?? ''),
        );
        const found = inferRule(pairs);
        expect(pairs.every((each) => gives(found, each))).toBe(true);
      }),
    );
  });
});
