import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../../src/lint/judgement.ts';
import type { View } from '../../../src/lint/kind.ts';
import { contentOf } from '../../../src/read/content.ts';
import { root } from '../../fixtures.ts';
import { has } from '../programs.ts';
import { openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { anywhere, changed, type Mutation, mutated, valued } from './mutations.ts';

/*
 * What lint says that Evolution makes of a source is what its data server and its library for mail make of it: seeded mutations, all of them in one folder. LINT_MUTATIONS
 * and LINT_SEED make it more of them, or others.
 */
const count = Number(process.env.LINT_MUTATIONS ?? 30);
const seed = Number(process.env.LINT_SEED ?? 1);

const source = (group: string, backend: string, host: string, port: number, security: string) => `[Data Source]
DisplayName=ODS
Enabled=true

[${group}]
BackendName=${backend}

[Authentication]
Host=${host}
Method=PLAIN
Port=${port}
User=ada@login.example

[Security]
Method=${security}
`;
const bases = [
  source('Mail Account', 'imapx', 'imap.example.org', 993, 'ssl-on-alternate-port'),
  source('Mail Account', 'pop', 'pop.example.org', 110, 'starttls-on-standard-port'),
  source('Mail Transport', 'smtp', 'smtp.example.org', 587, 'starttls-on-standard-port'),
];

const faults: Readonly<Record<string, Mutation>> = {
  ...anywhere,
  bracket: changed(/\]/, ''),
  behind: changed(/\]$/, ']x'),
  gap: changed(/\]$/, ']  '),
  nested: changed(/^\[/, '[['),
  signless: changed(/=/, ' '),
  spaced: changed(/=/, ' = '),
  tab: changed(/=/, '\t=\t'),
  semicolon: changed(/^/, '; '),
  keyless: changed(/^\w+=/, '='),
  language: changed(/^(\w+)=/, '$1[xx]='),
  lower: (lines, at) => lines.map((line, index) => (index === at ? line.toLowerCase() : line)),
  backend: valued('BackendName', 'IMAPX', 'imap', ' imapx ', 'smtp', 'pop', 'pop3', '', 'x'),
  host: valued('Host', '', ' ', ' a.example ', 'a\\sb', 'a\\\\b', '"a"', 'a=b', '#a', 'é', 'a\\b', 'a\\'),
  port: valued(
    'Port',
    '',
    '0',
    '0993',
    '+993',
    '-1',
    '993x',
    '993 x',
    '70000',
    '65535',
    '65536',
    '0x3e1',
    '99999999999',
    ' 993 ',
  ),
  user: valued('User', '', ' ', ' a ', 'a\\sb', 'a\\tb', 'a\\', 'a\\b', '$USER', '%40'),
  method: valued(
    'Method',
    '',
    'none',
    'tls',
    ' none ',
    'SSL-on-alternate-port',
    'ssl-on-alternate-port',
    'LOGIN',
    'CRAM-MD5',
    'Google',
    'x',
  ),
  switch: valued('Enabled', 'yes', '0', '1', 'False', '', 'false '),
  encoding: (lines, at) => lines.toSpliced(at, 0, 'Encoding=latin1'),
};

const files = bases.flatMap((base, index) => mutated(base, faults, Math.ceil(count / 3), seed * 3 + index));

/** What the library connects with. */
interface Server {
  readonly backend: string | null;
  readonly refused?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly auth_mechanism?: string | null;
  readonly security?: string;
}
type Seen = Readonly<Record<string, { readonly servers: Readonly<Record<string, Server>> }>>;

const registry = '/usr/libexec/evolution-source-registry';
describe.skipIf(!has(registry) || !has('dbus-run-session') || !has('python3'))('lint --as evolution', () => {
  let home: Home;
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home.remove());

  test(`says what Evolution does with ${files.length} mutations`, { timeout: 120_000 }, async () => {
    const compared = await compareAll(files.map(({ text }) => text));
    const different = compared.filter(({ view, real }) => !isDeepStrictEqual(view, real));
    expect(different.slice(0, 5), `${different.length} of ${compared.length} differ`).toEqual([]);
    const outcomes = compared.map(({ view }) => view.outcome);
    expect(outcomes.filter((outcome) => outcome === 'refuses').length).toBeGreaterThan(count / 10);
    expect(outcomes.filter((outcome) => outcome === 'takes').length).toBeGreaterThan(count / 4);
  });

  test('says what Evolution does with marks, line ends and encodings', { timeout: 120_000 }, async () => {
    const [base = ''] = bases;
    const compared = await compareAll([`\ufeff${base}`, base.replaceAll('\n', '\r\n'), base.trimEnd(), `\n\n${base}`]);
    expect(compared.map(({ view }) => view.outcome)).toEqual(['refuses', 'takes', 'takes', 'takes']);
    for (const { view, real } of compared) expect(view).toEqual(real);
  });

  test('control: a view of another file is told from the right one', { timeout: 120_000 }, async () => {
    const [base = ''] = bases;
    const [seen, other] = await compareAll([base, base.replace('imap.example.org', 'other.example.org')]);
    expect(other?.real).not.toEqual(seen?.view);
  });

  async function compareAll(texts: readonly string[]) {
    const seen = await read(texts);
    return Promise.all(
      texts.map(async (text, index) => ({ text, view: await viewOf(text), real: asView(seen[`source-${index}`]) })),
    );
  }

  /** The data server reads a folder, and the library asks it. */
  async function read(texts: readonly string[]): Promise<Seen> {
    home.run('rm -rf "$HOME/.config"');
    for (const [index, text] of texts.entries()) home.put(`.config/evolution/sources/source-${index}.source`, text);
    const desktop = await openDesktop(home, { screen: false });
    try {
      const asking = join(root, 'test/system/linux/sources.py');
      // A line of JSON, as that script writes it.
      return JSON.parse(desktop.run('dbus-run-session', ['--', '/usr/bin/python3', asking])) as Seen;
    } finally {
      await desktop.stop();
    }
  }
});

async function viewOf(text: string) {
  const judged = await judge(contentOf('source', new TextEncoder().encode(text)), 'evolution');
  const { outcome, incoming, outgoing }: View = judged?.view ?? { outcome: 'refuses' };
  return { outcome, incoming, outgoing };
}

const securities: Readonly<Record<string, string>> = {
  none: 'none',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
};
const methods: Readonly<Record<string, string>> = {
  plain: 'password',
  login: 'password',
  'cram-md5': 'cram-md5',
  google: 'oauth2',
};

/** In the words of a view. */
function asView(seen: Seen[string] | undefined) {
  const of = (group: string, protocols: Readonly<Record<string, string>>) => {
    const server = seen?.servers[group];
    if (server === undefined) return undefined;
    const protocol = protocols[server.backend?.toLowerCase() ?? ''] ?? '';
    const method = server.auth_mechanism ?? '';
    return {
      protocol,
      host: server.host,
      port: server.port === 0 ? undefined : server.port,
      security: securities[server.security ?? ''],
      authentication:
        method === '' ? (protocol === 'smtp' ? 'none' : 'password') : (methods[method.toLowerCase()] ?? method),
      login: server.user,
    };
  };
  const refused = Object.values(seen?.servers ?? {}).some((server) => server.refused !== undefined);
  if (seen === undefined || refused) return { outcome: 'refuses', incoming: undefined, outgoing: undefined };
  return {
    outcome: 'takes',
    incoming: of('Mail Account', { imapx: 'imap', pop: 'pop3' }),
    outgoing: of('Mail Transport', { smtp: 'smtp' }),
  };
}
