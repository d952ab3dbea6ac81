import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { root } from '../test/fixtures.ts';
import { median } from './figures.ts';

/*
 * `npm run bench:server`: one process of `facteur serve`, on loopback, beside a bare node:http server that sends the same bytes, and beside nginx, where it is
 * installed, sending them as a file. Rounds of all sides alternate; a figure is the median of the rounds. Read the ratios: machines differ and are noisy, and
 * the client that asks takes a core for itself. Processor time a request (Linux only) is what remains comparable where other programs are busy.
 */
const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 32;

const outlookSchema = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';
const cases: readonly Case[] = [
  {
    name: 'GET clientConfig',
    method: 'GET',
    path: '/mail/config-v1.1.xml?emailaddress=prenom.nom%40cnrs.fr',
    goal: 0.85,
  },
  {
    name: 'POST autodiscover',
    method: 'POST',
    path: '/autodiscover/autodiscover.xml',
    body: `<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="${outlookSchema}/requestschema/2006"><Request><EMailAddress>prenom.nom@cnrs.fr</EMailAddress><AcceptableResponseSchema>${outlookSchema}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`,
    goal: 0.6,
  },
  { name: 'GET mobileconfig', method: 'GET', path: '/email.mobileconfig?email=prenom.nom%40cnrs.fr', goal: 0.85 },
];

interface Case {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** The share of the bare server's requests per second. */
  readonly goal: number;
}

interface Started {
  readonly url: string;
  readonly pid: number;
}

interface Side extends Started {
  readonly name: string;
}

interface Figures {
  /** Requests per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Microseconds of processor time for a request. */
  readonly work: number;
}

const folder = mkdtempSync(join(tmpdir(), 'facteur-bench-'));
const children: ChildProcess[] = [];
try {
  const facteur = await start([join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--rate-limit', '0'], 'stderr');
  console.log(
    `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s (goal for p99: at most 3 × the bare server’s)`,
  );
  row('', 'requests/s', 'ratio', 'p99', 'ratio', 'CPU each');
  for (const asked of cases) await measure(asked, facteur);
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
  for (const side of sides) await load(asked, side, 1);
  for (let round = 0; round < ROUNDS; round++) {
    const results = [];
    for (const side of sides) results.push(await load(asked, side, SECONDS));
    rounds.push(results);
  }
  console.log(`\n${name}, ${bytes.length} bytes (goal: ${goal} ×)`);
  const figures = sides.map((_, side): Figures => {
    const of = (figure: keyof Figures) => median(rounds.map((round) => round[side]?.[figure] ?? 0));
    return { rate: of('rate'), p99: of('p99'), work: of('work') };
  });
  const [limit = { rate: 1, p99: 1 }] = figures;
  for (const [index, { rate, p99, work }] of figures.entries()) {
    const ratio = (value: number, digits: number) => (index === 0 ? '' : `${value.toFixed(digits)} ×`);
    const cells = [rate.toFixed(0), ratio(rate / limit.rate, 2), `${p99.toFixed(1)} ms`, ratio(p99 / limit.p99, 1)];
    row(sides[index]?.name ?? '', ...cells, Number.isNaN(work) ? '' : `${work.toFixed(0)} µs`);
  }
  for (const child of children.splice(1)) child.kill('SIGKILL');
}

async function load(asked: Case, { name, url, pid }: Side, duration: number): Promise<Figures> {
  const before = processorTime(pid);
  const result = await autocannon({ url: url + asked.path, connections: CONNECTIONS, duration, ...init(asked) });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${asked.name}, ${name}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  const { total } = result.requests;
  const work = (1000 * (processorTime(pid) - before)) / total;
  return { rate: total / result.duration, p99: result.latency.p99, work };
}

/** Milliseconds that a process has worked (proc(5): fields 14 and 15, in hundredths of a second); NaN where the system does not tell so. */
function processorTime(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
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
