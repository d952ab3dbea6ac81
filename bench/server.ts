import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { root } from '../test/fixtures.ts';
import { median } from './figures.ts';

/*
 * `npm run bench:server`: one process of `facteur serve`, on loopback, beside a bare node:http server that sends the same bytes, and beside nginx, where it is
 * installed, sending them as a file. What is compared is the processor time of a request, of each process with all its threads: requests per second depend on who
 * else uses the machine, and so does a median. Short rounds of all sides alternate, and a figure is the mean of the best fifth of them.
 * `npm run bench:server -- mobileconfig` measures the cases with that in their name.
 */
const ROUNDS = 40;
const CONNECTIONS = 32;

const outlookSchema = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';
const MAILBOX = '/mailbox/prenom.nom@cnrs.fr/additional';
const cases: readonly Case[] = [
  {
    name: 'GET clientConfig',
    method: 'GET',
    path: '/mail/config-v1.1.xml?emailaddress=prenom.nom%40cnrs.fr',
    amount: 4_000,
    goal: { ratio: 0.8 },
  },
  {
    name: 'POST autodiscover',
    method: 'POST',
    path: '/autodiscover/autodiscover.xml',
    body: `<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="${outlookSchema}/requestschema/2006"><Request><EMailAddress>prenom.nom@cnrs.fr</EMailAddress><AcceptableResponseSchema>${outlookSchema}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`,
    amount: 4_000,
    goal: { ratio: 0.75 },
  },
  {
    name: 'GET mobileconfig',
    method: 'GET',
    path: '/email.mobileconfig?email=prenom.nom%40cnrs.fr',
    amount: 4_000,
    goal: { ratio: 0.5 },
  },
  {
    name: 'the page of all devices',
    method: 'GET',
    path: `${MAILBOX}/index.html`,
    amount: 200,
    goal: { microseconds: 500 },
  },
  {
    name: 'a page of steps',
    method: 'GET',
    path: `${MAILBOX}/outlook/outlook.html`,
    amount: 1_000,
    goal: { microseconds: 100 },
  },
];

interface Case {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** Requests of a round. */
  readonly amount: number;
  /** The share of what the bare server does in the same processor time, or that time itself. */
  readonly goal: { readonly ratio: number } | { readonly microseconds: number };
}

interface Started {
  readonly url: string;
  readonly pid: number;
}

interface Side extends Started {
  readonly name: string;
}

interface Figures {
  /** Microseconds of processor time for a request. */
  readonly work: number;
  /** Milliseconds. */
  readonly p99: number;
}

const folder = mkdtempSync(join(tmpdir(), 'facteur-bench-'));
const children: ChildProcess[] = [];
try {
  const facteur = await start([join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--rate-limit', '0'], 'stderr');
  console.log(
    `${CONNECTIONS} connections, the best fifth of ${ROUNDS} rounds (goal for p99: at most 3 × the bare server’s)`,
  );
  row('', 'CPU each', 'ratio', 'p99', 'ratio');
  const [only = ''] = process.argv.slice(2);
  for (const asked of cases.filter(({ name }) => name.includes(only))) await measure(asked, facteur);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}

async function measure(asked: Case, facteur: Started): Promise<void> {
  const { name, path, goal } = asked;
  const answer = await fetch(facteur.url + path, init(asked));
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
  const own = ['date', 'connection', 'keep-alive'];
  const headers = Object.fromEntries([...answer.headers].filter(([key]) => !own.includes(key)));
  const given = JSON.stringify({ headers, body: bytes.toString('base64') });
  const bare = await start(['--import', 'tsx', join(root, 'bench/bare.ts'), given], 'stdout');
  const nginx = await startNginx(path, bytes);
  const sides: readonly Side[] = [
    { name: 'bare node:http', ...bare },
    { name: 'facteur serve', ...facteur },
    ...(nginx === undefined ? [] : [{ name: 'nginx, a file', ...nginx }]),
  ];

  const rounds: Figures[][] = [];
  for (const side of sides) for (let round = 0; round < 3; round++) await load(asked, side);
  for (let round = 0; round < ROUNDS; round++) {
    const results = [];
    for (const side of sides) results.push(await load(asked, side));
    rounds.push(results);
  }
  const wanted = 'ratio' in goal ? `${goal.ratio} ×` : `${goal.microseconds} µs`;
  console.log(`\n${name}, ${bytes.length} bytes (goal: ${wanted})`);
  const figures = sides.map((_, side): Figures => {
    const of = (figure: keyof Figures) => rounds.map((round) => round[side]?.[figure] ?? 0);
    return { work: best(of('work')), p99: median(of('p99')) };
  });
  const [limit = { work: 1, p99: 1 }] = figures;
  for (const [index, { work, p99 }] of figures.entries()) {
    const ratio = (value: number, digits: number) => (index === 0 ? '' : `${value.toFixed(digits)} ×`);
    const cells = [ratio(limit.work / work, 2), `${p99.toFixed(1)} ms`, ratio(p99 / limit.p99, 1)];
    row(sides[index]?.name ?? '', `${work.toFixed(1)} µs`, ...cells);
  }
  for (const child of children.splice(1)) child.kill('SIGKILL');
}

/** The mean of the best fifth. */
function best(values: readonly number[]): number {
  const fifth = [...values].sort((one, other) => one - other).slice(0, Math.ceil(values.length / 5));
  return fifth.reduce((sum, value) => sum + value, 0) / fifth.length;
}

async function load(asked: Case, { name, url, pid }: Side): Promise<Figures> {
  const before = processorTime(pid);
  const { amount } = asked;
  const result = await autocannon({ url: url + asked.path, connections: CONNECTIONS, amount, ...init(asked) });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${asked.name}, ${name}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  const work = (processorTime(pid) - before) / 1000 / result.requests.total;
  return { work, p99: result.latency.p99 };
}

/** Nanoseconds that all threads of a process have worked (Linux: sched-stats, Documentation/scheduler/sched-stats.rst); NaN where the system does not tell so. */
function processorTime(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    return times.reduce((sum, time) => sum + Number(time), 0);
  } catch {
    return Number.NaN;
  }
}

function init({ method, body }: Case) {
  return { method, ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'text/xml' } }) };
}

/** Starts a program of Node's and waits until it says where it listens. */
async function start(args: readonly string[], says: 'stdout' | 'stderr'): Promise<Started> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'pipe' });
  children.push(child);
  let text = '';
  for await (const chunk of child[says]) {
    text += chunk;
    const [url] = /http:\/\/[\d.:]+/.exec(text) ?? [];
    if (url !== undefined) return { url, pid: child.pid ?? 0 };
  }
  throw new Error(`${args.join(' ')}: ${text}`);
}

/** nginx with one process too, sending the bytes as a file; `undefined` where it is not installed. */
async function startNginx(path: string, bytes: Buffer): Promise<Started | undefined> {
  if (spawnSync('nginx', ['-v']).error !== undefined) return undefined;
  const port = await freePort();
  const [name = ''] = path.split('?');
  const file = join(folder, 'site', name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; master_process off; pid ${folder}/pid; error_log stderr crit; events { worker_connections 256; }
http { access_log off; keepalive_requests 100000000; server { listen 127.0.0.1:${port}; root ${folder}/site; error_page 405 =200 $uri; } }`,
  );
  const child = spawn('nginx', ['-c', configuration, '-p', folder], { stdio: 'ignore' });
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries++) {
    try {
      await fetch(url + name);
      return { url, pid: child.pid ?? 0 };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('nginx does not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

function row(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}
