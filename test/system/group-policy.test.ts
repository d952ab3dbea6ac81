import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../clients/outlook/readers.ts';
import { carriedBy, fixture, root } from '../fixtures.ts';
import { readRegistryItems } from '../readers/group-policy.ts';
import { ourPath, valuesOf } from './outlook-files.ts';
import { has } from './programs.ts';
import { makeWine, OFFICE, type Wine } from './wine.ts';

/*
 * The files for Group Policy Preferences. No Windows is here to process them: xmllint holds them against a schema made from their specification, and wine's reg.exe
 * does what the specification says of each item.
 */
const carried = carriedBy('password');

describe.skipIf(!has('xmllint'))('xmllint', () => {
  const schema = join(root, 'test/readers/group-policy.rng');
  const judge = (text: string) =>
    spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', schema, '-'], { input: text, timeout: 10_000 }).status;

  test.each(carried)('accepts the files of $name', ({ account }) => {
    expect(judge(textOf(account, 'gpo-registry'))).toBe(0);
    expect(judge(textOf(account, 'gpo-files'))).toBe(0);
  });

  test.each([
    ['another class', 'A3CCFC41', 'A3CCFC42'],
    ['an action that there is not', 'action="R"', 'action="X"'],
    ['a number that is none', 'value="00000001"', 'value="1"'],
    ['a key with its hive', 'key="Software', 'key="\\Software'],
    ['an attribute too many', 'userContext="1"', 'userContext="1" cpassword="x"'],
    ['a condition without what it binds to', ' binding="LDAP:"', ''],
  ])('refuses %s', (_, from, to) => {
    const text = textOf(fixture('plain'), 'gpo-registry');
    expect(text).toContain(from);
    expect(judge(text.replaceAll(from, to))).not.toBe(0);
  });
});

describe.skipIf(!has('wine'))('in wine', () => {
  let wine: Wine;
  beforeAll(() => {
    wine = makeWine();
    wine.merge(`[${OFFICE}\\16.0\\Outlook\\AutoDiscover]\n"autre.example"="\\\\\\\\server\\\\autre.xml"\n`);
  });
  afterAll(() => wine?.remove());

  test.each(['plain', 'hostile', 'idn', 'university'])(
    '%s: the items give the values of install.cmd, and their removal those of before',
    (name) => {
      const account = fixture(name);
      const before = wine.registry();
      const local = `C:${wine.localData.slice(wine.drive.length).replaceAll('/', '\\')}`;
      const items = readRegistryItems(textOf(account, 'gpo-registry'));
      for (const { key, name: value, type, value: data } of items) {
        const given = type === 'REG_DWORD' ? `0x${data}` : data.replace('%LocalAppData%', local);
        expect(wine.run(wine.drive, ['reg', 'add', key, '/v', value, '/t', type, '/d', given, '/f']).status).toBe(0);
      }
      // (That install.cmd makes these, outlook.test.ts shows.)
      expect(wine.registry()).toEqual({ ...before, ...valuesOf(account, ourPath(wine, account)) });
      for (const { key, name: value } of items) {
        expect(wine.run(wine.drive, ['reg', 'delete', key, '/v', value, '/f']).status).toBe(0);
      }
      expect(wine.registry()).toEqual(before);
    },
  );
});
