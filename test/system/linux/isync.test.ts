import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { scriptsOf } from './scripts.ts';

/* Where isync reads, and what the real mbsync makes of our account in a file that a person has written. */

const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const { account } = resolve({ address: 'prenom.nom@cnrs.fr', language: 'en' }, [profile]);
const { install, remove } = scriptsOf('isync', account);
const OLD = '.mbsyncrc';
const NEW = '.config/isyncrc';

describe.skipIf(process.platform !== 'linux')('isync', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  test.each([
    ['1.4.4', [], OLD],
    ['1.4.4', [OLD], OLD],
    ['1.4.4', [NEW], OLD],
    ['1.4.4', [OLD, NEW], OLD],
    ['1.5.1', [], OLD],
    ['1.5.1', [OLD], OLD],
    ['1.5.1', [NEW], NEW],
    ['1.5.1', [OLD, NEW], NEW],
    ['2.0', [OLD, NEW], NEW],
    ['', [OLD, NEW], NEW],
  ])('version “%s” with the files %j reads ours in %s', (version, files, place) => {
    home.program('mbsync', version === '' ? '#!/bin/sh\nexit 127\n' : `#!/bin/sh\necho isync ${version}\n`);
    for (const file of files) home.put(file, 'IMAPAccount labo\nHost imap.labo.example\n');
    const there = home.snapshot();
    expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
    for (const file of [OLD, NEW].filter(home.has)) {
      expect(home.read(file).includes('prenom.nom@cnrs.fr-remote'), file).toBe(file === place);
    }
    expect(home.run(remove)).toMatchObject({ status: 0, stderr: '' });
    expect(home.snapshot()).toEqual(there);
  });

  test.skipIf(!has('mbsync'))('the real one finds our channel, whichever files there are', () => {
    for (const file of [OLD, NEW]) home.put(file, 'IMAPAccount labo\nHost imap.labo.example\n');
    expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
    // The channel is known: what fails is the connection, for there is no such host.
    const { stderr } = spawnSync('mbsync', ['-l', account.address], {
      encoding: 'utf8',
      env: home.environment,
      timeout: 30_000,
    });
    expect(stderr).toContain('imap.example.org');
  });

  test.each([
    'GROUP prenom.nom@cnrs.fr labo',
    'MaildirStore "prenom.nom@cnrs.fr-local"',
    'MaildirStore mine\nPath ~/Mail/prenom.nom@cnrs.fr/',
  ])('what is not ours stays alone: %s', (text) => {
    home.put(OLD, `${text}\n`);
    const there = home.snapshot();
    expect(home.run(install)).toMatchObject({ status: 2, stderr: expect.stringContaining('has an account') });
    expect(home.snapshot()).toEqual(there);
  });

  test.each(['R&D', 'a\\1&\\\\b'])(
    'the folder of our messages is known in a home called %s, by either way to write it',
    (name) => {
      const there = join(home.path, name);
      const run = (script: string) => home.run(script, { environment: { HOME: there } });
      for (const path of ['~/Mail/prenom.nom@cnrs.fr/', `${there}/Mail/prenom.nom@cnrs.fr`]) {
        home.put(join(there, OLD), `MaildirStore mine\nPath ${path}\n`);
        expect(run(install)).toMatchObject({ status: 2, stderr: expect.stringContaining('has an account') });
      }
      home.put(join(there, OLD), `MaildirStore mine\nPath ~/Mail/other/\n`);
      const before = home.snapshot();
      expect(run(install)).toMatchObject({ status: 0, stderr: '' });
      expect(home.has(`${name}/Mail/prenom.nom@cnrs.fr`)).toBe(true);
      expect(run(remove)).toMatchObject({ status: 0, stderr: '' });
      expect(home.snapshot()).toEqual(before);
    },
  );

  test.each([
    'Group all labo prenom.nom@cnrs.fr',
    'group all\nchannels labo "prenom.nom@cnrs.fr:INBOX"',
    'Channel archive\nFar :prenom.nom@cnrs.fr-remote:Archive\nNear :labo-local:archive',
    'Channel archive\nMaster :labo-remote:\nSlave ":prenom.nom@cnrs.fr-local:archive"',
    'IMAPStore again\nAccount prenom.nom@cnrs.fr',
  ])('our account stays while the person has it in %j, for mbsync would stop there', (text) => {
    home.put(OLD, 'IMAPAccount labo\nHost imap.labo.example\n');
    const there = home.snapshot();
    expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
    const installed = home.read(OLD);
    home.put(OLD, `${installed}${text}\n`);
    const written = home.snapshot();
    expect(home.run(remove)).toMatchObject({ status: 2, stderr: expect.stringMatching(/mbsyncrc: our account.*\n$/) });
    expect(home.snapshot()).toEqual(written);
    home.put(OLD, installed);
    expect(home.run(remove)).toMatchObject({ status: 0, stderr: '' });
    expect(home.snapshot()).toEqual(there);
  });

  test('the folder of another account of ours stays, although it is still empty', () => {
    const other = resolve({ address: 'autre.nom@cnrs.fr', language: 'en' }, [profile]).account;
    for (const [first, second] of [
      [account, other],
      [other, account],
    ] as const) {
      for (const each of [account, other])
        expect(home.run(scriptsOf('isync', each).install)).toMatchObject({ status: 0 });
      expect(home.run(scriptsOf('isync', first).remove)).toMatchObject({ status: 0, stderr: '' });
      expect(home.has(`Mail/${second.address}`)).toBe(true);
      expect(home.has(`Mail/${first.address}`)).toBe(false);
      expect(home.run(scriptsOf('isync', second).remove)).toMatchObject({ status: 0, stderr: '' });
      expect(home.snapshot()).toEqual({});
    }
  });

  test('messages that another program keeps under our name are not sent to the server', () => {
    home.put('Mail/prenom.nom@cnrs.fr/INBOX/cur/1:2,S', 'Subject: theirs\n\n');
    const there = home.snapshot();
    expect(home.run(install)).toMatchObject({ status: 2, stderr: expect.stringMatching(/Mail\/prenom.*\n$/) });
    expect(home.snapshot()).toEqual(there);
  });

  test('messages of an earlier time with mbsync go on', () => {
    home.put('Mail/prenom.nom@cnrs.fr/INBOX/cur/1:2,S', 'Subject: ours\n\n');
    home.put('Mail/prenom.nom@cnrs.fr/INBOX/.mbsyncstate', 'FarUidValidity 1\n');
    mkdirSync(join(home.path, 'Mail/prenom.nom@cnrs.fr/Sent'));
    expect(home.run(install)).toMatchObject({ status: 0, stderr: '' });
  });
});
