import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../src/account.ts';
import { fixture } from '../../fixtures.ts';
import { readKeyFile } from '../../readers/key-file.ts';
import { canRunMail, type Mail, prenom, startMail } from '../mail/mail.ts';
import { has } from '../programs.ts';
import { type Desktop, ended, openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { accountOf, providerOf } from './provider.ts';
import { scriptsOf } from './scripts.ts';

/* The scripts for Geary, and the real Geary with what they write. */

const file = (number: number) => `.config/geary/account_0${number}/geary.ini`;

describe.skipIf(process.platform !== 'linux')('Geary’s scripts', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  const run = (script: string) => expect(home.run(script)).toMatchObject({ status: 0, stderr: '' });
  const install = (account: Account) => run(scriptsOf('geary', account).install);
  const remove = (account: Account) => run(scriptsOf('geary', account).remove);
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
