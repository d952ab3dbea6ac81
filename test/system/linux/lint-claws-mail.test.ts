import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { judge } from '../../../src/lint/judgement.ts';
import type { View } from '../../../src/lint/kind.ts';
import { contentOf } from '../../../src/read/content.ts';
import { has } from '../programs.ts';
import { ended, openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { anywhere, changed, type Mutation, mutated, valued } from './mutations.ts';

/*
 * What lint says that Claws Mail makes of an accountrc is what it makes of it: seeded mutations, many in one start, and read back as the program writes them at its end.
 * LINT_MUTATIONS and LINT_SEED make it more of them, or others.
 */
const count = Number(process.env.LINT_MUTATIONS ?? 30);
const seed = Number(process.env.LINT_SEED ?? 1);

/** Stands for the number of a mutation. */
const NUMBER = '4711';
/** Stands for a name in the place of the number: no two files may have the same. */
const NAME = 'named';
const nameOf = (index: number) => [...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');

const imap = `[Account: ${NUMBER}]
config_version=1
account_name=ODS
is_default=1
name=Ada
address=ada@example.org
protocol=1
receive_server=imap.example.org
smtp_server=smtp.example.org
user_id=ada@login.example
use_smtp_auth=1
smtp_auth_method=16
smtp_user_id=ada@login.example
imap_auth_method=2
set_imapport=1
imap_port=993
ssl_imap=1
set_smtpport=1
smtp_port=587
ssl_smtp=2
ssl_certs_auto_accept=1
`;
const pop3 = `[Account: ${NUMBER}]
config_version=1
protocol=0
address=ada@example.org
receive_server=pop.example.org
user_id=ada
set_popport=1
pop_port=1995
ssl_pop=1
smtp_server=smtp.example.org
use_smtp_auth=1
ssl_smtp=1
ssl_certs_auto_accept=1
`;
const two = `${pop3.replace(NUMBER, `${NUMBER}5`)}
${imap.replace('set_imapport=1\n', '').replace('ssl_imap=1', 'ssl_imap=2')}`;

const numbers = ['', '0', '1', ' 1', '01', '-1', '1x', 'x', '70000', '65536', '4294967297', '99999999999999999999'];

const faults: Readonly<Record<string, Mutation>> = {
  ...anywhere,
  case: changed(/^\w+/, 'Protocol'),
  upper: (lines, at) =>
    lines.map((line, index) => (index === at ? line.replace(/^\w+/, (key) => key.toUpperCase()) : line)),
  group: changed(/^\[Account: /, '[Account:'),
  open: changed(/\]$/, ''),
  behind: changed(/\]$/, ']x'),
  named: changed(/\[Account: \d+/, `[Account: ${NAME}`),
  signless: changed(/=/, ' '),
  spaced: changed(/=/, ' = '),
  padded: changed(/=/, '= '),
  semicolon: changed(/^/, ';'),
  version: valued('config_version', '0', '1', '2', '4', '-1', '-3', 'x', '', '1.5'),
  protocol: valued('protocol', ...numbers, '2', '3', '4', '5', '6', '7', 'imap'),
  security: valued('ssl_\\w+', ...numbers, '2', '3', 'tls'),
  port: valued('\\w+_port', ...numbers, '143', '25', '465'),
  switch: valued('(?:set_|use_|is_|ssl_certs)\\w+', ...numbers, 'yes', 'no', 'true', ' 0', '00'),
  method: valued('\\w+_method', ...numbers, '2', '8', '32', '64', '256'),
  text: valued('(?:\\w+_server|\\w*user_id)', '', ' ', 'a b', ' x', 'x ', '"x"', 'é', 'a=b', '#x', '%40', '\\n'),
};

const files = [imap, pop3, two].flatMap((base, index) => mutated(base, faults, Math.ceil(count / 3), seed * 3 + index));

/** What the program writes of an account. */
type Written = ReadonlyMap<string, string>;

describe.skipIf(!has('claws-mail') || !has('Xvfb') || !has('xdotool'))('lint --as claws-mail', () => {
  let home: Home;
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home.remove());

  test(`says what Claws Mail does with ${files.length} mutations`, { timeout: 120_000 }, async () => {
    const compared = await compareAll(files.map(({ text }) => text));
    const different = compared.filter(({ view, real }) => !isDeepStrictEqual(view, real));
    expect(different.slice(0, 5), `${different.length} of ${compared.length} differ`).toEqual([]);
    const outcomes = compared.map(({ view }) => view.outcome);
    expect(new Set(outcomes)).toContain('takes');
    // Faults matter: some of the files give something else than the right ones.
    expect(new Set(compared.map(({ view }) => JSON.stringify(view))).size).toBeGreaterThan(count / 4);
  });

  test('warns of each account that the program would sign in to without encryption', { timeout: 120_000 }, async () => {
    const compared = await compareAll(files.map(({ text }) => text));
    for (const { text, real } of compared) {
      const clear = [real.incoming, real.outgoing].some((server) => server?.security === 'none' && server.host !== '');
      const judged = await judge(contentOf('accountrc', new TextEncoder().encode(text)));
      const found = judged?.flaws.some(({ hurts }) => hurts['claws-mail'] === 'clear-text') ?? false;
      // Another account of the file may be the one that lint means.
      if (clear) expect(found, text).toBe(true);
      else if (!text.includes(`${NUMBER}5]`)) expect(found, text).toBe(false);
    }
    expect(compared.filter(({ real }) => real.incoming?.security === 'none').length).toBeGreaterThan(1);
  });

  test('control: a view of another file is told from the right one', async () => {
    const [seen] = await compareAll([imap]);
    const [other] = await compareAll([imap.replace('imap.example.org', 'other.example.org')]);
    expect(other?.real).not.toEqual(seen?.view);
  });

  test('says of a file of a newer release that it asks', { timeout: 120_000 }, async () => {
    const text = imap.replace('config_version=1', 'config_version=6');
    expect((await viewOf(text)).outcome).toBe('asks');
    expect(await opened(text)).toContain('Configuration warning');
    expect(await opened(imap)).not.toContain('Configuration warning');
  });

  /** Files of one account or two, all in one accountrc, with a group behind each that ends it. */
  async function compareAll(texts: readonly string[]) {
    // The program takes no newer file without a question: those come one by one, or not at all.
    const known = texts.filter((text) => !/^config_version=(?:[5-9]|\d{2,})/im.test(text));
    const own = known.map((text, index) =>
      text.replaceAll(NUMBER, String(10_000 + index)).replaceAll(NAME, nameOf(index)),
    );
    const whole = own.map((text, index) => `${text}\n[Account: ${20_000 + index}]\n[Nothing]\n`).join('\n');
    const accounts = await written(
      whole,
      own.flatMap((text) => [...text.matchAll(/^\[Account: \D*(\d+)/gm)].map(([, number = '']) => number)),
    );
    let at = 0;
    const seen = own.map((_, index) => {
      const end = accounts.findIndex(([name]) => name === `[Account: ${20_000 + index}]`);
      const found = accounts.slice(at, end);
      at = end + 1;
      return found.map(([, values]) => values);
    });
    return Promise.all(
      own.map(async (text, index) => ({
        text: known[index] ?? '',
        view: shown(await viewOf(text)),
        real: asView(seen[index] ?? []),
      })),
    );
  }

  /** Starts the program and lets it end: it then writes all that it has in its mind. */
  async function written(text: string, numbers: readonly string[]): Promise<(readonly [string, Written])[]> {
    putProfile(text, numbers);
    const desktop = await openDesktop(home);
    try {
      const claws = desktop.start('claws-mail', '--offline');
      await vi.waitFor(
        async () => {
          // It looks for the folders of an account that has lost its number, and nobody is there.
          if (desktop.titles().includes('Error')) {
            await desktop.focus('Error');
            desktop.press('Return');
          }
          expect(desktop.titles().join()).toMatch(/Claws Mail 4/);
        },
        { timeout: 60_000, interval: 200 },
      );
      for (let tries = 0; tries < 8; tries += 1) {
        desktop.start('claws-mail', '--exit');
        if (await ended(claws, 5_000)) return accountsIn(home.read('.claws-mail/accountrc'));
      }
      throw new Error(`Claws Mail does not end: ${desktop.titles().join(', ')}`);
    } finally {
      await desktop.stop();
    }
  }

  /** Titles of what is there once the program has opened something. */
  async function opened(text: string): Promise<string> {
    putProfile(text, [NUMBER]);
    const desktop = await openDesktop(home);
    try {
      desktop.start('claws-mail', '--offline');
      return await vi.waitFor(
        () => {
          const titles = desktop.titles().join();
          expect(titles).toMatch(/Claws Mail 4|Configuration warning/);
          return titles;
        },
        { timeout: 30_000, interval: 200 },
      );
    } finally {
      await desktop.stop();
    }
  }

  /** A new profile, with folders for the accounts, or the program would look for them at their servers. */
  function putProfile(text: string, numbers: readonly string[]): void {
    home.run('rm -rf "$HOME/.claws-mail"');
    home.put('.claws-mail/accountrc', text);
    home.put('.claws-mail/clawsrc', '[Common]\nenable_aspell=0\n');
    const folders = numbers.map((number) => `<folder type="imap" name="${number}" account_id="${number}"></folder>\n`);
    home.put(
      '.claws-mail/folderlist.xml',
      `<?xml version="1.0" encoding="UTF-8"?>\n<folderlist config_version="1">\n<folder type="mh" name="Mailbox" path="Mail" account_id="0"><folderitem type="inbox" name="inbox" path="inbox"/></folder>\n${folders.join('')}</folderlist>\n`,
    );
    home.put('Mail/inbox/.keep', '');
  }
});

function accountsIn(text: string): (readonly [string, Written])[] {
  return text.split(/^(?=\[Account: )/m).map((block) => {
    const [name = '', ...lines] = block.split('\n');
    return [name, new Map(lines.map((line) => [line.replace(/=.*/, ''), line.replace(/^[^=]*=/, '')]))];
  });
}

async function viewOf(text: string): Promise<View> {
  const judged = await judge(contentOf('accountrc', new TextEncoder().encode(text)), 'claws-mail');
  // What lint knows by no account is none of the program’s.
  return judged?.view ?? { outcome: 'refuses' };
}

function shown({ outcome, incoming, outgoing }: View) {
  return { outcome, incoming, outgoing };
}

/** What the program has of the accounts of a file, in the words of a view (imap.c, inc.c, send_message.c: how it connects with these values). */
function asView(accounts: readonly Written[]) {
  const account = accounts.findLast((each) => each.get('is_default') === '1') ?? accounts[0];
  if (account === undefined) return { outcome: 'refuses', incoming: undefined, outgoing: undefined };
  const get = (key: string) => account.get(key) ?? '';
  const secure = (key: string) => ({ 1: 'tls', 2: 'starttls' })[get(key)] ?? 'none';
  const port = (flag: string, key: string, security: string, usual: number, tls: number) =>
    get(flag) === '1' ? Number(get(key)) : get(security) === '1' ? tls : usual;
  const method = (key: string, words: Readonly<Record<string, string>>) => words[get(key)] ?? 'password';
  const receives = {
    0: {
      protocol: 'pop3',
      port: port('set_popport', 'pop_port', 'ssl_pop', 110, 995),
      security: secure('ssl_pop'),
      authentication: 'password',
    },
    1: {
      protocol: 'imap',
      port: port('set_imapport', 'imap_port', 'ssl_imap', 143, 993),
      security: secure('ssl_imap'),
      authentication: method('imap_auth_method', { 2: 'cram-md5', 8: 'gssapi', 256: 'oauth2' }),
    },
  }[get('protocol')];
  const incoming = receives && { ...receives, host: get('receive_server'), login: get('user_id') };
  const authenticated = get('use_smtp_auth') === '1';
  const outgoing = ['0', '1', '4'].includes(get('protocol')) && {
    protocol: 'smtp',
    port: port('set_smtpport', 'smtp_port', 'ssl_smtp', 25, 465),
    security: secure('ssl_smtp'),
    authentication: authenticated ? method('smtp_auth_method', { 2: 'cram-md5', 32: 'oauth2' }) : 'none',
    host: get('smtp_server'),
    login: authenticated ? get('smtp_user_id') || get('user_id') : undefined,
  };
  const secured = [incoming, outgoing || undefined].some(
    (server) => server !== undefined && server.security !== 'none',
  );
  return {
    outcome: secured && get('ssl_certs_auto_accept') !== '1' ? 'asks' : 'takes',
    incoming,
    outgoing: outgoing || undefined,
  };
}
