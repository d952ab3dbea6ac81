import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../fixtures.ts';

/*
 * What CONTRIBUTING.md says of adding a client: a copy of msmtp's two folders under another name, its own ids changed inside the copy, and its line in the list
 * give a client, and no other file is edited. Done on a copy of the house.
 */

const PARTS = ['src', 'templates', 'profiles', 'scripts', 'test', 'docs', 'package.json', 'tsconfig.json'];
const ID = 'postino';

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'facteur-client-'));
  for (const part of [...PARTS, 'vitest.config.ts']) cpSync(join(root, part), join(house, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const room of ['src/clients', 'templates']) {
    const folder = join(house, room, ID);
    cpSync(join(house, room, 'msmtp'), folder, { recursive: true });
    for (const file of readdirSync(folder)) change(join(folder, file), ownIds);
  }
  change(join(house, 'src/clients/index.ts'), (list) =>
    list
      .replace(/^import \{ msmtp \}.*\n/m, (line) => line + line.replaceAll('msmtp', ID))
      .replace(/^ {2}msmtp,\n/m, (line) => line + line.replace('msmtp', ID)),
  );
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** The name, the templates and the problems of the client; what names the program that it starts and its notation stays. */
function ownIds(text: string): string {
  return text
    .replace(/\bmsmtp(?=\/(?:account|install|remove|place)\b|\.pattern\b)/g, ID)
    .replace('export const msmtp =', `export const ${ID} =`)
    .replaceAll(/\b(id|title): 'msmtp'/g, `$1: '${ID}'`);
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, 'utf8')));
}

/** Runs a tool of the house in the copy. */
function run(tool: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { NODE_OPTIONS: _, VITEST: __, ...rest } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: house,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...rest, NO_COLOR: '1', ...environment },
  });
  if (error !== undefined) throw error;
  return { status, stdout, said: stdout + stderr };
}

/** The names of all goldens, each with its text. */
function goldens(of: string): Map<string, string> {
  const folder = join(of, 'test/golden');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

const TESTS = ['golden', 'words', 'errors', 'rooms', 'template-docs', 'clients/evidence'].map(
  (name) => `test/${name}.test.ts`,
);

test('a copy of a client’s folders and its line in the list are a client', { timeout: 600_000 }, () => {
  expect(run('tsx/dist/cli.mjs', ['scripts/generate.ts'])).toMatchObject({ status: 0 });
  // Its words and all that uses it compile; the tests are the client's too, and have no table that lacks it.
  expect(run('typescript/bin/tsc', ['--noEmit', '-p', '.']).said).toBe('');

  const out = join(house, 'out');
  const generate = ['src/cli/main.ts', 'generate', 'a.b@cnrs.fr', '--client', ID, '--out', out];
  expect(run('tsx/dist/cli.mjs', generate)).toMatchObject({ status: 0 });
  expect(readFileSync(join(out, 'a.b@cnrs.fr', ID, 'msmtprc'), 'utf8')).toContain('from "a.b@cnrs.fr"');

  const before = goldens(house);
  const recorded = run('vitest/vitest.mjs', ['run', '--project', 'unit', ...TESTS, '--update'], { CI: '' });
  expect(recorded.said).toMatch(/\b0 failed/);
  const after = goldens(house);
  const made = [...after.keys()].filter((name) => !before.has(name));
  expect(made.filter((name) => !name.startsWith(`${ID}/`))).toEqual([]);
  expect(made.map((name) => name.replace(ID, 'msmtp'))).toEqual(
    [...before.keys()].filter((name) => name.startsWith('msmtp/')),
  );
  expect([...before].filter(([name, text]) => after.get(name) !== text)).toEqual([]);
  // And they are held against what is made from now on.
  expect(run('vitest/vitest.mjs', ['run', '--project', 'unit', ...TESTS], { CI: 'true' }).said).toMatch(/\b0 failed/);
});
