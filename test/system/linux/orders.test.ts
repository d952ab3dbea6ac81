import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account, Role } from '../../../src/account.ts';
import { resolve } from '../../../src/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { type Home, makeHome } from './home.ts';
import { scriptsOf } from './scripts.ts';

/* Installers and removers of the programs, one after the other, as people run them: in any order, in any role, beside what they wrote themselves. */
const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const accountOf = (local: string, role: Role): Account =>
  resolve({ address: `${local}@cnrs.fr`, name: 'Prénom Nom', role, language: 'en' }, [profile]).account;

describe.skipIf(process.platform !== 'linux')('in any order', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  test.each(['neomutt', 'mutt'] as const)('%s: a change of roles and back keeps the person’s file', (client) => {
    home.put('.muttrc', 'set sort=threads\n');
    const there = home.snapshot();
    for (const role of ['primary', 'additional', 'primary'] as const) {
      expect(home.run(scriptsOf(client, accountOf('prenom.nom', role)).install)).toMatchObject({ status: 0 });
    }
    expect(home.run(scriptsOf(client, accountOf('prenom.nom', 'primary')).remove)).toMatchObject({ status: 0 });
    expect(home.snapshot()).toEqual(there);
  });
});
