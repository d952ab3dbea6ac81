import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { imported } from './run-import.ts';

/* Profiles of Outlook as people export them with regedit. */

const SECTION = '9375CFF0413111d3B88A00104B2A6676';
const root = 'HKEY_CURRENT_USER\\Software\\Microsoft';
const wide = (text: string) =>
  `hex:${[...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\')}"`;
const exported = (keys: string) =>
  Buffer.from(`\ufeffWindows Registry Editor Version 5.00\r\n\r\n${keys.replaceAll('\n', '\r\n')}\r\n`, 'utf16le');

const account = (as: (text: string) => string, host = 'example.org', person = 'ada', login = 'ada@login.example') =>
  [
    `"clsid"="{ED475412-B0D6-11D2-8C3B-00104B2A6676}"`,
    `"Account Name"=${as(`${person}@example.org`)}`,
    `"Display Name"=${as('A Person')}`,
    `"Email"=${as(`${person}@example.org`)}`,
    `"IMAP Server"=${as(`imap.${host}`)}`,
    `"IMAP User"=${as(login)}`,
    '"IMAP Port"=dword:000003e1',
    '"IMAP Use SSL"=dword:00000001',
    `"SMTP Server"=${as(`smtp.${host}`)}`,
    '"SMTP Port"=dword:0000024b',
    '"SMTP Use Auth"=dword:00000001',
    '"SMTP Secure Connection"=dword:00000002',
  ].join('\n');
const key = (number: number, values: string, profile = `${root}\\Office\\16.0\\Outlook\\Profiles\\Outlook`) =>
  `[${profile}\\${SECTION}\\0000000${number}]\n${values}\n`;

describe.each([
  ['as texts', quoted],
  ['as bytes, as older releases have them', wide],
])('an account %s', (_, as) => {
  test('gives servers, address and login', async () => {
    const { profile, text } = await imported({ 'a.reg': exported(key(2, account(as))) });
    expect(profile).toMatchObject({
      domains: ['example.org'],
      login: '{local}@login.example',
      incoming: [{ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }],
      outgoing: [{ host: 'smtp.example.org', port: 587, security: 'starttls' }],
    });
    expect(text).toContain('# a.reg:8');
    expect(text).not.toMatch(/\bada\b/);
  });
});

test('keys of Windows Messaging and of Outlook Express are read too, with the names that they have', async () => {
  const old = account(wide).replace('"IMAP User"', '"IMAP User Name"');
  const messaging = `${root}\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles\\Outlook`;
  expect((await imported({ a: exported(key(1, old, messaging)) })).profile.login).toBe('{local}@login.example');
  const express = account(quoted).replace('"Email"', '"SMTP Email Address"').replace('"IMAP User"', '"IMAP User Name"');
  const list = `[${root}\\Internet Account Manager\\Accounts\\00000001]\n${express}`;
  expect((await imported({ a: exported(list) })).profile.incoming).toMatchObject([{ host: 'imap.example.org' }]);
});

test('several accounts are people of one provider, and others are told, Exchange too; an address book is nothing', async () => {
  const book = '"clsid"="{ED475414-B0D6-11D2-8C3B-00104B2A6676}"\n"Service Name"="CONTAB"';
  const exchange = '"Account Name"="Work"\n"Service Name"="MSEMS"';
  const { profile, losses } = await imported({
    a: exported(
      key(1, book) +
        key(2, account(quoted)) +
        key(3, account(wide, 'example.org', 'bob', 'robert')) +
        key(4, account(quoted, 'other.example', 'eve')) +
        key(5, exchange),
    ),
  });
  expect(profile.login).toBe('ask');
  expect(losses.map(({ code, place }) => [code, typeof place.line])).toEqual(
    expect.arrayContaining([
      ['import.other-account', 'number'],
      ['import.lost-server', 'number'],
    ]),
  );
});

test('a password is told without its value, and bytes that are no text are none', async () => {
  const secret = '"IMAP Password"=hex:02,01,00,00,00,d0,8c,9d,df\n"SMTP User"=hex:01,02,03';
  const { losses, profile } = await imported({ a: exported(key(2, `${account(quoted)}\n${secret}`)) });
  expect(losses).toMatchObject([{ code: 'import.lost-password' }]);
  expect(profile.login).toBe('{local}@login.example');
});

test('a profile without accounts says nothing of a server', async () => {
  const error = await imported({ a: exported(key(1, '"Service Name"="MSEMS"')) }).catch((each: unknown) => each);
  expect(error instanceof InputError && error.problems.map(({ code }) => code)).toEqual([
    'import.nothing',
    'import.lost-server',
  ]);
});
