import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { recipeOf } from '../src/cli/recipe.ts';
import type { Account, Person } from '../src/model/account.ts';
import { filesOf } from '../src/sinks/folder.ts';
import { pack } from '../src/sinks/packed.ts';
import { readProfile } from '../test/fixtures.ts';
import { row } from './figures.ts';

/*
 * `npm run bench:many -- <people>`: what `facteur generate --from` costs for that many people (without a number, 2 000), against two limits of the same run: the same kits made in memory of
 * accounts that are resolved, and files of the same sizes written with plain `fs`. A third number is the memory at ten times as many. Ratios are of processor time, which others on the machine
 * disturb least; that of a second core can only be of the clock, so beside it stands what two processes that do nothing but count get of this machine. Each side takes its turn in each round, and
 * the least of a side counts, because what disturbs only adds. The limits are taken with as many people as the run has, in a process of their own that is warm.
 */
const PEOPLE = Number(process.argv[2] ?? 2000);
const ROUNDS = 3;
const GOALS = { kits: 0.5, files: 0.6, second: 1.7, resident: 200, growth: 1.1, again: 1 / 30 };

const program = join(process.cwd(), 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'facteur-bench-many-'));
const running = new Set<ChildProcess>();
// Nothing stays of a bench that is stopped: what it has started writes to its folder.
for (const [signal, number] of [['SIGINT', 2] as const, ['SIGTERM', 15] as const, ['SIGHUP', 1] as const])
  process.once(signal, async () => {
    const ended = [...running].map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ended);
    remove(folder);
    process.exit(128 + number);
  });

interface Cost {
  /** Seconds of processors. */
  readonly processor: number;
  /** Seconds of the clock. */
  readonly clock: number;
  /** Megabytes, at the most. */
  readonly resident: number;
}

/** Says at its end what the process has taken, with all its threads. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  import { writeFileSync } from 'node:fs';
  if (isMainThread) process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
`)}`;

/** People with names of letters, each another. */
function listOf(count: number): string {
  const path = join(folder, `people-${count}.csv`);
  const lines = Array.from({ length: count }, (_, index) => {
    const { who, name } = personAt(index);
    return `${who},${name}\n`;
  });
  writeFileSync(path, `address,name\n${lines.join('')}`);
  return path;
}

function personAt(index: number): Person & { readonly who: string } {
  const letters = index.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  const [first, last] = [`Jean${letters}`, `Dupond${[...letters].reverse().join('')}`];
  return { who: `${first}.${last}@cnrs.fr`.toLowerCase(), name: `${first} ${last}` };
}

/** Ends with the process. @throws where it fails */
async function ended(child: ChildProcess): Promise<void> {
  running.add(child);
  const [code] = await once(child, 'exit');
  running.delete(child);
  if (code !== 0) throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`);
}

/** Seconds of the clock for so many processes that do nothing but count, at once. */
async function counting(processes: number): Promise<number> {
  const from = performance.now();
  const count = () => ended(spawn(process.execPath, ['-e', 'for (let index = 0; index < 2e9; index++);']));
  await Promise.all(Array.from({ length: processes }, count));
  return (performance.now() - from) / 1000;
}

async function run(list: string, out: string, workers: number): Promise<Cost> {
  const usage = join(folder, 'usage.json');
  const args = ['--import', TELL, program, 'generate', '--from', list, '--profile', 'cnrs', '--out', out];
  const from = performance.now();
  await ended(
    spawn(process.execPath, [...args, '--workers', String(workers), '--quiet'], {
      env: { ...process.env, BENCH_USAGE: usage, NODE_OPTIONS: '' },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  const clock = (performance.now() - from) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
  return { processor: (userCPUTime + systemCPUTime) / 1e6, clock, resident: maxRSS / 1024 };
}

/** What is done in this process. */
function here(work: () => void): Cost {
  const before = process.cpuUsage();
  const from = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1e6, clock: (performance.now() - from) / 1000, resident: 0 };
}

function least(costs: readonly Cost[], key: keyof Cost): number {
  return Math.min(...costs.map((cost) => cost[key]));
}

/** All sizes of the files below, each with its folder. */
function sizesIn(out: string): { readonly path: string; readonly size: number }[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: relative(out, path), size: statSync(path).size }));
}

function writePlainly(files: readonly { readonly path: string; readonly size: number }[], into: string): void {
  const bytes = Buffer.alloc(Math.max(...files.map(({ size }) => size)), 'a');
  const made = new Set<string>();
  for (const { path, size } of files) {
    const parent = join(into, path, '..');
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(into, path), bytes.subarray(0, size));
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function verdict(value: number, goal: number, most: boolean): string {
  if (most) return value <= goal ? 'within' : 'BEYOND';
  return value >= goal ? 'within' : 'BELOW';
}

try {
  const list = listOf(PEOPLE);
  const orders = {
    ...{ profiles: [readProfile('cnrs')], profileNamed: true, everybody: {}, clients: [], templates: undefined },
    ...{ sign: undefined, kit: 'small' as const, layout: 'parts' as const, language: 'fr' as const },
  };
  const recipe = await recipeOf(orders);
  const accounts: readonly Account[] = Array.from({ length: PEOPLE }, (_, index) => recipe.resolve(personAt(index)));
  const inMemory = () => {
    for (const account of accounts) pack(account.address, filesOf(recipe.bundle(account)).files);
  };
  const costs: Record<'kits' | 'plain' | 'folders' | 'none' | 'one' | 'two' | 'again', Cost[]> = {
    ...{ kits: [], plain: [], folders: [], none: [], one: [], two: [], again: [] },
  };
  let files: ReturnType<typeof sizesIn> = [];
  const counts: { one: number; two: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    costs.kits.push(here(inMemory));
    const [out, plain] = [join(folder, 'out'), join(folder, 'plain')];
    costs.folders.push(await run(list, out, 0));
    if (files.length === 0) files = sizesIn(out);
    costs.again.push(await run(list, out, 0));
    remove(out);
    costs.plain.push(here(() => writePlainly(files, plain)));
    remove(plain);
    counts.push({ one: await counting(1), two: await counting(2) });
    for (const [side, workers] of [['none', 0] as const, ['one', 1] as const, ['two', 2] as const]) {
      const parts = join(folder, 'parts');
      mkdirSync(parts);
      costs[side].push(await run(list, join(parts, 'kits.zip'), workers));
      remove(parts);
    }
  }
  const tenfold = join(folder, 'tenfold');
  mkdirSync(tenfold);
  const large = await run(listOf(PEOPLE * 10), join(tenfold, 'kits.zip'), 2);
  remove(tenfold);

  console.log(`${PEOPLE} people, ${availableParallelism()} cores, the least of ${ROUNDS} rounds\n`);
  const side = (name: string, all: readonly Cost[], people = PEOPLE) => {
    const processor = least(all, 'processor');
    const rate = people / least(all, 'clock');
    row(
      name,
      `${((processor * 1000) / people).toFixed(2)} ms`,
      `${rate.toFixed(0)}/s`,
      `${least(all, 'resident').toFixed(0)} MB`,
    );
  };
  row('', 'processor', 'people', 'memory');
  side('kits in memory, deflated', costs.kits);
  side('ZIP, no worker', costs.none);
  side('ZIP, one worker', costs.one);
  side('ZIP, two workers', costs.two);
  side('ZIP, two workers, ten times as many', [large], PEOPLE * 10);
  side('files of the same sizes, plainly', costs.plain);
  side('folders, no worker', costs.folders);
  side('the same again', costs.again);
  const ratio = (name: string, value: number, goal: number, most = false, unit = '×') =>
    row(
      name,
      `${value.toFixed(unit === '×' ? 3 : 0)} ${unit}`,
      `${most ? '≤' : '≥'} ${goal.toFixed(unit === '×' ? 2 : 0)} ${unit}`,
      verdict(value, goal, most),
    );
  console.log('');
  row('', '', 'goal');
  ratio('ZIP against kits in memory', least(costs.kits, 'processor') / least(costs.two, 'processor'), GOALS.kits);
  ratio('ten times as many', (10 * least(costs.kits, 'processor')) / large.processor, GOALS.kits);
  const processors = (key: keyof typeof costs) => least(costs[key], 'processor');
  ratio('folders against plain files', processors('plain') / processors('folders'), GOALS.files);
  // On one core there is no worker.
  ratio('a second core', least(costs.none, 'clock') / least(costs.two, 'clock'), GOALS.second);
  const [alone, both] = (['one', 'two'] as const).map((key) => Math.min(...counts.map((each) => each[key])));
  row('… of two that count', `${((2 * (alone ?? 0)) / (both ?? 0)).toFixed(3)} ×`);
  ratio('memory with two workers', least(costs.two, 'resident'), GOALS.resident, true, 'MB');
  ratio('… at ten times as many', large.resident / least(costs.two, 'resident'), GOALS.growth, true);
  ratio('time for each of ten times as many', large.processor / 10 / processors('two'), GOALS.growth, true);
  ratio('again against first', processors('again') / processors('folders'), GOALS.again, true);
} finally {
  remove(folder);
}
