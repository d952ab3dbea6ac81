import { describe, expect, test } from 'vitest';
import type { PasswordRules } from '../../src/model/account.ts';
import { namesOf } from '../../src/pages/password/names.ts';
import { brokenRules, rulesIn } from '../../src/pages/password/rules.ts';
import { providerOf } from '../../src/resolve/mail-domain.ts';
import { readProfile } from '../fixtures.ts';
import { trials } from './table.ts';

function rulesOf(profile: string): PasswordRules {
  const rules = providerOf(readProfile(profile)).onboarding?.password?.rules;
  if (rules === undefined) throw new Error(`profiles/${profile}.yaml has no rules for passwords`);
  return rules;
}

describe('the rules of CNRS', () => {
  const rules = rulesOf('cnrs');

  test('are all but the digit', () => {
    expect(rulesIn(rules)).toEqual(['length', 'lowercase', 'uppercase', 'special', 'characters', 'names', 'digitRun']);
  });

  test.each(trials)('“$password” of $first $last breaks $broken', ({ password, broken, first, last }) => {
    expect(brokenRules(rules, [first, last], password)).toEqual(broken);
  });

  test('take every special character of their list and no other of the keyboard', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const refused = printable.filter((each) => brokenRules(rules, [], `Orage-sur-le-${each}`).length > 0);
    expect(refused).toEqual(['`']);
  });

  test('have at least fifty examples', () => {
    expect(trials.length).toBeGreaterThanOrEqual(50);
    expect(new Set(trials.map(({ password, first }) => `${first} ${password}`)).size).toBe(trials.length);
  });
});

describe('the rules of another provider', () => {
  const rules = rulesOf('universite');

  test.each([
    ['Été Indien 2022 €', []],
    ['Été indien 2022 €', ['uppercase']],
    ['Marie1234567', []],
    ['Marie12345678', ['digitRun']],
    ['mariemarie1', ['uppercase']],
    ['Mariemariemarie', ['digit']],
    ['Mar1', ['length']],
  ])('“%s” breaks %j', (password, broken) => {
    expect(brokenRules(rules, ['Marie'], password)).toEqual(broken);
  });

  test('without a list take any sign for a special character', () => {
    const special: PasswordRules = { ...rules, requires: ['special'], minimumLength: 1 };
    for (const password of ['!', '€', '§', '🦊', '«']) expect(brokenRules(special, [], password)).toEqual([]);
    for (const password of ['a', 'É', '٣', ' ', '\u0301'])
      expect(brokenRules(special, [], password)).toEqual(['special']);
  });
});

test.each([
  ['prenom.nom', 'Prenom', 'Nom'],
  ['marie-claude.le-goff', 'Marie-Claude', 'Le-Goff'],
  ["jean.o'brien", 'Jean', "O'Brien"],
  ['jean.dupont2', 'Jean', 'Dupont'],
  ['anna.de.la.tour', 'Anna', 'De La Tour'],
  ['jean_dupont', 'Jean', 'Dupont'],
  ['émile.zola', 'Émile', 'Zola'],
  ['mcurie', '', 'Mcurie'],
  ['.2.', '', ''],
  ['"a b".c', 'Ab', 'C'],
])('the names in %s are “%s” and “%s”', (local, first, last) => {
  expect(namesOf(local)).toEqual({ first, last });
});
