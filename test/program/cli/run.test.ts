import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clients } from '../../../src/clients/index.ts';
import { version } from '../../../src/version.ts';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { root } from '../../fixtures.ts';

/** Of the examples. */
const FOLDERS: ReadonlySet<string> = new Set(['bundles', 'site', 'zones']);

describe('help', () => {
  test.each(['generate', 'explain', 'clients', 'dns', 'publish'])(
    'of %s ends with examples that work when pasted',
    async (command) => {
      const { code, out } = await facteur([command, '--help']);
      expect(code).toBe(0);
      const examples = out.slice(out.indexOf('Examples:')).match(/^ {2}facteur .*$/gm) ?? [];
      expect(examples.length).toBeGreaterThan(1);
      for (const line of examples) {
        const args = (line.trim().match(/"[^"]*"|\S+/g) ?? []).slice(1).map((word) => word.replace(/^"|"$/g, ''));
        // In a folder of the test's own: whoever runs it may have bundles in `out`.
        const elsewhere = args.map((arg) => (FOLDERS.has(arg) ? temporaryFolder() : arg));
        const more = args[0] !== 'generate' || args.includes('--out') ? [] : ['--out', temporaryFolder()];
        expect((await facteur([...elsewhere, ...more])).code).toBe(0);
      }
    },
  );

  test('is French when asked for in French', async () => {
    const { out } = await facteur(['--help', '--lang', 'fr']);
    expect(out).toContain('Commandes\u00a0:');
    expect(out).not.toMatch(/Show |Options:|\[boolean\]/);
  });
});

describe('an argument', () => {
  test('after -- is somebody, even with a hyphen in front', async () => {
    expect(JSON.parse((await facteur(['explain', '--json', '--', '-x@cnrs.fr'])).out).account.address).toBe(
      '-x@cnrs.fr',
    );
    const { bundles } = JSON.parse(
      (await facteur(['generate', 'a@cnrs.fr', '--dry-run', '--json', '--', '-x@cnrs.fr', '--y@cnrs.fr'])).out,
    );
    const addresses = bundles.map((each: { account: { address: string } }) => each.account.address);
    expect(addresses).toEqual(['a@cnrs.fr', '-x@cnrs.fr', '--y@cnrs.fr']);
    expect((await facteur(['generate', '--dry-run', '--', '--force'])).err).toMatch(/^“--force” has no @/);
  });

  test('too many is called that, and not a command', async () => {
    for (const args of [
      ['explain', 'a@cnrs.fr', 'b@cnrs.fr'],
      ['clients', 'b@cnrs.fr'],
      ['clients', '--', 'b@cnrs.fr'],
    ]) {
      const { code, err } = await facteur(args);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'facteur: unknown option or argument: b@cnrs.fr — see facteur --help',
      });
    }
    expect((await facteur(['foo'])).err).toContain('unknown command: foo');
  });

  test.each(['--dry-run=yes', '--dry-run=1', '--force=', '--json=no'])(
    '%s is refused: a switch takes no value',
    async (flag) => {
      const { code, err } = await facteur(['generate', '--dry-run', flag]);
      expect(code).toBe(2);
      expect(err).toMatch(/^facteur: --[a-z-]+ is a switch and takes no value — see facteur --help$/);
    },
  );
});

describe('explain', () => {
  test('says who gave the login', async () => {
    const { out } = await facteur(['explain', 'prenom.nom@ods.services']);
    expect(out).toMatch(/^address {2,}prenom\.nom@cnrs\.fr {2,}login rule \{local\}@ods\.services, read backwards$/m);
    expect(out).toMatch(/^incoming\.1\.login {2,}prenom\.nom@ods\.services {2,}rule of the provider/m);
  });

  test('answers in JSON', async () => {
    const { out } = await facteur(['explain', 'prenom.nom@cnrs.fr', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      account: { login: 'prenom.nom@ods.services', address: 'prenom.nom@cnrs.fr' },
    });
  });
});

test('--json tells bad input by its code and place, in every language the same', async () => {
  const file = join(temporaryFolder(), 'a.yaml');
  writeFileSync(file, 'id: A\n');
  for (const language of ['en', 'fr'] as const) {
    const { code, out, err } = await facteur(['explain', 'a@cnrs.fr', '--profile', file, '--json'], language);
    const { problems } = JSON.parse(out);
    expect(code).toBe(2);
    expect(problems[0]).toMatchObject({ code: 'profile.id', file, line: 1, column: 5, field: 'id' });
    expect(problems.map(({ message }: { message: string }) => message).join('\n')).toBe(err);
  }
  expect((await facteur(['explain', '--', '--json'])).out).toBe('');
});

describe('wrong usage', () => {
  test.each([
    [['generate', '--nmae', 'x', 'a@cnrs.fr'], 'unknown option or argument: nmae — did you mean --name?'],
    [['generate', '--dryRun', 'a@cnrs.fr'], 'unknown option or argument: dryRun — did you mean --dry-run?'],
    [['generate', '--clients=outlook', 'a@cnrs.fr'], 'unknown option or argument: clients — did you mean --client?'],
    [['explain', 'a@cnrs.fr', '-h'], 'unknown option or argument: h — did you mean --help?'],
    [['explain', 'a@cnrs.fr', '--zebra'], 'unknown option or argument: zebra'],
    [['serve', '--prot', '80'], 'unknown option or argument: prot — did you mean --port?'],
    [['genrate'], 'unknown command: genrate — did you mean generate?'],
    [['generate', 'a@cnrs.fr', '--out'], '--out needs a value'],
    [['generate', 'a@cnrs.fr', '--role', 'x'], 'wrong value: --role is "x", possible are "additional", "primary"'],
    [['explain'], 'an argument is missing: 0 given, 1 needed'],
    [[], 'a command is missing'],
  ])('%j is told in a line, and with --json in a document too', async (args, expected) => {
    const message = `${expected} — see facteur --help`;
    const plain = await facteur(args);
    expect(plain).toEqual({ code: 2, out: '', err: `facteur: ${message}` });
    const json = await facteur([...args.slice(0, 1), '--json', ...args.slice(1)]);
    expect(json).toMatchObject({ code: 2, err: `facteur: ${message}` });
    expect(JSON.parse(json.out)).toEqual({ problems: [{ code: 'usage', message }] });
    expect((await facteur(args, 'fr')).err).toMatch(/^facteur: .* — voir facteur --help$/);
  });

  test('of --json itself is a document too', async () => {
    const { code, out } = await facteur(['clients', '--json=yes']);
    expect(code).toBe(2);
    expect(JSON.parse(out).problems[0].code).toBe('usage');
  });
});

test('help and version are documents with --json', async () => {
  expect(JSON.parse((await facteur(['--version', '--json'])).out)).toEqual({ version });
  expect(JSON.parse((await facteur(['generate', '--help', '--json'])).out).help).toContain('--dry-run');
});

describe('nobody', () => {
  test.each([
    ['generate', '-'],
    ['generate', 'a@cnrs.fr', '-'],
    ['generate', '--profile', 'cnrs', '--', '-'],
    ['explain', '-'],
  ])('is “-”: %s %s', async (...args) => {
    const out = join(temporaryFolder(), 'new');
    const { code, err } = await facteur([
      ...args,
      ...(args.includes('--') || args[0] === 'explain' ? [] : ['--out', out]),
    ]);
    expect({ code, err }).toEqual({
      code: 2,
      err: '“-” is nobody: read people from standard input with --from -',
    });
    expect(existsSync(out)).toBe(false);
  });

  test('has a hyphen as the value of an option, and that is a value like another', async () => {
    const { code, err } = await facteur(['generate', 'a@cnrs.fr', '--client', '-']);
    expect(code).toBe(2);
    expect(err).toContain('there is no client “-”');
  });
});

describe('clients', () => {
  test('lists every client, format and product', async () => {
    const { out } = await facteur(['clients']);
    for (const { title, formats } of clients) {
      expect(out).toContain(title);
      for (const { support } of formats('en')) for (const { product } of support) expect(out).toContain(product);
    }
    expect(JSON.parse((await facteur(['clients', '--json'])).out)).toHaveLength(clients.length);
  });
});

describe('the built program', () => {
  const program = join(root, 'dist/cli/main.js');
  const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

  test('makes the example for nobody only on a terminal, or where it is told to', () => {
    const out = join(temporaryFolder(), 'new');
    const none = start(['generate', '--out', out, '--json'], { LC_ALL: 'C' });
    expect(none.status).toBe(2);
    expect(none.stderr).toBe(
      'nobody is named: give an address or a login, or --example for the example of the profile\n',
    );
    expect(JSON.parse(none.stdout).problems[0].code).toBe('who.none');
    expect(existsSync(out)).toBe(false);
    expect(start(['generate', '--example', '--client', 'apple', '--out', out]).status).toBe(0);
    expect(readdirSync(out)).toEqual(['prenom.nom@cnrs.fr']);
    const named = join(temporaryFolder(), 'new');
    expect(start(['generate', '--example', 'marie.curie@cnrs.fr', '--client', 'apple', '--out', named]).status).toBe(0);
    expect(readdirSync(named)).toEqual(['marie.curie@cnrs.fr']);
  });

  test('is started by npm start in a way that makes the example everywhere', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [node, file, ...args] = scripts.start.split(' ');
    expect([node, file]).toEqual(['node', 'dist/cli/main.js']);
    const out = temporaryFolder();
    expect(start([...args, '--client', 'apple', '--out', out]).status).toBe(0);
    expect(readdirSync(out)).toEqual(['prenom.nom@cnrs.fr']);
  });

  test('says a word for a variable that nobody reads, and none for those of others', () => {
    const said = (name: string, language = 'C') =>
      start(['explain', 'a@cnrs.fr'], { LC_ALL: language, [name]: 'x' }).stderr;
    expect(said('FACTEUR_PROT')).toBe(
      'The variable FACTEUR_PROT means nothing to Facteur: did you mean FACTEUR_PORT?\n',
    );
    expect(said('FACTEUR_ZEBRA', 'fr_FR.UTF-8')).toMatch(/^La variable FACTEUR_ZEBRA ne signifie rien/);
    for (const name of [
      ...['FACTEUR_PORT', 'FACTEUR_SERVICE_HOST', 'FACTEUR_PORT_80_TCP_ADDR', 'FACTEURS'],
      // Of a service called “facteur-metrics”.
      ...['FACTEUR_METRICS_SERVICE_PORT', 'FACTEUR_METRICS_PORT_9464_TCP'],
    ])
      expect(said(name)).toBe('');
    // A process for each.
  }, 120_000);

  test('has the version of package.json', () => {
    const { version: declared } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(version).toBe(declared);
    expect(start(['--version']).stdout.trim()).toBe(declared);
  });

  test('answers on standard output, talks on standard error, and exits as it should', () => {
    expect(start(['explain', 'prenom.nom@cnrs.fr'])).toMatchObject({ status: 0, stderr: '' });
    expect(start(['explain', 'nobody@nowhere.example'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('does not mind a reader who stops before the end', () => {
    const command = `"${process.execPath}" "${program}" clients --json | true`;
    expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('says in a line that its answer cannot be written, and fails', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'clients', '--json'], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'standard output cannot be written (ENOSPC): make room, or send it elsewhere\n',
    });
  });

  test('speaks the language of the locale', () => {
    expect(start(['explain', 'x'], { LC_ALL: 'fr_FR.UTF-8' }).stderr).toContain('donnez l’adresse');
    expect(start(['explain', 'x'], { LC_ALL: 'C' }).stderr).toContain('give the address');
  });
});
