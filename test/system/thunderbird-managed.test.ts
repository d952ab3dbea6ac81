import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountPrefs, formerKeys, keyOf, keysOf } from '../../src/clients/thunderbird/prefs.ts';
import type { Account } from '../../src/model/account.ts';
import { keysInput } from '../clients/thunderbird-plan.ts';
import { fixture, mailAccount } from '../fixtures.ts';
import { has, isRoot } from './programs.ts';
import { expectedServer, fileOf, listAccounts, type Seen } from './thunderbird/accounts.ts';
import { type Files, type Installation, install, preferenceLines, put } from './thunderbird/program.ts';
import { thunderbirds } from './thunderbird/versions.ts';

/* The real Thunderbird starts with our thunderbird.cfg in a program folder of its own, in a profile that has an account already. */
describe.skipIf(!has('thunderbird'))('on a computer that somebody manages', () => {
  describe.each(thunderbirds())('$name', (version) => {
    const account = fixture('plain');
    let installation: Installation;

    beforeEach(() => {
      installation = install({ version, profile: { 'prefs.js': preferenceLines('user_pref', laboratory) } });
    });

    afterEach(() => installation.remove());

    test('gets the account beside the one it has, once, follows a new file, and loses it again', async () => {
      const before = await accountsAfterStart();
      expect(before.accounts.map(({ name, isDefault }) => [name, isDefault])).toEqual([
        ['Laboratory', true],
        ['Local Folders', false],
      ]);

      put(installation.program, files(account));
      const first = await accountsAfterStart();
      expect(first).toEqual(withAccount(before, account));
      expect(await accountsAfterStart()).toEqual(first);

      const [incoming] = account.incoming;
      const moved: Account = { ...account, incoming: [{ ...incoming, host: 'imap.example.org', port: 1993 }] };
      put(installation.program, files(moved));
      expect(await accountsAfterStart()).toEqual(withAccount(before, moved));

      put(installation.program, { 'thunderbird.cfg': fileOf(account, 'managed-removal').bytes });
      expect(await accountsAfterStart()).toEqual(before);
      installation.withdraw(Object.keys(files(account)));
      expect(await accountsAfterStart()).toEqual(before);
    });

    test.each(['hostile', 'two-servers'])(
      'gets the account in a new profile, as the default one, and loses it: %s',
      async (name) => {
        await installation.remove();
        installation = install({ version, beside: files(fixture(name)) });
        const nothing: Seen = { accounts: [], outgoing: [] };
        const first = await accountsAfterStart();
        const [own, folders] = first.accounts;
        expect({ ...first, accounts: [own] }).toEqual(withAccount(nothing, fixture(name)));
        expect(folders).toMatchObject({ name: 'Local Folders', isDefault: false });
        expect(await accountsAfterStart()).toEqual(first);
        put(installation.program, { 'thunderbird.cfg': fileOf(fixture(name), 'managed-removal').bytes });
        expect(await accountsAfterStart()).toMatchObject({ accounts: [{ name: 'Local Folders' }], outgoing: [] });
      },
    );

    test('goes on with the account that version 0.1 has added, and takes it away', async () => {
      const before = await accountsAfterStart();
      const [former = ''] = formerKeys(account);
      const formerly = Object.fromEntries(
        Object.entries(files(account)).map(([name, bytes]) => [
          name,
          Buffer.from(Buffer.from(bytes).toString().replaceAll(keyOf(account), former)),
        ]),
      );
      put(installation.program, formerly);
      const first = await accountsAfterStart();
      expect(first.accounts.at(-1)).toMatchObject({ key: `account_${former}` });

      const [incoming] = account.incoming;
      const moved: Account = { ...account, incoming: [{ ...incoming, host: 'imap.example.org', port: 1993 }] };
      put(installation.program, files(moved));
      const taken = withAccount(before, moved);
      const kept = taken.accounts.map((each, index) =>
        index === taken.accounts.length - 1 ? { ...each, key: `account_${former}` } : each,
      );
      expect(await accountsAfterStart()).toEqual({ ...taken, accounts: kept });

      put(installation.program, { 'thunderbird.cfg': fileOf(account, 'managed-removal').bytes });
      expect(await accountsAfterStart()).toEqual(before);
    });

    // Snap and Flatpak have a program folder that nobody can write to, and this one, or what stands for it.
    test.skipIf(!isRoot())('gets the account from /etc/thunderbird, and loses it again', async () => {
      await installation.remove();
      const { 'thunderbird.cfg': script, ...loader } = files(account);
      // 140 looks for the script beside the program only.
      const place = version.current ? 'etc' : 'program';
      const profile = { 'prefs.js': preferenceLines('user_pref', laboratory) };
      installation = install({ version, profile, etc: loader });
      put(installation[place], { 'thunderbird.cfg': script ?? '' });
      const { accounts } = await accountsAfterStart();
      expect(accounts.map(({ name }) => name)).toEqual(['Laboratory', 'Local Folders', account.displayAddress]);
      put(installation[place], { 'thunderbird.cfg': fileOf(account, 'managed-removal').bytes });
      expect((await accountsAfterStart()).accounts.map(({ name }) => name)).toEqual(['Laboratory', 'Local Folders']);
    });

    test('keeps an account that the person has made for the same mailbox', async () => {
      const [incoming] = account.incoming;
      put(installation.profile, {
        'user.js': preferenceLines('user_pref', {
          'mail.server.server1.hostname': incoming.host,
          'mail.server.server1.userName': incoming.login,
        }),
      });
      const before = await accountsAfterStart();
      put(installation.program, files(account));
      expect((await accountsAfterStart()).accounts).toEqual(before.accounts);
    });

    test('would get an account that cannot send by policies.json, which is why there is none', async () => {
      const keys = keysOf(keysInput(account));
      const values = [
        ...accountPrefs(keysInput(account)),
        { name: 'mail.accountmanager.appendaccounts', value: keys.account },
        { name: 'mail.smtpservers', value: keys.outgoing.join() },
      ];
      const Preferences = Object.fromEntries(
        values.map(({ name, value }) => [name, { Value: value, Status: 'default' }] as const),
      );
      put(installation.program, { 'distribution/policies.json': JSON.stringify({ policies: { Preferences } }) });
      const { accounts, outgoing } = await accountsAfterStart();
      expect(accounts.at(-1)).toMatchObject({
        key: keys.account,
        identities: [{ from: account.address, sendsWith: null }],
      });
      expect(outgoing).toMatchObject([{ host: 'smtp.laboratory.example' }]);
    });

    async function accountsAfterStart(): Promise<Seen> {
      const thunderbird = await installation.start();
      const seen = await listAccounts(thunderbird);
      await thunderbird.quit();
      return seen;
    }
  });
});

function files(account: Account): Files {
  return {
    'thunderbird.cfg': fileOf(account, 'managed').bytes,
    'defaults/pref/autoconfig.js': fileOf(account, 'managed-loader').bytes,
  };
}

/** The accounts that were there, then this one; the default as before, or this one where there was none. */
function withAccount({ accounts, outgoing }: Seen, account: Account): Seen {
  const [incoming] = mailAccount(account).incoming;
  const servers = account.outgoing.map((server) => expectedServer('smtp', server));
  const added = {
    key: keysOf(keysInput(account)).account,
    name: account.displayAddress,
    isDefault: accounts.length === 0,
    incoming: expectedServer(incoming.protocol, incoming),
    identities: [{ name: account.name ?? '', from: account.address, sendsWith: servers[0] ?? null }],
  };
  return { accounts: [...accounts, added], outgoing: [...outgoing, ...servers] };
}

/** A profile with the account of a laboratory, as Thunderbird itself writes it. */
const laboratory = {
  'mail.accountmanager.accounts': 'account1,account2',
  'mail.accountmanager.defaultaccount': 'account1',
  'mail.accountmanager.localfoldersserver': 'server2',
  'mail.account.account1.server': 'server1',
  'mail.account.account1.identities': 'id1',
  'mail.account.account2.server': 'server2',
  'mail.account.lastKey': 2,
  'mail.identity.id1.fullName': 'Prénom Nom',
  'mail.identity.id1.useremail': 'nom@laboratory.example',
  'mail.identity.id1.smtpServer': 'smtp1',
  'mail.server.server1.type': 'imap',
  'mail.server.server1.hostname': 'imap.laboratory.example',
  'mail.server.server1.userName': 'nom',
  'mail.server.server1.port': 993,
  'mail.server.server1.socketType': 3,
  'mail.server.server1.name': 'Laboratory',
  'mail.server.server2.type': 'none',
  'mail.server.server2.hostname': 'Local Folders',
  'mail.server.server2.userName': 'nobody',
  'mail.server.server2.name': 'Local Folders',
  'mail.smtpservers': 'smtp1',
  'mail.smtp.defaultserver': 'smtp1',
  'mail.smtpserver.smtp1.type': 'smtp',
  'mail.smtpserver.smtp1.hostname': 'smtp.laboratory.example',
  'mail.smtpserver.smtp1.port': 465,
  'mail.smtpserver.smtp1.try_ssl': 3,
  'mail.smtpserver.smtp1.username': 'nom',
};
