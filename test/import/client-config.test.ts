import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import { InputError } from '../../src/errors.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { root } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { imported } from './run-import.ts';

/* A clientConfig becomes a profile, and that makes a clientConfig of the same meaning, as another reader than ours has it. */

interface Meant {
  readonly type: string;
  readonly host: string;
  readonly port: string;
  readonly socket: string;
  readonly login: string;
  readonly authentication: readonly string[];
}

/** The servers for mail of a file, with the variables replaced. */
function serversIn(text: string, person: { address: string; local: string; domain: string }): Meant[] {
  const document = new DOMParser().parseFromString(text.replace(/^\ufeff/, ''), 'text/xml');
  const filled = (value: string) =>
    value
      .trim()
      .replaceAll('%EMAILADDRESS%', person.address)
      .replaceAll('%EMAILLOCALPART%', person.local)
      .replaceAll('%EMAILDOMAIN%', person.domain);
  const values = (element: Element, name: string) =>
    [...element.getElementsByTagName(name)].map((each) => filled(each.textContent ?? ''));
  return ['incomingServer', 'outgoingServer']
    .flatMap((name) => [...document.getElementsByTagName(name)])
    .map((element) => ({
      type: element.getAttribute('type') ?? '',
      host: (values(element, 'hostname')[0] ?? '').toLowerCase(),
      port: values(element, 'port')[0] ?? '',
      socket: values(element, 'socketType')[0] ?? '',
      login: values(element, 'username')[0] ?? '',
      authentication: values(element, 'authentication'),
    }))
    .filter(({ type }) => ['imap', 'pop3', 'smtp'].includes(type));
}

const folder = join(root, '../shared/data/ispdb');
const present = existsSync(folder);
if (!present) console.info('left out: import of real clientConfig files (no ../shared/data/ispdb)');
const real = present ? readdirSync(folder).filter((file) => file.endsWith('.xml')) : [];

const identity = ({ type, host, port, socket }: Meant) => `${type} ${host}:${port} ${socket}`;

describe.runIf(present)('the clientConfig of a real provider', () => {
  test.each(real)('%s is imported, and exported with the same servers and logins', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { profile, losses } = await imported({ [name]: text });
    const [first] = profile.domains;
    const domain = typeof first === 'string' ? first : (first?.name ?? '');
    const person = { local: 'ada.lovelace', domain, address: `ada.lovelace@${domain}` };
    const [config] = renderFormat(
      thunderbird,
      { id: 'config' },
      resolve({ address: person.address }, [profile]).account,
    );
    const exported = serversIn(new TextDecoder().decode(config?.bytes), person);
    const original = serversIn(text, person);
    const named = (code: string) => losses.filter((each) => each.code === code).length;
    // What we write is in the file of theirs.
    for (const server of exported) {
      const same = original.find((each) => identity(each) === identity(server));
      expect(same, identity(server)).toBeDefined();
      expect(server.authentication).toEqual(same?.authentication);
      if (same?.login !== '' && !same?.login.includes('%')) expect(server.login).toBe(same?.login);
    }
    // What is in theirs is in ours, but for what we never write: plain text beside TLS.
    const encrypted = (type: string) => original.some((each) => each.type === type && each.socket !== 'plain');
    const expected = original.filter((each) => each.socket !== 'plain' || !encrypted(each.type));
    const missing = expected.filter((each) => !exported.some((one) => identity(one) === identity(each)));
    expect(missing.map(identity)).toEqual([]);
    expect(named('import.clear') + named('import.clear-mail')).toBe(
      original.filter((each) => each.socket === 'plain').length,
    );
  });
});

const config = (servers: string, more = '') => `<clientConfig version="1.1">
  <emailProvider id="cnrs.fr">
    <domain>cnrs.fr</domain>
    ${servers}
  </emailProvider>
  ${more}
</clientConfig>`;
const server = (direction: string, type: string, rest: string) =>
  `<${direction}Server type="${type}"><hostname>mail.example.org</hostname>${rest}</${direction}Server>`;
const both = (login: string) =>
  server('incoming', 'imap', `<port>993</port><socketType>SSL</socketType><username>${login}</username>`) +
  server('outgoing', 'smtp', `<port>465</port><socketType>SSL</socketType><username>${login}</username>`);

describe('what a clientConfig says of logins', () => {
  test('in variables is a rule', async () => {
    const { profile } = await imported({ 'a.xml': config(both('%EMAILLOCALPART%@ods.services')) });
    expect(profile.login).toBe('{local}@ods.services');
  });

  test('in full gives the rule by the address of its person', async () => {
    const { profile, text } = await imported(
      { 'a.xml': config(both('prenom.nom@ods.services')) },
      'prenom.nom@cnrs.fr',
    );
    expect(profile.login).toBe('{local}@ods.services');
    expect(text).not.toContain('prenom.nom');
  });

  test('of which no address is known is asked for', async () => {
    const { profile, text } = await imported({ 'a.xml': config(both('u4711')) });
    expect(profile.login).toBe('ask');
    expect(text).not.toContain('u4711');
  });
});

describe('what has no place in a profile', () => {
  test('is told with its line', async () => {
    const { losses } = await imported({
      'a.xml': config(
        `${both('%EMAILADDRESS%')}\n<instruction url="https://a.example"/>`,
        '<enable visiturl="https://b.example"/>\n<webMail><loginPage url="http://c.example"/></webMail>',
      ),
    });
    expect(losses.map(({ code, place }) => [code, place.line])).toEqual([
      ['import.lost', 5],
      ['import.lost', 7],
      ['import.lost-http', 8],
    ]);
  });
});

describe('files of one provider', () => {
  const one = config(both('%EMAILADDRESS%'));

  test('say which of them says otherwise, and where', async () => {
    const other = one.replaceAll('mail.example.org', 'post.example.org');
    const { losses, profile } = await imported({ 'a.xml': one, 'b.xml': other });
    expect(losses.map(({ code }) => code)).toEqual(['import.disagree-server', 'import.disagree-server']);
    expect(profile.incoming?.map(({ host }) => host)).toEqual(['mail.example.org', 'post.example.org']);
  });

  test('that say the same are one', async () => {
    const { losses, profile } = await imported({ 'a.xml': one, 'b.xml': one });
    expect(losses).toEqual([]);
    expect(profile.incoming).toHaveLength(1);
  });
});

test('what makes no provider is refused in one line that says what is missing', async () => {
  const refused = async (file: string) => {
    const error = await imported({ 'a.xml': file }).catch((each: unknown) => each);
    return error instanceof InputError ? error.problems.map(({ code }) => code) : error;
  };
  expect(
    await refused(
      '<clientConfig version="1.1"><emailProvider id="a.org"><domain>a.org</domain></emailProvider></clientConfig>',
    ),
  ).toEqual(['import.nothing']);
  expect(await refused('<clientConfig version="1.1"><emailProvider')).toEqual(['import.unreadable-kind']);
  expect(await refused(config(both('a')).replace('<domain>cnrs.fr</domain>', ''))).toEqual([
    'import.no-domain',
    'import.lost-value',
  ]);
  expect(await refused('hello')).toEqual(['import.unknown-kind']);
});

test('a value that no profile can have is told in its line, and the rest goes on', async () => {
  const odd = config(`<displayName>A\u009bB</displayName><domain>*</domain>\n${both('%EMAILADDRESS%')}`).replace(
    '<hostname>mail.example.org</hostname><port>465',
    '<hostname>{{7*7}}</hostname><port>465',
  );
  const whole = odd.replace(
    '</emailProvider>',
    `${server('outgoing', 'smtp', '<port>587</port><socketType>STARTTLS</socketType>')}</emailProvider>`,
  );
  const { profile, losses } = await imported({ 'a.xml': whole });
  expect(losses.map(({ code }) => code).toSorted()).toEqual([
    'import.lost-host',
    'import.lost-host',
    'import.lost-text',
  ]);
  expect(losses.every(({ place }) => place.file === 'a.xml' && place.line !== undefined)).toBe(true);
  expect(profile.outgoing).toHaveLength(1);
});
