import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account, Role } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { scriptsOf } from './scripts.ts';

/* Himalaya’s file, in every form that TOML has for an account. Python’s reader judges what becomes of it. */

const FILE = '.config/himalaya/config.toml';
const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const accountOf = (role: Role): Account =>
  resolve({ address: 'prenom.nom@cnrs.fr', name: 'Prénom Nom', role, language: 'en' }, [profile]).account;
const [one, primary] = [accountOf('additional'), accountOf('primary')];

describe.skipIf(process.platform !== 'linux' || !has('python3'))('Himalaya', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  const run = (account: Account) => home.run(scriptsOf('himalaya', account).install);

  function accounts(file = FILE): Record<string, { default?: boolean; email?: string }> {
    const program = 'import sys, tomllib, json; print(json.dumps(tomllib.load(sys.stdin.buffer)["accounts"]))';
    return JSON.parse(execFileSync('python3', ['-c', program], { input: home.read(file), encoding: 'utf8' }));
  }

  test.each([
    ['a table', '[accounts.labo]\ndefault = true\n'],
    ['a table with blanks and quotes', '[ "accounts" . \'labo\' ]\n\tdefault=true # yes\n'],
    ['dotted keys', 'accounts.labo.email = "moi@labo.example"\naccounts.labo.default = true\n'],
    ['dotted keys in a table', '[accounts]\nlabo.email = "moi@labo.example"\nlabo . "default" = true'],
    ['an inline table', '[accounts]\nlabo = { email = "}", default = true }\n'],
    ['an inline table of a dotted key', 'accounts.labo = { default = true }\n'],
    ['a table behind a table below it', '[accounts.labo.imap]\nserver = "x"\n[accounts.labo]\ndefault = true\n'],
  ])('a default account in %s stays the only one', (_, text) => {
    home.put(FILE, text);
    const result = run(primary);
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('had an account already') });
    expect(home.read(FILE).startsWith(text)).toBe(true);
    expect(accounts()).toMatchObject({ labo: { default: true }, [one.address]: { email: one.address } });
    expect(accounts()[one.address]).not.toHaveProperty('default');
  });

  test('what only looks like a default account is none', () => {
    home.put(
      FILE,
      `signature = """
[accounts.x]
default = true
"""
default = true
list = [ "[accounts.y]", { default = true } ]
[other]
default = true
[accounts.labo]
default = false
note = 'default = true' # default = true
[accounts.labo.default-mailbox]
default = true
`,
    );
    expect(run(primary)).toMatchObject({ status: 0, stderr: '' });
    expect(accounts()).toMatchObject({ labo: { default: false }, [one.address]: { default: true } });
  });

  test.each([
    ['[accounts."prenom.nom@cnrs.fr".imap]\nserver = "x"\n', 'has an account'],
    ['accounts . \'prenom.nom@cnrs.fr\'.email = "x"\n', 'has an account'],
    ['[accounts]\n"prenom.nom@cnrs.fr" = { email = "x" }\n', 'has an account'],
    ['accounts = { labo = { email = "x" } }\n', 'in one pair of braces'],
    ['[accounts.labo\n', 'cannot be read as TOML'],
    ['[accounts.labo]\nemail = "moi\n', 'cannot be read as TOML'],
    ['[accounts.labo]\nbackend.type = "imap"\n', 'version 2 or later'],
    ['[accounts.labo]\nmessage.send.backend.type = "smtp"\n', 'version 2 or later'],
    ['[accounts.labo]\nsender = "smtp"\n', 'version 2 or later'],
  ])('%j stays alone, and the reason is told in one line', (text, reason) => {
    home.put(FILE, text);
    const there = home.snapshot();
    const { status, stderr } = run(primary);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/config\.toml: .+\n$/) });
    expect(stderr).toContain(reason);
    expect(home.snapshot()).toEqual(there);
  });

  test('a file of version 1 is no hindrance where version 2 reads it', () => {
    home.program('himalaya', '#!/bin/sh\necho "himalaya v2.1.0 +imap"\n');
    home.put(FILE, '[accounts.labo]\nbackend.type = "imap"\n');
    expect(run(one)).toMatchObject({ status: 0, stderr: '' });
  });

  test('the file in the home’s own folder is read where the chosen folder has none', () => {
    home.put(FILE, '[accounts.labo]\nemail = "moi@labo.example"\n');
    const result = home.run(scriptsOf('himalaya', one).install, {
      environment: { XDG_CONFIG_HOME: `${home.path}/chosen` },
    });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(accounts())).toEqual(['labo', one.address]);
  });
});
