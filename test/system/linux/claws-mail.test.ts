import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../src/model/account.ts';
import { fixture } from '../../fixtures.ts';
import { readAccountrc } from '../../readers/accountrc.ts';
import { canRunMail, type Mail, prenom, startMail } from '../mail/mail.ts';
import { has } from '../programs.ts';
import { type Desktop, ended, openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { accountOf, providerOf } from './provider.ts';
import { scriptsIn, scriptsOf } from './scripts.ts';

/* The scripts for Claws Mail, and the real Claws Mail with what they write. */

const ACCOUNTS = '.claws-mail/accountrc';
const FOLDERS = '.claws-mail/folderlist.xml';

/** Somebody's account for local mail: it connects to nothing. */
const labo = `[Account: 3]
config_version=1
account_name=Labo é
is_default=1
name=Autre
address=autre@labo.example
protocol=0
receive_server=pop.labo.example
user_id=autre
receive_at_get_all=0
`;
const folders = `<?xml version="1.0" encoding="UTF-8"?>
<folderlist config_version="1">
  <folder type="mh" collapsed="0" name="Mailbox" path="Mail" account_id="0" sort="0">
    <folderitem type="inbox" name="inbox" path="inbox"/>
  </folder>
</folderlist>
`;

describe.skipIf(process.platform !== 'linux')('Claws Mail’s scripts', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  const scripts = scriptsIn(() => home);
  const install = (account: Account) => scripts.install('claws-mail', account);
  const remove = (account: Account) => scripts.remove('claws-mail', account);
  const account = (number: number) => readAccountrc(home.read(ACCOUNTS)).get(`[Account: ${number}]`);
  const [one, two, first] = [fixture('plain'), fixture('hostile'), fixture('primary')];

  describe.each([
    ['no Claws Mail yet', () => {}],
    ['an account', () => putProfile(labo)],
    ['an account whose last line has no end', () => putProfile(labo.trimEnd())],
    ['two accounts and empty lines at the end', () => putProfile(`${labo}\n[Account: 7]\naddress=x@example.org\n\n\n`)],
    ['no account', () => putProfile('')],
  ])('with %s', (_, prepare) => {
    let there: Record<string, string>;
    beforeEach(() => {
      prepare();
      there = home.snapshot();
    });

    test.each([
      ['additional', one],
      ['primary', first],
      ['hostile', two],
    ])('install and remove leave what was there: %s', (_, account) => {
      install(account);
      expect(home.read(ACCOUNTS)).toContain(`\naddress=${account.address}\n`);
      remove(account);
      expect(home.snapshot()).toEqual(there);
    });

    test('a second time changes nothing', () => {
      install(one);
      const once = home.snapshot();
      install(one);
      expect(home.snapshot()).toEqual(once);
    });

    test('two accounts stand side by side and go one by one', () => {
      install(one);
      install(two);
      install(one);
      const addresses = [...readAccountrc(home.read(ACCOUNTS)).values()].map((each) => each.get('address'));
      expect(addresses.slice(-2)).toEqual([one.address, two.address]);
      remove(two);
      remove(one);
      expect(home.snapshot()).toEqual(there);
    });
  });

  test('two accounts go in the order in which they came', () => {
    putProfile(labo);
    const there = home.snapshot();
    install(one);
    install(two);
    remove(one);
    expect(home.read(ACCOUNTS)).not.toContain(one.address);
    remove(two);
    expect(home.snapshot()).toEqual(there);
  });

  test('the account gets a number that was nobody’s, also not in the store of passwords or the list of folders', () => {
    putProfile(labo);
    home.put('.claws-mail/passwordstorerc', '[config_version:4]\n\n[account:8]\nrecv {AES-256-CBC,5000}xxx\n\n');
    home.put(
      FOLDERS,
      folders.replace('</folderlist>', '<folder type="imap" account_id="9" name="x">\n</folder>\n</folderlist>'),
    );
    install(one);
    expect(account(10)?.get('address')).toBe(one.address);
  });

  test.each([
    ['additional', one, '', '0'],
    ['additional', one, labo, '0'],
    ['primary', first, '', '1'],
    ['primary', first, labo, '0'],
  ])(
    'an account is the default one only as the first mailbox, and only as the first: %s',
    (_, account, before, isDefault) => {
      putProfile(before);
      install(account);
      expect([...readAccountrc(home.read(ACCOUNTS)).values()].at(-1)?.get('is_default')).toBe(isDefault);
      expect(home.read(ACCOUNTS).startsWith(before)).toBe(true);
    },
  );

  test('a new port takes the place of the old one, and what the person chose stays', () => {
    putProfile(labo);
    install(one);
    const changed = home
      .read(ACCOUNTS)
      .replace('config_version=1\naccount_name=CNRS', 'config_version=4\norganization=Ours\naccount_name=My CNRS');
    home.put(ACCOUNTS, changed);
    const [server] = one.incoming;
    install({ ...one, incoming: [{ ...server, port: 1993 }] });
    expect(home.read(ACCOUNTS)).toBe(changed.replace('imap_port=993\nssl', 'imap_port=1993\nssl'));
    remove(one);
    expect(home.read(ACCOUNTS)).toBe(labo);
  });

  test('the default account that the person chose since stays it', () => {
    putProfile(labo);
    install(one);
    home.put(
      ACCOUNTS,
      home.read(ACCOUNTS).replace('is_default=1', 'is_default=x').replace('is_default=0', 'is_default=1'),
    );
    const chosen = home.read(ACCOUNTS);
    const [server] = one.incoming;
    install({ ...one, incoming: [{ ...server, port: 1993 }] });
    expect(home.read(ACCOUNTS)).toBe(chosen.replace('imap_port=993\nssl', 'imap_port=1993\nssl'));
  });

  test('the password and the folders that Claws Mail has noted go with the account, and those of others stay', () => {
    putProfile(labo);
    install(one);
    const passwords = '[config_version:4]\n\n[account:3]\nrecv {AES-256-CBC,5000}xxx\n';
    home.put('.claws-mail/passwordstorerc', `${passwords}\n[account:4]\nrecv {AES-256-CBC,5000}yyy\n`);
    const tree = (id: number) =>
      `  <folder type="imap" name="x" account_id="${id}">\n    <folderitem name="a" path="INBOX"/>\n  </folder>\n`;
    const list = (...ids: readonly number[]) =>
      folders.replace('</folderlist>', `${ids.map(tree).join('')}</folderlist>`);
    home.put(FOLDERS, list(14, 4, 40));
    remove(one);
    expect(home.read('.claws-mail/passwordstorerc')).toBe(passwords);
    expect(home.read(FOLDERS)).toBe(list(14, 40));
  });

  test('an account that the person has deleted in Claws Mail is set up anew, and removed without harm', () => {
    putProfile(labo);
    install(one);
    home.put(ACCOUNTS, `${labo}\n[Account: 4]\naddress=new@example.org\n`);
    install(one);
    expect(account(5)?.get('address')).toBe(one.address);
    home.put(ACCOUNTS, labo);
    const without = home.snapshot();
    remove(one);
    expect(home.read(ACCOUNTS)).toBe(labo);
    expect(Object.keys(without)).toEqual(expect.arrayContaining(Object.keys(home.snapshot())));
  });

  test('an account of theirs that has got the number of ours stays theirs, even with the same address', () => {
    putProfile(labo);
    install(one);
    const theirs = `${labo}\n[Account: 4]\naddress=${one.address}\nuser_id=moi\nreceive_server=imap.labo.example\n`;
    home.put(ACCOUNTS, theirs);
    home.put('.claws-mail/passwordstorerc', '[account:4]\nrecv {AES-256-CBC,5000}yyy\n');
    install(one);
    expect(home.read(ACCOUNTS).startsWith(theirs)).toBe(true);
    expect(account(5)?.get('user_id')).toBe(one.login);
    remove(one);
    expect(home.read(ACCOUNTS)).toBe(theirs);
    install(one);
    home.put(ACCOUNTS, theirs);
    remove(one);
    expect(home.read(ACCOUNTS)).toBe(theirs);
    expect(home.read('.claws-mail/passwordstorerc')).toContain('[account:4]');
  });

  test('an account whose login or server somebody has corrected is still ours', () => {
    putProfile(labo);
    for (const [wrong, right] of [
      [`user_id=${one.login}`, 'user_id=wrong'],
      ['receive_server=imap.cnrs.fr', 'receive_server=imap.wrong.example'],
    ] as const) {
      install(one);
      expect(home.read(ACCOUNTS)).toContain(`\n${wrong}\n`);
      home.put(ACCOUNTS, home.read(ACCOUNTS).replace(`\n${wrong}\n`, `\n${right}\n`));
      install(one);
      expect(account(4)).toEqual(expect.toSatisfy((found) => found.get('user_id') === one.login));
      expect(account(5)).toBeUndefined();
      remove(one);
      expect(home.read(ACCOUNTS)).toBe(labo);
    }
  });

  test('the list of folders and the empty folders stay as long as an account needs them', () => {
    const there = home.snapshot();
    install(one);
    install(two);
    remove(one);
    expect(home.has(FOLDERS)).toBe(true);
    for (const folder of ['inbox', 'sent', 'draft', 'queue', 'trash'])
      expect(home.has(`Mail/${folder}`), folder).toBe(true);
    remove(two);
    expect(home.snapshot()).toEqual(there);
  });

  test('the list of folders stays for an account that the person has made', () => {
    install(one);
    home.put(ACCOUNTS, `${home.read(ACCOUNTS)}\n[Account: 7]\naddress=moi@labo.example\n`);
    remove(one);
    expect(home.has(FOLDERS)).toBe(true);
    for (const each of ['inbox', 'sent', 'draft', 'queue', 'trash']) expect(home.has(`Mail/${each}`), each).toBe(true);
    expect(home.read(ACCOUNTS)).toBe('[Account: 7]\naddress=moi@labo.example\n');
  });

  test.each(['accountrc', 'passwordstorerc', 'folderlist.xml'])(
    'a pipe in the place of %s is told in one line',
    (name) => {
      home.put('.claws-mail/x', '');
      execFileSync('mkfifo', [join(home.path, '.claws-mail', name)]);
      const { status, stderr } = home.run(scriptsOf('claws-mail', one).install);
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^\/[^\n]+\n$/) });
    },
  );

  test('the same mailbox, set up by hand, stays as it is', () => {
    putProfile(`${labo}\n[Account: 4]\naddress=${one.address}\nuser_id=${one.login}\n`);
    const there = home.snapshot();
    const { status, stderr } = home.run(scriptsOf('claws-mail', one).install);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^Claws Mail: .+\n$/) });
    expect(home.snapshot()).toEqual(there);
  });

  test('without its notes an account is not taken for gone, and not for ours', () => {
    install(one);
    rmSync(join(home.path, '.local'), { recursive: true });
    const there = home.snapshot();
    const { status, stderr } = home.run(scriptsOf('claws-mail', one).remove);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^Claws Mail: cette boîte est bien là[^\n]+\n$/),
    });
    expect(home.snapshot()).toEqual(there);
  });

  test('two accounts do not get one name', () => {
    putProfile(labo.replace('Labo é', `CNRS ${one.address}`));
    install(one);
    expect(account(4)?.get('account_name')).toBe(`CNRS ${one.address} (4)`);
  });

  function putProfile(accounts: string): void {
    home.put(ACCOUNTS, accounts);
    home.put(FOLDERS, folders);
  }
});

describe.skipIf(!canRunMail || !has('claws-mail') || !has('Xvfb') || !has('xdotool'))('Claws Mail', () => {
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

  const install = (account: Account) =>
    expect(home.run(scriptsOf('claws-mail', account).install)).toMatchObject({ status: 0, stderr: '' });

  test('reads and sends with an additional account, and keeps the other one the default', async () => {
    putLabo();
    const account = accountOf(providerOf(mail));
    install(account);
    const before = readAccountrc(home.read(ACCOUNTS));
    const claws = await openWithPassword();

    await send('With the additional account', prenom.address);
    expect(await received('With the additional account')).toContain(`From: ${prenom.address}\n`);

    const { remove } = scriptsOf('claws-mail', account);
    const there = home.read(ACCOUNTS);
    expect(home.run(remove)).toMatchObject({ status: 2, stderr: expect.stringContaining('Claws Mail') });
    expect(home.read(ACCOUNTS)).toBe(there);

    await editAccounts();
    await quit(claws);
    const after = readAccountrc(home.read(ACCOUNTS));
    expect([...after.keys()]).toEqual(['[Account: 3]', '[Account: 4]']);
    for (const [name, values] of before) expect(after.get(name)).toEqual(expect.toSatisfy(includes(values)));
    expect(home.read(FOLDERS)).toContain(' account_id="4"');

    expect(home.run(remove)).toMatchObject({ status: 0, stderr: '' });
    expect(readAccountrc(home.read(ACCOUNTS))).toEqual(new Map([...after].slice(0, 1)));
    expect(home.read(FOLDERS)).not.toContain(' account_id="4"');
    expect(home.has('.local/state/facteur')).toBe(false);
  });

  test('begins with a primary account: IMAP with STARTTLS, submission with TLS', async () => {
    putProfile('', false);
    install(accountOf(providerOf(mail, 'imap', 'submissions'), { role: 'primary' }));
    const claws = await openWithPassword();
    expect(desktop.titles().join()).toContain(`ODS ${prenom.address}`);
    await send('With the primary account');
    expect(await received('With the primary account')).toMatch(/^From: =\?.*\?= .*<prenom\.nom@cnrs\.fr>$/m);
    await quit(claws);
  });

  test('keeps every value of hostile accounts when it writes its file anew', async () => {
    putLabo();
    install(fixture('hostile'));
    install(fixture('accents-emoji'));
    install(fixture('pop3'));
    const before = readAccountrc(home.read(ACCOUNTS));
    desktop = await openDesktop(home, { mail });
    const claws = desktop.start('claws-mail', '--offline');
    // Nobody answers at the servers of these accounts.
    await vi.waitFor(
      async () => {
        const titles = desktop.titles().join();
        if (titles.includes('Error')) {
          await desktop.focus('Error');
          desktop.press('Return');
        }
        expect(titles).toContain('Claws Mail 4');
      },
      { timeout: 30_000, interval: 500 },
    );
    await editAccounts();
    await quit(claws);
    const after = readAccountrc(home.read(ACCOUNTS));
    expect(after.size).toBe(4);
    for (const [name, values] of before) expect(after.get(name)).toEqual(expect.toSatisfy(includes(values)));
    for (const name of ['hostile', 'accents-emoji', 'pop3']) {
      expect(home.run(scriptsOf('claws-mail', fixture(name)).remove)).toMatchObject({ status: 0, stderr: '' });
    }
    expect(readAccountrc(home.read(ACCOUNTS))).toEqual(new Map([...after].slice(0, 1)));
  });

  /** All that we wrote, except the version, which Claws Mail raises, and the ports of other protocols. */
  function includes(values: ReadonlyMap<string, string>) {
    return (found: ReadonlyMap<string, string>) =>
      [...values].every(([key, value]) => key === 'config_version' || found.get(key) === value);
  }

  function putLabo(): void {
    putProfile(labo, true);
  }

  function putProfile(accounts: string, used: boolean): void {
    if (used) {
      home.put(ACCOUNTS, accounts);
      home.put(FOLDERS, folders);
    }
    // It has no dictionary for the tests' language, and would say so before each message.
    home.put('.claws-mail/clawsrc', '[Common]\nenable_aspell=0\n');
  }

  async function openWithPassword() {
    desktop = await openDesktop(home, { mail });
    const claws = desktop.start('claws-mail');
    await answerPassword();
    await desktop.focus('Claws Mail 4');
    return claws;
  }

  async function answerPassword(): Promise<void> {
    await desktop.focus('Input password');
    desktop.type(prenom.password);
    desktop.press('Return');
  }

  /** Writes a message, with the account of an address where it is not the default one, and sends it. */
  async function send(subject: string, from?: string): Promise<void> {
    const parts = new URLSearchParams({ ...(from && { from }), subject, body: 'Bonjour.' }).toString();
    desktop.run('claws-mail', ['--compose', `mailto:${prenom.address}?${parts.replaceAll('+', '%20')}`]);
    await desktop.focus('Compose message');
    desktop.press('ctrl+Return');
    await answerPassword();
  }

  async function received(subject: string): Promise<string> {
    const message = await vi.waitFor(() => {
      const found = mail.inbox(prenom).find((text) => text.includes(`Subject: ${subject}\n`));
      if (found === undefined) throw new Error(`${subject} has not arrived; ${desktop.titles().join(', ')}`);
      return found;
    }, 20_000);
    // It has arrived before Claws Mail knows; who tells it to end then leaves it between the two.
    await vi.waitFor(() => expect(desktop.titles().join()).not.toMatch(/Compose message|Sending message/), 30_000);
    expect(message).toContain('Return-Path: <prenom.nom@cnrs.fr>\n');
    expect(message).toContain('(Authenticated sender: prenom.nom@ods.services)');
    return message;
  }

  /** Opens and closes the list of accounts: it then writes `accountrc` anew. */
  async function editAccounts(): Promise<void> {
    await desktop.focus('Claws Mail 4');
    desktop.press('alt+c', 'e');
    await desktop.focus('Edit accounts');
    desktop.press('Escape');
    await vi.waitFor(() => expect(home.read(ACCOUNTS)).toContain('nntp_server='), 10_000);
  }

  /** Claws Mail does not hear it while a dialog closes, and who asks it then may wait for its answer without end. */
  async function quit(claws: ReturnType<Desktop['start']>): Promise<void> {
    for (let tries = 0; tries < 8; tries++) {
      desktop.start('claws-mail', '--exit');
      if (await ended(claws, 5_000)) return;
    }
    throw new Error(`Claws Mail does not end: ${desktop.titles().join(', ')}`);
  }
});
