import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { makeProfile } from '../fixtures.ts';
import { startProgram } from '../program/server/program.ts';
import { whenCutShort } from './ending.ts';
import { send } from './mail/curl.ts';
import { canRunMail, type Mail, prenom, startMail } from './mail/mail.ts';
import { has } from './programs.ts';
import { setUpAccount } from './thunderbird/account-hub.ts';
import { fileOf, listAccounts, withoutFirstLogin } from './thunderbird/accounts.ts';
import { goOnline, keepPassword, reaching, readInbox, sendMessage } from './thunderbird/online.ts';
import { type Installation, install, type Running } from './thunderbird/program.ts';
import { thunderbirds } from './thunderbird/versions.ts';

/* The real Thunderbird reads and writes mail with what we give it, on a real Dovecot and a real Postfix which take the login alone. */
describe.skipIf(!canRunMail || !has('thunderbird') || !has('curl'))('Thunderbird, on mail servers', () => {
  let mail: Mail;
  let installation: Installation;

  beforeAll(async () => {
    mail = await startMail({ furtherHosts: ['autoconfig.cnrs.fr', 'autodiscover.cnrs.fr', 'cnrs.fr'] });
    expect(send(mail, prenom, { subject: 'Bienvenue' }).status).toBe(0);
    await vi.waitFor(() => expect(mail.inbox(prenom)).toHaveLength(1), 20_000);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => console.error(mail.log()));
  });
  afterEach(() => installation?.remove());
  afterAll(() => mail?.stop());

  describe.each(thunderbirds())('with user.js in a new profile of $name', (version) => {
    test.each([
      ['IMAP with TLS, submission with STARTTLS', 'imaps', 'submission'],
      ['IMAP with STARTTLS, submission with TLS', 'imap', 'submissions'],
      ['POP3 with TLS', 'pop3s', 'submission'],
    ] as const)('reads the inbox and sends as the address: %s', async (name, incoming, outgoing) => {
      const thunderbird = await startWithUserJs(accountOf(makeProvider({ incoming, outgoing })));
      expect(await readInbox(thunderbird)).toContain('Bienvenue');
      await sendsAsAddress(thunderbird, name);
      await thunderbird.quit();
    });

    // 140 tells the code that sends nothing of a refused login.
    test.runIf(version.current)('control: with the address as login, it may neither read nor send', async () => {
      const thunderbird = await startWithUserJs(accountOf(makeProvider({ login: '{address}' })));
      await expect(readInbox(thunderbird)).rejects.toThrow('mail cannot be fetched');
      expect(mail.log()).toMatch(/auth: Info: .*prenom\.nom@cnrs\.fr.*: unknown user/);
      await expect(sendMessage(thunderbird, prenom.address, 'Sans login')).rejects.toThrow(
        'Thunderbird asks: Login to server smtp.ods.test with username prenom.nom@cnrs.fr failed.',
      );
      await thunderbird.quit();
    });

    async function startWithUserJs(account: Account): Promise<Running> {
      const beside = account.incoming[0]?.protocol === 'pop3' ? withoutFirstLogin(account) : {};
      installation = install({
        version,
        beside,
        profile: { ...reaching(mail), 'user.js': fileOf(account, 'user-js').bytes },
      });
      const thunderbird = await installation.start();
      await listAccounts(thunderbird);
      await goOnline(thunderbird, mail);
      await keepPassword(thunderbird, prenom.password);
      return thunderbird;
    }
  });

  describe('for a person who types the address in the account hub', () => {
    test('finds the configuration on the server of the domain, logs in, and sends as the address', async () => {
      const provider = makeProvider();
      await using server = await serve(provider);
      const thunderbird = await startEmpty();
      const shown = await setUpAccount(thunderbird, 'Prénom Nom', prenom.address, prenom.password);
      const login = prenom.login;
      expect(shown).toEqual({
        found: {
          incoming: { host: mail.hosts.imap, port: mail.ports.imaps, login },
          outgoing: { host: mail.hosts.submission, port: mail.ports.submission, login },
        },
        source: 'account-hub-config-success-description-isp',
        end: 'added',
      });
      expect(server.answered()).toContainEqual(
        expect.objectContaining({ method: 'GET', route: 'autoconfig', status: 200 }),
      );
      expect(await readInbox(thunderbird)).toContain('Bienvenue');
      await sendsAsAddress(thunderbird, 'Par le facteur');
      // It has also asked for Exchange and, since the login, for address books and calendars; no answer made it ask for a password.
      const answered = server.answered();
      expect(answered.map(({ method }) => method)).toEqual(expect.arrayContaining(['POST', 'PROPFIND', 'HEAD', 'PUT']));
      for (const { status } of answered) expect([200, 404, 405]).toContain(status);
      await thunderbird.quit();
    });

    test('control: with the address as login, the account is found but not added', async () => {
      await using _ = await serve(makeProvider({ login: '{address}' }));
      const thunderbird = await startEmpty();
      const shown = await setUpAccount(thunderbird, 'Prénom Nom', prenom.address, prenom.password);
      expect(shown).toMatchObject({
        found: { incoming: { login: prenom.address } },
        end: 'account-hub-account-authentication-error',
      });
      await thunderbird.quit();
    });

    async function startEmpty(): Promise<Running> {
      installation = install({ profile: reaching(mail) });
      const thunderbird = await installation.start();
      await goOnline(thunderbird, mail);
      return thunderbird;
    }
  });

  /** A provider with these servers. */
  function makeProvider({
    login = '{local}@ods.services',
    incoming = 'imaps',
    outgoing = 'submission',
  }: {
    login?: string;
    incoming?: 'imap' | 'imaps' | 'pop3s';
    outgoing?: 'submission' | 'submissions';
  } = {}): Profile {
    const protocol = incoming === 'pop3s' ? 'pop3' : 'imap';
    const [inPort, outPort] = [mail.ports[incoming], mail.ports[outgoing]];
    return makeProfile({
      domains: ['cnrs.fr'],
      login,
      incoming: [
        { protocol, host: mail.hosts[protocol], port: inPort, security: incoming === 'imap' ? 'starttls' : 'tls' },
      ],
      outgoing: [
        { host: mail.hosts.submission, port: outPort, security: outgoing === 'submission' ? 'starttls' : 'tls' },
      ],
    });
  }

  function accountOf(provider: Profile): Account {
    return resolve({ address: prenom.address, name: 'Prénom Nom' }, [provider]).account;
  }

  /** It sends, and what arrives has the address as its author and its sender, and was sent by the login. */
  async function sendsAsAddress(thunderbird: Running, subject: string): Promise<void> {
    await sendMessage(thunderbird, prenom.address, subject);
    const message = await vi.waitFor(() => {
      const found = mail.inbox(prenom).find((text) => text.includes(`Subject: ${subject}\n`));
      if (found === undefined) throw new Error(`${subject} has not arrived`);
      return found;
    }, 20_000);
    expect(message).toContain('Return-Path: <prenom.nom@cnrs.fr>\n');
    expect(message).toContain('From: =?UTF-8?Q?Pr=C3=A9nom_Nom?= <prenom.nom@cnrs.fr>\n');
    expect(message).toContain('(Authenticated sender: prenom.nom@ods.services)');
  }

  /** The HTTP server of a provider: the real `facteur serve` with TLS, at the address that all host names stand for. */
  async function serve(provider: Profile) {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-provider-'));
    const file = join(folder, `${provider.id}.yaml`);
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(provider));
    const { certificate, key } = mail.certificate;
    const pair = ['--tls-cert', certificate, '--tls-key', key];
    const remove = () => rmSync(folder, { recursive: true, force: true });
    const started = await startProgram([
      ...['--host', mail.ip, '--port', '443', '--profile', file, ...pair, '--log-level', 'debug'],
    ]).catch((error: unknown) => {
      remove();
      throw error;
    });
    const withdraw = whenCutShort(() => {
      started.process.kill('SIGKILL');
      remove();
    });
    return {
      /** What was answered so far, as its log has it: never which address or path. */
      answered: () => started.lines().filter(({ event }) => event === 'request'),
      async [Symbol.asyncDispose]() {
        started.process.kill('SIGTERM');
        await started.ended;
        remove();
        withdraw();
      },
    };
  }
});
