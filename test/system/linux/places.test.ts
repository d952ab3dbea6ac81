import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { isRoot } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { scriptsOf } from './scripts.ts';

/* What stands where a program’s own file should be need be no file. Nobody may wait for it, and nothing may change. */

const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const { account } = resolve({ address: 'prenom.nom@cnrs.fr', role: 'primary', language: 'en' }, [profile]);

const files = [
  ['neomutt', '.config/neomutt/neomuttrc'],
  ['neomutt', `.config/neomutt/${account.address}.rc`],
  ['mutt', '.muttrc'],
  ['mutt', `.config/mutt/${account.address}.rc`],
  ['msmtp', '.msmtprc'],
  ['isync', '.mbsyncrc'],
  ['aerc', '.config/aerc/accounts.conf'],
  ['himalaya', '.config/himalaya/config.toml'],
  ['claws-mail', '.claws-mail/accountrc'],
  ['claws-mail', '.claws-mail/folderlist.xml'],
] as const;

const kinds: readonly [name: string, put: (path: string) => void][] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdirSync(path)],
  ['a device', (path) => symlinkSync('/dev/zero', path)],
  [
    'a link to a pipe',
    (path) => {
      execFileSync('mkfifo', [`${path}.pipe`]);
      symlinkSync(`${path}.pipe`, path);
    },
  ],
  ['a link to itself', (path) => symlinkSync(path, path)],
];

describe.skipIf(process.platform !== 'linux').each(kinds)('%s', (_, put) => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  test.each(files)('in the place of a file of %s (%s) is told in one line', (client, file) => {
    const path = join(home.path, file);
    mkdirSync(dirname(path), { recursive: true });
    put(path);
    const kinds = () => execFileSync('find', [home.path, '-printf', '%P %y\n'], { encoding: 'utf8' });
    const there = kinds();
    const { status, stderr } = home.run(scriptsOf(client, account).install);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^\/[^\n]+: [^\n]+\n$/) });
    expect(kinds()).toBe(there);
    // Taking out what was never put in is no reason to stop, or a reason to say why.
    expect([0, 2]).toContain(home.run(scriptsOf(client, account).remove).status);
    expect(kinds()).toBe(there);
  });
});

describe.skipIf(process.platform !== 'linux' || !isRoot())('a file that its owner may not read', () => {
  test.each(files.slice(0, 8))('of %s (%s) is told in one line', (client, file) => {
    const home = makeHome();
    try {
      home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
      home.put(file, '# theirs\n');
      const there = home.read(file);
      execFileSync('chown', ['-R', '65534:65534', dirname(home.path)]);
      chmodSync(join(home.path, file), 0o000);
      const { status, stderr } = home.run(scriptsOf(client, account).install, {
        shell: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'dash'],
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^\/[^\n]+: this cannot be read: [^\n]+\n$/),
      });
      expect(home.read(file)).toBe(there);
    } finally {
      home.remove();
    }
  });
});
