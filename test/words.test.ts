import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../src/model/account.ts';
import { languageOfLocale } from '../src/words/languages.ts';
import { typesetFor } from '../src/words/localized.ts';
import { prepare } from '../src/words/text.ts';
import { shortened, typeset, visible } from '../src/words/typography.ts';
import { bind, isEither, type Tree } from '../src/words/words.ts';
import { root } from './fixtures.ts';

/** Every file of words there is: those that no client owns, and each client's own. */
const FILE = /^(.*(?:^|\/)(?:words|[a-z]+-words)|words\/[a-z-]+)\.(en|fr)\.ts$/;
const names = new Set(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).flatMap((file) => FILE.exec(file)?.[1] ?? []),
);
const groups = await Promise.all(
  [...names].sort().map(async (name) => ({ name, en: await treeOf(name, 'en'), fr: await treeOf(name, 'fr') })),
);

async function treeOf(name: string, language: Language): Promise<Tree & object> {
  const file = (await import(/* @vite-ignore */ join(root, 'src', `${name}.${language}.ts`))) as Record<
    Language,
    Tree & object
  >;
  return file[language];
}

/** Every text of these words, bound, with its place; each value that it takes is the word VALUE. */
function* walk(tree: Tree, bound: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof tree === 'boolean') return;
  if (isEither(tree)) {
    for (const given of ['VALUE', '']) yield { path, text: filledWith(bound, { [tree.given]: given }) };
  } else if (typeof tree === 'string') yield { path, text: typeof bound === 'string' ? bound : filledWith(bound, {}) };
  else {
    for (const [key, member] of Object.entries(tree as object))
      yield* walk(member, (bound as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
  }
}

function filledWith(bound: unknown, given: object): string {
  const values = new Proxy(given, { get: (target, name) => Reflect.get(target, name) ?? 'VALUE' });
  return typeof bound === 'string' ? bound : (bound as (values: object) => string)(values);
}

/** The keys of words; texts are leaves, and lists may have other lengths. */
function keys(tree: Tree, path = ''): string[] {
  if (typeof tree !== 'object' || isEither(tree)) return [path];
  if (Array.isArray(tree)) return [`${path}[]`];
  return Object.entries(tree).flatMap(([key, member]) => keys(member as Tree, `${path}.${key}`));
}

test('words are found', () => {
  expect(groups.length).toBeGreaterThan(20);
});

/** A plain space where French has a no-break one, none where it has one, or a straight apostrophe. (A button may be named “?”.) */
const FRENCH_FAULT = / [;:!?»]|« |«(?!\u00a0)|(?<!\u00a0)»|(?<!\u202f|^)[;!?]|'/;

describe.each(groups)('the words of $name', ({ en, fr }) => {
  test('have the same keys in every language', () => {
    expect(keys(fr)).toEqual(keys(en));
  });

  test.each([
    ['en', en],
    ['fr', fr],
  ] as const)('say something in %s, without two spaces in a row', (language, words) => {
    const all = [...walk(words, bind(words, language))];
    expect(all.length).toBeGreaterThan(0);
    for (const { path, text } of all) {
      // Most steps have no note.
      if (text === '' && path.endsWith('.note')) continue;
      expect.soft(text, path).toMatch(/\S/);
      expect.soft(text, path).not.toMatch(/ {2}\S/);
      expect.soft(text, path).not.toMatch(/undefined|\[object|NaN|[\n\r\u2028]/);
    }
  });

  test('French has the spaces and apostrophes of French', () => {
    // A name keeps its sign, and an address of a page its own.
    const own = (text: string) => text.replaceAll('Yahoo!', 'Yahoo').replaceAll(/\]\(https:[^)]*\)/g, ']');
    for (const { path, text } of walk(fr, bind(fr, 'fr'))) expect.soft(own(text), path).not.toMatch(FRENCH_FAULT);
  });

  test('French has no “de” and no “que” before the name of a program, which may begin with a vowel', () => {
    const source = JSON.stringify(fr);
    expect(source.match(/\b(?:de|que|le|la|ne|se) \{(?:program|title|client)\}/gi) ?? []).toEqual([]);
  });

  test('English has none of the spaces and quotation marks of French', () => {
    for (const { path, text } of walk(en, bind(en, 'en'))) expect.soft(text, path).not.toMatch(/[«»\u00a0\u202f]/);
  });
});

describe('a text', () => {
  test('shows its values as they are', () => {
    const { names, fill } = prepare('{a} and {b}, {{a}}');
    expect(names).toEqual(['a', 'b']);
    expect(fill({ a: '{b}', b: 2 })).toBe('{b} and 2, {a}');
  });

  test.each(['{', 'a}', '{a b}', '{}'])('with the lone brace of %s is a mistake', (text) => {
    expect(() => prepare(text)).toThrow(RangeError);
  });
});

describe('French typography', () => {
  test('is set in our words and not in the values', () => {
    expect(prepare(typeset("l'adresse « {value} » : ici ; là !")).fill({ value: "l'a : « b » ?" })).toBe(
      "l’adresse «\u00a0l'a : « b » ?\u00a0»\u00a0: ici\u202f; là\u202f!",
    );
  });

  test('leaves a web address and a time as they are', () => {
    expect(typeset('https://a.example/?b 10:30')).toBe('https://a.example/?b 10:30');
  });
});

describe('a text of a provider', () => {
  const text = { fr: "L'aide : « ici » ; là !", en: "It's here: now!" };

  test('is set as French is set, and only there', () => {
    expect(typesetFor(text, 'fr').text).toBe('L’aide\u00a0: «\u00a0ici\u00a0»\u202f; là\u202f!');
    expect(typesetFor(text, 'en').text).toBe(text.en);
  });

  test('keeps the spaces and apostrophes that are right already, web addresses and times', () => {
    const right = 'L’aide\u00a0: «\u00a0ici\u00a0»\u202f; https://a.example/?b 10:30';
    expect(typesetFor({ fr: right }, 'fr').text).toBe(right);
  });

  test('is in the language that there is, and says which', () => {
    expect(typesetFor({ fr: 'Aide' }, 'en')).toEqual({ text: 'Aide', language: 'fr' });
    expect(typesetFor({ en: "It's : here" }, 'fr')).toEqual({ text: "It's : here", language: 'en' });
  });
});

test('what does not show is made visible, and a long text is cut between characters', () => {
  expect(visible('👩‍🔬👩🏽‍🔬🏳️‍🌈')).toBe('👩‍🔬👩🏽‍🔬🏳️‍🌈');
  expect(visible('a\u200db')).toBe('a\\u200db');
  expect(visible('a\n\0\u0085\u200b\u202e\u2028\ud800\u{e0001}é 🦊')).toBe(
    'a\\u000a\\u0000\\u0085\\u200b\\u202e\\u2028\\ud800\\u{e0001}é 🦊',
  );
  expect(shortened('🦊'.repeat(80))).toBe('🦊'.repeat(80));
  expect(shortened('🦊'.repeat(81))).toBe(`${'🦊'.repeat(79)}…`);
});

test.each([
  ['fr_FR.UTF-8', 'fr'],
  ['fr', 'fr'],
  ['FR-ca', 'fr'],
  ['fro_FR', 'en'],
  ['fur_IT', 'en'],
  ['C', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the locale %s speaks %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});
