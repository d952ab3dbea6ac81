import { describe, expect, test } from 'vitest';
import { judgeAll } from '../../src/lint/judgement.ts';
import { flawText } from '../../src/lint/lint-rule.ts';
import { contentOf } from '../../src/read/content.ts';

/* Rules for files of every kind, and for what files of several kinds say together. */

const content = (name: string, text: string) => contentOf(name, new TextEncoder().encode(text));

async function told(files: Readonly<Record<string, string>>, rule: string) {
  const all = await judgeAll(Object.entries(files).map(([name, text]) => content(name, text)));
  return all.flatMap(({ path, flaws }) =>
    flaws.flatMap((flaw) => (flaw.rule.id === rule ? [[path, flaw.line, flawText(flaw, 'en').says] as const] : [])),
  );
}

const PASSWORD = 'privacy/password-in-artifact';
const secret = 'hunter2';
const k9s = `<k9settings version="99" format="1"><accounts><account uuid="a"><incoming-server type="IMAP"><host>a</host><password>${secret}</password></incoming-server></account></accounts></k9settings>`;
const profile = `id: example\nname: E\nshortName: E\norganization: E\nidentifier: org.example\nlanguages: [en]\ndomains: [example.org]\npassword: ${secret}\nincoming:\n  - { protocol: imap, host: imap.example.org, security: tls }\noutgoing:\n  - { host: smtp.example.org, security: tls }\n`;

describe('a password', () => {
  test.each([
    [
      'an exported registry',
      `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\a]\r\n"POP3 Password"="${secret}"\r\n`,
      4,
    ],
    ['a source', `[Data Source]\nDisplayName=a\n\n[Authentication]\nPassword=${secret}\n`, 5],
    ['a profile of ours', profile, 8],
    [
      'a clientConfig',
      `<clientConfig version="1.1">\n<webMail><loginPage url="https://ada:${secret}@a.example/"/></webMail></clientConfig>`,
      2,
    ],
    [
      'an Autodiscover answer',
      `<Autodiscover><Response><Account>\n<RedirectUrl>https://ada:${secret}@a.example/</RedirectUrl></Account></Response></Autodiscover>`,
      2,
    ],
    ['an Autodiscover answer in JSON', `{"Protocol":"AutodiscoverV1",\n"Url":"https://ada:${secret}@a.example/"}`, 2],
    ['a PACC document', `{"protocols":{"imap":{"host":"a.example"}},\n"password":"${secret}"}`, 2],
    [
      'an Apple profile',
      `<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string>\n<key>a</key><string>https://ada:${secret}@a.example/</string></dict></plist>`,
      2,
    ],
  ])('in %s is found in its line, and not shown', async (_, text, line) => {
    const found = await told({ file: text }, PASSWORD);
    expect(found.map(([, at]) => at)).toEqual([line]);
    const all = await judgeAll([content('file', text)]);
    expect(JSON.stringify(all[0]?.flaws.map((flaw) => flawText(flaw, 'en')))).not.toContain(secret);
  });

  test('of which the rule of its kind tells is told once', async () => {
    expect(await told({ file: k9s }, PASSWORD)).toEqual([]);
    expect(await told({ file: k9s }, 'k9s/password')).toHaveLength(1);
    const url = `set smtp_url = "smtps://ada:${secret}@smtp.example.org"\nset from = ada@example.org\n`;
    expect([...(await told({ file: url }, PASSWORD)), ...(await told({ file: url }, 'muttrc/password'))]).toHaveLength(
      1,
    );
  });

  test.each([
    ['a deleted value', 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\a]\r\n"POP3 Password"=-\r\n'],
    ['a switch', '[Data Source]\nDisplayName=a\n\n[Authentication]\nRememberPassword=true\n'],
    ['a method', '{"protocols":{"imap":{"host":"a.example"}},"authentication":{"password":true}}'],
    [
      'a user name alone',
      '<clientConfig version="1.1"><webMail><loginPage url="https://ada@a.example/"/></webMail></clientConfig>',
    ],
    [
      'an address behind a port',
      '<clientConfig version="1.1"><webMail><loginPage url="https://a.example:80/?m=a@b.example"/></webMail></clientConfig>',
    ],
  ])('is not found in %s', async (_, text) => {
    expect(await told({ file: text }, PASSWORD)).toEqual([]);
  });

  test('is looked for in the time of reading', async () => {
    expect(
      await told({ file: `Windows Registry Editor Version 5.00\r\n\r\n[a]\r\n${'a://'.repeat(200_000)}` }, PASSWORD),
    ).toEqual([]);
    expect(await told({ file: `[Data Source]\n${'a'.repeat(900_000)}://` }, PASSWORD)).toEqual([]);
  });
});

const person = (address: string, login: string) =>
  `[Account: 1]\nconfig_version=4\naccount_name=E\nname=A\nprotocol=1\naddress=${address}\nreceive_server=imap.example.org\nuser_id=${login}\nssl_imap=1\nsmtp_server=smtp.example.org\n`;
const reg = (domain: string) =>
  `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]\r\n"${domain}"="C:\\\\a.xml"\r\n`;

describe('the domain for which a registry file names a file', () => {
  const ada = person('ada@example.org', 'ada@login.example');
  test('is told where it is that of the login, whichever file comes first', async () => {
    expect((await told({ a: ada, b: reg('login.example') }, 'reg/login-domain')).map(([path]) => path)).toEqual(['b']);
    expect((await told({ b: reg('login.example'), a: ada }, 'reg/login-domain')).map(([path]) => path)).toEqual(['a']);
  });

  test('is right where addresses are in it', async () => {
    expect(await told({ a: ada, b: reg('example.org') }, 'reg/login-domain')).toEqual([]);
    const other = person('bob@login.example', 'bob');
    expect(await told({ a: ada, c: other, b: reg('login.example') }, 'reg/login-domain')).toEqual([]);
  });

  test('is held against a profile of ours too', async () => {
    const ours = profile.replace(/password.*\n/, 'login: "{local}@login.example"\n');
    expect(await told({ a: ours, b: reg('login.example') }, 'reg/login-domain')).toHaveLength(1);
    expect(await told({ a: ours, b: reg('example.org') }, 'reg/login-domain')).toEqual([]);
  });
});

test('logins of two people that differ in letter case alone are told, and one person’s in two files are not', async () => {
  const one = person('ada@example.org', 'Ada');
  expect(await told({ a: one, b: person('adam@example.org', 'ada') }, 'profile/login-case')).toHaveLength(1);
  expect(await told({ a: one, b: person('Ada@example.org', 'ada') }, 'profile/login-case')).toEqual([]);
});

test('a PACC document beside a login that is not the address is told, at the same server alone', async () => {
  const pacc = '{"protocols":{"imap":{"host":"imap.example.org"}}}';
  expect(await told({ a: person('ada@example.org', 'u1'), b: pacc }, 'pacc/login-differs')).toHaveLength(1);
  expect(await told({ b: pacc, a: person('ada@example.org', 'u1') }, 'pacc/login-differs')).toHaveLength(1);
  expect(await told({ a: person('ada@example.org', 'ada@example.org'), b: pacc }, 'pacc/login-differs')).toEqual([]);
  const elsewhere = pacc.replace('imap.example.org', 'imap.other.example');
  expect(await told({ a: person('ada@example.org', 'u1'), b: elsewhere }, 'pacc/login-differs')).toEqual([]);
});

describe('what removes', () => {
  const key = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]\r\n';
  const file = (values: string) => `Windows Registry Editor Version 5.00\r\n\r\n${key}${values}\r\n`;
  const install = file('"example.org"="C:\\\\a.xml"\r\n"PreferLocalXML"=dword:00000001');
  const rule = 'reg/remove-differs';

  test('has to name what was installed, in either order', async () => {
    const remove = file('"example.org"=-');
    expect((await told({ install, remove }, rule)).map(([, , says]) => says).join()).toContain('PreferLocalXML');
    expect(await told({ remove, install }, rule)).toHaveLength(1);
    expect(await told({ install, remove: file('"Example.org"=-\r\n"preferlocalxml"=-') }, rule)).toEqual([]);
  });

  test('and nothing else', async () => {
    const remove = file('"example.org"=-\r\n"PreferLocalXML"=-\r\n"ExcludeScpLookup"=-');
    expect((await told({ install, remove }, rule)).map(([, , says]) => says).join()).toContain('ExcludeScpLookup');
  });

  test('is not held against the file of another domain', async () => {
    expect(await told({ install, remove: file('"other.example"=-') }, rule)).toEqual([]);
  });
});

test('sources that name each other are held against the set, in whichever order, and one alone is not', async () => {
  const of = (uid: string, rest: string) => ({
    [`/x/${uid}.source`]: `[Data Source]\nDisplayName=a\nParent=${uid === 'a' ? '' : 'a'}\n\n${rest}\n`,
  });
  const set = {
    ...of('a', '[Mail Account]\nBackendName=imapx\nIdentityUid=b'),
    ...of('b', '[Mail Identity]\nAddress=a@b.example\n\n[Mail Submission]\nTransportUid=c'),
    ...of('c', '[Mail Transport]\nBackendName=smtp'),
  };
  expect(await told(set, 'source/uid-unknown')).toEqual([]);
  const without = Object.fromEntries(
    Object.entries(set).map(([name, text]) => [name.replace('c.source', 'd.source'), text]),
  );
  expect(await told(without, 'source/uid-unknown')).toMatchObject([
    ['/x/b.source', 9, 'TransportUid is “c”, and none of the other files is called so'],
  ]);
  expect(await told(of('b', '[Mail Submission]\nTransportUid=c'), 'source/uid-unknown')).toEqual([]);
});
