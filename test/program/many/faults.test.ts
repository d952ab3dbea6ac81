import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/terminal.ts';
import { digests, generateFrom, listOf, program, startFrom } from './run.ts';

const WAYS = [
  ['folders', 'out', []],
  ['ZIP files', 'all.zip', []],
  ['a ZIP for each', 'out', ['--zip-per-person']],
] as const;
const lasting = (path: string) => !path.endsWith('report.csv');
const args = (out: string, more: readonly string[]) => [
  '--client',
  'thunderbird',
  '--workers',
  '0',
  '--out',
  out,
  ...more,
];

/** A shell in which `/mnt`-like places may be mounted that nobody else sees. */
function inOwnMounts(script: string, ...given: readonly string[]) {
  return spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', process.execPath, program, ...given], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    timeout: 100_000,
  });
}
const mayMount =
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()], { timeout: 10_000 }).status === 0;

test.skipIf(!mayMount).each(WAYS)(
  'a disk that gets full under %s is told in one line, and with more room the same command goes on',
  (_, name, more) => {
    const list = listOf(60);
    const disk = temporaryFolder();
    const kept = temporaryFolder();
    const script = `
    node=$1 facteur=$2 disk=$3 list=$4 kept=$5 name=$6; shift 6
    mount -t tmpfs -o size=1m none "$disk" || exit 9
    run() { "$node" "$facteur" generate --from "$list" --client thunderbird --workers 0 --out "$disk/$name" "$@"; }
    run "$@"; echo "code $?"
    find "$disk" -name '.facteur-*' -o -name '*.lock' -o -name '*.new'
    mount -o remount,size=200m "$disk"
    run "$@" --quiet; echo "code $?"
    cp -R "$disk/." "$kept"`;
    const { stdout, stderr } = inOwnMounts(script, disk, list, kept, name, ...more);
    expect(stdout, stderr).toBe('code 2\ncode 0\n');
    expect(stderr.match(/the disk is full/g)).toHaveLength(1);
    const whole = temporaryFolder();
    expect(generateFrom(list, args(join(whole, name), more)).status).toBe(0);
    expect(digests(kept, lasting)).toEqual(digests(whole, lasting));
  },
  200_000,
);

test.skipIf(!mayMount).each(WAYS)(
  'a place that can only be read is told in one line for %s, and nothing is written',
  (_, name, more) => {
    const list = listOf(2);
    const disk = temporaryFolder();
    const script = `
    node=$1 facteur=$2 disk=$3 list=$4 name=$5; shift 5
    mount -t tmpfs -o size=1m,ro none "$disk" || exit 9
    "$node" "$facteur" generate --from "$list" --client thunderbird --workers 0 --out "$disk/$name" "$@"; echo "code $?"
    ls -A "$disk"`;
    const { stdout, stderr } = inOwnMounts(script, disk, list, name, ...more);
    expect(stdout, stderr).toBe('code 2\n');
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('EROFS')]);
  },
);

const isRoot = process.getuid?.() === 0;
test.skipIf(process.platform === 'win32' || (isRoot && spawnSync('setpriv', ['--version']).status !== 0)).each(WAYS)(
  'a folder without the right to write is told in one line for %s, and nothing is written',
  (_, name, more) => {
    const list = listOf(2);
    const folder = temporaryFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    for (const [path, mode] of [
      [list, 0o644],
      [join(list, '..'), 0o755],
      [folder, 0o755],
      [closed, 0o555],
    ] as const)
      chmodSync(path, mode);
    const command = [program, 'generate', '--from', list, ...args(join(closed, name), more)];
    const drop = isRoot ? ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath] : [];
    const { status, stderr } = spawnSync(isRoot ? 'setpriv' : process.execPath, [...drop, ...command], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', HOME: folder },
      timeout: 60_000,
    });
    expect(status, stderr).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('EACCES')]);
    expect(readdirSync(closed)).toEqual([]);
    chmodSync(closed, 0o755);
  },
);

test('the ZIP of a person that was cut short is made again, and no other', () => {
  const list = listOf(5);
  const out = join(temporaryFolder(), 'out');
  expect(generateFrom(list, args(out, ['--zip-per-person'])).status).toBe(0);
  const before = digests(out, lasting);
  const [zip = ''] = readdirSync(out).filter((each) => each.endsWith('.zip'));
  for (const length of [0, 100, 2000]) {
    truncateSync(join(out, zip), length);
    const { status, stderr } = generateFrom(list, args(out, ['--zip-per-person']));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('unchanged: 4');
    expect(digests(out, lasting)).toEqual(before);
  }
});

test('addresses that differ in the case of their letters alone have one folder: the second is refused with the row of the first', () => {
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  writeFileSync(list, 'address\nann.n@cnrs.fr\nAnn.N@cnrs.fr\nANN.N@CNRS.FR\n');
  for (const [, name, more] of WAYS) {
    const out = join(temporaryFolder(), name);
    const { status, stderr } = generateFrom(list, args(out, more));
    expect(status, stderr).toBe(1);
    expect(stderr.match(/row 1 \(\S*people\.csv:2\) has this mailbox already/g)).toHaveLength(2);
  }
});

test('a list that changes while it is read is told, with what is made whole; the same command makes the rest', async () => {
  const list = listOf(300);
  const out = join(temporaryFolder(), 'out');
  const child = startFrom(list, args(out, []));
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const ended = new Promise((done) => child.on('close', done));
  const begun = () => {
    try {
      return readFileSync(join(out, '.facteur/journal.jsonl'), 'utf8').includes('"address"');
    } catch {
      return false;
    }
  };
  while (!begun() && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
  appendFileSync(list, 'late.n@cnrs.fr,Late\n');
  expect(await ended, err).toBe(2);
  expect(err).toContain('people.csv  changed while it was read');
  expect(readdirSync(out).filter((each) => each.startsWith('.facteur-'))).toEqual([]);
  expect(generateFrom(list, args(out, [])).status).toBe(0);
  const whole = join(temporaryFolder(), 'out');
  expect(generateFrom(list, args(whole, [])).status).toBe(0);
  expect(digests(out, (path) => !/report\.csv|journal/.test(path))).toEqual(
    digests(whole, (path) => !/report\.csv|journal/.test(path)),
  );
});
