import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { root } from '../test/fixtures.ts';

/*
 * `npm run bench:memory -- <seconds>`: what one process of `facteur serve` holds under a mixed load, at the end of the first minute and at the end (without a
 * number, after ten minutes). Every route is asked, each time for another address, and hostile requests are among them; what a request leaves behind would
 * make the second figure larger. Heap sizes come from the server's own counts; it is told to collect garbage by nobody, so each figure is the smallest of
 * several a second apart. Resident memory needs Linux.
 */
const SECONDS = Number(process.argv[2] ?? 600);
const FIRST = Math.min(60, SECONDS / 2);
const CONNECTIONS = 16;
const GOAL = 1.1;

const schema = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';
const host = { Host: 'autoconfig.cnrs.fr' };
const get = (path: string) => (request: object) => ({ ...request, method: 'GET' as const, path, headers: host });
const post = (address: string) => (request: object) => ({
  ...request,
  method: 'POST' as const,
  path: '/autodiscover/autodiscover.xml',
  headers: { ...host, 'Content-Type': 'text/xml' },
  body: `<Autodiscover xmlns="${schema}/requestschema/2006"><Request><EMailAddress>${address}</EMailAddress><AcceptableResponseSchema>${schema}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`,
});

let asked = 0;
const person = () => `p${asked++}.n${Math.random().toString(36).slice(2)}@cnrs.fr`;
const kinds: readonly (() => (request: object) => object)[] = [
  () => get(`/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(person())}`),
  () => get('/mail/config-v1.1.xml'),
  () => post(person()),
  () => get(`/email.mobileconfig?email=${encodeURIComponent(person())}`),
  () => get(`/autodiscover/autodiscover.json/v1.0/${person()}?Protocol=AutodiscoverV1`),
  () => get('/.well-known/user-agent-configuration.json'),
  // Pages for people, in both languages, and of one for whom nothing is prepared: no usual address has that sign.
  () => get(`/mailbox/${person()}/additional/index.html`),
  () => get(`/mailbox/${person()}/additional/index.en.html`),
  () => get(`/mailbox/${person()}/additional/outlook/outlook.html`),
  () => get(`/mailbox/${encodeURIComponent(`o'${person()}`)}/additional/index.html`),
  () => get('/healthz'),
  // Hostile ones: unknown domains and paths, no address, markup that nests and that refers to nothing.
  () => get(`/mail/config-v1.1.xml?emailaddress=a@${asked++}.example`),
  () => get(`/${asked++}/${'a'.repeat(500)}`),
  () => get('/mail/config-v1.1.xml?emailaddress=%EMAILADDRESS%'),
  () => post('<a>'.repeat(90)),
  () => post(`&x${asked++};@cnrs.fr`),
];

interface Figures {
  /** Megabytes. */
  readonly resident: number;
  readonly heap: number;
}

const program = [join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--metrics-port', '0', '--rate-limit', '0'];
const child = spawn(process.execPath, program, { cwd: root, stdio: 'pipe' });
try {
  const { url, metrics } = await addresses(child);
  const load = autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: kinds.map((kind) => ({ setupRequest: (request) => kind()(request) })),
  });
  await sleep(FIRST * 1000);
  const first = await measure(metrics);
  const { requests, errors } = await load;
  const last = await measure(metrics);
  console.log(`${requests.total} requests in ${SECONDS} s, ${errors} errors (goal: at most ${GOAL} ×)`);
  for (const [name, key] of [
    ['resident memory', 'resident'],
    ['heap in use', 'heap'],
  ] as const) {
    const ratio = last[key] / first[key];
    const cells = [
      `${first[key].toFixed(1)} MB after ${FIRST} s`,
      `${last[key].toFixed(1)} MB at the end`,
      `${ratio.toFixed(2)} ×`,
    ];
    console.log(`  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(22)).join('')}`);
  }
} finally {
  child.kill('SIGKILL');
}

/** Where the server listens, and where its counts are. Its log is read to the end, or it could not write it. */
async function addresses({ stderr }: ChildProcess): Promise<{ url: string; metrics: string }> {
  let text = '';
  stderr?.on('data', (chunk) => {
    text += chunk;
  });
  for (let tries = 0; tries < 100; tries++) {
    await sleep(100);
    const urls = [...text.matchAll(/"url":"(http:[^"]+)"/g)].map(([, found = '']) => found);
    const metrics = urls.find((each) => each.endsWith('/metrics'));
    const url = urls.find((each) => each !== metrics);
    if (url !== undefined && metrics !== undefined) return { url, metrics };
  }
  throw new Error(text);
}

/** The least of ten seconds: garbage comes and goes between collections. */
async function measure(metrics: string): Promise<Figures> {
  const all: Figures[] = [];
  for (let count = 0; count < 10; count++) {
    const text = await (await fetch(metrics)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / 1e6;
    all.push({ resident: value('process_resident_memory_bytes'), heap: value('nodejs_heap_size_used_bytes') });
    await sleep(1000);
  }
  return { resident: Math.min(...all.map((each) => each.resident)), heap: Math.min(...all.map((each) => each.heap)) };
}
