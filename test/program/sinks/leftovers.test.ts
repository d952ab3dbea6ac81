import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { root } from '../../fixtures.ts';

const cnrs = 'prenom.nom@ods.services';
const name = 'prenom.nom@cnrs.fr';
const program = join(root, 'dist/cli/main.js');

/** Loaded before the program: it dies by SIGKILL before the nth of its changes to the file system. Without a number it prints how many there are. */
const killer = `
import { writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
let calls = 0;
for (const name of ['mkdir', 'mkdtemp', 'writeFile', 'rename', 'rm', 'rmdir']) {
  const real = fs[name];
  fs[name] = (...args) => {
    calls += 1;
    if (calls === Number(process.env.KILL_BEFORE)) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => writeSync(1, String(calls)));
`;
const preload = `data:text/javascript,${encodeURIComponent(killer)}`;

function run(out: string, args: readonly string[], killBefore = 0) {
  const command = ['--import', preload, program, 'generate', cnrs, '--client', 'apple', '--out', out, ...args];
  return spawnSync(process.execPath, command, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LC_ALL: 'C', KILL_BEFORE: String(killBefore) },
  });
}

const contentOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((file) => /\.\w+$/.test(file) && !file.endsWith('apple'))
    .map((file) => `${file} ${readFileSync(join(folder, file), 'latin1')}`)
    .join('\n');

test('killed before any of its changes, a replacement leaves the old bundle or the new one, at the latest after the next run, and nothing else', async () => {
  const out = temporaryFolder();
  expect((await facteur(['generate', cnrs, '--client', 'apple', '--out', out])).code).toBe(0);
  const [before, after] = [temporaryFolder(), temporaryFolder()];
  cpSync(out, before, { recursive: true });
  const whole = run(out, ['--force', '--name', 'X']);
  expect(whole.status, whole.stderr).toBe(0);
  cpSync(out, after, { recursive: true });
  const [old, replaced] = [before, after].map((folder) => contentOf(join(folder, name)));
  const steps = Number(whole.stdout);
  expect(steps).toBeGreaterThan(15);
  let restored = 0;
  // Every change around the two that move bundles, and some of the many that write files.
  for (const step of [3, 8, ...Array.from({ length: 5 }, (_, index) => steps - index)]) {
    const place = temporaryFolder();
    cpSync(before, place, { recursive: true });
    expect(run(place, ['--force', '--name', 'X'], step).signal, `before change ${step}`).toBe('SIGKILL');
    const next = await facteur(['generate', 'marie.curie@cnrs.fr', '--client', 'apple', '--out', place]);
    expect(next.code, next.err).toBe(0);
    expect(next.err, `before change ${step}`).toContain('the working folder of a run that was stopped');
    if (next.err.includes('the bundle that was there is back')) restored += 1;
    expect(readdirSync(place).sort()).toEqual(['marie.curie@cnrs.fr', name]);
    expect([old, replaced]).toContain(contentOf(join(place, name)));
  }
  expect(restored).toBe(1);
  // One process for every change: a busy machine takes its time.
}, 180_000);

describe('what a run that was killed has left', () => {
  /** As between the two renames, in the form of this version or of the one before. */
  async function interrupted(form: 'named' | 'numbered', working = '.facteur-AbCdEf') {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--client', 'apple', '--out', out]);
    const old = form === 'named' ? join('old', name) : 'old-0';
    mkdirSync(join(out, working, 'old'), { recursive: true });
    renameSync(join(out, name), join(out, working, old));
    return out;
  }

  test.each(['named', 'numbered'] as const)('is put back before the next bundle is looked at (%s)', async (form) => {
    const out = await interrupted(form);
    const { code, err } = await facteur(['generate', cnrs, '--client', 'apple', '--out', out]);
    expect(code).toBe(0);
    expect(err).toMatch(/^A run before this one was stopped while it replaced .*prenom\.nom@cnrs\.fr: the bundle/);
    expect(err).toContain('already there, unchanged');
    expect(readdirSync(out)).toEqual([name]);
  });

  test('is only told with --dry-run', async () => {
    const out = await interrupted('named');
    const { err } = await facteur(['generate', cnrs, '--client', 'apple', '--out', out, '--dry-run'], 'fr');
    expect(err).toMatch(/serait remis en place/);
    expect(readdirSync(out)).toEqual(['.facteur-AbCdEf']);
  });

  test('does not replace what has taken its place since', async () => {
    const out = await interrupted('named');
    mkdirSync(join(out, name));
    writeFileSync(join(out, name, 'mine.txt'), 'mine');
    const { code } = await facteur(['generate', 'marie.curie@cnrs.fr', '--client', 'apple', '--out', out]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, name, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('is kept, and named, where nobody knows what it was', async () => {
    const out = await interrupted('numbered');
    writeFileSync(join(out, '.facteur-AbCdEf/old-0/manifest.json'), '{');
    const { code, err } = await facteur(['generate', cnrs, '--client', 'apple', '--out', out]);
    expect(code).toBe(2);
    expect(err).toMatch(/^\S+old-0 was moved out of .* cannot be put back .*: move it there yourself, or remove it$/);
    expect(existsSync(join(out, '.facteur-AbCdEf/old-0/index.html'))).toBe(true);
  });

  test('is left alone while the run may still be at it, and where it is no folder', async () => {
    const { workingName } = await import('../../../src/sinks/owner.ts');
    const out = await interrupted('named', `${workingName()}AbCdEf`);
    symlinkSync('/', join(out, '.facteur-link'));
    mkdirSync(join(out, '.facteur-01234567-1-01234567-AbCdEf'));
    writeFileSync(join(out, '.facteur-file'), '');
    const { code } = await facteur(['generate', cnrs, '--client', 'apple', '--out', out]);
    expect(code).toBe(0);
    expect(readdirSync(out)).toHaveLength(5);
  });
});
