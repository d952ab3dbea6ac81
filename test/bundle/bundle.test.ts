import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fillings } from '../filled.ts';
import { fixture } from '../fixtures.ts';
import { profiles } from '../server/ask.ts';

const served = { device: 'windows', start: 'https://config.example.org/' } as const;
const sign = (bytes: Uint8Array) => Uint8Array.from([...bytes, 0]);

test.each([
  ['prenom.nom@cnrs.fr', undefined],
  ['jeanne.martin@universite.example', undefined],
  ['jeanne.martin@universite.example', sign],
])('each file of %s by itself is the one among all', (who, by) => {
  const { account } = resolve({ who }, profiles);
  const whole = makeBundle(account, clients, { served, sign: by });
  for (const { bytes, ...facts } of whole.artifacts) {
    const { bytes: alone, ...others } = makeBundle(account, clients, { served, sign: by }).at(facts.path) ?? {};
    expect(others).toEqual(facts);
    expect(Buffer.compare(alone?.() ?? new Uint8Array(), bytes()), facts.path).toBe(0);
  }
  for (const path of ['index.de.html', 'outlook/index.html', 'nothing', ''])
    expect(whole.at(path), path).toBeUndefined();
});

/** The templates that are filled for the file of this path, in a bundle that nobody has asked for another. */
function filledFor(path: string): string[] {
  // A copy: what a client has planned of an account it does not plan again.
  const account = { ...fixture('plain') };
  return fillings(() => makeBundle(account, clients).at(path)?.bytes()).map(({ template }) => template);
}

test.each([
  ['a script', 'geary/remove.sh', ['geary/geary.keyfile', 'geary/remove.sh']],
  ['a script that quotes another file', 'outlook/1 Installer.cmd', ['outlook/autodiscover.xml', 'outlook/install.cmd']],
  ['a page about one client', 'kmail/kmail.html', ['guides/guide.html']],
  ['the page about the account', 'account.html', ['onboarding/account.html']],
])('%s is made without what it does not need', (_, path, templates) => {
  expect(filledFor(path)).toEqual(templates);
});

test('a bundle of which nothing is asked fills nothing', () => {
  expect(fillings(() => makeBundle({ ...fixture('plain') }, clients))).toEqual([]);
});

test('no signature is made before the bytes of a file are asked for', () => {
  const { account } = resolve({ who: 'jeanne.martin@universite.example' }, profiles);
  const refuse = () => {
    throw new Error('signed');
  };
  const { artifacts } = makeBundle(account, clients, { sign: refuse });
  for (const { bytes } of artifacts.filter(({ signed }) => signed !== true)) bytes();
  const signable = artifacts.filter(({ signed }) => signed);
  expect(signable.length).toBeGreaterThan(0);
  for (const { bytes } of signable) expect(bytes).toThrow('signed');
});
