import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { clients } from '../../../src/clients/index.ts';
import type { Account, Role } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { send } from '../mail/curl.ts';
import { canRunMail, type Mail, prenom, startMail } from '../mail/mail.ts';
import { has, type ProgramName } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { makeNetwork, type Network, putKeyring } from './network.ts';

/* The real programs of the terminal read and write mail with what our installers place, on servers that take the login alone. */
/** Somebody whose login has signs of shells and of configuration files. */
const autre = { address: 'autre@cnrs.fr', login: "o'autre+x@ods.services", password: 'x' };

const tools: ProgramName[] = ['curl', 'script', 'unshare'];

describe.skipIf(!canRunMail || !tools.every(has))('on mail servers', () => {
  let mail: Mail;
  let network: Network;
  let home: Home;

  beforeAll(async () => {
    mail = await startMail({ users: [prenom, autre] });
    network = makeNetwork(mail);
    for (const user of [prenom, autre]) {
      expect(send(mail, user, { subject: 'Bienvenue' }).status).toBe(0);
      await vi.waitFor(() => expect(mail.inbox(user)).toHaveLength(1), 20_000);
    }
  });
  beforeEach(({ onTestFailed }) => {
    home = makeHome();
    putKeyring(home, prenom.login, prenom.password);
    onTestFailed(() => console.error(mail.log()));
  });
  afterEach(() => home.remove());
  afterAll(async () => {
    network?.remove();
    await mail?.stop();
  });

  const ways = [
    { name: 'TLS to read, STARTTLS to send', incoming: 'imaps', outgoing: 'submission' },
    { name: 'STARTTLS to read, TLS to send', incoming: 'imap', outgoing: 'submissions' },
  ] as const;

  describe.each(ways)('$name', (way) => {
    describe.each(['neomutt', 'mutt'] as const)('%s', (program) => {
      test.skipIf(!has(program))('lists the inbox', async () => {
        install(program, way);
        const { status, stdout } = await network.onTerminal(home, start(program), [{ until: 'Bienvenue', type: 'x' }]);
        expect(stdout).toContain('Bienvenue');
        expect(status).toBe(0);
      });

      test.skipIf(!has(program))('sends as the address', async () => {
        home.put(
          '.muttrc',
          "set from = moi@labo.example\nmy_hdr From: moi@labo.example\nset envelope_from_address = moi@labo.example\nsend-hook . 'my_hdr From: moi@labo.example'\naccount-hook . 'set imap_user=moi imap_pass=theirs smtp_pass=theirs'\n",
        );
        install(program, way);
        const subject = `${program} ${way.name}`;
        const result = await network.run(
          home,
          ['sh', '-c', `${start(program)} -e 'unset record' -s '${subject}' -- ${prenom.address}`],
          { input: 'Bonjour\n' },
        );
        expect(result).toMatchObject({ status: 0 });
        await arrived(subject);
      });
    });

    test.skipIf(!has('msmtp'))('msmtp sends as the address, and no password of another account', async () => {
      home.put('.msmtprc', 'defaults\nprotocol lmtp\nfrom moi@labo.example\nuser moi\npassword theirs\n');
      chmodSync(join(home.path, '.msmtprc'), 0o600);
      install('msmtp', way);
      const subject = `msmtp ${way.name}`;
      const result = await network.run(home, ['msmtp', '-a', prenom.address, '--', prenom.address], {
        input: message(subject),
      });
      expect(result).toEqual({ status: 0, stdout: '', stderr: '' });
      await arrived(subject);
    });

    test.skipIf(!has('mbsync'))('mbsync fetches, whatever the person has set for all channels', async () => {
      home.put('.mbsyncrc', 'Sync None\nCreate None\nRemove Both\nMaxMessages 1\n');
      install('isync', way);
      const result = await network.run(home, ['mbsync', prenom.address]);
      expect(result).toMatchObject({ status: 0 });
      const folder = join(home.path, 'Mail', prenom.address, 'INBOX');
      const texts = ['cur', 'new'].flatMap((name) =>
        readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'utf8')),
      );
      expect(texts.join()).toContain('Subject: Bienvenue');
    });

    test.skipIf(!has('aerc'))('aerc lists the inbox', async () => {
      install('aerc', way);
      const { status, stdout } = await network.onTerminal(home, 'aerc', [{ until: 'Bienvenue', type: ':quit\r' }]);
      expect(stdout).toContain('Bienvenue');
      expect(status).toBe(0);
    });
  });

  describe('with a login that shells and files give a meaning to', () => {
    beforeEach(() => putKeyring(home, autre.login, autre.password));
    const way = { ...ways[0], address: autre.address, login: "o'{local}+x@ods.services" };

    test.skipIf(!has('neomutt'))('neomutt asks for the password', async () => {
      install('neomutt', way);
      const { stdout } = await network.onTerminal(home, start('neomutt', autre.address), [
        { until: 'Password for ', type: `${autre.password}\r` },
        { until: 'Bienvenue', type: 'x' },
      ]);
      expect(stdout).toContain(`Password for ${autre.login}@`);
      expect(stdout).toContain('Bienvenue');
    });

    test.skipIf(!has('msmtp'))('msmtp sends', async () => {
      install('msmtp', way);
      const to = ['-a', autre.address, '--', prenom.address];
      const result = await network.run(home, ['msmtp', ...to], { input: message('Autre', autre.address) });
      expect(result).toEqual({ status: 0, stdout: '', stderr: '' });
    });

    test.skipIf(!has('mbsync'))('mbsync fetches', async () => {
      install('isync', way);
      expect(await network.run(home, ['mbsync', autre.address])).toMatchObject({ status: 0 });
      expect(home.has(`Mail/${autre.address}/INBOX`)).toBe(true);
    });

    test.skipIf(!has('aerc'))('aerc lists the inbox', async () => {
      install('aerc', way);
      const { stdout } = await network.onTerminal(home, 'aerc', [{ until: 'Bienvenue', type: ':quit\r' }]);
      expect(stdout).toContain('Bienvenue');
    });
  });

  describe('control: with the address as login', () => {
    beforeEach(() => putKeyring(home, prenom.address, prenom.password));
    const way = { ...ways[0], login: '{address}' };

    test.skipIf(!has('msmtp'))('msmtp sends nothing', async () => {
      install('msmtp', way);
      const to = ['-a', prenom.address, '--', prenom.address];
      const { status, stderr } = await network.run(home, ['msmtp', ...to], { input: message('Sans login') });
      expect(stderr).toContain('authentication failed');
      expect(status).not.toBe(0);
    });

    test.skipIf(!has('mbsync'))('mbsync fetches nothing', async () => {
      install('isync', way);
      const { status, stderr } = await network.run(home, ['mbsync', prenom.address]);
      expect(stderr).toContain('AUTHENTICATIONFAILED');
      expect(status).not.toBe(0);
    });
  });

  interface Way {
    readonly incoming: 'imap' | 'imaps';
    readonly outgoing: 'submission' | 'submissions';
    readonly login?: string;
    readonly address?: string;
    readonly role?: Role;
  }

  function account({
    incoming,
    outgoing,
    login = '{local}@ods.services',
    address = prenom.address,
    role = 'additional',
  }: Way): Account {
    const profile = makeProfile({
      domains: ['cnrs.fr'],
      login,
      incoming: [
        {
          protocol: 'imap',
          host: mail.hosts.imap,
          port: mail.ports[incoming],
          security: incoming === 'imap' ? 'starttls' : 'tls',
        },
      ],
      outgoing: [
        {
          host: mail.hosts.submission,
          port: mail.ports[outgoing],
          security: outgoing === 'submission' ? 'starttls' : 'tls',
        },
      ],
    });
    return resolve({ address, name: 'Prénom Nom', role }, [profile]).account;
  }

  function install(client: string, way: Way) {
    const result = home.run(scriptOf(client, account(way), 'install'));
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return result.stdout;
  }

  async function arrived(subject: string): Promise<void> {
    const message = await vi.waitFor(() => {
      const found = mail.inbox(prenom).find((text) => text.includes(`Subject: ${subject}\n`));
      if (found === undefined) throw new Error(`${subject} has not arrived`);
      return found;
    }, 20_000);
    expect(message).toContain('Return-Path: <prenom.nom@cnrs.fr>\n');
    expect(message).toMatch(/\nFrom: (.* )?<?prenom\.nom@cnrs\.fr>?\n/);
    expect(message).toContain('(Authenticated sender: prenom.nom@ods.services)');
  }
});

function start(program: string, address = prenom.address): string {
  return `${program} -e 'source ~/.config/${program}/${address}.rc'`;
}

function message(subject: string, from = prenom.address): string {
  return `From: Prenom Nom <${from}>\nTo: ${prenom.address}\nSubject: ${subject}\n\nBonjour\n`;
}

function scriptOf(client: string, account: Account, format: 'install' | 'remove'): Uint8Array {
  const { artifacts } = render(
    account,
    clients.filter(({ id }) => id === client),
  );
  const found = artifacts.find((each) => each.format === format);
  if (found === undefined) throw new Error(`${client} has no ${format}`);
  return found.bytes();
}
