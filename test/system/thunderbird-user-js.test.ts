import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Account } from '../../src/model/account.ts';
import { fixture, mailAccount } from '../fixtures.ts';
import { has } from './programs.ts';
import { expectedServer, fileOf, listAccounts, type Seen, withoutFirstLogin } from './thunderbird/accounts.ts';
import { type Installation, install, put } from './thunderbird/program.ts';
import { thunderbirds } from './thunderbird/versions.ts';

/* The real Thunderbird starts with our user.js in a new profile and says what accounts it has. */
describe.skipIf(!has('thunderbird'))('in a new profile with user.js', () => {
  describe.each(thunderbirds())('$name', (version) => {
    let installation: Installation;

    afterEach(() => installation.remove());

    const names = [
      'hostile',
      'two-servers',
      'accents-emoji',
      'starttls',
      'two-logins',
      'plain-text',
      'idn',
      'digits-login',
    ];
    test.each(version.current ? names : names.slice(0, 3))('has the account: %s', async (name) => {
      const account = fixture(name);
      installation = install({ version, profile: { 'user.js': fileOf(account, 'user-js').bytes } });
      expect(await accountsAfterStart()).toEqual(expected(account));
    });

    test('has the same account after a second start, and without user.js', async () => {
      const account = fixture('plain');
      installation = install({ version, profile: { 'user.js': fileOf(account, 'user-js').bytes } });
      const first = await accountsAfterStart();
      const kept = keptPreferences();
      expect(first).toEqual(expected(account));
      expect(first.accounts[0]?.incoming.login).toBe('prenom.nom@ods.services');
      expect(first.accounts[0]?.identities[0]).toMatchObject({ from: 'prenom.nom@cnrs.fr', name: 'Prénom Nom' });
      expect(await accountsAfterStart()).toEqual(first);
      expect(keptPreferences()).toEqual(kept);
      put(installation.profile, { 'user.js': '' });
      expect(await accountsAfterStart()).toEqual(first);
      expect(keptPreferences()).toEqual(kept);
    });

    test('has a POP3 account that leaves mail on the server', async () => {
      const account = fixture('pop3');
      installation = install({
        version,
        profile: { 'user.js': fileOf(account, 'user-js').bytes },
        beside: withoutFirstLogin(account),
      });
      const thunderbird = await installation.start();
      expect(await listAccounts(thunderbird)).toEqual(expected(account));
      const settings = await thunderbird.run(`
      const [server] = MailServices.accounts.accounts.map(account => account.incomingServer).filter(({ type }) => type == "pop3");
      const { leaveMessagesOnServer, deleteByAgeFromServer, deleteMailLeftOnServer } = server.QueryInterface(Ci.nsIPop3IncomingServer);
      return { leaveMessagesOnServer, deleteByAgeFromServer, deleteMailLeftOnServer };`);
      await thunderbird.quit();
      expect(settings).toEqual({
        leaveMessagesOnServer: true,
        deleteByAgeFromServer: false,
        deleteMailLeftOnServer: true,
      });
    });

    test('control: a login that is not the account’s is seen', async () => {
      const account = fixture('plain');
      const [incoming] = account.incoming;
      const wrong: Account = { ...account, incoming: [{ ...incoming, login: account.address }] };
      installation = install({ version, profile: { 'user.js': fileOf(wrong, 'user-js').bytes } });
      expect(await accountsAfterStart()).not.toEqual(expected(account));
    });

    async function accountsAfterStart(): Promise<Seen> {
      const thunderbird = await installation.start();
      const seen = await listAccounts(thunderbird);
      await thunderbird.quit();
      return seen;
    }

    /** What Thunderbird wrote about accounts when it ended. */
    function keptPreferences(): string[] {
      const lines = readFileSync(join(installation.profile, 'prefs.js'), 'utf8').split('\n');
      return lines.filter((line) => /^user_pref\("mail\.(account|accountmanager|identity|server|smtp\w*)\./.test(line));
    }
  });
});

function expected(account: Account): Seen {
  const [incoming] = mailAccount(account).incoming;
  const outgoing = account.outgoing.map((server) => ({
    ...expectedServer('smtp', server),
    // Thunderbird asks for none where nothing is to be proved.
    ...(server.authentication[0] === 'none' && { login: '' }),
  }));
  return {
    accounts: [
      {
        key: expect.stringMatching(/^account_[0-9a-f]{12}$/),
        name: account.displayAddress,
        isDefault: true,
        incoming: expectedServer(incoming.protocol, incoming),
        identities: [{ name: account.name ?? '', from: account.address, sendsWith: outgoing[0] ?? null }],
      },
      {
        key: expect.stringMatching(/^account_[0-9a-f]{12}_local$/),
        name: account.language === 'fr' ? 'Dossiers locaux' : 'Local Folders',
        isDefault: false,
        incoming: expect.objectContaining({ type: 'none', login: 'nobody' }),
        identities: [],
      },
    ],
    outgoing,
  };
}
