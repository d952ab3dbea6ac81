import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clients } from '../../../src/clients/index.ts';
import type { Account, Language } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { formatOf } from '../../made.ts';
import { has } from '../programs.ts';

/* The line that a page gives for a terminal: it runs the script of this program and this mailbox, as browsers have called it, and no other. */

const profile = makeProfile({ domains: ['cnrs.fr', 'b.co', 'b.com'], login: '{local}@ods.services' });
const mailbox = (address: string, language: Language) =>
  resolve({ address, role: 'additional', language }, [profile]).account;

function runOf(id: string, script: 'install' | 'remove', account: Account) {
  const client = clients.find((each) => each.id === id);
  const run = client && formatOf(client, script, account.language).run?.(account, account.language);
  if (run === undefined) throw new Error(`${id} has no line for ${script}`);
  return run;
}

const desktops = [
  { language: 'fr', folder: 'Téléchargements' },
  { language: 'en', folder: 'Downloads' },
] as const;
const shells = (['dash', 'bash', 'zsh', 'ksh', 'fish'] as const).filter(has);

describe.skipIf(process.platform !== 'linux' || !has('xdg-user-dir')).each(shells)('in %s', (shell) => {
  // Without a space: xdg-user-dir loses it.
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'facteur-downloads-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function write(path: string, text: string): string {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }
  /** A download that says its name; the later, the newer. */
  function put(path: string, hour: number): void {
    const when = new Date(Date.UTC(2026, 0, 1, hour));
    utimesSync(write(path, 'echo "$0"\n'), when, when);
  }
  const line = (text: string) => {
    const { status, stdout, stderr } = spawnSync(shell, ['-c', text], {
      cwd: '/',
      env: { HOME: home, PATH: `${home}/programs:${process.env.PATH}`, LANG: 'C.UTF-8', TERM: 'xterm' },
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { status, ran: stdout.trim().replace(`${home}/`, ''), stderr };
  };
  const french = () => write('.config/user-dirs.dirs', 'XDG_DOWNLOAD_DIR="$HOME/Téléchargements"\n');

  test.each(desktops)('the newest of the two downloads in $folder runs', ({ language, folder }) => {
    if (language === 'fr') french();
    const { savedAs, downloaded } = runOf('evolution', 'install', mailbox('prenom.nom@cnrs.fr', language));
    const name = savedAs.slice(0, -'.sh'.length);
    put(`${folder}/${savedAs}`, 1);
    expect(line(downloaded)).toEqual({ status: 0, ran: `${folder}/${savedAs}`, stderr: '' });
    for (const [second, hour] of [
      [' (1)', 2],
      ['(1)', 3],
    ] as const) {
      put(`${folder}/${name}${second}.sh`, hour);
      expect(line(downloaded)).toEqual({ status: 0, ran: `${folder}/${name}${second}.sh`, stderr: '' });
    }
    put(`${folder}/${savedAs}`, 4);
    expect(line(downloaded)).toEqual({ status: 0, ran: `${folder}/${savedAs}`, stderr: '' });
  });

  test.each(desktops)('no other program, mailbox or script is taken for it in $folder', ({ language, folder }) => {
    if (language === 'fr') french();
    const wanted = runOf('evolution', 'install', mailbox('a@b.co', language));
    const others = [
      runOf('claws-mail', 'install', mailbox('a@b.co', language)),
      runOf('evolution', 'remove', mailbox('a@b.co', language)),
      runOf('evolution', 'install', mailbox('a@b.com', language)),
      runOf('evolution', 'install', mailbox('x.a@b.co', language)),
      { savedAs: 'install.sh' },
      { savedAs: 'install (1).sh' },
    ];
    for (const [index, { savedAs }] of others.entries()) put(`${folder}/${savedAs}`, index + 2);
    const { status, ran, stderr } = line(wanted.downloaded);
    expect({ status, ran, lines: stderr.split('\n').length }).toEqual({ status: 1, ran: '', lines: 2 });
    expect(stderr).toContain(language === 'fr' ? 'téléchargez-le d’abord' : 'download it first');
    put(`${folder}/${wanted.savedAs}`, 1);
    expect(line(wanted.downloaded)).toEqual({ status: 0, ran: `${folder}/${wanted.savedAs}`, stderr: '' });
  });

  test('it is found where the desktop names no folder for downloads, and without the program that knows', () => {
    const { savedAs, downloaded } = runOf('geary', 'install', mailbox('prenom.nom@cnrs.fr', 'en'));
    put(`Downloads/${savedAs}`, 1);
    chmodSync(write('programs/xdg-user-dir', '#!/bin/sh\nexit 127\n'), 0o755);
    expect(line(downloaded)).toEqual({ status: 0, ran: `Downloads/${savedAs}`, stderr: '' });
  });
});

test('the name of a download is one that every browser keeps, and different for every program, mailbox and script', () => {
  const names = clients.flatMap((client) =>
    ['prenom.nom@cnrs.fr', "o'neil@cnrs.fr", '"a b"@cnrs.fr', 'a@b.co', 'a@b.com'].flatMap((address) => {
      const account = mailbox(address, 'en');
      return client.formats('en').flatMap(({ run }) => run?.(account, 'en').savedAs ?? []);
    }),
  );
  expect(names.length).toBe(9 * 2 * 5);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9@._+-]*\.sh$/);
});
