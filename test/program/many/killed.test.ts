import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/terminal.ts';
import { digests, generateFrom, listOf } from './run.ts';

/** Loaded before the program: it dies by SIGKILL before the nth of its changes to the file system; `KILL_BEFORE=0` prints how many there are. */
const killer = `
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
let calls = 0;
const counted = (real) => (...args) => {
  calls += 1;
  if (calls === Number(process.env.KILL_BEFORE)) process.kill(process.pid, 'SIGKILL');
  return real(...args);
};
if (isMainThread) {
  for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'renameSync', 'rmSync', 'ftruncateSync'])
    fs[name] = counted(fs[name]);
  for (const name of ['mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir']) promises[name] = counted(promises[name]);
  // A line may be torn.
  const write = fs.writeSync;
  fs.writeSync = (fd, data, ...more) => {
    calls += 1;
    if (calls === Number(process.env.KILL_BEFORE)) {
      if (typeof data === 'string') write(fd, data.slice(0, data.length >> 1), ...more);
      process.kill(process.pid, 'SIGKILL');
    }
    return write(fd, data, ...more);
  };
  syncBuiltinESMExports();
  process.on('exit', () => write(1, '\\ncalls ' + calls));
}
`;
const node = ['--import', `data:text/javascript,${encodeURIComponent(killer)}`];

/** Moments of a run, always the same ones. */
function moments(count: number, calls: number): number[] {
  let seed = 14;
  return Array.from({ length: count }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return 1 + (seed % calls);
  });
}

/** `KILLS=50 npm run test:program` kills as often. */
const KILLS = Number(process.env.KILLS ?? 12);

test.each([
  ['folders', 'out', 40, KILLS],
  ['ZIP files', 'people.zip', 1020, Math.ceil(KILLS / 4)],
] as const)(
  'a run into %s that is killed at any moment leaves nothing half-written, and the same command comes to what an uninterrupted one does',
  (_, out, people, kills) => {
    const list = listOf(people);
    const args = ['--client', 'thunderbird', '--workers', '0'];
    const whole = temporaryFolder();
    const first = generateFrom(list, [...args, '--out', join(whole, out)], node, { KILL_BEFORE: '0' });
    expect(first.status, first.stderr).toBe(0);
    const calls = Number(/calls (\d+)/.exec(first.stdout)?.[1]);
    expect(calls).toBeGreaterThan(people / 100);
    const notReport = (path: string) => !path.endsWith('report.csv');
    const expected = digests(whole, notReport);
    for (const moment of moments(kills, calls)) {
      const folder = temporaryFolder();
      const place = join(folder, out);
      const killed = generateFrom(list, [...args, '--out', place], node, { KILL_BEFORE: String(moment) });
      expect(killed.signal, `${moment} of ${calls}: ${killed.status} ${killed.stderr}`).toBe('SIGKILL');
      const before = existsSync(folder)
        ? digests(folder, (path) => /@[^/]*\/|\.zip$/.test(path) && !path.includes('.facteur-'))
        : {};
      for (const [path, digest] of Object.entries(before))
        if (path !== 'people.zip') expect(digest, `${path}, ${moment} of ${calls}`).toBe(expected[path]);
      const again = generateFrom(list, [...args, '--out', place]);
      expect(again.status, again.stderr).toBe(0);
      expect(digests(folder, notReport), `${moment} of ${calls}`).toEqual(expected);
      expect(readdirSync(folder).filter((name) => name.startsWith('.facteur-'))).toEqual([]);
      // No more is made twice than what was at hand when the run ended.
      const report = readFileSync(
        out === 'out' ? join(place, 'report.csv') : join(folder, 'people.report.csv'),
        'utf8',
      );
      const standing = new Set(Object.keys(before).map((path) => path.split('/')[1])).size;
      if (out === 'out') expect(report.match(/,created,/g)?.length ?? 0).toBeLessThanOrEqual(people - standing + 1);
    }
  },
  600_000,
);

test('a run that is killed while it shortens its journal loses nobody, and the same command shortens it', () => {
  const list = listOf(10);
  const args = ['--client', 'thunderbird', '--workers', '0'];
  const first = temporaryFolder();
  expect(generateFrom(list, [...args, '--out', join(first, 'out')]).status).toBe(0);
  const short = digests(first, (path) => !path.endsWith('report.csv'));
  const journal = join(first, 'out/.facteur/journal.jsonl');
  const [head, ...lines] = readFileSync(journal, 'utf8').trim().split('\n');
  writeFileSync(journal, `${[head, ...lines, ...lines, ...lines].join('\n')}\n`);
  const copy = () => {
    const folder = temporaryFolder();
    cpSync(first, folder, { recursive: true });
    return folder;
  };
  const run = (folder: string, moment: number) =>
    generateFrom(list, [...args, '--out', join(folder, 'out')], node, { KILL_BEFORE: String(moment) });
  const calls = Number(/calls (\d+)/.exec(run(copy(), 0).stdout)?.[1]);
  expect(calls).toBeGreaterThan(8);
  // All of them: the run has little else to do.
  for (let moment = 1; moment <= calls; moment += Math.max(1, Math.floor(calls / KILLS))) {
    const folder = copy();
    expect(run(folder, moment).signal, `${moment} of ${calls}`).toBe('SIGKILL');
    const again = generateFrom(list, [...args, '--out', join(folder, 'out')]);
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toContain('unchanged: 10');
    expect(
      digests(folder, (path) => !path.endsWith('report.csv')),
      `${moment} of ${calls}`,
    ).toEqual(short);
  }
}, 600_000);
