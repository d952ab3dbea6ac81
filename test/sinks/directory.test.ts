import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/resolve.ts';
import { plan, write } from '../../src/sinks/directory.ts';
import { folderName } from '../../src/sinks/folder-name.ts';
import { facteur, temporaryFolder } from '../cli/terminal.ts';
import { readProfile, root } from '../fixtures.ts';

const bundle = (who: string, text = '') => {
  const { account } = resolve({ who }, [readProfile('cnrs')]);
  const bytes = new TextEncoder().encode(text);
  const artifact = {
    client: 'x',
    format: 'x',
    path: 'x/y.txt',
    mediaType: 'text/plain',
    audience: 'user',
    bytes,
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
