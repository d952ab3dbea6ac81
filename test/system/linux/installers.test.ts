import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { clients } from '../../../src/clients/index.ts';
import { accountId } from '../../../src/clients/linux/script.ts';
import type { Account, Role } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { fixture, fixtures, makeProfile } from '../../fixtures.ts';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { msmtpSettings, muttSettings } from './settings.ts';

/* What the installers of the programs of the terminal do to a home, and what the programs make of it. No server is asked. */
const terminal = ['neomutt', 'mutt', 'aerc', 'himalaya', 'msmtp', 'isync'] as const;
type Id = (typeof terminal)[number];

/** The file that a person keeps, with an account of their own. */
const theirs: Readonly<Record<Id, readonly [file: string, text: string]>> = {
  neomutt: ['.config/neomutt/neomuttrc', 'set from = "moi@labo.example"\nset folder = "imaps://imap.labo.example/"\n'],
  mutt: ['.muttrc', 'set from = "moi@labo.example"\nset folder = "imaps://imap.labo.example/"'],
  aerc: ['.config/aerc/accounts.conf', '[labo]\nsource = imaps://moi@imap.labo.example\n'],
  himalaya: ['.config/himalaya/config.toml', '[accounts.labo]\ndefault = true\nemail = "moi@labo.example"\n'],
  msmtp: [
    '.msmtprc',
    'defaults\nauth on\ntls_starttls off\npasswordeval echo theirs\n\naccount labo\nhost smtp.labo.example\nfrom moi@labo.example\n\naccount default : labo\n',
  ],
  isync: ['.mbsyncrc', 'IMAPAccount labo\nHost imap.labo.example\nUser moi'],
};

const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const accountOf = (local: string, role: Role = 'additional'): Account =>
  resolve({ address: `${local}@cnrs.fr`, name: 'Prénom Nom', role, language: 'en' }, [profile]).account;
const one = accountOf('prenom.nom');
const two = accountOf('autre.nom');

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  function run(client: Id, account: Account, format: 'install' | 'remove') {
    return home.run(fileOf(client, account, format));
  }
  function succeed(client: Id, account: Account, format: 'install' | 'remove' = 'install'): string {
    const result = run(client, account, format);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return result.stdout;
  }
  function putTheirs(client: Id): string {
    const [file, text] = theirs[client];
    home.put(file, text);
    chmodSync(join(home.path, file), 0o600);
    return file;
  }

  describe.each(terminal)('%s', (client) => {
    test.each(['additional', 'primary'] as const)(
      'beside an account of theirs, %s: theirs stays first and unchanged, and all comes back',
      (role) => {
        const file = putTheirs(client);
        const [, text] = theirs[client];
        const there = home.snapshot();
        const account = accountOf('prenom.nom', role);
        const said = succeed(client, account);
        expect(home.read(file).startsWith(text)).toBe(true);
        expect(home.read(file)).not.toMatch(/default : prenom|prenom[\s\S]*default = true/);
        const hasDefault = client !== 'isync';
        expect(said.includes('had an account already')).toBe(role === 'primary' && hasDefault);
        succeed(client, account);
        succeed(client, account, 'remove');
        expect(home.snapshot()).toEqual(there);
      },
    );

    test('two accounts go in either order, and an empty home is empty again', () => {
      for (const [first, second] of [
        [one, two],
        [two, one],
      ] as const) {
        succeed(client, one);
        succeed(client, two);
        succeed(client, first, 'remove');
        expect(JSON.stringify(home.snapshot())).toContain(second.address);
        succeed(client, second, 'remove');
        expect(home.snapshot()).toEqual({});
      }
    });

    test('no password stands in a file, and nobody else can read any', () => {
      succeed(client, accountOf('prenom.nom', 'primary'));
      for (const [name, what] of Object.entries(home.snapshot())) {
        expect.soft(what, name).toMatch(/^[67]00/);
        expect.soft(what, name).not.toMatch(/^\d+ .*\bpassword +\S/im);
      }
    });

    test('from additional to primary and back, the account follows', () => {
      const once = () => Object.entries(home.snapshot()).filter(([name]) => !name.startsWith('.local'));
      succeed(client, one);
      const additional = once();
      succeed(client, accountOf('prenom.nom', 'primary'));
      succeed(client, one);
      expect(once()).toEqual(additional);
      succeed(client, one, 'remove');
      expect(home.snapshot()).toEqual({});
    });
  });

  test.each([
    ['aerc', '.config/aerc/accounts.conf', '[prenom.nom@cnrs.fr]\n'],
    ['himalaya', '.config/himalaya/config.toml', "[accounts.'prenom.nom@cnrs.fr']\n"],
    ['msmtp', '.msmtprc', '  account "prenom.nom@cnrs.fr"\n'],
    ['isync', '.mbsyncrc', 'Channel prenom.nom@cnrs.fr\n'],
  ] as const)('%s: an account of that name which is not ours stays alone', (client, file, text) => {
    home.put(file, text);
    const there = home.snapshot();
    const result = run(client, one, 'install');
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(
      new RegExp(`^[^\\n]*${file.replaceAll('.', '\\.')}: this file has an account prenom\\.nom@cnrs\\.fr [^\\n]*\\n$`),
    );
    expect(home.snapshot()).toEqual(there);
  });

  test('NeoMutt and Mutt, which may read one file, leave each other’s part of it alone', () => {
    const primary = accountOf('prenom.nom', 'primary');
    succeed('mutt', primary);
    const there = home.read('.muttrc');
    succeed('neomutt', one);
    expect(home.read('.muttrc')).toBe(there);
    succeed('neomutt', one, 'remove');
    succeed('neomutt', one, 'remove');
    expect(home.read('.muttrc')).toBe(there);
    succeed('neomutt', primary);
    succeed('neomutt', one, 'remove');
    expect(home.read('.muttrc')).toBe(there);
    succeed('mutt', primary, 'remove');
    expect(home.snapshot()).toEqual({});
  });

  test.each(['aerc', 'himalaya'] as const)('%s: without a keyring nothing is done', (client) => {
    // A PATH of nothing but what the scripts call.
    const bin = join(dirname(home.path), 'bin');
    mkdirSync(bin);
    const called =
      'awk cat cksum cmp cp cut find grep head id ln mkdir mv readlink rm rmdir sed sleep sort tail tr wc'.split(' ');
    for (const name of called) execFileSync('ln', ['-s', `/usr/bin/${name}`, join(bin, name)]);
    const result = home.run(fileOf(client, one, 'install'), { shell: ['/bin/dash'], environment: { PATH: bin } });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(/^secret-tool: this program is missing[^\n]*\n$/);
    expect(home.snapshot()).toEqual({});
  });

  test('himalaya: version 1, which has another configuration, is refused', () => {
    home.program('himalaya', '#!/bin/sh\necho "himalaya v1.2.0 +imap"\n');
    expect(run('himalaya', one, 'install')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^himalaya: version 2/),
    });
    home.program('himalaya', '#!/bin/sh\necho "himalaya v2.1.0 +imap"\n');
    succeed('himalaya', one);
  });

  describe('as the first account', () => {
    const primary = accountOf('prenom.nom', 'primary');

    test.skipIf(!has('msmtp'))('msmtp sends with it', () => {
      succeed('msmtp', primary);
      expect(msmtpSettings(home)).toMatchObject({
        host: 'smtp.example.org',
        user: 'prenom.nom@ods.services',
        from: 'prenom.nom@cnrs.fr',
      });
    });

    test.each(['neomutt', 'mutt'] as const)('%s reads its file', (program) => {
      if (!has(program)) return;
      succeed(program, primary);
      expect(muttSettings(home, program)).toMatchObject({
        folder: 'imaps://imap.example.org:993/',
        imap_user: 'prenom.nom@ods.services',
      });
    });

    test('himalaya has it as default', () => {
      succeed('himalaya', primary);
      expect(home.read('.config/himalaya/config.toml')).toContain('\ndefault = true\n');
    });
  });

  describe('as an additional account', () => {
    test.skipIf(!has('msmtp'))('msmtp sends as before, and with ours by name', () => {
      putTheirs('msmtp');
      const before = msmtpSettings(home);
      succeed('msmtp', one);
      expect(msmtpSettings(home)).toEqual(before);
      expect(before).toMatchObject({ host: 'smtp.labo.example', tls_starttls: 'off' });
      expect(msmtpSettings(home, ['-a', one.address])).toMatchObject({
        host: 'smtp.example.org',
        user: 'prenom.nom@ods.services',
        from: 'prenom.nom@cnrs.fr',
        passwordeval: 'secret-tool lookup service smtp host smtp.example.org user prenom.nom@ods.services',
      });
    });

    test.each(['neomutt', 'mutt'] as const)('%s has what it had, and ours by name', (program) => {
      if (!has(program)) return;
      putTheirs(program);
      const before = muttSettings(home, program);
      succeed(program, one);
      expect(muttSettings(home, program)).toEqual(before);
      expect(before).toMatchObject({ from: 'moi@labo.example' });
      const ours = muttSettings(home, program, ['-e', `source ~/.config/${program}/${one.address}.rc`]);
      expect(ours).toMatchObject({
        folder: 'imaps://imap.example.org:993/',
        from: 'prenom.nom@cnrs.fr',
        imap_login: 'prenom.nom@ods.services',
      });
    });
  });

  describe('with values of every kind', () => {
    const carriedBy = (client: Id) =>
      fixtures().filter(({ account }) => render(account, only(client)).artifacts.length > 0);

    test.each(['neomutt', 'mutt'] as const)('%s reads them', (program) => {
      if (!has(program)) return;
      for (const { account } of carriedBy(program)) {
        // Asked for a value, Mutt prints 255 bytes of it.
        if (account.address.length > 200) continue;
        succeed(program, account);
        const values = muttSettings(home, program, ['-e', `source ~/.config/${program}/${accountId(account)}.rc`]);
        expect(values).toMatchObject({ from: account.address, imap_user: account.incoming[0]?.login });
        succeed(program, account, 'remove');
      }
    });

    test.skipIf(!has('msmtp'))('msmtp reads them', () => {
      for (const { account } of carriedBy('msmtp')) {
        succeed('msmtp', account);
        expect(msmtpSettings(home, ['-a', accountId(account)])).toMatchObject({ from: account.address });
        succeed('msmtp', account, 'remove');
      }
    });

    test.skipIf(!has('mbsync'))('mbsync finds no mistake in them', () => {
      for (const { account } of carriedBy('isync')) succeed('isync', account);
      // A channel that nobody has: only the file is read.
      const { stderr } = spawnSync('mbsync', ['-c', join(home.path, '.mbsyncrc'), 'nobody'], {
        encoding: 'utf8',
        env: home.environment,
      });
      expect(stderr).toBe("No channel or group named 'nobody' defined.\nNo channel specified. Try 'mbsync -h'\n");
      writeFileSync(join(home.path, '.mbsyncrc'), 'Mistake x\n', { flag: 'a' });
      const { stderr: mistaken } = spawnSync('mbsync', ['-c', join(home.path, '.mbsyncrc'), 'nobody'], {
        encoding: 'utf8',
        env: home.environment,
      });
      expect(mistaken).toMatch(/\.mbsyncrc:\d+: /);
    });

    test.skipIf(!has('python3'))('a TOML reader reads them', () => {
      const himalaya = carriedBy('himalaya');
      for (const { account } of himalaya) succeed('himalaya', account);
      const program = 'import sys, tomllib, json; print(json.dumps(tomllib.load(sys.stdin.buffer)))';
      const read = execFileSync('python3', ['-c', program], {
        input: home.read('.config/himalaya/config.toml'),
        encoding: 'utf8',
      });
      const { accounts } = JSON.parse(read) as { accounts: Record<string, { email: string; imap: unknown }> };
      expect(Object.values(accounts).map(({ email }) => email)).toEqual([
        ...new Set(himalaya.map(({ account }) => account.address)),
      ]);
      expect(accounts[accountId(fixture('hostile'))]?.imap).toMatchObject({
        sasl: { plain: { username: fixture('hostile').incoming[0].login } },
      });
    });
  });

  test.skipIf(!has('shellcheck'))('shellcheck has nothing to say', () => {
    for (const name of ['primary', 'hostile']) {
      for (const { format, path, bytes } of render(fixture(name), only(...terminal)).artifacts) {
        if (format === 'config' || (format === 'remove' && name === 'hostile')) continue;
        // 1003, 2016: what stands in single quotes is for other programs to read.
        const { stdout } = spawnSync('shellcheck', ['--shell=sh', '--exclude=SC1003,SC2016', '-'], {
          input: bytes(),
          encoding: 'utf8',
        });
        expect.soft(stdout, path).toBe('');
      }
    }
  });
});

function only(...ids: readonly Id[]) {
  return clients.filter(({ id }) => (ids as readonly string[]).includes(id));
}

function fileOf(client: Id, account: Account, format: 'install' | 'remove'): Uint8Array {
  const found = render(account, only(client)).artifacts.find((each) => each.format === format);
  if (found === undefined) throw new Error(`${client} has no ${format}`);
  return found.bytes();
}
