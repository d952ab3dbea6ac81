import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Context } from '../../src/template/context.ts';
import { texts } from '../arbitrary.ts';
import { template, templates } from './fill.ts';

/** Fills with what the type of a context forbids. */
const fill = (text: string, context: object, partials = {}) => template('xml', text, partials)(context as Context);

describe('a block about a name that the context does not have throws', () => {
  test.each([
    '{{#if x}}a{{/if}}',
    '{{#unless x}}a{{/unless}}',
    '{{#each x}}a{{/each}}',
    '{{#with x}}a{{/with}}',
    '{{#if y.x}}a{{/if}}',
    '{{#each y.x}}a{{/each}}',
  ])('%s', (text) => {
    for (const context of [{ y: {} }, { x: undefined, y: {} }, { x: null, y: { x: null } }]) {
      expect(() => fill(text, context)).toThrow(/^templates\/test\/main\.xml\.hbs(:1)? {2}/);
    }
  });

  test.each([{ x: 'abc' }, { x: { a: 1 } }, { x: 3 }, { x: new Set([1]) }, { x: true }])(
    '{{#each}} of %j, too',
    (context) => {
      expect(() => fill('{{#each x}}a{{/each}}', context)).toThrow('{{#each}} needs a list');
    },
  );
});

describe('an output throws', () => {
  test.each([
    ['a missing name', {}],
    ['undefined', { x: undefined }],
    ['null', { x: null }],
    ['an object', { x: {} }],
    ['a list', { x: ['a'] }],
    ['a function', { x: () => 'a' }],
    ['what promises to be safe', { x: new Handlebars.SafeString('<b>') }],
    ['an object with a text', { x: { toString: () => 'a', toHTML: () => '<b>' } }],
    ['a boxed string', { x: new String('a') }],
    ['a big integer', { x: 1n }],
    ['a symbol', { x: Symbol('a') }],
    ['NaN', { x: Number.NaN }],
    ['infinity', { x: Number.POSITIVE_INFINITY }],
    [
      'a getter of a class',
      new (class {
        get x() {
          return 'a';
        }
      })(),
    ],
  ])('of %s', (_, context) => {
    expect(() => fill('{{x}}', context)).toThrow(/^templates\/test\/main\.xml\.hbs(:1)? {2}/);
  });

  test('and keeps the first error for those who search', () => {
    expect(() => fill('{{x}}', { x: null })).toThrow(expect.objectContaining({ cause: expect.any(TypeError) }));
  });
});

test('a value that the notation lacks is no mistake of the template: its error passes as it is', () => {
  expect(() => fill('{{x}}', { x: '\0' })).toThrow(UnrepresentableError);
  expect(() => fill('{{x}}', { x: '\0' })).toThrow(/^"\\u0000" cannot be written in XML/);
});

describe('blocks', () => {
  test.each([
    [
      '{{#if x}}a{{else}}b{{/if}}',
      [
        [true, 'a'],
        ['0', 'a'],
        [1, 'a'],
        [[0], 'a'],
        [{}, 'a'],
        [false, 'b'],
        ['', 'b'],
        [0, 'b'],
        [[], 'b'],
      ],
    ],
    [
      '{{#unless x}}a{{else}}b{{/unless}}',
      [
        [false, 'a'],
        [[], 'a'],
        ['x', 'b'],
      ],
    ],
    [
      '{{#with x}}{{y}}{{else}}b{{/with}}',
      [
        [{ y: '<' }, '&lt;'],
        [false, 'b'],
      ],
    ],
    [
      '{{#each x}}{{this}}{{else}}b{{/each}}',
      [
        [['<', 1], '&lt;1'],
        [[], 'b'],
      ],
    ],
    ['{{#if x}}a{{else if y}}b{{else}}c{{/if}}', [[false, 'b']]],
  ] as const)('%s', (text, cases) => {
    for (const [x, expected] of cases) expect(fill(text, { x, y: 1 })).toBe(expected);
  });

  test('count, name and nest', () => {
    const context = { rows: [{ cells: ['a', '<'] }, { cells: ['b'] }], title: '&' };
    const text =
      '{{#each rows as |row i|}}{{#each row.cells as |cell|}}{{i}}{{@index}}{{cell}}{{../../title}}{{@root.title}}{{#unless @last}},{{/unless}}{{/each}}{{#if @first}};{{/if}}{{/each}}';
    expect(fill(text, context)).toBe('00a&amp;&amp;,01&lt;&amp;&amp;;10b&amp;&amp;');
    expect(fill('{{#with title as |t|}}{{t}}{{this}}{{../title}}{{/with}}', context)).toBe('&amp;&amp;&amp;');
  });

  test('find what is around them also where an item equals its list, as JavaScript compares', () => {
    expect(
      fill('{{#each rows}}{{#each this}}{{this}}{{../../z}}{{/each}}{{/each}}', { rows: [['a'], ['b']], z: 'z' }),
    ).toBe('azbz');
    expect(
      fill('{{#with x}}{{#each y}}{{../z}}{{/each}}{{/with}}', { z: 'wrong', x: { z: 'z', y: ['[object Object]'] } }),
    ).toBe('z');
  });

  test('a list may be long', () => {
    expect(fill('{{#each x}}{{this}}{{/each}}', { x: Array.from({ length: 10_000 }, () => 1) })).toHaveLength(10_000);
  });
});

describe('escaping holds', () => {
  test('in partials, blocks, and partials in blocks', () => {
    const partials = { 'p/a.xml': '[{{x}}{{> p/b.xml}}]', 'p/b.xml': '({{x}}{{#each list}}{{this}}{{../x}}{{/each}})' };
    const context = { x: '<', list: ['>'], yes: true, inner: { x: '&', list: [] } };
    expect(fill('{{> p/a.xml}}', context, partials)).toBe('[&lt;(&lt;&gt;&lt;)]');
    expect(fill('{{#if yes}}{{> p/a.xml}}{{/if}}', context, partials)).toBe('[&lt;(&lt;&gt;&lt;)]');
    expect(fill('{{#with inner}}{{> p/a.xml}}{{/with}}', context, partials)).toBe('[&amp;(&amp;)]');
    expect(fill('{{> p/a.xml inner}}', context, partials)).toBe('[&amp;(&amp;)]');
    expect(() => fill('\n{{> p/a.xml inner}}', { inner: { x: '' } }, partials)).toThrow(
      /^templates\/p\/b\.xml\.hbs:1 {2}the context has no “list”$/,
    );
  });

  test('each environment has its own escaper, whichever is used first, and the shared Handlebars keeps its own', () => {
    const text = '{{x}}{{#each list}}{{this}}{{/each}}';
    const xml = template('xml', `<a>${text}</a>`);
    const js = template('js', '{{x}} {{#each list}}{{this}} {{/each}}');
    const cmd = template('cmd', `echo ${text}`);
    const context = { x: "'<", list: ['é'] };
    for (let turn = 0; turn < 2; turn++) {
      expect(js(context)).toBe('"\'<" "é" ');
      expect(xml(context)).toBe('<a>&#39;&lt;é</a>');
      expect(() => cmd(context)).toThrow(UnrepresentableError);
    }
    expect(Handlebars.compile('{{x}}')({ x: "'" })).toBe('&#x27;');
  });

  test('templates of one environment may be filled in each other’s way', () => {
    const ready = templates('xml', { 'a.xml': '{{x}}{{> b.xml}}', 'b.xml': '{{x}}' });
    expect(ready('b.xml')({ x: '<' })).toBe('&lt;');
    expect(ready('a.xml')({ x: '<' })).toBe('&lt;&lt;');
  });
});

test('what the context has under the name of a helper or of an object’s own does nothing', () => {
  expect(fill('{{x}}', JSON.parse('{"__proto__": {"x": "polluted"}, "x": "<"}'))).toBe('&lt;');
  expect(() => fill('{{x}}', Object.create({ x: 'inherited' }))).toThrow();
});

describe('a value with breaks', () => {
  const breaks = (x: unknown) => template('html', '{{breaks x}}')({ x } as Context);

  test.each([
    ['prenom.nom@ods.services', 'prenom.<wbr>nom@<wbr>ods.<wbr>services'],
    ['https://a.example/b?c=d&e', 'https://<wbr>a.<wbr>example/<wbr>b?<wbr>c=<wbr>d&amp;e'],
    ['a...', 'a...'],
    ['', ''],
    ['<b>"\'&amp;.<wbr>', '&lt;b&gt;&quot;&#39;&amp;amp;.<wbr>&lt;wbr&gt;'],
    [993, '993'],
  ])('%s may go on in another line behind the signs that part it', (x, written) => {
    expect(breaks(x)).toBe(written);
  });

  test('has the same text, and nothing but the places in it', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const plain = template('html', '{{x}}');
        let written: string;
        try {
          written = plain({ x: value });
        } catch {
          expect(() => breaks(value)).toThrow(UnrepresentableError);
          return;
        }
        expect(breaks(value).replaceAll('<wbr>', '')).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused as a whole, and as any other that is no text', () => {
    expect(() => breaks('a@b.\0')).toThrow(UnrepresentableError);
    expect(() => breaks('a@b.\0')).toThrow('"a@b.\\u0000" cannot be written in HTML');
    for (const x of [null, undefined, {}, ['a'], Number.NaN]) expect(() => breaks(x)).toThrow(/^templates\/test/);
  });
});
