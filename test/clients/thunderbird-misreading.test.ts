import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misreading, readers } from '../../src/clients/thunderbird/autoconfig-text.ts';
import { fixture } from '../fixtures.ts';

/** What one of the readers has a meaning for, and what nearly looks so. */
const pieces = [
  ...['%EMAILADDRESS%', '%EMAILLOCALPART%', '%EMAILDOMAIN%', '%REALNAME%', '%', 'EvolutionUser', 'evolution'],
  ...['true', 'False', '007', '1e3', '0x1f', '.5', '-', '+', ' ', '\n', 'Infinity', 'NaN', '$&', '$$'],
  ...['prenom', 'é', '@', 'cnrs.fr', 'a'],
];
const all = [...new Set([...readers.person, ...readers.domain])];

test('no reader is passed over that makes something else of a text', () => {
  const person = fixture('plain');
  const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 4 });
  const held = fc.property(texts, fc.constantFrom(...all), (parts, reader) => {
    const text = parts.join('');
    const read = reader.read(text, person);
    expect(misreading(text, text, person, [reader])).toEqual(
      read === text ? undefined : { program: reader.program, read },
    );
  });
  fc.assert(held, { numRuns: 5_000 });
});
