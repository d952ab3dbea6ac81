import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEVERAL } from '../src/model/filter.ts';
import {
  applyDirectoryRule,
  applyRule,
  isLoginOf,
  isLoginRule,
  isTooLong,
  localPartOf,
  localPartOrSeveral,
  ruleFault,
  ruleIn,
  substitute,
} from '../src/model/rule.ts';
import { filteredRules, localParts, rules, texts } from './arbitrary.ts';

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
    '{local|lower}',
    '{local|untagged|lower}@x',
    '{local|untagged|lower|replace:.:_|lower|replace:a:}',
    '{address|replace:@:%}',
    'a|b:{local|replace:.:$&}',
    `{local${'|lower'.repeat(8)}}`,
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
    '{local|}',
    '{local|lower|}',
    '{local|Lower}',
    '{|lower}',
    '{local |lower}',
    '{local|replace}',
    '{local|replace:.}',
    '{local|replace::_}',
    '{local|replace:.:_:x}',
    '{local|replace:.: }',
    '{local|replace:.:{}',
    '{local|replace:\u200b:_}',
    '{local|replace:.:\u0301}',
    `{local|replace:.:${'_'.repeat(17)}}`,
    '{local|replace:+:_|untagged}',
    '{domain|lower}{local}',
    '{local|lower}{local}',
    `{local${'|lower'.repeat(9)}}`,
  ])('is not %j', (rule) => expect(isLoginRule(rule)).toBe(false));

  test.each([
    ['{local|uper}', { fault: 'filter', text: 'uper' }],
    ['{local|replace:.}', { fault: 'replace', text: 'replace:.' }],
    ['{domain|lower}{local}', { fault: 'filter-of', name: 'domain' }],
    ['{local|replace:+:_|untagged}', { fault: 'order' }],
    [`{local${'|lower'.repeat(9)}}`, { fault: 'many' }],
    ['{name|lower}', { fault: 'rule' }],
  ])('%s is none because of %j', (rule, fault) => expect(ruleFault(rule)).toEqual(fault));
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

describe('a filter', () => {
  test.each([
    ['{local|lower}', 'Jean.DUPONT', 'jean.dupont'],
    ['{local|lower}', 'ÉLUARD', 'éluard'],
    ['{local|untagged}', 'jean+a+b', 'jean'],
    ['{local|untagged}', 'jean+', 'jean'],
    // There is nothing before it that could be the mailbox.
    ['{local|untagged}', '+jean', '+jean'],
    ['{local|replace:.:_}', 'a.b.c', 'a_b_c'],
    ['{local|replace:.:$&}', 'a.b', 'a$&b'],
    ['{local|replace:.:}', 'a.b', 'ab'],
    ['{local|untagged|lower|replace:.:_}@x', 'Jean.Dupont+tag', 'jean_dupont@x'],
    ['{address|lower}', 'Jean', 'jean@cnrs.fr'],
    ['{address|untagged}', 'jean+a', 'jean@cnrs.fr'],
    ['{address|replace:@:%}', 'jean', 'jean%cnrs.fr'],
    ['{address|replace:.:_}', 'a.b', 'a_b@cnrs_fr'],
    // Quotes are around the local part, and stay there.
    ['{local|lower}', '"Jean D"', '"jean d"'],
    ['{local|untagged}', '"jean d+a"', '"jean d"'],
    ['{local|untagged}', String.raw`"jean\+a"`, '"jean"'],
    ['{local|replace:a:b}', String.raw`"a\"a"`, String.raw`"b\"b"`],
    ['{local|untagged}@x', '"a@b+c"', '"a@b"@x'],
  ])('%s makes of %s %s', (rule, local, login) => {
    const inDomain = ruleIn('cnrs.fr', rule);
    expect(applyRule(inDomain, local)).toBe(login);
    expect(isLoginOf(inDomain, local, login)).toBe(true);
  });

  test('that leaves nothing gives no login, nor does one that makes more of it than a login may have', () => {
    expect(applyRule(ruleIn('cnrs.fr', 'x-{local|replace:a:}@y'), 'aa')).toBeUndefined();
    expect(applyRule(ruleIn('cnrs.fr', '{local|replace:a:}'), '""')).toBeUndefined();
    const growing = `{local${`|replace:a:${'a'.repeat(16)}`.repeat(8)}}`;
    expect(applyRule(ruleIn('cnrs.fr', growing), 'a')).toBeUndefined();
    expect(isTooLong(ruleIn('cnrs.fr', growing), 'a')).toBe(true);
    expect(isTooLong(ruleIn('cnrs.fr', 'x-{local|replace:a:}@y'), 'aa')).toBe(false);
    expect(isTooLong(ruleIn('cnrs.fr', `{local}${'x'.repeat(253)}`), 'a')).toBe(false);
    expect(isTooLong(ruleIn('cnrs.fr', `{local}${'x'.repeat(253)}`), 'é')).toBe(true);
  });

  test('may make much of a local part where the next one makes little of it again', () => {
    const rule = `{local|replace:a:${'b'.repeat(16)}|replace:${'b'.repeat(8)}:c}`;
    expect(applyRule(ruleIn('cnrs.fr', rule), 'a'.repeat(60))).toBe('c'.repeat(120));
  });

  test('has no word in another notation of placeholders', () => {
    const mozilla = { local: '%EMAILLOCALPART%', domain: '%EMAILDOMAIN%', address: '%EMAILADDRESS%' };
    expect(substitute('{local|lower}@ods.services', mozilla)).toBeUndefined();
    expect(substitute('a|b{local}', mozilla)).toBe('a|b%EMAILLOCALPART%');
  });

  test('is there before a distinguished name is escaped', () => {
    expect(applyDirectoryRule(ruleIn('cnrs.fr', 'uid={local|replace:a:,},dc=x'), 'bab')).toBe('uid=b\\,b,dc=x');
  });
});

describe('a rule with filters, read backwards', () => {
  test.each([
    ['{local|lower}', '12345', '12345'],
    ['{local|lower}', 'jean', SEVERAL],
    ['{local|lower}', 'straße', SEVERAL],
    ['{local|lower}', 'Jean', undefined],
    ['{local|lower}@x', 'jean@elsewhere.example', undefined],
    ['{local|lower}', 'jean@elsewhere.example', undefined],
    ['{local|untagged}', 'jean', SEVERAL],
    ['{local|untagged}', 'jean@elsewhere.example', undefined],
    ['{local|replace:.:_}', 'jean', 'jean'],
    ['{local|replace:.:_}', 'jean_d', SEVERAL],
    ['{local|replace:.:_}', 'jean.d', undefined],
    // No local part has this sign without quotes, so it was a dot.
    ['{local|replace:.:@}', 'jean@d', 'jean.d'],
    ['{local|replace:.:}', 'jean', SEVERAL],
    ['{local|replace:ab:c}', 'jean', SEVERAL],
    ['{local|replace:a:b|replace:c:b}', 'b', SEVERAL],
    ['{local|replace:a:b|replace:b:c}', 'c', SEVERAL],
    ['{local|replace:a:b|replace:b:c}', 'x', 'x'],
    ['{local|replace:a:b|replace:b:c}', 'ab', undefined],
    ['{address|replace:@:%}', 'jean%CNRS.fr', 'jean'],
    ['{address|replace:@:%}', 'a%b%cnrs.fr', 'a%b'],
    ['{address|replace:@:%}', 'jean@cnrs.fr', undefined],
    ['{local|replace:.:_}', '"jean"', undefined],
  ])('%s of %s is %s', (rule, login, local) => {
    expect(localPartOrSeveral(ruleIn('cnrs.fr', rule), login)).toBe(local);
    expect(localPartOf(ruleIn('cnrs.fr', rule), login)).toBe(local === SEVERAL ? undefined : local);
  });

  test('gives the local part that it was applied to, or none', () => {
    let read = 0;
    const quoted = localParts.map((local) => `"${local} ${local}"`);
    fc.assert(
      fc.property(filteredRules, fc.oneof(localParts, quoted), (rule, local) => {
        expect(isLoginRule(rule)).toBe(true);
        const inDomain = ruleIn('xn--bcher-kva.example', rule);
        const login = applyRule(inDomain, local.normalize('NFC'));
        fc.pre(login !== undefined);
        const back = localPartOf(inDomain, login ?? '');
        if (back !== undefined) read += 1;
        expect([undefined, local.normalize('NFC')]).toContain(back);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('two local parts with one login are never read as one of them', () => {
    const letters = [...'aAbB.+_-%'];
    const longer = (parts: readonly string[]) => parts.flatMap((part) => letters.map((letter) => part + letter));
    const all = [...letters, ...longer(letters), ...longer(longer(letters))];
    let several = 0;
    fc.assert(
      fc.property(filteredRules, (rule) => {
        const inDomain = ruleIn('example.org', rule);
        const logins = new Map<string | undefined, string[]>();
        for (const local of all) {
          const login = applyRule(inDomain, local);
          logins.set(login, [...(logins.get(login) ?? []), local]);
        }
        for (const [login, locals] of logins) {
          if (login === undefined || locals.length === 1) continue;
          several += 1;
          expect([login, localPartOf(inDomain, login)]).toEqual([login, undefined]);
        }
      }),
      { numRuns: 100 },
    );
    expect(several).toBeGreaterThan(100);
  });

  test('a letter whose lower case another letter has, too, is read as none', () => {
    for (let code = 0; code < 0x2_0000; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const letter = String.fromCodePoint(code).normalize('NFC');
      const lower = letter.toLowerCase();
      if (lower === letter || [...lower].length !== 1) continue;
      expect([letter, localPartOf(ruleIn('example.org', '{local|lower}'), lower)]).toEqual([letter, undefined]);
    }
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
        expect(localPartOf(inDomain, applyRule(inDomain, local) ?? '')).toBe(local);
      }),
      { numRuns: 1000 },
    );
  });
});
