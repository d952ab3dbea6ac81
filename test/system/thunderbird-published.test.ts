import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { facteur } from '../cli/terminal.ts';
import { makeProfile } from '../fixtures.ts';
import { whenCutShort } from './ending.ts';
import { send } from './mail/curl.ts';
import { canRunMail, type Mail, prenom, startMail } from './mail/mail.ts';
import { has } from './programs.ts';
import { setUpAccount } from './thunderbird/account-hub.ts';
import { goOnline, reaching, readInbox, sendMessage } from './thunderbird/online.ts';
import { type Installation, install, type Running } from './thunderbird/program.ts';
import { startPublished } from './web-servers/published.ts';

/*
 * The real Thunderbird configures itself with nothing but files: those that `facteur publish` wrote, on real web servers with the snippets beside them. It reads and sends on a real Dovecot
 * and a real Postfix, which take the login alone.
 */
describe.skipIf(!canRunMail || !has('thunderbird') || !has('curl'))('Thunderbird, with published files', () => {
  let mail: Mail;
  let installation: Installation;

  beforeAll(async () => {
    const furtherHosts = ['autoconfig.cnrs.fr', 'autodiscover.cnrs.fr', 'ua-auto-config.cnrs.fr', 'cnrs.fr'];
    mail = await startMail({ furtherHosts });
    expect(send(mail, prenom, { subject: 'Bienvenue' }).status).toBe(0);
    await vi.waitFor(() => expect(mail.inbox(prenom)).toHaveLength(1), 20_000);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => console.error(mail.log()));
  });
  afterEach(() => installation?.remove());
  afterAll(() => mail?.stop());

  test.each((['nginx', 'apache2', 'caddy'] as const).filter((name) => has(name)))(
    'a person who types the address is configured by %s, logs in with the login and sends as the address',
    async (name) => {
      await using _ = await published(name, '{local}@ods.services');
      const thunderbird = await startEmpty();
      const { login } = prenom;
      expect(await setUpAccount(thunderbird, 'Prénom Nom', prenom.address, prenom.password)).toEqual({
        found: {
          incoming: { host: mail.hosts.imap, port: mail.ports.imaps, login },
          outgoing: { host: mail.hosts.submission, port: mail.ports.submission, login },
        },
        source: 'account-hub-config-success-description-isp',
        end: 'added',
      });
      expect(await readInbox(thunderbird)).toContain('Bienvenue');
      const subject = `Par ${name}`;
      await sendMessage(thunderbird, prenom.address, subject);
      await vi.waitFor(
        () =>
          expect(mail.inbox(prenom).find((text) => text.includes(`Subject: ${subject}\n`))).toContain(
            '(Authenticated sender: prenom.nom@ods.services)',
          ),
        20_000,
      );
      await thunderbird.quit();
    },
  );

  test('control: with the rule that the login is the address, the account is found but not added', async () => {
    await using _ = await published('nginx', '{address}');
    const thunderbird = await startEmpty();
    expect(await setUpAccount(thunderbird, 'Prénom Nom', prenom.address, prenom.password)).toMatchObject({
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

  /** A provider with this rule, published at the address that all host names stand for. */
  async function published(name: 'nginx' | 'apache2' | 'caddy', login: string) {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-published-'));
    // The web server may be another user.
    chmodSync(folder, 0o755);
    const remove = () => rmSync(folder, { recursive: true, force: true });
    const withdraw = whenCutShort(remove);
    const provider = makeProfile({
      domains: ['cnrs.fr'],
      login,
      incoming: [{ protocol: 'imap', host: mail.hosts.imap, port: mail.ports.imaps, security: 'tls' }],
      outgoing: [{ host: mail.hosts.submission, port: mail.ports.submission, security: 'starttls' }],
    });
    const file = join(folder, 'provider.yaml');
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(provider));
    const site = join(folder, 'site');
    const answer = await facteur(['publish', '--profile', file, '--out', site]);
    expect(answer.code, answer.err).toBe(0);
    const server = await startPublished(name, site, { ip: mail.ip, http: 80, https: 443, keyPair: mail.certificate });
    return {
      async [Symbol.asyncDispose]() {
        await server.stop();
        remove();
        withdraw();
      },
    };
  }
});
