import { expect, test } from 'vitest';
import { supportLines } from '../../src/clients/evidence.ts';
import { clients } from '../../src/clients/index.ts';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import type { Account } from '../../src/model/account.ts';
import { fixture } from '../fixtures.ts';
import { formatOf } from '../made.ts';

test('what is known of a product is said in the reader’s language', () => {
  expect(supportLines(formatOf(thunderbird, 'isp', 'fr').support, 'fr').at(-1)).toBe(
    'ne fonctionne pas\u00a0: FairEmail (identifiant différent de l’adresse)\u202f; Geary, aerc (identifiant différent de l’adresse)',
  );
  expect(supportLines(formatOf(thunderbird, 'isp').support, 'en').at(-1)).toBe(
    'does not work: FairEmail (login other than the address); Geary, aerc (login other than the address)',
  );
});

test('of an account it is said whether a condition holds, and not the condition', () => {
  const lines = (account?: Account) =>
    supportLines(formatOf(thunderbird, 'isp', 'en').support, 'en', account).join('\n');
  expect(lines()).toContain('Thunderbird for Android, K-9 Mail (with IMAP');
  expect(lines(fixture('plain'))).toMatch(/documented for .*; Thunderbird for Android, K-9 Mail; /);
  expect(lines(fixture('pop3'))).toMatch(/does not work: Thunderbird for Android, K-9 Mail; /);
});

test('a product has nothing in brackets that somebody would have to translate', () => {
  const products = clients.flatMap(({ formats }) =>
    formats('en').flatMap(({ support }) => support.map((each) => each.product)),
  );
  expect(products.filter((product) => /\((?![A-Z\d])/.test(product))).toEqual([]);
});
