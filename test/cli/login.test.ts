import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { facteur, temporaryFolder } from './terminal.ts';

/** A provider of whose people no rule gives the login, in a folder of the test's own. */
function freeLogins(more = ''): { readonly profile: string; readonly out: string } {
  const folder = temporaryFolder();
  const profile = join(folder, 'free.yaml');
  writeFileSync(
    profile,
    `id: free
name: Free
shortName: Free
organization: Free
identifier: org.example.free
languages: [en, fr]
domains: [free.example]
login: ask
incoming: [{ protocol: imap, host: imap.free.example, security: tls }]
outgoing: [{ host: smtp.free.example, security: tls }]
${more}`,
  );
  return { profile, out: join(folder, 'out') };
}

/** Every file of a folder, as text. */
const textsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'latin1') }));

describe('--login', () => {
  test('goes into every file, and the address stands in none as the login', async () => {
    const { profile, out } = freeLogins();
    const args = ['generate', 'toto.j@free.example', '--profile', profile, '--out', out];
    expect((await facteur([...args, '--login', 'm0123456'])).code).toBe(0);
    const folder = join(out, 'toto.j@free.example');
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.account).toMatchObject({ address: 'toto.j@free.example', login: 'm0123456' });
    const config = readFileSync(join(folder, 'thunderbird/config-v1.1.xml'), 'utf8');
    expect(config.match(/<username>[^<]*/g)).toEqual(['<username>m0123456', '<username>m0123456']);
    // A rule for everybody of the domain would be a lie.
    expect(manifest.left_out).toContainEqual(expect.objectContaining({ client: 'thunderbird', format: 'isp' }));
    expect(textsOf(folder).filter(({ text }) => text.includes('%EMAIL'))).toEqual([]);
  });

  test('is asked for in one line where no rule gives the login, and nothing is written', async () => {
    const { profile, out } = freeLogins();
    const answer = await facteur(['generate', 'toto.j@free.example', '--profile', profile, '--out', out]);
    expect(answer).toEqual({
      code: 2,
      out: '',
      err: 'no rule gives the login of toto.j@free.example for incoming, outgoing: give it with --login, or for one service alone with --login-at incoming=LOGIN',
    });
    expect(() => readdirSync(out)).toThrow();
    const french = await facteur(['explain', 'toto.j@free.example', '--profile', profile], 'fr');
    expect(french).toMatchObject({ code: 2, err: expect.stringMatching(/^aucune règle ne donne l.identifiant de /) });
  });

  test('wins over a rule, and one service may have another', async () => {
    const said = ['--login', 'own', '--login-at', 'outgoing=smtp=x', '--json'];
    const { account } = JSON.parse((await facteur(['explain', 'a@cnrs.fr', ...said])).out);
    expect(account).toMatchObject({
      login: 'own',
      incoming: [{ login: 'own' }],
      outgoing: [{ login: 'smtp=x' }],
    });
    const { out } = await facteur(['explain', 'a@cnrs.fr', ...said.slice(0, -1)]);
    expect(out).toMatch(/^outgoing\.1\.login {2,}smtp=x {2,}given$/m);
  });

  test('of a service alone leaves out what has no login, and says so in the manifest and on the page', async () => {
    const { profile, out } = freeLogins('calendar: { url: "https://dav.free.example/" }\n');
    const said = ['--login-at', 'incoming=a', '--login-at', 'outgoing=b'];
    const answer = await facteur(['generate', 'x@free.example', '--profile', profile, '--out', out, ...said]);
    expect(answer).toMatchObject({
      code: 0,
      err: expect.stringContaining('no rule gives the login of x@free.example for calendar'),
    });
    const folder = join(out, 'x@free.example');
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.left_out).toContainEqual({
      client: 'facteur',
      format: 'calendar',
      reason: expect.stringContaining('--login-at calendar=LOGIN'),
    });
    const apple = readdirSync(join(folder, 'apple')).find((name) => name.endsWith('.mobileconfig')) ?? '';
    expect(readFileSync(join(folder, 'apple', apple), 'utf8')).not.toContain('com.apple.caldav.account');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('is not known here: Calendar (CalDAV)');
    const { out: explained } = await facteur(['explain', 'x@free.example', '--profile', profile, ...said]);
    expect(explained).toMatch(/^calendar {2,}\(none\) {2,}left out: no rule gives the login/m);
  });

  test.each([
    [['a@cnrs.fr', 'b@cnrs.fr', '--login', 'x'], /^--login and --login-at fit one person only/],
    [['a@cnrs.fr', 'b@cnrs.fr', '--login-at', 'incoming=x'], /^--login and --login-at fit one person only/],
    [['a@cnrs.fr', '--login', 'x', '--login', 'y'], /--login is given twice/],
    [['a@cnrs.fr', '--login', ''], /^“” cannot be a login/],
    [['a@cnrs.fr', '--login', 'a\nb'], /^“a.+b” cannot be a login/],
    [['a@cnrs.fr', '--login', 'a\u202eb'], /cannot be a login/],
    [['--login', 'x'], /^--login and --login-at name nobody: give the address, too$/],
    [['a@cnrs.fr', '--login-at', 'incoming'], /^“incoming” is not of the form SERVICE=LOGIN/],
    [
      ['a@cnrs.fr', '--login-at', 'incomming=x'],
      /^“incomming” in --login-at is no service: did you mean incoming\? There are incoming, outgoing, calendar/,
    ],
    [['a@cnrs.fr', '--login-at', 'foo=x'], /^“foo” in --login-at is no service: there are incoming/],
    [['a@cnrs.fr', '--login-at', '=x'], /^“” in --login-at is no service/],
    [['a@cnrs.fr', '--login-at', 'incoming='], /^“” cannot be a login/],
    [['a@cnrs.fr', '--login-at', 'incoming=x', '--login-at', 'incoming=x'], /^--login-at names incoming twice/],
    [
      ['a@cnrs.fr', '--login-at', 'calendar=x'],
      /^the mailbox a@cnrs\.fr has no calendar: leave out --login-at calendar$/,
    ],
  ])('%j is refused in one line', async (args, message) => {
    for (const command of ['generate', 'explain']) {
      // Only `generate` takes more than one person, or none.
      if (command === 'explain' && !/^[^-]/.test(args[0] ?? '')) continue;
      if (command === 'explain' && args[1] === 'b@cnrs.fr') continue;
      const { code, out, err } = await facteur([command, ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(err.split('\n')).toHaveLength(1);
    }
    const { err } = await facteur(['generate', ...args], 'fr');
    expect(err.split('\n')).toHaveLength(1);
    expect(err).not.toMatch(message);
  });

  test('explains each filter of a rule', async () => {
    const { profile } = freeLogins();
    writeFileSync(
      profile,
      readFileSync(profile, 'utf8').replace('login: ask', 'login: "{local|untagged|lower|replace:.:_}"'),
    );
    const { out } = await facteur(['explain', 'Jean.Du+a@free.example', '--profile', profile]);
    expect(out).toMatch(/^login {2,}jean_du {2,}rule of the provider: \{local\|untagged\|lower\|replace:\.:_\}$/m);
    expect(out).toMatch(/^login\.filter\.1 {2,}Jean\.Du {2,}filter untagged: /m);
    expect(out).toMatch(/^login\.filter\.2 {2,}jean\.du {2,}filter lower: /m);
    expect(out).toMatch(/^login\.filter\.3 {2,}jean_du {2,}filter replace:\.:_$/m);
  });
});

test('the line for a mailbox names the logins of its servers, and none that gets in nowhere', async () => {
  const { profile, out } = freeLogins();
  const own = readFileSync(profile, 'utf8')
    .replace('login: ask', 'login: "{address}"')
    .replace('security: tls }]', 'security: tls, login: "{local}" }]');
  writeFileSync(profile, own);
  const args = [
    'generate',
    'toto.j@free.example',
    '--profile',
    profile,
    '--out',
    out,
    '--client',
    'msmtp',
    '--dry-run',
  ];
  expect((await facteur(args)).err).toMatch(
    /^toto\.j@free\.example \(login toto\.j for receiving, toto\.j@free\.example for sending\) → /m,
  );
  expect((await facteur([...args, '--login-at', 'outgoing=toto.j'])).err).toMatch(/\(login toto\.j\) → /);
  const french = await facteur([...args, '--login-at', 'incoming=m1'], 'fr');
  expect(french.err).toMatch(/\(identifiant m1 pour recevoir, toto\.j@free\.example pour envoyer\) → /);
});
