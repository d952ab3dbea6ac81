import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRule, isLoginRule, localPartOf, ruleIn, substitute } from '../src/model/rule.ts';
import { rules, texts } from './arbitrary.ts';

describe('a login rule', () => {
  test.each([
    '{local}',
    '{address}',
    '{local}@ods.services',
    'arts-{local}',
    'CORP\\{local}',
    '{domain}/{local}',
    '{local}.{domain}.{domain}',
    'été-{local}',
    '$&{local}',
  ])('is %s', (rule) => expect(isLoginRule(rule)).toBe(true));
  test.each([
    '',
    'login',
    '{domain}',
    '{local}{local}',
    '{local}{address}',
    '{Local}',
    '{local',
    '{name}{local}',
    '{{local}}',
    '{local} x',
    ' {local}',
    '{local}\t',
    '{local}\n',
    '{local}\u200b',
    '{local}\u00a0',
    '{local}\ud800',
    // As a word processor writes them, and YAML takes them for a part of the text.
    '“{local}@ods.services”',
    '«{local}»',
    '„{local}“',
    '‚{local}‘',
  ])('is not %j', (rule) => expect(isLoginRule(rule)).toBe(false));
});

describe('applied', () => {
  test.each([
    ['{local}@ods.services', 'prenom.nom@ods.services'],
    ['{address}', 'prenom.nom@cnrs.fr'],
    ['{domain}\\{local}', 'cnrs.fr\\prenom.nom'],
  ])('%s gives %s', (rule, login) => {
    expect(applyRule(ruleIn('cnrs.fr', rule), 'prenom.nom')).toBe(login);
  });

  test('takes a local part for what it is, whatever a replacement pattern would make of it', () => {
    expect(applyRule(ruleIn('cnrs.fr', '{local}@x'), "$&$1$$$`$'{domain}")).toBe("$&$1$$$`$'{domain}@x");
  });

  test('translates to other placeholders', () => {
    const mozilla = { local: '%EMAILLOCALPART%', domain: '%EMAILDOMAIN%', address: '%EMAILADDRESS%' };
    expect(substitute('{local}@ods.services', mozilla)).toBe('%EMAILLOCALPART%@ods.services');
  });
});

describe('read backwards', () => {
  test.each([
    ['{local}@ods.services', 'prenom.nom@ods.services', 'prenom.nom'],
    ['{local}@ods.services', 'Prenom.Nom@ODS.Services', 'Prenom.Nom'],
    ['{local}', 'x', 'x'],
    ['{address}', 'x@CNRS.fr', 'x'],
    ['arts-{local}', 'ARTS-x', 'x'],
    ['{local}@ods.services', 'prenom.nom@cnrs.fr', undefined],
    ['{local}@ods.services', '@ods.services', undefined],
    ['{local}', '', undefined],
    // The ends of a rule do not overlap in a login that is shorter than they are.
    ['ab{local}ba', 'aba', undefined],
  ])('%s of %s is %s', (rule, login, local) => {
    expect(localPartOf(ruleIn('cnrs.fr', rule), login)).toBe(local);
  });

  test('gives the local part that it was applied to', () => {
    fc.assert(
      fc.property(rules, texts, (rule, local) => {
        fc.pre(local !== '');
        expect(isLoginRule(rule)).toBe(true);
        const inDomain = ruleIn('xn--bcher-kva.example', rule);
        expect(localPartOf(inDomain, applyRule(inDomain, local))).toBe(local);
      }),
      { numRuns: 1000 },
    );
  });
});
