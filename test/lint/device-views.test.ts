import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import type { Party } from '../../src/lint/parties.ts';
import { signedSamples } from '../../src/lint/signing/signed-samples.ts';
import { contentOf } from '../../src/read/content.ts';

/* What Apple devices make of a profile, by Apple's schema, and classic Outlook of an Autodiscover answer, by Microsoft's. */

const viewOf = async (file: string | Uint8Array, party: Party) =>
  (await judge(contentOf('file', typeof file === 'string' ? new TextEncoder().encode(file) : file), party))?.view;

const value = (key: string, written: string) => `<key>${key}</key>${written}`;
const text = (key: string, written: string) => value(key, `<string>${written}</string>`);
const mail: Readonly<Record<string, string>> = {
  PayloadType: '<string>com.apple.mail.managed</string>',
  PayloadVersion: '<integer>1</integer>',
  PayloadIdentifier: '<string>org.example.mail.a</string>',
  PayloadUUID: '<string>77C29001-0000-5000-8000-0A1B2C3D4E5F</string>',
  EmailAccountType: '<string>EmailTypeIMAP</string>',
  EmailAddress: '<string>ada@example.org</string>',
  IncomingMailServerAuthentication: '<string>EmailAuthPassword</string>',
  IncomingMailServerHostName: '<string>imap.example.org</string>',
  IncomingMailServerPortNumber: '<integer>993</integer>',
  IncomingMailServerUseSSL: '<true/>',
  IncomingMailServerUsername: '<string>ada@login.example</string>',
  OutgoingMailServerAuthentication: '<string>EmailAuthPassword</string>',
  OutgoingMailServerHostName: '<string>smtp.example.org</string>',
  OutgoingMailServerPortNumber: '<integer>587</integer>',
  OutgoingMailServerUseSSL: '<true/>',
  OutgoingMailServerUsername: '<string>ada@login.example</string>',
};
const profile = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const keys = Object.entries({ ...mail, ...changes }).flatMap(([key, written]) =>
    written === undefined ? [] : [value(key, written)],
  );
  return `<plist version="1.0"><dict>${text('PayloadType', 'Configuration')}${value('PayloadVersion', '<integer>1</integer>')}
${text('PayloadIdentifier', 'org.example.mail')}${text('PayloadUUID', '77C29000-0000-5000-8000-0A1B2C3D4E5F')}
${value('PayloadContent', `<array><dict>${keys.join('')}</dict></array>`)}</dict></plist>`;
};

describe('an Apple device', () => {
  test('takes both servers as the profile has them', async () => {
    expect(await viewOf(profile(), 'apple')).toEqual({
      outcome: 'takes',
      incoming: {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        authentication: 'EmailAuthPassword',
        login: 'ada@login.example',
      },
      outgoing: {
        protocol: 'smtp',
        host: 'smtp.example.org',
        port: 587,
        security: 'starttls',
        authentication: 'EmailAuthPassword',
        login: 'ada@login.example',
      },
    });
  });

  test('goes in clear where UseSSL is false or absent', async () => {
    for (const ssl of [undefined, '<false/>'])
      expect(await viewOf(profile({ IncomingMailServerUseSSL: ssl }), 'apple')).toMatchObject({
        incoming: { security: 'none' },
      });
  });

  test('asks for a login that is not there, unless there is none to be', async () => {
    expect(await viewOf(profile({ OutgoingMailServerUsername: undefined }), 'apple')).toMatchObject({
      outcome: 'asks',
      outgoing: { login: undefined },
    });
    const open = {
      OutgoingMailServerUsername: undefined,
      OutgoingMailServerAuthentication: '<string>EmailAuthNone</string>',
    };
    expect(await viewOf(profile(open), 'apple')).toMatchObject({ outcome: 'takes' });
  });

  test('reads POP where the type says so', async () => {
    const pop = {
      EmailAccountType: '<string>EmailTypePOP</string>',
      IncomingMailServerPortNumber: '<integer>995</integer>',
    };
    expect(await viewOf(profile(pop), 'apple')).toMatchObject({ incoming: { protocol: 'pop3', port: 995 } });
  });

  test.each([
    ['half a file', profile().slice(0, -20)],
    [
      'a property list that is no profile',
      profile().replace('<string>Configuration</string>', '<string>Other</string>'),
    ],
    ['no server to send with', profile({ OutgoingMailServerHostName: undefined })],
    ['a signature in text', `-----BEGIN PKCS7-----\n${signedSamples.good}\n-----END PKCS7-----\n`],
    ['half a signature', Buffer.from(signedSamples.good, 'base64').subarray(0, 300)],
  ])('makes nothing of %s', async (_, file) => {
    expect(await viewOf(file, 'apple')).toEqual({ outcome: 'refuses' });
  });

  test('is not known to take or to refuse a binary list', async () => {
    expect(await viewOf(Buffer.from('bplist00 and so on'), 'apple')).toBeUndefined();
  });
});

const block = (type: string, values: Readonly<Record<string, string>>) =>
  `<Protocol><Type>${type}</Type>${Object.entries(values)
    .map(([name, written]) => `<${name}>${written}</${name}>`)
    .join('')}</Protocol>`;
const imap = {
  Server: 'imap.example.org',
  Port: '993',
  LoginName: 'ada@login.example',
  SPA: 'off',
  SSL: 'on',
  AuthRequired: 'on',
};
const smtp = { ...imap, Server: 'smtp.example.org', Port: '587', Encryption: 'TLS' };
const answer = (...blocks: readonly string[]) => `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
<Account><AccountType>email</AccountType><Action>settings</Action>${blocks.join('')}</Account></Response></Autodiscover>`;

describe('classic Outlook', () => {
  test('takes the servers, and Encryption before SSL', async () => {
    expect(await viewOf(answer(block('IMAP', imap), block('SMTP', smtp)), 'outlook')).toEqual({
      outcome: 'takes',
      incoming: {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        authentication: 'password',
        login: 'ada@login.example',
      },
      outgoing: {
        protocol: 'smtp',
        host: 'smtp.example.org',
        port: 587,
        security: 'starttls',
        authentication: 'password',
        login: 'ada@login.example',
      },
    });
    const off = { ...imap, SSL: 'off', Port: '143' };
    expect(await viewOf(answer(block('IMAP', off)), 'outlook')).toMatchObject({ incoming: { security: 'none' } });
    expect(await viewOf(answer(block('IMAP', { ...off, Encryption: 'TLS' })), 'outlook')).toMatchObject({
      incoming: { security: 'starttls' },
    });
  });

  test('proves the login by NTLM where nothing turns it off', async () => {
    const { SPA: _, ...without } = imap;
    expect(await viewOf(answer(block('IMAP', without)), 'outlook')).toMatchObject({
      incoming: { authentication: 'NTLM' },
    });
  });

  test('asks for a login that is not there', async () => {
    const { LoginName: _, ...without } = imap;
    expect(await viewOf(answer(block('IMAP', without)), 'outlook')).toMatchObject({
      outcome: 'asks',
      incoming: { login: undefined },
    });
  });

  test('takes the first block for receiving, IMAP or POP3', async () => {
    const pop = { ...imap, Server: 'pop.example.org', Port: '995' };
    expect(await viewOf(answer(block('POP3', pop), block('IMAP', imap)), 'outlook')).toMatchObject({
      incoming: { protocol: 'pop3', host: 'pop.example.org' },
    });
  });

  test.each([
    ['half an answer', answer(block('IMAP', imap)).slice(0, -30)],
    ['another namespace', answer(block('IMAP', imap)).replace('/2006a', '/2006')],
  ])('makes nothing of %s', async (_, file) => {
    expect(await viewOf(file, 'outlook')).toEqual({ outcome: 'refuses' });
  });

  test('is not known to do anything with Exchange alone', async () => {
    expect(
      await viewOf(answer('<Protocol><Type>EXCH</Type><EwsUrl>https://a.example/</EwsUrl></Protocol>'), 'outlook'),
    ).toBeUndefined();
  });
});

const k9sAccount = (uuid: string, host: string) => `<account uuid="${uuid}"><name>E</name>
<incoming-server type="IMAP"><host>${host}</host><port>993</port><connection-security>SSL_TLS_REQUIRED</connection-security><authentication-type>PLAIN</authentication-type><username>ada</username></incoming-server>
<outgoing-server type="SMTP"><host>smtp.example.org</host><port>465</port><connection-security>SSL_TLS_REQUIRED</connection-security><authentication-type>PLAIN</authentication-type><username>ada</username></outgoing-server>
<identities><identity><email>ada@example.org</email></identity></identities></account>`;
const k9s = (...accounts: readonly string[]) =>
  `<k9settings version="99" format="1"><accounts>${accounts.join('\n')}</accounts></k9settings>`;

describe('Thunderbird for Android with several accounts', () => {
  const good = k9sAccount('11111111-1111-4111-8111-111111111111', 'good.example.org');
  const bad = k9sAccount('none', 'bad.example.org');

  test.each([
    ['the first', k9s(good, bad), 1],
    ['the second', k9s(bad, good), 2],
  ])('takes %s where the other is wrong', async (_, file, account) => {
    expect(await viewOf(file, 'thunderbird-android')).toMatchObject({
      outcome: 'takes',
      account,
      incoming: { host: 'good.example.org' },
    });
    const { flaws } = (await judge(contentOf('a', new TextEncoder().encode(file)))) ?? { flaws: [] };
    const [uuid] = flaws.filter(({ rule }) => rule.id === 'k9s/uuid');
    expect(uuid?.hurts).toEqual({ 'thunderbird-android': 'refuses-account' });
  });

  test('makes nothing of a file where all are wrong, or whose form is', async () => {
    expect(await viewOf(k9s(bad, bad), 'thunderbird-android')).toEqual({ outcome: 'refuses' });
    expect(await viewOf(k9s(good).replace('format="1"', 'format="2"'), 'thunderbird-android')).toEqual({
      outcome: 'refuses',
    });
  });
});
