import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, type Problem } from '../src/errors.ts';
import { addressOf, asciiDomain, asciiHost, isAscii, parseAddress } from '../src/model/address.ts';
import { texts } from './arbitrary.ts';

function problemOf(text: string): Problem | undefined {
  try {
    parseAddress(text);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
}

const local64 = 'l'.repeat(64);
/** 189 characters, so that 64 + 1 + 189 = 254. */
const domain189 = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(53)}.example`;

describe('an address is read', () => {
  test.each([
    ['prenom.nom@cnrs.fr', 'prenom.nom', 'cnrs.fr'],
    ['  prenom.nom@cnrs.fr\n', 'prenom.nom', 'cnrs.fr'],
    ['Prenom.NOM@CNRS.Fr', 'Prenom.NOM', 'cnrs.fr'],
    ["!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~", 'example.org'],
    ['"odd \\"local\\" p@rt"@example.org', '"odd \\"local\\" p@rt"', 'example.org'],
    ['""@example.org', '""', 'example.org'],
    ['hélène@bücher.example', 'hélène', 'xn--bcher-kva.example'],
    ['a@xn--bcher-kva.example', 'a', 'xn--bcher-kva.example'],
    ['a@faß.example', 'a', 'xn--fa-hia.example'],
    // Full-width letters and dots are what some keyboards write; UTS 46 maps them.
    ['a@cnrs．fr', 'a', 'cnrs.fr'],
    ['a@ｃｎｒｓ。fr', 'a', 'cnrs.fr'],
    ['🦊@example.org', '🦊', 'example.org'],
    [`${local64}@${domain189}`, local64, domain189],
    [`${'é'.repeat(32)}@example.org`, 'é'.repeat(32), 'example.org'],
    ['1@2.example', '1', '2.example'],
    ['a@1.2.3.4.example', 'a', '1.2.3.4.example'],
  ])('%s', (text, local, domain) => {
    expect(parseAddress(text)).toEqual({ local, domain, text: `${local}@${domain}` });
    expect(addressOf(text)).toEqual(parseAddress(text));
  });
});

test('a decomposed accent is the same address as a composed one', () => {
  expect(parseAddress('he\u0301le\u0300ne@be\u0301.example')).toEqual(parseAddress('hélène@bé.example'));
});

describe('what is no address says why', () => {
  test.each([
    ['', 'address.empty'],
    [' \t', 'address.empty'],
    ['prenom.nom', 'address.no-at'],
    ['prenom.nom＠cnrs.fr', 'address.no-at'],
    ['@cnrs.fr', 'address.no-local'],
    ['@', 'address.no-local'],
    ['prenom.nom@', 'address.no-domain'],
    ['prenom nom@cnrs.fr', 'address.space'],
    ['prenom\u00a0nom@cnrs.fr', 'address.space'],
    ['pr\ufffdnom@cnrs.fr', 'address.character'],
    ['"pr\ufffdnom"@cnrs.fr', 'address.character'],
    ['prenom.nom @cnrs.fr', 'address.space'],
    ['prenom\r\nBcc: x@cnrs.fr', 'address.space'],
    ['Marie Curie <marie.curie@cnrs.fr>', 'address.space'],
    ['a@b@cnrs.fr', 'address.two-at'],
    ['.prenom@cnrs.fr', 'address.dots'],
    ['prenom.@cnrs.fr', 'address.dots'],
    ['prenom..nom@cnrs.fr', 'address.dots'],
    ['prenom(x)@cnrs.fr', 'address.character'],
    ['pre\u200bnom@cnrs.fr', 'address.character'],
    ['pre\u202enom@cnrs.fr', 'address.character'],
    ['pre\0nom@cnrs.fr', 'address.character'],
    ['pre\ud800nom@cnrs.fr', 'address.character'],
    ['"unclosed@cnrs.fr', 'address.character'],
    ['"a"b"@cnrs.fr', 'address.character'],
    ['"line\u2028break"@cnrs.fr', 'address.space'],
    ['a@cnrs', 'address.domain'],
    ['a@cnrs.fr.', 'address.domain'],
    ['a@.cnrs.fr', 'address.domain'],
    ['a@cnrs..fr', 'address.domain'],
    ['a@-cnrs.fr', 'address.domain'],
    ['a@cn_rs.fr', 'address.domain'],
    ['a@cnrs .fr', 'address.domain'],
    ['a@cn\u200brs.fr', 'address.domain'],
    ['a@cn\u00adrs.fr', 'address.domain'],
    ['a@192.168.0.1', 'address.domain'],
    ['a@[192.168.0.1]', 'address.domain'],
    ['a@0x7f.1', 'address.domain'],
    ['a@127.1', 'address.domain'],
    ['a@example.123', 'address.domain'],
    ['a@cnrs.fr:25', 'address.domain'],
    ['a@cnrs.fr/x', 'address.domain'],
    ['a@cnrs%2efr', 'address.domain'],
    ['a@xn--zzzzzz99999.example', 'address.domain'],
    ['a@"cnrs.fr"', 'address.domain'],
    [`${local64}l@cnrs.fr`, 'address.local-too-long'],
    [`${'é'.repeat(33)}@cnrs.fr`, 'address.local-too-long'],
    [`${local64}@a${domain189}`, 'address.domain'],
    [`${local64}@a.${domain189}`, 'address.too-long'],
  ])('%j: %s', (text, code) => {
    expect(problemOf(text)?.code).toBe(code);
    expect(addressOf(text)).toBeUndefined();
  });

  test.each([
    ['prenom nom@cnrs.fr', 'prenom.nom@cnrs.fr'],
    ['jean paul  martin@cnrs.fr', 'jean.paul.martin@cnrs.fr'],
    ['prenom. nom @ cnrs.fr', 'prenom.nom@cnrs.fr'],
    ['Marie Curie <marie.curie@cnrs.fr>', ''],
    [' a@b c@d.fr', ''],
  ])('a space: for %j it suggests %j', (text, suggestion) => {
    expect(problemOf(text)).toMatchObject({ code: 'address.space', details: { suggestion } });
  });

  test('a wrong character is named', () => {
    expect(problemOf('pre\u200bnom@cnrs.fr')?.details).toMatchObject({ character: '\u200b' });
    expect(problemOf('a,b@cnrs.fr')?.details).toMatchObject({ character: ',' });
  });

  test('the place is kept', () => {
    expect(() => parseAddress('x', { file: 'people.csv', line: 418 })).toThrow(/^people\.csv:418 {2}“x” is not/);
  });
});

describe('any text', () => {
  const candidates = fc.oneof(
    texts,
    fc.string({ unit: fc.constantFrom('a', '.', '@', '"', '\\', ' ', '-', 'é', '\u200b', '\u0301', '1', '[') }),
    fc.emailAddress({ size: 'medium' }),
  );

  test('is an address within the limits, which reads again as itself, or a problem', () => {
    fc.assert(
      fc.property(candidates, (text) => {
        const address = addressOf(text);
        if (address === undefined) {
          expect(problemOf(text)?.code).toMatch(/^address\./);
          return;
        }
        expect(parseAddress(address.text)).toEqual(address);
        expect(isAscii(address.domain)).toBe(true);
        expect(Buffer.byteLength(address.local)).toBeLessThanOrEqual(64);
        expect(Buffer.byteLength(address.text)).toBeLessThanOrEqual(254);
        expect(address.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('that is an ordinary address passes', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        expect(parseAddress(text).text.toLowerCase()).toBe(text.toLowerCase());
      }),
    );
  });
});

describe('a host', () => {
  test.each([
    ['IMAP.cnrs.fr', 'imap.cnrs.fr'],
    ['localhost', 'localhost'],
    ['10.0.0.1', '10.0.0.1'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%s is %s', (text, host) => {
    expect(asciiHost(text)).toBe(host);
  });

  test.each([
    '',
    '1',
    '0x7f.1',
    '10.0.0.01',
    '10.0.0.256',
    '::1',
    '[::1]',
    'a b',
    'a_b.example',
    'a..b',
    'a.',
    '%41.example',
    'a@b',
    'a:1',
    '*.example',
  ])('%j is none', (text) => {
    expect(asciiHost(text)).toBeUndefined();
  });

  test('is what a URL makes of it', () => {
    const label = fc.oneof(
      fc.array(fc.constantFrom(...'ab09-é'), { minLength: 1, maxLength: 4 }).map((characters) => characters.join('')),
      fc.constantFrom('a', 'xn--bcher-kva', 'xn--a', 'xn--', '0x7f', '1', '256', 'a'.repeat(63), 'b'.repeat(64)),
    );
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        const host = asciiHost(labels.join('.'));
        if (host !== undefined) expect(new URL(`http://${labels.join('.')}`).hostname).toBe(host);
      }),
      { numRuns: 2000 },
    );
  });

  test('that has no dot or is a number is no mail domain', () => {
    expect(asciiDomain('localhost')).toBeUndefined();
    expect(asciiDomain('10.0.0.1')).toBeUndefined();
  });
});
