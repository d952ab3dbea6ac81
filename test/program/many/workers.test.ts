import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/terminal.ts';
import { digests, generateFrom, listOf } from './run.ts';

const PEOPLE = 250;

test.each([['out'], ['people.zip'], ['out', '--zip-per-person']])(
  'workers make the same bytes in the same order as one thread alone (%s %s)',
  (out, ...more) => {
    const list = listOf(PEOPLE);
    const [alone, ...others] = [0, 1, 2].map((workers) => {
      const folder = temporaryFolder();
      const args = ['--client', 'thunderbird', '--out', join(folder, out), '--workers', String(workers), ...more];
      const { status, stderr } = generateFrom(list, args);
      expect(status, stderr).toBe(0);
      return digests(folder);
    });
    expect(Object.keys(alone ?? {}).length).toBeGreaterThan(2);
    for (const each of others) expect(each).toEqual(alone);
  },
);

/** Loaded in every thread: a worker that writes the folder of this person ends, as often as the file says. */
const killer = (person: string, file: string) => `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const real = fs.mkdirSync;
fs.mkdirSync = (path, ...more) => {
  if (!isMainThread && String(path).includes('${person}')) {
    const left = Number(fs.readFileSync('${file}', 'utf8'));
    if (left > 0) {
      fs.writeFileSync('${file}', String(left - 1));
      process.exit(9);
    }
  }
  return real(path, ...more);
};
syncBuiltinESMExports();
`;

function withDeaths(times: number) {
  const list = listOf(PEOPLE);
  const folder = temporaryFolder();
  const count = join(folder, 'count');
  writeFileSync(count, String(times));
  const out = join(folder, 'out');
  const preload = `data:text/javascript,${encodeURIComponent(killer('ann.bn@cnrs.fr', count))}`;
  const args = ['--client', 'thunderbird', '--out', out, '--workers', '2'];
  return { ...generateFrom(list, args, ['--import', preload]), list, out, left: readFileSync(count, 'utf8') };
}

test('a worker that dies is told of, and the people it was at get their files', () => {
  const { status, stderr, list, out, left } = withDeaths(1);
  expect(left).toBe('0');
  expect(stderr).toContain('worker died');
  expect(status).toBe(0);
  const whole = join(temporaryFolder(), 'out');
  generateFrom(list, ['--client', 'thunderbird', '--out', whole, '--workers', '0']);
  expect(digests(out)).toEqual(digests(whole));
});

test('who kills every worker is refused, and nobody else', () => {
  const { status, stderr, out } = withDeaths(1000);
  expect(status, stderr).toBe(1);
  const report = readFileSync(join(out, 'report.csv'), 'utf8');
  expect(report.match(/,refused,/g)).toHaveLength(1);
  expect(report).toMatch(/ann\.bn@cnrs\.fr,\S*,refused,many\.worker-died,/);
  expect(report.match(/,created,/g)).toHaveLength(PEOPLE - 1);
});
