import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describe as described, InputError, type Problem } from '../../src/errors.ts';
import { signedSamples } from '../../src/lint/signing/signed-samples.ts';
import { imported } from './run-import.ts';

/* What import says of what it reads is true of the file that is there. */

const server = (
  type: string,
  { socket = 'SSL', port = 993, authentication = 'password-cleartext', login = '%EMAILADDRESS%' },
) =>
  `<${type === 'smtp' ? 'outgoing' : 'incoming'}Server type="${type}"><hostname>${type}.example.org</hostname><port>${port}</port>
  <socketType>${socket}</socketType><authentication>${authentication}</authentication><username>${login}</username>
  </${type === 'smtp' ? 'outgoing' : 'incoming'}Server>`;
const config = (servers: string, more = '', inside = '') => `<clientConfig version="1.1">
<emailProvider id="example.org"><domain>example.org</domain>${servers}${inside}</emailProvider>${more}</clientConfig>`;
const both = config(server('imap', {}) + server('smtp', { port: 465 }));

async function refusal(file: string | Uint8Array): Promise<readonly Problem[]> {
  const error = await imported({ file }).catch((each: unknown) => each);
  return error instanceof InputError ? error.problems : [];
}

describe('a server in clear', () => {
  const cleared = async (authentication: string) => {
    const smtp = server('smtp', { socket: 'plain', port: 25, authentication });
    const { losses } = await imported({ file: config(server('imap', {}) + smtp) });
    return losses.map(({ code }) => code);
  };

  test.each(['none', 'password-encrypted', 'NTLM', 'GSSAPI'])('that is told %s shows no password', async (method) => {
    expect(await cleared(method)).toEqual(['import.clear-mail']);
  });

  test.each(['password-cleartext', 'plain', 'OAuth2'])('that is told %s shows one', async (method) => {
    expect(await cleared(method)).toEqual(['import.clear']);
  });

  test('of a directory is told too', async () => {
    const profile = `<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array>
    <dict><key>PayloadType</key><string>com.apple.mail.managed</string><key>EmailAddress</key><string>ada@example.org</string>
    <key>IncomingMailServerHostName</key><string>imap.example.org</string><key>IncomingMailServerUseSSL</key><true/><key>IncomingMailServerUsername</key><string>ada@example.org</string>
    <key>OutgoingMailServerHostName</key><string>smtp.example.org</string><key>OutgoingMailServerUseSSL</key><true/></dict>
    <dict><key>PayloadType</key><string>com.apple.ldap.account</string><key>LDAPAccountHostName</key><string>ldap.example.org</string><key>LDAPAccountUseSSL</key><false/>
    <key>LDAPSearchSettings</key><array><dict><key>LDAPSearchSettingSearchBase</key><string>o=a</string></dict></array></dict></array></dict></plist>`;
    const { losses } = await imported({ file: profile });
    expect(losses.map(({ code }) => code)).toContain('import.clear-mail');
  });
});

describe('an address of a page that nobody can open', () => {
  test.each([
    [
      'webMail',
      config(server('imap', {}) + server('smtp', { port: 465 }), '<webMail><loginPage url="https://[x"/></webMail>'),
    ],
    [
      'webMail without scheme',
      config(
        server('imap', {}) + server('smtp', { port: 465 }),
        '<webMail><loginPage url="webmail.example.org"/></webMail>',
      ),
    ],
    [
      'webMail with a user',
      config(
        server('imap', {}) + server('smtp', { port: 465 }),
        '<webMail><loginPage url="https://a@b.example/"/></webMail>',
      ),
    ],
    [
      'documentation',
      config(
        server('imap', {}) + server('smtp', { port: 465 }),
        '',
        '<documentation url="https://a b/"><descr>x</descr></documentation>',
      ),
    ],
    [
      'oAuth2',
      config(
        server('imap', {}) + server('smtp', { port: 465 }),
        '<oAuth2><issuer>a.example</issuer><scope>mail</scope><authURL>https://</authURL><tokenURL>https://a.example/t</tokenURL></oAuth2>',
      ),
    ],
  ])('(%s) is called so, with its line', async (_, file) => {
    const { losses } = await imported({ file });
    expect(losses).toMatchObject([{ code: 'import.lost-url', place: { line: expect.any(Number) } }]);
  });

  test('is another thing than one without TLS', async () => {
    const { losses } = await imported({
      file: config(
        server('imap', {}) + server('smtp', { port: 465 }),
        '<webMail><loginPage url="http://a.example/"/></webMail>',
      ),
    });
    expect(losses.map(({ code }) => code)).toEqual(['import.lost-http']);
  });
});

describe('a login of somebody', () => {
  const literal = (login: string) => config(server('imap', { login }) + server('smtp', { port: 465, login }));

  test('whose address no file says asks for --address, once, and so does the comment', async () => {
    const { losses, text } = await imported({ file: literal('u4711') });
    expect(losses).toMatchObject([{ code: 'import.no-address', details: { value: 'u4711' } }]);
    expect(losses.map((each) => described(each, 'en')).join()).toContain('--address');
    expect(text).toContain('login: ask # no file says whose login it is');
    const { text: known, losses: none } = await imported({ file: literal('u4711') }, 'ada@example.org');
    expect(known).toContain('login: ask # no rule gives the logins');
    expect(none).toEqual([]);
  });

  test('that a rule with a filter gives is a guess, in the file and on the screen, until a second one follows it', async () => {
    const one = await imported({ file: literal('ada_lovelace') }, 'ada.lovelace@example.org');
    expect(one.profile.login).toBe('{local|replace:.:_}');
    expect(one.text).toMatch(/replace:\.:_}" # a guess: one person’s login alone was made so \(file:3/);
    expect(one.losses).toMatchObject([{ code: 'import.guessed-rule', details: { rule: '{local|replace:.:_}' } }]);
    const account = (address: string, login: string) =>
      `[Account: 1]\nprotocol=1\nconfig_version=4\naddress=${address}\nreceive_server=imap.example.org\nsmtp_server=smtp.example.org\nssl_imap=1\nssl_smtp=1\nuser_id=${login}\nuse_smtp_auth=1\n`;
    const two = await imported({
      a: account('ada.lovelace@example.org', 'ada_lovelace'),
      b: account('grace.hopper@example.org', 'grace_hopper'),
    });
    expect(two.losses).toEqual([]);
    expect(two.text).toContain('the login rule that the files of 2 people give');
  });

  test('where it is the local part in a form of its own is no guess', async () => {
    const { losses, text } = await imported({ file: literal('ada@login.example') }, 'ada@example.org');
    expect(losses).toEqual([]);
    expect(text).toContain('# the login rule that one person’s file gives: file:');
  });
});

describe('an answer of Autodiscover that only sends on', () => {
  const pox = (inside: string) =>
    `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response>\n${inside}</Response></Autodiscover>`;
  test.each([
    [
      '<Account><AccountType>email</AccountType><Action>redirectAddr</Action><RedirectAddr>ada@new.example</RedirectAddr></Account>',
      'import.redirect-address',
      'ada@new.example',
    ],
    [
      '<Account><Action>redirectUrl</Action><RedirectUrl>https://a.example/x.xml</RedirectUrl></Account>',
      'import.redirect-url',
      'https://a.example/x.xml',
    ],
    ['<Action><Redirect>ada@new.example</Redirect></Action>', 'import.redirect-address', 'ada@new.example'],
  ])('%s says where to look', async (inside, code, value) => {
    expect(await refusal(pox(inside))).toMatchObject([{ code, details: { value }, place: { line: 2 } }]);
  });

  test('and one with an error says which', async () => {
    expect(
      await refusal(pox('<Error><ErrorCode>600</ErrorCode><Message>Invalid Request</Message></Error>')),
    ).toMatchObject([{ code: 'import.answer-error', details: { value: '600 Invalid Request' }, place: { line: 2 } }]);
  });
});

describe('a file that is not what it should be', () => {
  const base64 = signedSamples.good.replace(/.{64}/g, '$&\n');
  test.each([
    ['PEM', `-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`],
    ['base64', base64],
    ['S/MIME', `MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\n${base64}\n`],
  ])('a signed profile as %s is read, and lint is named', async (_, file) => {
    const whole = await imported({ file: Buffer.from(signedSamples.good, 'base64') });
    const { profile, losses } = await imported({ file });
    expect(profile).toEqual(whole.profile);
    expect(losses.map(({ code }) => code)).toContain('import.armoured');
    expect(whole.losses.map(({ code }) => code)).not.toContain('import.armoured');
  });

  test('a profile of ours is called one', async () => {
    const file = readFileSync(new URL('../../profiles/cnrs.yaml', import.meta.url), 'utf8');
    expect(await refusal(file)).toMatchObject([{ code: 'import.is-profile' }]);
  });

  test('a broken one names the line that is', async () => {
    expect(await refusal(`${both.slice(0, -20)}`)).toMatchObject([
      { code: 'import.unreadable-kind', place: { line: expect.any(Number) } },
    ]);
  });
});

describe('a value that no profile can have', () => {
  const named = (name: string, port = '993') =>
    config(server('imap', {}) + server('smtp', { port: 465 }), '', `<displayName>${name}</displayName>`).replace(
      '<port>993',
      `<port>${port}`,
    );
  test.each([
    ['turns what stands beside it', 'Ex\u202eample', 'import.lost-text'],
    ['hides', 'Ex\u200bample', 'import.lost-text'],
    ['is one of control', 'E\u009b2Jxample', 'import.lost-text'],
    ['is all that there is', '\u200b', 'import.lost-text'],
    ['is one of very many', 'x'.repeat(40_000), 'import.lost-text'],
  ])('(a name with a character that %s) is left out and told', async (_, name, code) => {
    const { losses, text } = await imported({ file: named(name) });
    expect(losses).toMatchObject([{ code, details: { what: 'name' }, place: { line: expect.any(Number) } }]);
    expect(text).not.toMatch(/[\u200b\u202e\u009b]|x{40}/);
  });

  test.each(['-1', '0', '65536', '99999999999999999999', '9 93', ''])('(the port %j) is called none', async (port) => {
    const { losses, profile } = await imported({ file: named('Example', port) });
    expect(losses).toMatchObject([{ code: 'import.lost-port', details: { value: port } }]);
    expect(profile.incoming).toMatchObject([{ host: 'imap.example.org' }]);
  });
});

describe('what people have', () => {
  test.each([
    [
      'a long licence in front',
      both.replace('<clientConfig', `<!-- ${'a licence - '.repeat(2_000)}-->\n<clientConfig`),
    ],
    ['many comments in front', both.replace('<clientConfig', `${'<!-- a -->\n'.repeat(3_000)}<clientConfig`)],
    ['capitals in the name of its root', both.replaceAll('clientConfig', 'ClientConfig')],
  ])('(%s) is read', async (_, file) => {
    expect((await imported({ file })).profile.domains).toEqual(['example.org']);
  });

  test('a warning of the server in front of the file is told with its place', async () => {
    const file = `<br />\n<b>Warning</b>: Undefined index in a.php<br />\n<?xml version="1.0"?>\n${both}`;
    expect(await refusal(file)).toMatchObject([
      { code: 'import.unreadable-kind', place: { line: expect.any(Number) } },
    ]);
  });
});
