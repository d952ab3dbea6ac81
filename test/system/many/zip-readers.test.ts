import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/terminal.ts';
import { digests, generateFrom, listOf } from '../../program/many/run.ts';
import { has } from '../programs.ts';

/** Each takes a ZIP apart into a folder, and complains of whatever is wrong with it. */
const readers = {
  python3: (zip: string, into: string) => [
    '-c',
    'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])',
    ...[zip, into],
  ],
  unzip: (zip: string, into: string) => ['-q', zip, '-d', into],
  bsdtar: (zip: string, into: string) => ['-x', '-f', zip, '-C', into],
} as const;

test('three independent readers find in every part what is in it', () => {
  const folder = temporaryFolder();
  const list = listOf(1005, folder);
  const { status, stderr } = generateFrom(list, ['--out', join(folder, 'all.zip')]);
  expect(status, stderr).toBe(0);
  for (const part of ['all-0001.zip', 'all-0002.zip']) {
    const own = unzipSync(readFileSync(join(folder, part)));
    expect(Object.keys(own).length).toBeLessThan(60_000);
    for (const [reader, command] of Object.entries(readers)) {
      if (!has(reader as keyof typeof readers)) continue; // They are the keys; setup.ts says what is missing.
      const into = join(folder, `${part}-${reader}`);
      mkdirSync(into);
      const read = spawnSync(reader, command(join(folder, part), into), { encoding: 'utf8', timeout: 120_000 });
      expect(`${read.status} ${read.stderr}`.trim(), reader).toBe('0');
      const found = digests(into);
      expect(Object.keys(found).sort()).toEqual(Object.keys(own).sort());
      const one = Object.keys(own).find((path) => path.endsWith('manifest.json')) ?? '';
      expect(readFileSync(join(into, one)).equals(Buffer.from(own[one] ?? []))).toBe(true);
    }
  }
});
