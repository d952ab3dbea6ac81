import { describe, expect, test } from 'vitest';
import { clients } from '../../src/clients/index.ts';
import { InputError, UnrepresentableError } from '../../src/errors.ts';
import type { Account, IncomingServer, OutgoingServer } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixtures, makeProfile } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { imported } from './run-import.ts';

/* Files of programs on Linux become a profile: those that Facteur writes give their provider back, and those of people say what they say. */

function filesOf(account: Account, formats: readonly (readonly [client: string, format: string])[]) {
  const files: Record<string, Uint8Array> = {};
  for (const [client, format] of formats) {
    const found = clients.find(({ id }) => id === client);
    if (found === undefined) throw new Error(client);
    try {
      for (const { path, bytes } of renderFormat(found, { id: format }, account)) files[path] = bytes;
    } catch (error) {
      if (!(error instanceof UnrepresentableError)) throw error;
      return undefined;
    }
  }
  return files;
}

/** Of each program, the files that say how mail is read and sent. */
const whole: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'claws-mail': [['claws-mail', 'accountrc']],
  evolution: [
    ['evolution', 'autoconfig-account'],
    ['evolution', 'autoconfig-identity'],
    ['evolution', 'autoconfig-transport'],
  ],
  neomutt: [['neomutt', 'config']],
  mutt: [['mutt', 'config']],
  'isync and msmtp': [
    ['isync', 'config'],
    ['msmtp', 'config'],
  ],
  aerc: [['aerc', 'config']],
};

/** Files of Mutt for a server in clear still take STARTTLS where it is offered. */
const saidBy = (client: string, text: string) =>
  client === 'neomutt' || client === 'mutt' ? text.replace(/none$/, 'starttls') : text;

const server = ({ host, port, security }: IncomingServer | OutgoingServer) => `${host}:${port} ${security}`;

describe.each(Object.entries(whole))('the files of %s', (client, formats) => {
  let read = 0;
  test.each(fixtures().map(({ name, account }) => [name, account] as const))(
    'of %s give the servers and the login back',
    async (_, account) => {
      const files = filesOf(account, formats);
      if (files === undefined) return;
      const { profile, text } = await imported(files);
      const login = profile.login === 'ask' ? { login: account.incoming[0]?.login ?? '' } : {};
      const again = resolve({ address: account.address, ...login }, [profile]).account;
      const [incoming, outgoing] = [again.incoming[0], again.outgoing[0]];
      const said = (of: IncomingServer | OutgoingServer) => saidBy(client, server(of));
      expect(account.incoming.map(said)).toContain(incoming && server(incoming));
      expect(account.outgoing.map(said)).toContain(outgoing && server(outgoing));
      const same = account.incoming.find((each) => incoming !== undefined && said(each) === server(incoming));
      // Who is asked says the same as before.
      if (profile.login !== 'ask') expect(incoming?.login).toBe(same?.login);
      expect(text).not.toContain(account.address);
      read += 1;
    },
  );

  test('are there for most accounts', () => expect(read).toBeGreaterThan(10));
});

const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
const ours = (address: string) => resolve({ address, name: 'Prénom Nom' }, [profile]).account;

describe.each(Object.entries(whole))('of %s', (_, formats) => {
  test('a login and an address give the rule', async () => {
    const { profile: found, text } = await imported(filesOf(ours('prenom.nom@cnrs.fr'), formats) ?? {});
    expect(found.login).toBe('{local}@ods.services');
    expect(found.domains.map((each) => (typeof each === 'string' ? each : each.name))).toEqual(['cnrs.fr']);
    expect(text).not.toMatch(/prenom|nom@/i);
  });
});

const muttrc = (more: string) => `set from = "prenom.nom@cnrs.fr"
set folder = "imaps://imap.example.org:993/"
set smtp_url = "smtps://prenom.nom%40ods.services@smtp.example.org:465/"
set imap_user = "prenom.nom@ods.services"
${more}`;

describe('a muttrc that a person wrote', () => {
  const text = `# my mail
set my_host = "imap.example.org"
set realname='Prénom Nom' from="Prénom Nom <prenom.nom@cnrs.fr>" \\
    imap_user=prenom.nom@ods.services
set imap_pass = "\`pass mail/ods\`"
set folder=imap://$my_host/ spoolfile=+INBOX  # folders
set ssl_starttls=yes; set ssl_force_tls=yes
set smtp_url="smtp://$imap_user@smtp.example.org:587/"
color normal default default
macro index c '<change-folder>?'
`;

  test('with variables, several settings in a line, continued lines and semicolons', async () => {
    const { profile: found, losses } = await imported({ '.muttrc': text });
    expect(found.login).toBe('{local}@ods.services');
    expect(found.incoming?.[0]).toMatchObject({ host: 'imap.example.org', security: 'starttls' });
    expect(found.outgoing?.[0]).toMatchObject({ host: 'smtp.example.org', port: 587, security: 'starttls' });
    expect(losses.map(({ code, details }) => [code, details.names])).toEqual([
      ['import.lost-settings', 'color, macro'],
    ]);
  });

  test('with the login in the URL', async () => {
    const { profile: found } = await imported({
      m: `set folder = "imaps://prenom.nom%40ods.services@imap.example.org/"\nset from=prenom.nom@cnrs.fr\nset smtp_url=smtps://prenom.nom%40ods.services@smtp.example.org\n`,
    });
    expect(found.login).toBe('{local}@ods.services');
  });

  test('whose sender is a header of its own', async () => {
    const { profile: found } = await imported({
      m: muttrc('').replace(/^set from.*\n/, 'my_hdr From: Prénom Nom <prenom.nom@cnrs.fr>\n'),
    });
    expect(found.login).toBe('{local}@ods.services');
  });

  test.each(['set imap_pass = "geheim"', 'set smtp_pass=geheim', 'set pop_pass="geheim"'])(
    'with a password loses it, and says so: %s',
    async (line) => {
      const { text: written, losses } = await imported({ m: muttrc(line) });
      expect(losses.map(({ code, place }) => [code, place.line])).toEqual([['import.lost-password', 5]]);
      expect(JSON.stringify([written, losses.map(({ details }) => details)])).not.toContain('geheim');
    },
  );

  test('with hooks for other people of the provider gives one rule, or asks', async () => {
    const hook = (address: string, login: string) =>
      `folder-hook . 'set from=${address} imap_user=${login} smtp_url=smtps://${login.replace('@', '%40')}@smtp.example.org:465/ folder=imaps://imap.example.org:993/'`;
    const agreeing = muttrc(hook('ada.byron@cnrs.fr', 'ada.byron@ods.services').replace('. ', 'ada '));
    expect((await imported({ m: agreeing })).profile.login).toBe('{local}@ods.services');
    const odd = muttrc(hook('ada.byron@cnrs.fr', 'u4711').replace('. ', 'ada '));
    const { profile: found, text: written } = await imported({ m: odd });
    expect(found.login).toBe('ask');
    expect(written).not.toContain('u4711');
  });

  test('with a hook for another provider says that it is left out', async () => {
    const { losses, text: written } = await imported({
      m: muttrc("folder-hook other 'set folder=imaps://imap.other.example/ from=me@other.example'"),
    });
    expect(losses.map(({ code }) => code)).toEqual(['import.other-account']);
    expect(written).not.toContain('other.example');
  });

  test('that reads another file says so', async () => {
    const { losses } = await imported({ m: muttrc('source ~/.mutt/colours') });
    expect(losses.map(({ code, details, place }) => [code, details.value, place.line])).toEqual([
      ['import.sources', '~/.mutt/colours', 5],
    ]);
  });

  test('that sends with another program is of use beside its file', async () => {
    const only = muttrc('set sendmail="/usr/bin/msmtp"').replace(/^set smtp_url.*\n/m, '');
    await expect(imported({ m: only })).rejects.toThrow(InputError);
    const msmtprc =
      'account default\nhost smtp.example.org\nport 465\ntls on\ntls_starttls off\nauth on\nuser prenom.nom@ods.services\nfrom prenom.nom@cnrs.fr\n';
    const { profile: found } = await imported({ m: only, '.msmtprc': msmtprc });
    expect(found.outgoing?.[0]).toMatchObject({ host: 'smtp.example.org', port: 465, security: 'tls' });
  });
});

const mbsyncrc = `IMAPAccount work
Host imap.example.org
User prenom.nom@ods.services
PassCmd "pass mail"
SSLType IMAPS

IMAPStore work-remote
Account work

MaildirStore local
Path ~/Mail/
Inbox ~/Mail/INBOX

Channel work
Far :work-remote:
Near :local:
`;

describe('an msmtprc that a person wrote', () => {
  const accounts = `defaults
auth on
tls on
logfile ~/.msmtp.log

account work
host smtp.example.org
port 587
from prenom.nom@cnrs.fr
user prenom.nom@ods.services
passwordeval "pass mail"

account second : work
from ada.byron@cnrs.fr
user ada.byron@ods.services

account home
host smtp.other.example
from me@other.example

account default : work
`;

  test('takes over defaults and other accounts', async () => {
    const { profile: found, losses } = await imported({ '.msmtprc': accounts, '.mbsyncrc': mbsyncrc });
    expect(found.login).toBe('{local}@ods.services');
    expect(found.outgoing?.map(({ host, port, security }) => [host, port, security])).toEqual([
      ['smtp.example.org', 587, 'starttls'],
    ]);
    expect(losses.map(({ code, details }) => [code, details.names ?? details.name])).toEqual([
      ['import.lost-settings', 'logfile'],
      ['import.other-account', 'home'],
      ['import.lost-settings', 'local'],
    ]);
  });

  test('without TLS and with a password says both', async () => {
    const text =
      'host smtp.example.org\nfrom prenom.nom@cnrs.fr\nauth on\nuser prenom.nom@ods.services\npassword geheim\n';
    const { losses, text: written } = await imported({ '.msmtprc': text, '.mbsyncrc': mbsyncrc });
    expect(losses.map(({ code }) => code)).toEqual(['import.clear', 'import.lost-password', 'import.lost-settings']);
    expect(written + JSON.stringify(losses.map(({ details }) => details))).not.toContain('geheim');
  });
});

describe('an mbsyncrc that a person wrote', () => {
  const sends = {
    '.msmtprc': 'host smtp.example.org\ntls on\nauth on\nuser prenom.nom@ods.services\nfrom prenom.nom@cnrs.fr\n',
  };

  test.each([
    ['in the names of 1.5', mbsyncrc.replace('SSLType', 'TLSType'), 'tls'],
    ['in the names of 1.1', mbsyncrc.replace('SSLType IMAPS', 'UseIMAPS yes'), 'tls'],
    ['in lower case', mbsyncrc.toLowerCase(), 'tls'],
    [
      'with all in the store',
      mbsyncrc.replace('IMAPAccount work', 'IMAPStore direct').replace(/\nIMAPStore work[\s\S]*?\n\n/, '\n'),
      'tls',
    ],
    ['without SSLType', mbsyncrc.replace('SSLType IMAPS\n', ''), 'starttls'],
  ])('%s', async (_, text, security) => {
    const { profile: found } = await imported({ '.mbsyncrc': text, ...sends });
    expect(found.incoming?.[0]).toMatchObject({ host: 'imap.example.org', security });
    expect(found.login).toBe('{local}@ods.services');
  });
});

describe('sources of Evolution', () => {
  const files = filesOf(ours('prenom.nom@cnrs.fr'), whole.evolution ?? []) ?? {};
  const others = filesOf(ours('ada.byron@cnrs.fr'), whole.evolution ?? []) ?? {};

  test('of several people are told apart by their names', async () => {
    const { profile: found, losses } = await imported({ ...files, ...others });
    expect(found.login).toBe('{local}@ods.services');
    expect(losses.map(({ code }) => code)).not.toContain('import.disagree-login');
  });

  test('without the one with the address need --address', async () => {
    const servers = Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('identity')));
    await expect(imported(servers)).rejects.toThrow(InputError);
    expect((await imported(servers, 'prenom.nom@cnrs.fr')).profile.login).toBe('{local}@ods.services');
  });
});
