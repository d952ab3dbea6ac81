import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny, readPlain } from '../../src/server/app/autodiscover-request.ts';
import { anyAddressIn, plainAddressIn } from '../../src/server/app/query.ts';
import { autodiscoverBody, namespaces } from './ask.ts';

/*
 * What nearly every program sends is read by one pattern, and everything else by a reader: whatever the pattern takes, the reader must read the same.
 */

/** Any pieces, most of them such that the pattern nearly takes what they make. */
const pieces = (meaning: readonly string[], most = 6) =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...meaning) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 2 }) },
      ),
      { minLength: 1, maxLength: most },
    )
    .map((list) => list.join(''));
const dotted = (...words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join('.'));
const locals = fc.oneof(
  dotted('prenom', 'N-9', '_', 'a+b', 'x'.repeat(30)),
  pieces(['prenom', '.', 'nom', '+', '-', '_', '9', '%2B', '"', "'", 'é', 'x'.repeat(60)]),
);
const domains = fc.oneof(
  dotted('cnrs', 'fr', 'a-b', '9', 'z'.repeat(63), 'xn--a'),
  pieces(['cnrs', '.', 'fr', '.fr', '-', '1', 'xn--a', 'A', '_', '%2E', 'y.'.repeat(60), 'z'.repeat(63)]),
);
const noise = pieces([
  '<!-- -->',
  '\n',
  '\r\n',
  '<a/>',
  ' ',
  '<![CDATA[a]]>',
  ']]>',
  '&amp;',
  '\0',
  '\ufeff',
  '\u2028',
]);
const rarely = (arbitrary: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant('') }, { weight: 1, arbitrary });

describe('what a pattern takes of', () => {
  test('a query, the reader reads the same', () => {
    let plain = 0;
    const keys = fc.constantFrom('emailaddress', 'email', 'emailAddress');
    const signs = fc.constantFrom('@', '%40', '%2540', '@@');
    const ends = rarely(fc.constantFrom('&', '&a=b', '#', '&emailaddress=a@b.fr', '%', '?'));
    fc.assert(
      fc.property(keys, locals, signs, domains, ends, (key, local, sign, domain, end) => {
        const target = { query: `?${key}=${local}${sign}${domain}${end}` };
        const found = plainAddressIn(target, 'emailaddress');
        if (found === undefined) return;
        plain++;
        expect(found).toEqual(anyAddressIn(target, 'emailaddress'));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test('a request of Autodiscover, the reader reads the same', () => {
    let plain = 0;
    const schemas = fc.oneof(
      fc.constantFrom(...Object.values(namespaces)),
      pieces(['http:', '//', 'A', '/', '<', '&', ' ']),
    );
    const places = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(locals, domains, schemas, rarely(noise), places, (local, domain, schema, between, place) => {
        const whole = autodiscoverBody(`${local}@${domain}`, schema);
        const text = whole.slice(0, place) + between + whole.slice(place);
        const found = readPlain(text);
        if (found === undefined) return;
        plain++;
        expect(found).toEqual(readAny(text));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test.each([
    ['Thunderbird', autodiscoverBody('prenom.nom@cnrs.fr')],
    ['Outlook', autodiscoverBody('prenom.nom+liste@cnrs.fr').replace(/>\s+</g, '><')],
    ['phones', autodiscoverBody('prenom.nom@cnrs.fr', namespaces.mobile).replaceAll('\n', '\r\n')],
  ])('requests is what %s sends', (_, text) => {
    expect(readPlain(text)).toEqual(readAny(text));
    expect(readPlain(text)).toBeDefined();
  });

  test.each(['?emailaddress=prenom.nom%40cnrs.fr', '?emailaddress=prenom.nom+liste@cnrs.fr'])(
    'queries is %s',
    (query) => {
      expect(plainAddressIn({ query }, 'emailaddress')).toBeDefined();
    },
  );
});
