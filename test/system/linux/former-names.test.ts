import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { earlierAccountIds, earlierSources } from '../../../src/clients/earlier-identity.ts';
import { uidOf } from '../../../src/clients/evolution/sources.ts';
import { accountId } from '../../../src/clients/linux/script.ts';
import type { Account, Role } from '../../../src/model/account.ts';
import { type Home, makeHome } from './home.ts';
import { accountAs, copiesIn, identitiesIn, type ProgramId, programs, putTheirs } from './people.ts';
import { scriptsOf } from './scripts.ts';

/*
 * Version 0.1 called an account by the address as somebody had typed it, or by other digits, and Evolution's files by the profile's id: whoever has such an account has one account
 * after the next installer, with what they had made of it, and none after the remover.
 */

const accounts = {
  'typed with capitals': { account: accountAs('prenom.nom', 'additional'), former: 'Prenom.Nom@cnrs.fr' },
  'with a sign that no name takes': named(accountAs("o'neil&co", 'additional')),
} as const;

function named(account: Account): { account: Account; former: string } {
  const [former = ''] = earlierAccountIds(account);
  return { account, former };
}

/** A script as version 0.1 wrote it. */
function formerly(script: string, account: Account, former: string): string {
  const [source = ''] = earlierSources(account);
  return script.replaceAll(accountId(account), former).replaceAll(uidOf(account), source);
}

describe.skipIf(process.platform !== 'linux').each(Object.entries(accounts))('an account %s', (_, one) => {
  const { account, former } = one;
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  const run = (script: string, status = 0) => {
    const result = home.run(script);
    expect(result).toMatchObject({ status, ...(status === 0 && { stderr: '' }) });
    return result;
  };
  const text = () => JSON.stringify(home.snapshot());

  describe.each(programs)('of %s', (client) => {
    const { install, remove } = scriptsOf(client, account);

    test('is taken over by the installer, and goes with the remover', () => {
      putTheirs(home, client);
      const before = home.snapshot();
      run(formerly(install, account, former));
      expect(text()).toContain(client === 'evolution' ? earlierSources(account)[0] : former);
      run(install);
      expect(identitiesIn(home, client, account)).toBe(1);
      // Labels that a person may have chosen stay, and so does the folder of messages.
      expect(text()).not.toMatch(new RegExp(`facteur[/ ]${client}[/ ]${former}`));
      const taken = home.snapshot();
      run(install);
      expect(home.snapshot()).toEqual(taken);
      expect(copiesIn(home)).toEqual([]);
      run(remove);
      expect(home.snapshot()).toEqual(before);
    });

    test('goes with the remover also where nobody has taken it over', () => {
      putTheirs(home, client);
      const before = home.snapshot();
      run(formerly(install, account, former));
      run(remove);
      expect(home.snapshot()).toEqual(before);
    });
  });
});

describe.skipIf(process.platform !== 'linux')('what else names the account', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());
  const former = 'Prenom.Nom@cnrs.fr';

  test.each<[ProgramId, Role, string, string]>([
    ['msmtp', 'additional', '.config/msmtp/config', `account default : ${former}\n`],
    ['isync', 'additional', '.mbsyncrc', `\nGroup all\nChannel ${former}\n`],
    ['neomutt', 'additional', '.config/neomutt/neomuttrc', `source ~/.config/neomutt/${former}.rc\n`],
    ['mutt', 'additional', '.muttrc', `source ~/.config/mutt/${former}.rc\n`],
  ])('%s: a line of theirs that names it as before stops the installer, which says so', (client, role, file, line) => {
    const account = accountAs('prenom.nom', role);
    const { install } = scriptsOf(client, account);
    expect(home.run(formerly(install, account, former)).status).toBe(0);
    home.put(file, (home.has(file) ? home.read(file) : '') + line);
    const before = home.snapshot();
    const result = home.run(install);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('prenom.nom@cnrs.fr');
    const { '.local/state/facteur/': _, ...files } = home.snapshot();
    const rest = ([name]: [string, string]) => !name.startsWith('.local/');
    expect(Object.entries(files).filter(rest)).toEqual(Object.entries(before).filter(rest));
  });

  test('isync: messages stay where they are', () => {
    const account = accountAs('prenom.nom', 'additional');
    const { install } = scriptsOf('isync', account);
    expect(home.run(formerly(install, account, former)).status).toBe(0);
    mkdirSync(join(home.path, 'Mail', former, 'INBOX/cur'), { recursive: true });
    home.put(`Mail/${former}/INBOX/.mbsyncstate`, '');
    home.put(`Mail/${former}/INBOX/cur/1`, 'a message');
    for (const _ of ['taken over', 'again']) {
      expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
      expect(home.read('.mbsyncrc')).toContain(`Path "~/Mail/${former}/"`);
      expect(home.has('Mail/prenom.nom@cnrs.fr')).toBe(false);
    }
  });

  test('isync: messages stay where they are also where the address is typed otherwise', () => {
    const { account, former } = named(accountAs("O'Neil", 'additional'));
    const { install } = scriptsOf('isync', account);
    expect(home.run(formerly(install, account, former)).status).toBe(0);
    home.put(`Mail/${former}/INBOX/.mbsyncstate`, '');
    for (const each of [account, accountAs("o'neil", 'additional')]) {
      expect(home.run(scriptsOf('isync', each).install)).toMatchObject({ status: 0, stderr: '' });
      expect(home.read('.mbsyncrc')).toContain(`Path "~/Mail/${former}/"`);
      expect(home.has(`Mail/${accountId(account)}`)).toBe(false);
    }
  });

  test('Evolution: an account is known by its address also where that is typed otherwise', () => {
    const capitals = accountAs('Prenom.Nom', 'additional');
    const account = accountAs('prenom.nom', 'additional');
    const { install, remove } = scriptsOf('evolution', account);
    const before = home.snapshot();
    const [source = ''] = earlierSources(capitals);
    expect(earlierSources(account)).not.toContain(source);
    home.run(scriptsOf('evolution', capitals).install.replaceAll(uidOf(capitals), source));
    expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
    expect(identitiesIn(home, 'evolution', account)).toBe(1);
    expect(home.has(`.config/evolution/sources/${source}.source`)).toBe(true);
    expect(home.run(remove)).toMatchObject({ status: 0, stderr: '' });
    expect(home.snapshot()).toEqual(before);
  });
});
