import { describe, expect, test } from 'vitest';
import type { BundleOptions } from '../../src/bundle/bundle.ts';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { accountOf, layoutOf } from '../../src/prepare/person.ts';
import { ordinarily } from '../../src/prepare/prepared.ts';
import { fillings } from '../filled.ts';
import { fixture, fixtures } from '../fixtures.ts';

/** As many as it takes until pages are prepared, and some more, of lengths and signs that those who prove it do not have. */
const people: readonly (readonly [string, string])[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((each) => [`${each}.${each}`, `${each.toUpperCase()} Nom`] as const),
  ['anne-marie.le_goff', "Anne-Marie Le Goff-D'Arc"],
  ['0', 'A'],
  ['x'.repeat(64), 'Averylongname '.repeat(7).trim()],
];

/** Accounts like this one of all these people. */
function like(account: Account): readonly Account[] {
  const layout = layoutOf(account);
  if (layout === undefined) return [account];
  const { texts, kinds } = layout;
  return people.map(([word, name]) =>
    accountOf(
      account,
      texts,
      // The first is the local part; the rest are other words, each another one.
      texts.map((_, index) => (kinds[index] === 'name' ? name : `${word.slice(index)}${index || ''}`)),
    ),
  );
}

const pagesOf = (account: Account, options: BundleOptions) =>
  makeBundle(account, clients, options).artifacts.filter(({ mediaType }) => mediaType.startsWith('text/html'));

/** Kinds of providers whose pages differ. */
const kinds = [
  'plain',
  'nameless',
  'two-servers',
  'university',
  'own-login',
  'exchange-only',
  'google-workspace',
  'oauth2',
];
const named = fixtures().filter(({ name }) => kinds.includes(name));

describe('a page that is prepared is for each what they would get alone', () => {
  const served = { device: 'windows', otherLogin: true, start: 'https://config.example.org/' } as const;
  test.each<[string, Account, BundleOptions]>([
    ...named.map(({ name, account }) => [name, account, {}] as [string, Account, BundleOptions]),
    ['plain, from a server', fixture('plain'), { served }],
    ['university, from a server', fixture('university'), { served }],
  ])('%s', (_, account, options) => {
    for (const [index, each] of like(account).entries()) {
      const made = pagesOf(each, options).map(({ path, bytes }) => ({ path, bytes: bytes() }));
      if (index < 6) continue;
      const alone = ordinarily(() =>
        pagesOf({ ...each }, options).map(({ path, bytes }) => ({ path, bytes: bytes() })),
      );
      expect(made.map(({ path }) => path)).toEqual(alone.map(({ path }) => path));
      const other = made.filter(({ bytes }, at) => Buffer.compare(bytes, alone[at]?.bytes ?? new Uint8Array()) !== 0);
      expect(other.map(({ path }) => path)).toEqual([]);
    }
  });
});

test('from the seventh bundle on no template is filled', () => {
  const everybody = like(fixture('plain'));
  const filledFor = (count: number) =>
    fillings(() => {
      for (const each of everybody.slice(0, count))
        for (const { bytes } of makeBundle({ ...each }, clients, { letters: true }).artifacts) bytes();
    }).map(({ template }) => template);
  expect(filledFor(7).slice(filledFor(6).length)).toEqual([]);
});
