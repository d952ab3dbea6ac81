import { describe, expect, test } from 'vitest';
import { type Catalogue, languageOfLocale, languages, texts } from '../src/words/index.ts';
import { said } from '../src/words/localized.ts';
import { french, shortened, visible } from '../src/words/typography.ts';

/** Stands for any argument of a text: any property of it, called or not, is the same again, and in a text it is this word. */
const WORD = 'VALUE';
const anything: unknown = new Proxy(() => anything, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return () => WORD;
    if (name === Symbol.iterator) return () => [anything][Symbol.iterator]();
    return name === 'length' ? 1 : anything;
  },
});

/** Every text of a catalogue with its place in it; functions are called. */
function* walk(node: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (node === anything) yield { path, text: WORD };
  else if (typeof node === 'string') yield { path, text: node };
  else if (typeof node === 'function') yield* walk(node(anything, anything, anything), `${path}()`);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, member] of Object.entries(node)) yield* walk(member, path === '' ? key : `${path}.${key}`);
  }
}

/** The keys of a catalogue, functions as leaves. */
function keys(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, member]) => keys(member, `${path}.${key}`));
}

test('both catalogues have the same keys', () => {
  expect(keys(texts('fr'))).toEqual(keys(texts('en')));
});

describe.each(languages)('every text in %s', (language) => {
  const all = [...walk(texts(language))];

  test('says something, without two spaces in a row', () => {
    expect(all.length).toBeGreaterThan(50);
    for (const { path, text } of all) {
      expect.soft(text, path).toMatch(/\S/);
      expect.soft(text, path).not.toMatch(/ {2}\S/);
      expect.soft(text, path).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

/** A plain space where French has a no-break one, none where it has one, or a straight apostrophe. (A button may be named “?”.) */
const FRENCH_FAULT = / [;:!?»]|« |«(?!\u00a0)|(?<!\u00a0)»|(?<!\u202f|^)[;!?]|'/;

test('French has the spaces and apostrophes of French', () => {
  for (const { path, text } of walk(texts('fr'))) expect.soft(text, path).not.toMatch(FRENCH_FAULT);
});

test('English has none of the spaces and quotation marks of French', () => {
  for (const { path, text } of walk(texts('en'))) expect.soft(text, path).not.toMatch(/[«»\u00a0\u202f]/);
});

describe('a problem', () => {
  const codes = Object.keys(texts('en').problems) as (keyof Catalogue['problems'])[];

  test.each(codes)('%s shows its details in both languages, on one line', (code) => {
    const shown = languages.map((language) => {
      const asked = new Set<string>();
      const details = new Proxy({}, { get: (_, name) => `<${asked.add(String(name)) && String(name)}>` });
      const text = (texts(language).problems[code] as (details: object) => string)(details);
      expect(text).not.toMatch(/[\n\r\u2028]/);
      for (const name of asked) expect(text).toContain(`<${name}>`);
      return [...asked].sort();
    });
    expect(shown[0]).toEqual(shown[1]);
  });

  test.each(codes)('%s is well set in French also where it has nothing to suggest', (code) => {
    const text = (texts('fr').problems[code] as (details: object) => string)({ value: '', suggestion: '' });
    expect(text).not.toMatch(FRENCH_FAULT);
  });
});

describe('French typography', () => {
  test('is set in our words and not in the values', () => {
    expect(french`l'adresse « ${"l'a : « b » ?"} » : ici ; là !`).toBe(
      "l’adresse «\u00a0l'a : « b » ?\u00a0»\u00a0: ici\u202f; là\u202f!",
    );
  });

  test('leaves a web address and a time as they are', () => {
    expect(french`https://a.example/?b 10:30`).toBe('https://a.example/?b 10:30');
  });
});

describe('a text of a provider', () => {
  const text = { fr: "L'aide : « ici » ; là !", en: "It's here: now!" };

  test('is set as French is set, and only there', () => {
    expect(said(text, 'fr').text).toBe('L’aide\u00a0: «\u00a0ici\u00a0»\u202f; là\u202f!');
    expect(said(text, 'en').text).toBe(text.en);
  });

  test('keeps the spaces and apostrophes that are right already, web addresses and times', () => {
    const right = 'L’aide\u00a0: «\u00a0ici\u00a0»\u202f; https://a.example/?b 10:30';
    expect(said({ fr: right }, 'fr').text).toBe(right);
  });

  test('is in the language that there is, and says which', () => {
    expect(said({ fr: 'Aide' }, 'en')).toEqual({ text: 'Aide', language: 'fr' });
    expect(said({ en: "It's : here" }, 'fr')).toEqual({ text: "It's : here", language: 'en' });
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
