import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../src/model/account.ts';
import { fixture } from '../../fixtures.ts';
import { readKeyFile } from '../../readers/key-file.ts';
import { canRunMail, type Mail, prenom, startMail } from '../mail/mail.ts';
import { has } from '../programs.ts';
import { type Desktop, ended, openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { accountOf, providerOf } from './provider.ts';
import { scriptsIn, scriptsOf } from './scripts.ts';

/* The scripts for Geary, and the real Geary with what they write. */

const file = (number: number) => `.config/geary/account_0${number}/geary.ini`;

describe.skipIf(process.platform !== 'linux')('Geary’s scripts', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  const scripts = scriptsIn(() => home);
  const install = (account: Account) => scripts.install('geary', account);
  const remove = (account: Account) => scripts.remove('geary', account);
  const [one, two] = [fixture('plain'), fixture('hostile')];

  test.each([
    ['an empty home', 1, () => {}],
    ['an account', 2, () => home.put(file(1), '[Account]\nordinal=4\n')],
  ])('install and remove leave what was there: %s', (_, number, prepare) => {
    prepare();
    const there = home.snapshot();
    install(one);
    const once = home.snapshot();
    install(one);
    expect(home.snapshot()).toEqual(once);
    expect(home.read(file(number))).toContain(number === 1 ? '\nordinal=1\n' : '\nordinal=5\n');
    install(two);
    expect(home.has(file(number + 1))).toBe(true);
    remove(one);
    remove(two);
    expect(home.snapshot()).toEqual(there);
  });

  test('the account gets no folder whose messages somebody has left behind', () => {
    home.put('.local/share/geary/account_01/geary.db', 'x');
    install(one);
    expect(home.has(file(2))).toBe(true);
  });

  test('a new port takes the place of the old one, and what the person chose stays', () => {
    install(one);
    const changed = home
      .read(file(1))
      .replace('use_signature=false', 'use_signature=true')
      .replace('[Folders]\n', '[Folders]\nsent_folder=Sent;\n');
    home.put(file(1), changed);
    const [server] = one.incoming;
    install({ ...one, incoming: [{ ...server, port: 1993 }] });
    expect(home.read(file(1))).toBe(changed.replace('port=993', 'port=1993'));
  });

  /** Somebody's account, as Geary writes one. */
  const theirs = (address: string, login: string) =>
    `[Metadata]\nversion=1\nstatus=enabled\n\n[Account]\nordinal=1\nlabel=Mine\nsender_mailboxes=Moi <${address}>;\nservice_provider=other\n\n[Incoming]\nlogin=${login}\nhost=imap.labo.example\n`;

  test('an account of theirs that has got the number of ours stays theirs, whatever was noted', () => {
    install(one);
    home.put(file(1), theirs('moi@labo.example', 'moi'));
    home.put('.local/share/geary/account_01/geary.db', 'x');
    const there = home.read(file(1));
    install(one);
    expect(home.read(file(1))).toBe(there);
    expect(home.read(file(2))).toContain(`login=${one.login}\n`);
    remove(one);
    expect(home.read(file(1))).toBe(there);
    expect(home.has(file(2))).toBe(false);
    install(one);
    home.put(file(2), theirs('moi@labo.example', 'moi'));
    remove(one);
    expect(home.read(file(2))).toBe(there);
  });

  test('a copy of ours that somebody made into another account is theirs', () => {
    install(one);
    home.put(file(2), home.read(file(1)).replaceAll(one.address, 'moi@labo.example'));
    const there = home.read(file(2));
    const [server] = one.incoming;
    install({ ...one, incoming: [{ ...server, port: 1993 }] });
    remove(one);
    expect(home.read(file(2))).toBe(there);
  });

  test('the same mailbox, set up by hand, stays as it is', () => {
    home.put(file(1), theirs(one.address, one.login));
    const there = home.snapshot();
    const { status, stderr } = home.run(scriptsOf('geary', one).install);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/geary\.ini: .+\n$/) });
    expect(home.snapshot()).toEqual(there);
  });

  test('ours is found without any note, and an account that Geary has yet to delete comes back', () => {
    install(one);
    rmSync(join(home.path, '.local/state'), { recursive: true });
    home.put('.local/share/geary/account_01/geary.db', 'x');
    install(one);
    expect(home.has(file(2))).toBe(false);
    rmSync(join(home.path, '.local/state'), { recursive: true });
    remove(one);
    expect(home.read(file(1))).toContain('status=removed\n');
    install(one);
    expect(home.read(file(1))).toContain('status=enabled\n');
    expect(home.has(file(2))).toBe(false);
  });

  test('a pipe in the place of an account is nobody’s', () => {
    home.put('.config/geary/account_01/x', '');
    execFileSync('mkfifo', [join(home.path, file(1))]);
    install(one);
    expect(home.read(file(2))).toContain('\nordinal=1\n');
    remove(one);
  });

  test('Geary is left to delete an account of which it has messages', () => {
    install(one);
    home.put('.local/share/geary/account_01/geary.db', 'x');
    remove(one);
    expect(
      readKeyFile(home.read(file(1)))
        .get('Metadata')
        ?.get('status'),
    ).toBe('removed');
  });
});

const programs = ['geary', 'Xvfb', 'xdotool', 'dbus-run-session', 'gnome-keyring-daemon', 'secret-tool'] as const;

describe.skipIf(!canRunMail || !programs.every(has))('Geary', () => {
  let mail: Mail;
  let home: Home;
  let desktop: Desktop;
  beforeAll(async () => {
    mail = await startMail();
  });
  beforeEach(({ onTestFailed }) => {
    home = makeHome();
    onTestFailed(() => console.error(mail.log()));
  });
  afterEach(async () => {
    await desktop?.stop();
    home.remove();
  });
  afterAll(() => mail?.stop());

  test('logs in with the password of the keyring, and keeps what we wrote when it writes its file anew', async () => {
    const account = accountOf(providerOf(mail), { name: 'Élise "N" Nom; Ève' });
    expect(home.run(scriptsOf('geary', account).install)).toMatchObject({ status: 0, stderr: '' });
    const before = readKeyFile(home.read(file(1)));
    home.put('session.sh', SESSION);
    home.put('password', prenom.password);
    desktop = await openDesktop(home, { mail });
    const session = desktop.start('dbus-run-session', '--', 'sh', `${home.path}/session.sh`);
    await desktop.focus('Inbox');
    expect(mail.log()).toContain(`imap-login: Info: Login: user=<${prenom.login}>`);
    await vi.waitFor(() => expect(home.read(file(1))).toContain('drafts_folder='), 20_000);
    const { remove } = scriptsOf('geary', account);
    expect(home.run(remove)).toMatchObject({ status: 2, stderr: expect.stringContaining('Geary') });
    await desktop.focus('Inbox');
    desktop.press('ctrl+q');
    expect(await ended(session)).toBe(true);

    const written = home.read(file(1));
    expect(written).toContain(`[Facteur]\naccount=${prenom.address}\n`);
    expect(written).toMatch(/^sender_mailboxes=.*<prenom\.nom@cnrs\.fr>;$/m);
    // A list has an escape of its own.
    const after = readKeyFile(written.replace(/^sender_mailboxes=.*$/m, ''));
    for (const group of ['Incoming', 'Outgoing'])
      expect(after.get(group)).toEqual(expect.toSatisfy(includes(before.get(group))));
    expect(home.run(remove)).toMatchObject({ status: 0, stderr: '' });
    expect(home.read(file(1))).toContain('\nstatus=removed\n');
  });

  /** Opens a keyring with the passwords of both servers, under the names that Geary asks for. */
  const SESSION = `
printf x | gnome-keyring-daemon --unlock --components=secrets
for each in 'IMAP imap.ods.test' 'SMTP smtp.ods.test'; do
  secret-tool store --label=x xdg:schema org.gnome.Geary proto "\${each% *}" host "\${each#* }" login ${prenom.login} <"$HOME/password"
done
exec geary
`;

  function includes(values: ReadonlyMap<string, string> = new Map()) {
    return (found: ReadonlyMap<string, string>) => [...values].every(([key, value]) => found.get(key) === value);
  }
});
