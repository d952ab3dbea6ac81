import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { curl, outcome, send } from './mail/curl.ts';
import { startDaemon } from './mail/daemon.ts';
import { canRunMail, type Mail, prenom, startMail } from './mail/mail.ts';
import { hosts } from './mail/plan.ts';
import { has } from './programs.ts';

/* The servers that the tests of clients use, seen by curl. A client proves something only where they refuse what they must. */
describe.skipIf(!canRunMail || !has('curl'))('the mail servers of the tests', () => {
  let mail: Mail;
  const asAddress = { ...prenom, login: prenom.address };

  beforeAll(async () => {
    mail = await startMail();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => console.error(mail.log()));
  });
  afterAll(() => mail?.stop());

  const incoming = [
    ['IMAP with TLS', () => `imaps://${hosts.imap}:${mail.ports.imaps}/INBOX?ALL`],
    ['IMAP with STARTTLS', () => `imap://${hosts.imap}:${mail.ports.imap}/INBOX?ALL`],
    ['POP3 with TLS', () => `pop3s://${hosts.pop3}:${mail.ports.pop3s}/`],
  ] as const;
  const outgoing = [
    ['submission with STARTTLS', () => `smtp://${hosts.submission}:${mail.ports.submission}`],
    ['submission with TLS', () => `smtps://${hosts.submission}:${mail.ports.submissions}`],
  ] as const;

  describe.each(incoming)('%s', (_, url) => {
    test('takes the login', () => {
      expect(curl(mail, url(), prenom)).toMatchObject({ status: outcome.done });
    });

    test('refuses the address as login', () => {
      expect(curl(mail, url(), asAddress)).toMatchObject({ status: outcome.loginDenied });
    });

    test('refuses another password', () => {
      expect(curl(mail, url(), { ...prenom, password: 'x' })).toMatchObject({ status: outcome.loginDenied });
    });
  });

  test.each([
    ['IMAP', () => mail.ports.imap, '', 'LOGINDISABLED'],
    [
      'submission',
      () => mail.ports.submission,
      'EHLO test\r\nAUTH PLAIN AGEAYg==\r\n',
      '530 5.7.0 Must issue a STARTTLS',
    ],
  ])('%s takes no password before STARTTLS', async (_, port, request, answer) => {
    const socket = connect({ host: mail.ip, port: port() });
    socket.setTimeout(10_000, () => socket.destroy(new Error('the server does not answer')));
    socket.write(request);
    let heard = '';
    for await (const chunk of socket) {
      heard += String(chunk);
      if (heard.includes(answer)) break;
    }
    expect(heard).toContain(answer);
  });

  describe.each(outgoing)('%s', (name, urlOf) => {
    test('takes the address as the sender of the login, and delivers', async () => {
      const url = urlOf();
      expect(send(mail, prenom, { url, subject: name })).toMatchObject({ status: outcome.done });
      const [message] = await vi.waitFor(() => {
        const found = mail.inbox(prenom).filter((text) => text.includes(`Subject: ${name}\n`));
        expect(found).toHaveLength(1);
        return found;
      }, 20_000);
      expect(message).toMatch(/^Return-Path: <prenom\.nom@cnrs\.fr>\n/);
      expect(message).toContain('(Authenticated sender: prenom.nom@ods.services)');
    });

    test.each(['autre.nom@cnrs.fr', prenom.login, 'prenom.nom@elsewhere.example'])('refuses the sender %s', (from) => {
      const url = urlOf();
      const { status, stderr } = send(mail, prenom, { url, from });
      expect(stderr).toContain(`553 5.7.1 <${from}>: Sender address rejected: not owned by user ${prenom.login}`);
      expect(status).toBe(outcome.sendFailed);
    });

    test('refuses the address as login', () => {
      const url = urlOf();
      expect(send(mail, asAddress, { url })).toMatchObject({ status: outcome.loginDenied });
    });

    test.each([
      ['of another machine', 'somebody@example.org', '554 5.7.1 <somebody@example.org>: Relay access denied'],
      ['whom nobody knows', 'autre.nom@cnrs.fr', '550 5.1.1 <autre.nom@cnrs.fr>: Recipient address rejected'],
    ])('refuses a recipient %s', (_, to, answer) => {
      const url = urlOf();
      expect(send(mail, prenom, { url, to }).stderr).toContain(answer);
    });
  });

  test('submission takes nothing from who has not logged in', () => {
    const url = `smtp://${hosts.submission}:${mail.ports.submission}`;
    const options = ['--mail-from', prenom.address, '--mail-rcpt', prenom.address, '--upload-file', '-'];
    const { stderr } = curl(mail, url, undefined, { options, input: 'Subject: x\r\n\r\n' });
    expect(stderr).toContain('553 5.7.1 <prenom.nom@cnrs.fr>: Sender address rejected: not logged in');
  });

  test('are trusted only by who trusts their authority', () => {
    const url = `imaps://${hosts.imap}:${mail.ports.imaps}/`;
    const other = { ...mail, authority: '/etc/ssl/certs/ca-certificates.crt' };
    expect(curl(other, url, prenom)).toMatchObject({ status: outcome.badCertificate });
  });

  test('several run side by side, each with its own people, and leave nothing', async () => {
    const other = { address: 'autre.nom@cnrs.fr', login: "o'autre+x@ods.services", password: 'x' };
    const second = await startMail({ users: [other, prenom] });
    try {
      const url = `imaps://${hosts.imap}:${second.ports.imaps}/INBOX?ALL`;
      expect(curl(second, url, other)).toMatchObject({ status: outcome.done });
      expect(send(second, other, { to: prenom.address, subject: 'Entre nous' })).toMatchObject({
        status: outcome.done,
      });
      await vi.waitFor(() => expect(second.inbox(prenom)).toHaveLength(1), 20_000);
      expect(second.inbox(other)).toEqual([]);
      expect(mail.inbox(prenom).join()).not.toContain('Entre nous');
    } finally {
      await second.stop();
    }
    expect(existsSync(dirname(second.authority))).toBe(false);
    for (const port of Object.values(second.ports)) {
      await expect(reach(second.ip, port)).rejects.toThrow('ECONNREFUSED');
    }
  });

  test('a server that does not start says why', async () => {
    const output = join(dirname(mail.authority), 'said');
    const started = startDaemon({
      command: 'openssl',
      args: ['no-such-command'],
      ip: mail.ip,
      ports: [1],
      output,
      log: () => readFileSync(output, 'utf8'),
    });
    await expect(started).rejects.toThrow(/^openssl ended while starting\n.*no-such-command/s);
  });

  function reach(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port }, () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', reject);
    });
  }
});
