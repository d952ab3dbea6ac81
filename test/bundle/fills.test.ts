import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { fillings } from '../filled.ts';
import { fixture } from '../fixtures.ts';

/** Not the hostile one: for its login no program can ask the keyring, and both files of such a program are the same. */
const accounts = ['plain', 'primary', 'two-servers', 'cram-md5', 'starttls', 'oauth2'] as const;

/** Every template that a bundle fills, and what each of the fillings gave. */
function filledFor(name: (typeof accounts)[number]) {
  // A copy: what a client has planned of an account it does not plan again.
  const account = { ...fixture(name) };
  const found = fillings(() => {
    for (const { bytes } of makeBundle(account, clients).artifacts) {
      bytes();
      bytes();
    }
  });
  const texts = new Map<string, string[]>();
  for (const { template, text } of found) texts.set(template, [...(texts.get(template) ?? []), text]);
  return texts;
}

test.each(accounts)('a bundle for %s fills no template twice for the same text', (name) => {
  const again = [...filledFor(name)].filter(([, texts]) => new Set(texts).size < texts.length);
  expect(again.map(([template, { length }]) => `${template} ${length}`)).toEqual([]);
});

test('a file that another one packs or quotes is filled once, and once more where the other needs other lines', () => {
  const count = (template: string) => filled.get(template)?.length;
  const filled = filledFor('plain');
  expect(count('outlook/autodiscover.xml')).toBe(1);
  // Its script chooses between a password from the keyring and one that is asked for; NeoMutt and Mutt have a file each.
  expect(count('neomutt/account.muttrc')).toBe(4);
  for (const program of ['msmtp/account.msmtprc', 'isync/account.mbsyncrc'])
    expect([program, count(program)]).toEqual([program, 2]);
  // They ask for none.
  for (const program of ['aerc/account.aerc', 'himalaya/account.toml'])
    expect([program, count(program)]).toEqual([program, 1]);
  // A person's own, and the administrator's with a revision.
  expect(count('evolution/account.keyfile')).toBe(2);
});
