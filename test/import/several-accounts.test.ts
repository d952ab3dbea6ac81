import { describe, expect, test } from 'vitest';
import { imported } from './run-import.ts';

/* A file with several accounts: those of one provider are people of it, and no other is dropped without a word. */

const k9sAccount = (name: string, address: string, login: string, host: string) => `
<account uuid="00000000-0000-4000-8000-0000000000${name.length}0"><name>${name}</name>
<incoming-server type="IMAP"><host>imap.${host}</host><port>993</port><connection-security>SSL_TLS_REQUIRED</connection-security>
<authentication-type>PLAIN</authentication-type><username>${login}</username></incoming-server>
<outgoing-server type="SMTP"><host>smtp.${host}</host><port>465</port><connection-security>SSL_TLS_REQUIRED</connection-security>
<authentication-type>PLAIN</authentication-type><username>${login}</username></outgoing-server>
<identities><identity><email>${address}</email></identity></identities></account>`;
const k9s = (...accounts: readonly string[]) =>
  `<k9settings version="99" format="1"><accounts>${accounts.join('')}</accounts></k9settings>`;

const qrAccount = (name: string, address: string, login: string, host: string) =>
  `[0,"imap.${host}",993,3,1,"${login}","${name}"],[[[0,"smtp.${host}",465,3,1,"${login}"],["${address}",""]]]`;
const qr = (...accounts: readonly string[]) => `[1,[1,1],${accounts.join(',')}]`;

const prfAccount = (name: string, address: string, login: string, host: string) =>
  [
    `AccountName=${name}`,
    `EmailAddress=${address}`,
    `IMAPServer=imap.${host}`,
    `IMAPUserName=${login}`,
    'IMAPPort=993',
    'IMAPUseSSL=1',
    `SMTPServer=smtp.${host}`,
    'SMTPPort=465',
    'SMTPSecureConnection=1',
    'SMTPUseAuth=1',
  ].join('\r\n');
const prf = (...accounts: readonly string[]) =>
  [
    '[General]\r\nProfileName=a\r\n\r\n[Internet Account List]',
    ...accounts.map((_, index) => `Account${index + 1}=IMAP_I_Mail`),
    ...accounts.map((account, index) => `\r\n[Account${index + 1}]\r\n${account}`),
    '\r\n[IMAP_I_Mail]\r\nAccountType=IMAP\r\n',
  ].join('\r\n');

const kinds = [
  { kind: 'settings file of Thunderbird for Android', account: k9sAccount, file: k9s },
  { kind: 'code of Thunderbird', account: qrAccount, file: qr },
  { kind: 'profile file of Outlook', account: prfAccount, file: prf },
] as const;

describe.each(kinds)('in a $kind', ({ account, file }) => {
  const ada = account('Ours', 'ada@example.org', 'ada@login.example', 'example.org');
  const bob = account('Ours', 'bob@example.org', 'robert@login.example', 'example.org');
  const other = account('Other', 'ada@other.example', 'ada', 'other.example');

  test('a second person’s account speaks for the login rule', async () => {
    const grace = account('Ours', 'grace@example.org', 'grace@login.example', 'example.org');
    const { profile, text } = await imported({ file: file(ada, grace) });
    expect(profile.login).toBe('{local}@login.example');
    expect(text).toContain('that the files of 2 people give');
    expect((await imported({ file: file(ada, bob) })).profile.login).toBe('ask');
  });

  test('an account at another provider is told with its place, its servers, and whose the profile is', async () => {
    const { losses, profile } = await imported({ file: file(ada, other, bob) });
    expect(profile).toMatchObject({ domains: ['example.org'], login: 'ask' });
    const told = losses.filter(({ code }) => code === 'import.other-account');
    expect(told).toMatchObject([
      { details: { name: 'Other', host: 'imap.other.example', taken: 'Ours', takenHost: 'imap.example.org' } },
    ]);
    const at =
      file(ada, other, bob)
        .split(/\r?\n/)
        .findIndex((line) => line.includes('Other')) + 1;
    // The section of a PRF begins above its name.
    expect([at, at - 1]).toContain(told[0]?.place.line);
  });

  test('what only the other account says is not told as lost from this one', async () => {
    const { losses } = await imported({ file: file(ada, other.replaceAll('993', '99999')) });
    expect(losses.map(({ code }) => code)).not.toContain('import.lost-value');
  });
});

test('accounts of Outlook that are no mailbox, or of which nothing is said, are told', async () => {
  const ada = prfAccount('a', 'ada@example.org', 'ada', 'example.org');
  const file = prf(ada)
    .replace('Account1=IMAP_I_Mail', 'Account1=IMAP_I_Mail\r\nAccount2=IMAP_I_Mail\r\nAccount3=Hotmail')
    .concat('\r\n[Account3]\r\nEmailAddress=a@b.example\r\n[Hotmail]\r\nAccountType=HTTP\r\n')
    .concat('\r\n[Microsoft Exchange Server]\r\nServiceName=MSEMS\r\n');
  const { losses } = await imported({ file });
  const told = losses.flatMap(({ code, details, place }) =>
    code === 'import.lost-account' || code === 'import.lost-server'
      ? [[details.name ?? details.value, place.line]]
      : [],
  );
  expect(told).toEqual([
    ['Account2', 6],
    ['Account3', 7],
    ['Exchange [Microsoft Exchange Server]', 29],
  ]);
});

describe('several codes', () => {
  const ada = qrAccount('Ours', 'ada@example.org', 'ada@login.example', 'example.org');
  const bob = qrAccount('Ours', 'bob@example.org', 'robert@login.example', 'example.org');

  test('in the lines of one text are read', async () => {
    const { profile, losses } = await imported({ file: `[1,[1,2],${ada}]\r\n\r\n[1,[2,2],${bob}]\r\n` });
    expect(profile.login).toBe('ask');
    expect(losses).toEqual([]);
  });

  test('of which one is missing are asked for, and not where all are there', async () => {
    const alone = await imported({ one: `[1,[1,2],${ada}]` });
    expect(alone.losses).toMatchObject([{ code: 'import.part', details: { part: 1, count: 2 }, place: { line: 1 } }]);
    const both = await imported({ one: `[1,[1,2],${ada}]`, two: `[1,[2,2],${bob}]` });
    expect(both.losses.map(({ code }) => code)).not.toContain('import.part');
  });
});

test('a person’s two accounts, one for POP and one for IMAP, are one provider’s', async () => {
  const ada = (protocol: string, port: number) =>
    prfAccount(protocol, 'ada@example.org', 'ada', 'example.org')
      .replaceAll('IMAP', protocol)
      .replace('imap.', `${protocol.toLowerCase()}.`)
      .replace('993', String(port));
  const file = prf(ada('POP3', 995), ada('IMAP', 993))
    .replace('Account1=IMAP_I_Mail', 'Account1=I_Mail')
    .concat('\r\n[I_Mail]\r\nAccountType=POP3\r\n');
  const { profile, losses } = await imported({ file });
  expect(profile.incoming?.map(({ protocol, host }) => `${protocol} ${host}`)).toEqual([
    'pop3 pop3.example.org',
    'imap imap.example.org',
  ]);
  expect(losses.map(({ code }) => code)).not.toContain('import.other-account');
});
