import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSource } from '../../src/people/source.ts';
import { heard, listOf, refusalOf, rowsOf } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

function map(text: string | Uint8Array, name = 'virtual'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return `postfix:${path}`;
}

describe('a map of Postfix', () => {
  test('gives the address and the login of each entry', async () => {
    const text = [
      '# people of CNRS',
      '',
      'anne@cnrs.fr   anne@ods.services',
      'bob@cnrs.fr\tbob',
      '"john doe"@cnrs.fr jd@ods.services',
      'Carl@CNRS.fr',
      '   # a comment in between',
      '',
      '    carl@ods.services  ',
      'last@cnrs.fr last',
    ].join('\n');
    const rows = await rowsOf(map(text));
    expect(rows.map(({ person }) => person)).toEqual([
      { who: 'anne@cnrs.fr', login: 'anne@ods.services' },
      { who: 'bob@cnrs.fr', login: 'bob' },
      { who: '"john doe"@cnrs.fr', login: 'jd@ods.services' },
      { who: 'Carl@CNRS.fr', login: 'carl@ods.services' },
      { who: 'last@cnrs.fr', login: 'last' },
    ]);
    expect(rows.map(({ row, where }) => `${row} ${where.split(':').at(-1)}`)).toEqual([
      '1 3',
      '2 4',
      '3 5',
      '4 6',
      '5 10',
    ]);
  });

  test('may be named as main.cf names it, and is the same list then', async () => {
    const spec = map('anne@cnrs.fr anne\n');
    const other = spec.replace('postfix:', 'postfix:hash:');
    expect(await listOf(other)).toEqual([{ who: 'anne@cnrs.fr', login: 'anne' }]);
    expect((await openSource(other)).id).toBe((await openSource(spec)).id);
    expect(await (await openSource(spec)).size?.()).toBe(1);
  });

  test('tells of entries that name nobody', async () => {
    const { said, tell } = heard();
    const text = '@cnrs.fr all@ods.services\ncnrs.fr anything\npostmaster anne\nanne@cnrs.fr anne\n';
    expect(await listOf(map(text), { note: tell })).toEqual([{ who: 'anne@cnrs.fr', login: 'anne' }]);
    expect(said.map((each) => each.replace(`${folder}/`, ''))).toEqual([
      'virtual:1  “@cnrs.fr” stands for everybody of its domain and names nobody, so it is not read',
      'virtual:2  “cnrs.fr” is no address and names nobody, so it is not read',
      'virtual:3  “postmaster” is no address and names nobody, so it is not read',
    ]);
  });

  test('of a thousand such entries tells of the first, and how many there are', async () => {
    const { said, tell } = heard();
    await listOf(map(Array.from({ length: 1000 }, (_, at) => `@d${at}.example all\n`).join('')), { note: tell });
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toContain('990 more entries name nobody');
  });

  test('has rows whose value is no login', async () => {
    const text = [
      'a@cnrs.fr',
      'b@cnrs.fr one@ods.services, two@ods.services',
      'c@cnrs.fr |/usr/bin/vacation',
      'd@cnrs.fr /var/mail/d',
      '"e@cnrs.fr e',
      'f@cnrs.fr f',
    ].join('\n');
    expect(await listOf(map(text))).toEqual([
      ['people.postfix-value'],
      ['people.postfix-several'],
      ['people.postfix-delivery'],
      ['people.postfix-delivery'],
      ['people.postfix-quote'],
      { who: 'f@cnrs.fr', login: 'f' },
    ]);
  });

  test.each([
    ['a table of patterns', '# regexp\n/^(.*)@cnrs\\.fr$/ $1@ods.services\n', ':2  a table of patterns'],
    ['one that denies', '!/x/i y\n', ':1  a table of patterns'],
    ['one with conditions', 'if /@cnrs/\n/a/ b\nendif\n', ':1  a table of patterns'],
    ['aliases', 'root: anne\n', ':1  has a colon behind the key'],
    [
      'what postmap makes',
      new Uint8Array([0, 6, 21, 97, 0, 0, 0, 2]),
      '  is not the text of a map but what postmap has made',
    ],
    ['a continuation of nothing', '  a@cnrs.fr b\n', ':1  the first line begins with a space'],
  ])('is refused in one line where it is %s', async (_, text, message) => {
    const refusal = await refusalOf(map(text));
    expect(refusal).toContain(`virtual${message}`);
    expect(refusal.split('\n')).toHaveLength(1);
  });

  test.each([
    ['postfix:', {}, 'postfix: needs the path of a map'],
    ['postfix:pcre:/etc/postfix/x', {}, 'a table of the type pcre has no list of addresses'],
    ['postfix:/x', { map: ['address=mail'] }, 'a map of Postfix has no columns'],
    ['postfix:/x', { bind: 'cn=x' }, '--bind says nothing about this source'],
    ['postfix:/absent/x', {}, '/absent/x  cannot be read (ENOENT)'],
  ])('named %s with %j is refused', async (spec, options, message) => {
    expect(await refusalOf(spec, options)).toContain(message);
  });
});
