import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questions } from '../../src/cli/init-questions.ts';
import { run } from '../../src/cli/run.ts';
import type { Asked } from '../../src/cli/terminal.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import { putTogether } from '../../src/import/gather.ts';
import type { Language } from '../../src/model/account.ts';
import { readProfile } from '../../src/profile/file.ts';
import { facteur, temporaryFolder } from './terminal.ts';

const person = ['--address', 'prenom.nom@cnrs.fr', '--login', 'prenom.nom@ods.services'];
const hosts = ['--incoming', 'imap.cnrs.fr', '--outgoing', 'smtp.cnrs.fr'];
const cnrs = [...person, ...hosts];

function profileIn(file: string) {
  return readProfile(readFileSync(file, 'utf8'), file).profile;
}

async function made(args: readonly string[]) {
  const file = join(temporaryFolder(), 'made.yaml');
  const answer = await facteur(['init', ...args, '--out', file]);
  expect(answer).toMatchObject({ code: 0, err: '' });
  return { file, text: readFileSync(file, 'utf8'), profile: profileIn(file), out: answer.out };
}

const clientConfig = `<clientConfig version="1.1">
  <emailProvider id="example.org">
    <domain>example.org</domain>
    <displayName>Post</displayName>
    <incomingServer type="imap"><hostname>imap.example.org</hostname><port>993</port><socketType>SSL</socketType>
      <authentication>password-cleartext</authentication><username>%EMAILLOCALPART%@login.example.org</username></incomingServer>
  </emailProvider>
</clientConfig>
`;

describe('without anybody to ask', () => {
  test('one person’s address and login make a profile whose rule gives the login of others', async () => {
    const { file, profile, text } = await made(cnrs);
    expect(profile).toMatchObject({ id: 'cnrs-fr', domains: ['cnrs.fr'], login: '{local}@ods.services' });
    expect(text).not.toContain('prenom.nom@ods.services');
    const explained = await facteur(['explain', 'ada.lovelace@cnrs.fr', '--profile', file, '--json']);
    expect(JSON.parse(explained.out).account.incoming[0]).toMatchObject({
      host: 'imap.cnrs.fr',
      login: 'ada.lovelace@ods.services',
    });
  });

  test('each value of an option is in the profile, with the option behind it', async () => {
    const { profile, text } = await made([
      ...['--domain', 'example.org', '--domain', 'example.net', '--name', 'Post of Example', '--short-name', 'Post'],
      ...['--organization', 'Example', '--login-rule', '{local|lower}', '--incoming', 'pop.{domain}'],
      ...['--incoming-protocol', 'pop3', '--incoming-security', 'starttls', '--incoming-port', '1110'],
      ...['--outgoing', 'mail.example.org', '--outgoing-security', 'none', '--outgoing-port', '2525'],
      ...['--webmail', 'https://webmail.example.org/', '--site', 'https://mail.example.org', '--languages', 'en,fr'],
      ...['--support', 'help@example.org', '--support', 'https://help.example.org/', '--support', '+33 1 23 45 67 89'],
      ...['--identifier', 'org.example.post', '--id', 'post'],
    ]);
    expect(profile).toEqual({
      id: 'post',
      name: 'Post of Example',
      shortName: 'Post',
      organization: 'Example',
      identifier: 'org.example.post',
      languages: ['en', 'fr'],
      example: 'first.last@example.org',
      domains: ['example.org', 'example.net'],
      login: '{local|lower}',
      incoming: [{ protocol: 'pop3', host: 'pop.{domain}', port: 1110, security: 'starttls' }],
      outgoing: [{ host: 'mail.example.org', port: 2525, security: 'none', allowPlainText: true }],
      webmail: 'https://webmail.example.org/',
      support: { email: 'help@example.org', url: 'https://help.example.org/', phone: '+33 1 23 45 67 89' },
      site: 'https://mail.example.org',
    });
    expect(text).toMatch(/^name: Post of Example # --name$/m);
    expect(text).toMatch(/^login: .* # --login-rule$/m);
    expect(text).toMatch(/in clear/);
  });

  test('what is missing is told with its option, all of it', async () => {
    const { code, err } = await facteur(['init', '--out', join(temporaryFolder(), 'x.yaml')]);
    expect(code).toBe(2);
    expect(err.split('\n').map((line) => line.split(' ', 1)[0])).toEqual([
      ...['--domain', '--login-rule', '--incoming', '--outgoing'],
    ]);
  });

  test('of every domain no name is made: it is said, or missing', async () => {
    const file = join(temporaryFolder(), 'x.yaml');
    const args = ['init', '--domain', '*', '--login-rule', '{address}', ...hosts, '--out', file];
    const { code, err } = await facteur(args);
    expect(code).toBe(2);
    expect(err.split('\n').map((line) => line.split(' ', 1)[0])).toEqual(['--name', '--identifier']);
    const named = ['--name', 'Post', '--identifier', 'org.example.post'];
    expect((await facteur([...args, ...named])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toMatch(/file says|name: "\*"/);
  });

  test('everything that is wrong is told in one run, and nothing is written', async () => {
    const folder = temporaryFolder();
    const bad = ['--domain', 'no_domain', '--webmail', 'http://x.example', '--site', 'x', '--identifier', 'x'];
    const more = ['--short-name', 'x'.repeat(21), '--languages', 'de', '--support', '??', '--id', 'A B'];
    const out = ['--out', join(folder, 'x.yaml')];
    const { code, err } = await facteur(['init', ...bad, ...more, ...hosts, '--login-rule', 'x', ...out]);
    expect(code).toBe(2);
    expect(err.split('\n').map((line) => line.split(' ', 1)[0])).toEqual([
      ...['--domain', '--short-name', '--login-rule', '--webmail', '--support', '--site', '--languages'],
      ...['--identifier', '--id'],
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['--name', ' ', /empty/],
    ['--organization', 'a\nb', /line break/],
    ['--incoming', 'imap_cnrs', /not a host name/],
    ['--incoming', 'http://imap.cnrs.fr', /not a host name/],
    ['--incoming-port', '0', /not a port/],
    ['--incoming-port', '99999', /not a port/],
    ['--outgoing-port', 'smtp', /not a number/],
    ['--incoming-security', 'ssl', /tls/],
    ['--incoming-protocol', 'jmap', /./],
    ['--login-rule', '{nobody}@x', /rule/],
    ['--login-rule', '{local}@elsewhere.example', /does not give the login/],
    ['--support', 'help@', /not an address/],
  ])('%s %j is one line', async (option, value, message) => {
    const folder = temporaryFolder();
    const given = hosts[0] === option ? ['--outgoing', 'smtp.cnrs.fr'] : hosts;
    const args = [...person, ...given, option, value, '--out', join(folder, 'x.yaml')];
    const { code, err } = await facteur(['init', ...args]);
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(1);
    expect(err).toMatch(message);
    expect(err.startsWith(`${option} `)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [
      'an address of another domain',
      ['--domain', 'cnrs.fr', '--address', 'a@example.org', '--login', 'a'],
      /none of cnrs\.fr/,
    ],
    ['no address', ['--domain', 'cnrs.fr', '--address', 'ada', '--login', 'a'], /no address/],
    ['a login without its address', ['--domain', 'cnrs.fr', '--login', 'a'], /--address/],
  ])('%s is refused', async (_, args, message) => {
    const { code, err } = await facteur(['init', ...args, ...hosts, '--out', join(temporaryFolder(), 'x.yaml')]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('an address in a domain below a wildcard is an example for its rule', async () => {
    const args = ['--domain', '*.cnrs.fr', '--address', 'a.b@dr1.cnrs.fr', '--login', 'a.b@ods.services'];
    const { profile, out, file } = await made([...args, ...hosts]);
    expect(profile).toMatchObject({ domains: ['*.cnrs.fr'], login: '{local}@ods.services' });
    await nextWorks(out, file);
  });

  test('a login that no rule gives makes a profile that asks, with a warning', async () => {
    const file = join(temporaryFolder(), 'x.yaml');
    const login = ['--address', 'ada@example.org', '--login', 'u4711'];
    const { code, err, out } = await facteur(['init', ...login, ...hosts, '--out', file]);
    expect(code).toBe(0);
    expect(err).toMatch(/each person is asked/);
    expect(profileIn(file).login).toBe('ask');
    await nextWorks(out, file);
  });

  test('the commands that it ends with work when they are pasted', async () => {
    const { out, file } = await made(cnrs);
    await nextWorks(out, file);
  });

  test('a file that is there is not replaced but with --force', async () => {
    const file = join(temporaryFolder(), 'x.yaml');
    writeFileSync(file, 'mine');
    expect(await facteur(['init', ...cnrs, '--out', file])).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await facteur(['init', ...cnrs, '--out', file, '--force'])).code).toBe(0);
    expect(profileIn(file).id).toBe('cnrs-fr');
  });

  test('a folder that is not there is one line', async () => {
    const { code, err } = await facteur(['init', ...cnrs, '--out', join(temporaryFolder(), 'none', 'x.yaml')]);
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be written \(ENOENT\)/);
  });

  test('--json answers with the file and the commands', async () => {
    const file = join(temporaryFolder(), 'x.yaml');
    const { out } = await facteur(['init', ...cnrs, '--out', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      path: file,
      next: [
        `facteur lint ${file}`,
        ...['generate', 'serve', 'publish', 'dns', 'check'].map((each) => expect.stringContaining(each)),
      ],
    });
  });

  test('--json is laid out as that of every command, from files, too', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'config.xml'), clientConfig);
    const from = ['--from', join(folder, 'config.xml'), '--outgoing', 'smtp.example.org'];
    for (const args of [cnrs, from]) {
      const { code, out } = await facteur(['init', ...args, '--out', join(folder, 'x.yaml'), '--force', '--json']);
      expect([code, out]).toEqual([0, JSON.stringify(JSON.parse(out), undefined, 2)]);
    }
  });
});

describe('from files', () => {
  const config = () => {
    const file = join(temporaryFolder(), 'config.xml');
    writeFileSync(file, clientConfig);
    return file;
  };

  test('what they say is not asked, and what they lack is', async () => {
    const file = config();
    const out = join(temporaryFolder(), 'x.yaml');
    const { code, err } = await facteur(['init', '--from', file, '--out', out]);
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(1);
    expect(err).toMatch(/^--outgoing /);
    const { profile, text } = await made(['--from', file, '--outgoing', 'smtp.example.org']);
    expect(profile).toMatchObject({ name: 'Post', login: '{local}@login.example.org', domains: ['example.org'] });
    expect(profile.outgoing).toEqual([{ host: 'smtp.example.org', security: 'tls' }]);
    expect(text).toMatch(/host: smtp\.example\.org # --outgoing$/m);
    expect(text).toMatch(/protocol: imap # .*config\.xml:5$/m);
  });

  test('an option wins over them', async () => {
    const more = [
      '--incoming-port',
      '1993',
      '--login-rule',
      '{local}',
      '--name',
      'Mail',
      '--outgoing',
      's.example.org',
    ];
    const { profile } = await made(['--from', config(), ...more]);
    expect(profile).toMatchObject({ name: 'Mail', login: '{local}' });
    expect(profile.incoming).toEqual([
      { protocol: 'imap', host: 'imap.example.org', port: 1993, security: 'tls', authentication: ['password'] },
    ]);
  });

  test('one that is none is told', async () => {
    const file = join(temporaryFolder(), 'x.txt');
    writeFileSync(file, 'hello');
    const { code, err } = await facteur(['init', '--from', file, '--out', `${file}.yaml`]);
    expect(code).toBe(2);
    expect(err).toMatch(/nothing that can be imported/);
  });
});

/** Runs what a run ended with, but for the server. */
async function nextWorks(out: string, file: string): Promise<void> {
  const commands = (out.match(/^ {2}facteur .*$/gm) ?? []).map((line) => line.trim().split(' ').slice(1));
  expect(commands.map(([command]) => command)).toEqual(['lint', 'generate', 'serve', 'publish', 'dns', 'check']);
  const [lint = [], generate = [], serve = [], publish = [], dns = [], check = []] = commands;
  // It would ask the world.
  expect(check.slice(1)).toEqual(dns.slice(1));
  expect(serve).toEqual(['serve', '--profile', file]);
  expect((await facteur(lint)).code).toBe(0);
  expect((await facteur([...generate, '--out', temporaryFolder()])).code).toBe(0);
  expect((await facteur([...publish, '--out', temporaryFolder()])).code).toBe(0);
  expect(await facteur(dns)).toMatchObject({ code: 0, err: '' });
}

/** Somebody at a terminal who gives these answers, with Enter for the rest; the message of each question and what was told of a wrong answer are kept. */
async function attended(
  answers: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  language: Language = 'en',
  file = join(temporaryFolder(), 'asked.yaml'),
) {
  const asked: Asked[] = [];
  const err: string[] = [];
  const code = await run(['init', ...args, '--out', file], {
    language,
    print: () => {},
    say: (text) => err.push(text),
    ask: async (question) => {
      asked.push(question);
      const found = Object.entries(answers).find(([begin]) => question.message.startsWith(begin));
      const answer = found === undefined ? (question.proposed ?? '') : found[1];
      if (answer !== undefined) expect(question.fault(answer)).toBeUndefined();
      return answer;
    },
  });
  return { file, asked, code, err, messages: asked.map(({ message }) => message) };
}

describe('at a terminal', () => {
  const answers = {
    'Domain of': 'cnrs.fr',
    'Address of one': 'prenom.nom@cnrs.fr',
    'Login of that': 'prenom.nom@ods.services',
  };

  test('each question has a proposal that follows from the answers before it', async () => {
    const { asked, code, file } = await attended(answers, []);
    expect(code).toBe(0);
    expect(Object.fromEntries(asked.map(({ message, proposed }) => [message.slice(0, 24), proposed]))).toMatchObject({
      'Name of the mail service': 'cnrs.fr',
      'Login of that person': 'prenom.nom@cnrs.fr',
      'Host of the incoming ser': 'imap.cnrs.fr',
      'Port of the outgoing ser': '465',
      'Languages of the people,': 'en fr',
      'Identifier, a reverse do': 'fr.cnrs',
    });
    expect(profileIn(file)).toMatchObject({ login: '{local}@ods.services', incoming: [{ port: 993 }] });
    expect(readFileSync(file, 'utf8')).not.toContain('prenom.nom');
  });

  test('the rule that an example gives is shown for confirmation', async () => {
    const { asked } = await attended(answers, []);
    const shown = asked.find(({ message }) => message.includes('logs in as'));
    expect(shown?.message).toBe('prenom.nom@cnrs.fr logs in as prenom.nom@ods.services. Login rule');
    expect(shown?.proposed).toBe('{local}@ods.services');
    expect(shown?.fault('{local}@elsewhere.example')).toMatch(/does not give the login/);
    expect(shown?.fault('{local')).toMatch(/./);
  });

  test('a name whose file is there already is told at its question, not after all of them', () => {
    const id = questions.find(({ flag }) => flag === 'id');
    const files = putTogether([], undefined);
    const state = { language: 'en', answers: new Map(), files, addressed: false } as const;
    const faults = (isTaken: boolean) => id?.faults(['cnrs-fr'], { ...state, isTaken: () => isTaken }) ?? [];
    expect(faults(false)).toEqual([]);
    expect(faults(true).map((each) => describeProblem(each, 'en'))).toEqual([
      expect.stringContaining('cnrs-fr.yaml is there already'),
    ]);
  });

  test('a wrong answer is told in one line', async () => {
    const { asked } = await attended(answers, []);
    const fault = (begin: string, answer: string) =>
      asked.find(({ message }) => message.startsWith(begin))?.fault(answer);
    expect(fault('Domain of', 'no_domain')).toBe('“no_domain” is not a domain name such as example.org');
    expect(fault('Domain of', '')).toMatch(/an answer is needed/);
    expect(fault('Address of the webmail', 'http://x')).toMatch(/^[^\n]+$/);
    expect(fault('Address of the webmail', '')).toBeUndefined();
    expect(fault('Address of one', 'ada')).toMatch(/no address/);
    expect(fault('Port of the incoming', '70000')).toMatch(/not a port/);
  });

  test('what an option says is not asked, and a wrong option is told before any question', async () => {
    const { messages } = await attended(answers, hosts);
    expect(messages.filter((each) => each.startsWith('Host of'))).toEqual([]);
    const wrong = await attended(answers, ['--webmail', 'x']);
    expect(wrong).toMatchObject({ code: 2, asked: [] });
  });

  test('nothing is asked with --yes', async () => {
    const { asked, code } = await attended({}, [...cnrs, '--yes']);
    expect({ code, asked }).toEqual({ code: 0, asked: [] });
  });

  test('a file that is there is told before any question', async () => {
    const file = join(temporaryFolder(), 'x.yaml');
    writeFileSync(file, 'mine');
    expect(await attended(answers, [], 'en', file)).toMatchObject({ code: 2, asked: [] });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('who gives up at any question leaves nothing', async () => {
    const { messages } = await attended(answers, []);
    expect(messages.length).toBeGreaterThan(15);
    for (const message of messages) {
      const others = Object.entries(answers).filter(([begin]) => !message.startsWith(begin));
      const { code, file, err } = await attended({ [message]: undefined, ...Object.fromEntries(others) }, []);
      expect({ code, err }).toEqual({ code: 130, err: ['Stopped: nothing is written.'] });
      expect(readdirSync(dirname(file))).toEqual([]);
    }
  });

  test('the questions are French in French', async () => {
    const french = {
      'Domaine des': 'cnrs.fr',
      'Adresse d’une personne': 'prenom.nom@cnrs.fr',
      'Identifiant de cette': 'prenom.nom@ods.services',
    };
    const { messages, code, file } = await attended(french, [], 'fr');
    expect(code).toBe(0);
    expect(messages).toContain('prenom.nom@cnrs.fr se connecte avec prenom.nom@ods.services. Règle d’identifiant');
    expect(readFileSync(file, 'utf8')).toMatch(/# répondu$/m);
    expect(profileIn(file).languages).toEqual(['fr', 'en']);
  });

  test('files leave the questions that they do not answer', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'c.xml'), clientConfig);
    const { messages, code } = await attended({}, ['--from', join(folder, 'c.xml')]);
    expect(code).toBe(0);
    expect(messages.map((each) => each.split(' ').slice(0, 4).join(' '))).toEqual([
      'Short name, at most',
      'Organisation that runs it',
      'Host of the outgoing',
      'Security of the outgoing',
      'Port of the outgoing',
      'Address of the webmail',
      'Who helps people: an',
      'https address of facteur',
      'Languages of the people,',
      'Identifier, a reverse domain',
      'Name of the profile,',
    ]);
  });
});
