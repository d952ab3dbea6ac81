import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../src/resolve/resolve.ts';
import { plan, write } from '../../../src/sinks/folder.ts';
import { folderName } from '../../../src/sinks/folder-name.ts';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { readProfile, root } from '../../fixtures.ts';

const bundle = (who: string, text = '') => {
  const { account } = resolve({ who }, [readProfile('cnrs')]);
  const bytes = new TextEncoder().encode(text);
  const artifact = {
    client: 'x',
    format: 'x',
    path: 'x/y.txt',
    mediaType: 'text/plain',
    audience: 'user',
    bytes: () => bytes,
  } as const;
  return { account, artifacts: [artifact], leftOut: [] };
};

describe('the name of a folder', () => {
  test.each(['con', 'NUL', 'com1', 'lpt9', 'aux'])('%s.x@… is no device of Windows', (name) => {
    expect(folderName(`${name}.x@cnrs.fr`)).not.toMatch(/^(con|nul|com1|lpt9|aux)\./i);
    expect(folderName(`${name}@cnrs.fr`)).toBe(`${name}@cnrs.fr`);
    expect(folderName(`${name}x.y@cnrs.fr`)).toBe(`${name}x.y@cnrs.fr`);
  });

  test('fits every file system, and differs where the addresses do', () => {
    const domain = `${'d'.repeat(63)}.${'d'.repeat(63)}.${'d'.repeat(53)}.example`;
    const names = ['!', '#'].map((end) => folderName(`${'!'.repeat(63)}${end}@${domain}`));
    for (const name of names) expect(name.length).toBeLessThanOrEqual(255);
    expect(names[0]).not.toBe(names[1]);
    expect(folderName(`${'a'.repeat(64)}@${domain}`)).toBe(`${'a'.repeat(64)}@${domain}`);
  });
});

test('two addresses that differ in letter case only are refused: many file systems have one folder for both', async () => {
  const out = join(temporaryFolder(), 'new');
  const { code, err } = await facteur(['generate', 'A.B@cnrs.fr', 'x@cnrs.fr', 'a.b@cnrs.fr', '--out', out]);
  expect(code).toBe(2);
  expect(err).toMatch(/a\.b@cnrs\.fr and A\.B@cnrs\.fr differ in letter case only.*--out$/);
  expect(existsSync(out)).toBe(false);
});

test('a bundle that somebody else writes meanwhile is not overwritten', async () => {
  const out = temporaryFolder();
  const mine = plan(out, [bundle('a@cnrs.fr', 'mine')], false);
  await write(out, plan(out, [bundle('a@cnrs.fr', 'theirs')], false));
  await expect(write(out, mine)).rejects.toThrow(/a@cnrs\.fr is there with other content/);
  expect(readFileSync(join(out, 'a@cnrs.fr/x/y.txt'), 'utf8')).toBe('theirs');
  expect(readdirSync(out)).toEqual(['a@cnrs.fr']);
});

test('the same bundle that another run writes meanwhile does no harm', async () => {
  const out = temporaryFolder();
  const mine = plan(out, [bundle('a@cnrs.fr', 'same')], false);
  await write(out, plan(out, [bundle('a@cnrs.fr', 'same')], false));
  await write(out, mine);
  expect(readdirSync(out)).toEqual(['a@cnrs.fr']);
});

test('what cannot be written is named as it would have been called', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, 'a'));
  const placement = plan(out, [bundle('a@cnrs.fr')], false).map((each) => ({
    ...each,
    files: [...each.files, { path: 'x', bytes: new Uint8Array() }],
  }));
  await expect(write(out, placement)).rejects.toThrow(`${join(out, 'a@cnrs.fr', 'x')} cannot be written (EISDIR)`);
  expect(readdirSync(out)).toEqual(['a']);
});

describe('a place where no folder can be', () => {
  const places = (folder: string): Readonly<Record<string, string>> => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    symlinkSync('loop', join(folder, 'loop'));
    return {
      'below a file': join(folder, 'file', 'a', 'b'),
      'a file': join(folder, 'file'),
      'a link that leads nowhere': join(folder, 'dangling'),
      'below a link that leads nowhere': join(folder, 'dangling', 'a'),
      'a link that leads to itself': join(folder, 'loop'),
      'below a link that leads to itself': join(folder, 'loop', 'a'),
      'a name that is too long': join(folder, 'a'.repeat(300), 'b'),
      'a path that is too long': join(folder, ...Array(3000).fill('a')),
    };
  };
  const system = [
    '/proc/facteur/out',
    '/proc',
    '/proc/self/fd/facteur/a/b',
    '/sys/facteur',
    '/dev/full',
    '/dev/null/a',
  ];
  test.each([...Object.keys(places(temporaryPlaces())), ...(process.platform === 'linux' ? system : [])])(
    '%s is told in one line with its remedy, and nothing stays',
    async (kind) => {
      const folder = temporaryFolder();
      const out = places(folder)[kind] ?? kind;
      const before = readdirSync(folder).sort();
      for (const language of ['en', 'fr'] as const) {
        const { code, err } = await facteur(['generate', 'a@cnrs.fr', '--client', 'apple', '--out', out], language);
        expect({ code, lines: err.split('\n').length }, err).toEqual({ code: 2, lines: 1 });
        expect(err).toMatch(
          /(cannot be written \(E[A-Z]+\)|is there and is not a folder|impossible d’écrire|n’est pas un dossier).*--out$/,
        );
      }
      expect(readdirSync(folder).sort()).toEqual(before);
    },
  );

  test.skipIf(!mayMount())(
    'a file system that is full, or can only be read, is told in one line, and nothing stays',
    () => {
      const out = temporaryFolder();
      const generate = `"${process.execPath}" "${join(root, 'dist/cli/main.js')}" generate a@cnrs.fr --out "$1/new"`;
      const script = `mount -t tmpfs -o size=64k none "$1" && ${generate}; echo $? $(ls -A "$1"); mount -o remount,ro "$1"; ${generate}; echo $?`;
      const { stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', out], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
        timeout: 60_000,
      });
      expect(stdout).toBe('2\n2\n');
      expect(stderr.replaceAll(out, '')).toMatch(
        /^\/new\S*: the disk is full, .*\n\/new cannot be written \(EROFS\): .*\n$/,
      );
    },
  );
});

test.skipIf(process.platform === 'win32')(
  'a named pipe in the place of a file is another content, and is not waited for',
  async () => {
    const out = temporaryFolder();
    await facteur(['generate', 'a@cnrs.fr', '--client', 'apple', '--out', out]);
    for (const file of ['index.html', 'manifest.json']) {
      rmSync(join(out, 'a@cnrs.fr', file));
      execFileSync('mkfifo', [join(out, 'a@cnrs.fr', file)]);
      const { code, err } = await facteur(['generate', 'a@cnrs.fr', '--client', 'apple', '--out', out]);
      expect(code).toBe(2);
      expect(err).toMatch(/is there with other content: replace it with --force/);
    }
    expect((await facteur(['generate', 'a@cnrs.fr', '--client', 'apple', '--out', out, '--force'])).code).toBe(0);
  },
);

test('what somebody puts in the place of a bundle between the look and the writing is not replaced', async () => {
  const out = temporaryFolder();
  await write(out, plan(out, [bundle('a@cnrs.fr', 'old')], false));
  const placements = plan(out, [bundle('a@cnrs.fr', 'new')], true);
  // Somebody puts a file where the bundle goes, between the look and the writing.
  rmSync(join(out, 'a@cnrs.fr'), { recursive: true });
  writeFileSync(join(out, 'a@cnrs.fr'), 'mine');
  await expect(write(out, placements)).rejects.toThrow(/a@cnrs\.fr is there and is not a folder/);
  expect(readFileSync(join(out, 'a@cnrs.fr'), 'utf8')).toBe('mine');
  expect(readdirSync(out)).toEqual(['a@cnrs.fr']);
});

/** A folder that only has to be named: what `test.each` lists is made before a test runs. */
function temporaryPlaces(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function mayMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()], { timeout: 10_000 }).status === 0;
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle of the writing leaves nothing behind', async (signal) => {
  const folder = temporaryFolder();
  const out = join(folder, 'new');
  const people = Array.from({ length: 200 }, (_, index) => `p${index}@cnrs.fr`);
  const program = join(root, 'dist/cli/main.js');
  const args = [program, 'generate', ...people, '--client', 'thunderbird', '--out', out];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((done) => child.on('exit', (code, by) => done(by ?? code)));
  const writing = () => existsSync(out) && readdirSync(out).some((name) => name.startsWith('.facteur-'));
  while (!writing() && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(folder)).toEqual([]);
});
