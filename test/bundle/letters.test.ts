import { expect, test } from 'vitest';
import { letterOf, lettersOf } from '../../src/bundle/letters.ts';
import type { Account } from '../../src/model/account.ts';
import { ordinarily } from '../../src/prepare/prepared.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { readProfile } from '../fixtures.ts';
import { byTag, readHtml, textOf } from '../html.ts';

const cnrs = readProfile('cnrs');
const people = Array.from(
  { length: 20 },
  (_, index): Account =>
    resolve(
      { address: `p${index}.nom@cnrs.fr`, name: 'Anne '.repeat(index + 1).trim(), language: index % 3 ? 'fr' : 'en' },
      [cnrs],
    ).account,
);

test('letters of many are one page of HTML, with a sheet for each in their order and language', () => {
  const document = readHtml(new TextDecoder().decode(lettersOf(people as [Account, ...Account[]])));
  const sheets = byTag(document, 'article');
  expect(sheets.map((each) => each.attrs.find(({ name }) => name === 'lang')?.value)).toEqual(
    people.map(({ language }) => language),
  );
  for (const [index, sheet] of sheets.entries()) {
    const text = textOf(sheet, []);
    expect(text).toContain(people[index]?.address);
    expect(text).toContain(people[index]?.login);
  }
  expect(byTag(document, 'main')).toHaveLength(1);
  expect(byTag(document, 'script')).toEqual([]);
});

test('a letter that is prepared is the same as one that is not', () => {
  for (const each of people)
    expect(
      Buffer.compare(
        letterOf(each),
        ordinarily(() => letterOf({ ...each })),
      ),
    ).toBe(0);
});
