import { expect, test } from 'vitest';
import { supportLines } from '../../src/clients/evidence.ts';
import { clients } from '../../src/clients/index.ts';
import { isp } from '../../src/clients/thunderbird/isp.ts';
import { texts } from '../../src/i18n/index.ts';

test('what is known of a product is said in the reader’s language', () => {
  expect(supportLines(isp.support, texts('fr')).at(-1)).toBe(
    'ne fonctionne pas\u00a0: FairEmail (identifiant différent de l’adresse)\u202f; Geary, aerc (identifiant différent de l’adresse)',
  );
  expect(supportLines(isp.support, texts('en')).at(-1)).toBe(
    'does not work: FairEmail (login other than the address); Geary, aerc (login other than the address)',
  );
});

test('a product has nothing in brackets that somebody would have to translate', () => {
  const products = clients.flatMap(({ formats }) =>
    formats.flatMap(({ support }) => support.map((each) => each.product)),
  );
  expect(products.filter((product) => /\((?![A-Z\d])/.test(product))).toEqual([]);
});
