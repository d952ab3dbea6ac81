import { describe, expect, test } from 'vitest';
import { resolve } from '../../../src/resolve/resolve.ts';
import { fixture, fixtures, mailAccount, makeProfile } from '../../fixtures.ts';
import { artifactOf, readProfileFile, textOf } from './readers.ts';

const carried = fixtures().filter(({ account }) => {
  try {
    return artifactOf(account, 'prf').bytes.length > 0;
  } catch {
    return false;
  }
});

/** Property ids of Microsoft's account management API; a second name for 0x0100 … 0x0108 with POP3. */
const MAPPING = {
  AccountName: 'PT_UNICODE,0x0002',
  DisplayName: 'PT_UNICODE,0x000B',
  EmailAddress: 'PT_UNICODE,0x000C',
  ConnectionType: 'PT_LONG,0x000F',
  Server: 'PT_UNICODE,0x0100',
  UserName: 'PT_UNICODE,0x0101',
  Port: 'PT_LONG,0x0104',
  UseSSL: 'PT_LONG,0x0105',
  UseSPA: 'PT_LONG,0x0108',
  SMTPServer: 'PT_UNICODE,0x0200',
  SMTPPort: 'PT_LONG,0x0201',
  SMTPUseSSL: 'PT_LONG,0x0202',
  SMTPUseAuth: 'PT_LONG,0x0203',
  SMTPUserName: 'PT_UNICODE,0x0204',
  SMTPUseSPA: 'PT_LONG,0x0207',
  SMTPAuthMethod: 'PT_LONG,0x0208',
  SMTPSecureConnection: 'PT_LONG,0x020A',
  LeaveOnServer: 'PT_LONG,0x1000',
} as Readonly<Record<string, string>>;

test('most fixtures can be written, so that the next tests mean something', () => {
  expect(carried.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hostile', 'nameless', 'pop3', 'two-logins']),
  );
});

describe.each(carried)('$name', ({ account }) => {
  const text = textOf(account, 'prf');
  const sections = readProfileFile(text);
  const type = sections['Internet Account List']?.Account1 ?? '';
  const { Account1: part5 = {}, [type]: part7 = {} } = sections;

  test('every property of the account has its line in part 7, with the right id', () => {
    const properties = Object.keys(part5).filter((name) => name !== 'UniqueService');
    expect(Object.keys(part7)).toEqual(expect.arrayContaining(properties));
    for (const [name, id] of Object.entries(part7)) {
      if (name !== 'AccountType') expect([name, id]).toEqual([name, MAPPING[name.replace(/^(IMAP|POP3)/, '')]]);
    }
  });

  test('every section that is named is there', () => {
    expect(Object.keys(sections).sort()).toEqual(
      ['Account1', 'General', 'Internet Account List', 'Outlook Address Book', 'Service List', 'Service1', type].sort(),
    );
  });

  test('is ASCII with CRLF, says the address and the login, and no password', () => {
    expect(text).toMatch(/^[\r\n -~]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(part5).toMatchObject({ EmailAddress: account.address, AccountName: account.address });
    expect(part5.IMAPUserName ?? part5.POP3UserName).toBe(mailAccount(account).incoming[0].login);
    expect(Object.keys({ ...part5, ...part7 }).join(' ')).not.toMatch(/passw/i);
  });

  test('its profile name is one that MAPI allows', () => {
    expect(sections.General?.ProfileName).toMatch(/^(?=.{1,64}$)[A-Za-z0-9_]+( [A-Za-z0-9_]+)*$/);
  });
});

test('an additional mailbox never becomes the default profile, a first one does', () => {
  const generalOf = (name: string) => readProfileFile(textOf(fixture(name), 'prf')).General;
  expect(generalOf('nameless')).toMatchObject({ DefaultProfile: 'No', OverwriteProfile: 'No' });
  expect(generalOf('university')).toMatchObject({ DefaultProfile: 'Yes', OverwriteProfile: 'No' });
});

test('addresses that differ in a sign only have profiles of their own', () => {
  const nameOf = (address: string) => {
    const { account } = resolve({ address }, [makeProfile({})]);
    return readProfileFile(textOf(account, 'prf')).General?.ProfileName;
  };
  expect(nameOf('a.b@example.org')).not.toBe(nameOf('a_b@example.org'));
});

test('a POP3 account leaves its messages on the server', () => {
  expect(readProfileFile(textOf(fixture('pop3'), 'prf')).Account1).toMatchObject({
    POP3Port: '995',
    LeaveOnServer: '1',
  });
});

test('the login for sending is its own only where it differs', () => {
  const part5Of = (name: string) => readProfileFile(textOf(fixture(name), 'prf')).Account1;
  expect(part5Of('nameless')).toMatchObject({ SMTPAuthMethod: '0', SMTPSecureConnection: '2' });
  expect(part5Of('two-logins')).toMatchObject({ SMTPAuthMethod: '1', SMTPUserName: 'send-both@smtp.example.org' });
});

test.each([
  ['starttls', /TLS from the first byte/],
  ['plain', /“Prénom Nom”/],
  ['internationalised-local', /“Hélène Çelik”/],
])('%s is refused with the reason', (name, reason) => {
  expect(() => textOf(fixture(name), 'prf')).toThrow(reason);
});
