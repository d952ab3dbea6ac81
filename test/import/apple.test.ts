import { describe, expect, test } from 'vitest';
import { apple } from '../../src/clients/apple/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import { fixtures } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { again, meaning } from './made-again.ts';
import { imported } from './run-import.ts';

/* Apple's profiles as they are made here, imported again. */

const made = fixtures().flatMap(({ name, account }) => {
  try {
    const [file] = renderFormat(apple, { id: 'profile' }, account);
    return file === undefined || account.incoming.length === 0 ? [] : [{ name, account, file }];
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
});

describe('the profile of an account', () => {
  test.each(made)('$name gives back the servers and logins that it names', async ({ account, file }) => {
    const { profile, text } = await imported({ 'a.mobileconfig': file.bytes });
    const other = again(profile, account);
    for (const server of other.incoming)
      expect(account.incoming.map(meaning)).toContainEqual({ ...meaning(server), authentication: expect.anything() });
    for (const server of other.outgoing)
      expect(account.outgoing.map(meaning)).toContainEqual({ ...meaning(server), authentication: expect.anything() });
    expect(other.incoming.length + other.outgoing.length).toBeGreaterThan(1);
    expect(text).not.toContain(`${account.local}@`);
  });
});

test('calendars, contacts, the directory, the webmail, names and the authority are there again', async () => {
  const { account, file } = made.find(({ name }) => name === 'university') ?? {};
  if (account === undefined || file === undefined) throw new Error('no such account');
  const { profile } = await imported({ 'a.mobileconfig': file.bytes });
  expect(profile).toMatchObject({
    name: account.provider.name,
    shortName: account.provider.shortName,
    organization: account.provider.organization,
    identifier: account.provider.identifier,
    webmail: account.provider.webmail,
    directory: {
      host: account.directory?.host,
      security: account.directory?.security,
      login: 'uid={local},ou=personnes,dc=universite,dc=example',
    },
  });
  expect(profile.calendar?.url).toContain(new URL(account.calendar?.url ?? '').hostname);
  expect(profile.certificateAuthority).toContain('BEGIN CERTIFICATE');
});

const mail = (keys: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.mail.managed</string>
<key>EmailAddress</key><string>prenom.nom@cnrs.fr</string>
<key>IncomingMailServerHostName</key><string>imap.cnrs.fr</string>
<key>IncomingMailServerPortNumber</key><integer>993</integer>
<key>IncomingMailServerUseSSL</key><true/>
<key>IncomingMailServerUsername</key><string>prenom.nom@ods.services</string>
<key>OutgoingMailServerHostName</key><string>smtp.cnrs.fr</string>
<key>OutgoingMailServerPortNumber</key><integer>587</integer>
<key>OutgoingMailServerUseSSL</key><true/>
<key>OutgoingMailServerUsername</key><string>prenom.nom@ods.services</string>
${keys}
</dict></array></dict></plist>`;

test('a login and an address give the rule, and a port that begins in clear is STARTTLS', async () => {
  const { profile, losses } = await imported({ 'a.mobileconfig': mail('') });
  expect(profile).toMatchObject({
    domains: ['cnrs.fr'],
    login: '{local}@ods.services',
    incoming: [{ protocol: 'imap', security: 'tls' }],
    outgoing: [{ security: 'starttls' }],
  });
  expect(losses.map(({ code }) => code)).toEqual([]);
});

test('a password is told and never shown, and so is what has no place', async () => {
  const keys =
    '<key>IncomingPassword</key><string>hunter2</string>\n<key>IncomingMailServerIMAPPathPrefix</key><string>INBOX</string>';
  const { text, losses } = await imported({ 'a.mobileconfig': mail(keys) });
  expect(losses.map(({ code, place }) => [code, place.line])).toEqual([
    ['import.lost-password', 15],
    ['import.lost', 16],
  ]);
  expect(JSON.stringify([text, losses.map(({ details }) => details)])).not.toContain('hunter2');
});

const account = (address: string, login: string, host: string) => `<dict>
<key>PayloadType</key><string>com.apple.mail.managed</string>
<key>EmailAddress</key><string>${address}</string>
<key>IncomingMailServerHostName</key><string>imap.${host}</string>
<key>IncomingMailServerUseSSL</key><true/>
<key>IncomingMailServerUsername</key><string>${login}</string>
<key>OutgoingMailServerHostName</key><string>smtp.${host}</string>
<key>OutgoingMailServerUseSSL</key><true/>
<key>OutgoingMailServerUsername</key><string>${login}</string>
</dict>`;
const several = (accounts: string, name = 'Mail') => `<plist version="1.0"><dict>
<key>PayloadDisplayName</key><string>${name}</string>
<key>PayloadContent</key><array>${accounts}</array></dict></plist>`;

test('accounts of one provider give one rule, and one at another provider is told and left out', async () => {
  const two =
    account('ada@cnrs.fr', 'ada@ods.services', 'cnrs.fr') + account('bob@cnrs.fr', 'bob@ods.services', 'cnrs.fr');
  const same = await imported({ 'a.mobileconfig': several(two) });
  expect(same.profile).toMatchObject({ domains: ['cnrs.fr'], login: '{local}@ods.services' });
  expect(same.profile.incoming).toHaveLength(1);
  const mixed =
    account('ada@cnrs.fr', 'ada@ods.services', 'cnrs.fr') + account('ada@gmail.com', 'ada@gmail.com', 'gmail.com');
  const { profile, losses } = await imported({ 'a.mobileconfig': several(mixed) });
  expect(profile.incoming?.map(({ host }) => host)).toEqual(['imap.cnrs.fr']);
  expect(profile.login).toBe('{local}@ods.services');
  expect(losses.map(({ code }) => code)).toEqual(['import.other-account']);
});

test('a name of the person is not the name of the provider', async () => {
  const one = account('prenom.nom@cnrs.fr', 'prenom.nom@ods.services', 'cnrs.fr');
  for (const name of ['Mail de Prénom (prenom.nom)', 'Boîte de prenom.nom@cnrs.fr']) {
    const { text } = await imported({ 'a.mobileconfig': several(one, name) });
    expect(text).toContain('name: cnrs.fr #');
    expect(text).not.toContain('prenom.nom');
  }
});

describe('a profile with several of one service', () => {
  const payload = (type: string, keys: string) => `<dict><key>PayloadType</key><string>${type}</string>${keys}</dict>`;
  const text = (key: string, value: string) => `<key>${key}</key><string>${value}</string>`;
  const mail = payload(
    'com.apple.mail.managed',
    `${text('EmailAddress', 'ada@example.org')}${text('IncomingMailServerHostName', 'imap.example.org')}<key>IncomingMailServerUseSSL</key><true/>
${text('OutgoingMailServerHostName', 'smtp.example.org')}<key>OutgoingMailServerUseSSL</key><true/>`,
  );
  const whole = (...payloads: readonly string[]) =>
    `<plist version="1.0"><dict>${text('PayloadType', 'Configuration')}<key>PayloadContent</key><array>\n${[mail, ...payloads].join('\n')}</array></dict></plist>`;

  test('has the first, and tells of each other with its line', async () => {
    const { profile, losses } = await imported({
      a: whole(
        payload('com.apple.caldav.account', text('CalDAVHostName', 'dav.example.org')),
        payload('com.apple.caldav.account', text('CalDAVHostName', 'dav.other.example')),
        payload('com.apple.webClip.managed', text('URL', 'https://one.example/')),
        payload('com.apple.webClip.managed', text('URL', 'https://two.example/')),
      ),
    });
    expect(profile).toMatchObject({ calendar: { url: 'https://dav.example.org/' }, webmail: 'https://one.example/' });
    expect(losses.map(({ code, details, place }) => [code, details.value, place.line])).toEqual([
      ['import.disagree', 'https://dav.other.example/', 5],
      ['import.disagree', 'https://two.example/', 7],
    ]);
  });

  test('has both ways to Exchange where the server is one', async () => {
    const { profile } = await imported({
      a: whole(
        payload('com.apple.eas.account', text('Host', 'mail.example.org')),
        payload('com.apple.ews.account', text('Host', 'mail.example.org')),
      ),
    });
    expect(profile.exchange).toMatchObject({ host: 'mail.example.org', activeSync: true, webServices: true });
  });
});
