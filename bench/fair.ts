import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { root } from '../test/fixtures.ts';
import { median } from './figures.ts';

/*
 * `npm run bench:fair`: how long somebody waits for one answer of `facteur serve` while another asks for two hundred pages of a mailbox at once, without a rate
 * limit. Each has an address of 127.0.0.0/8 (Linux). Read the ratios: they say how many pages of the other one waits for. In the order of arrival it would be
 * all that are left of the two hundred.
 */
const PAGES = 200;
const ROUNDS = 5;
const PAGE = '/mailbox/prenom.nom@cnrs.fr/additional/index.html';
const CONFIG = '/mail/config-v1.1.xml?emailaddress=prenom.nom%40cnrs.fr';

/** Pages that one waits for, at most: the one that is under way, one of the other's turn, and what the machine adds. */
const GOAL = 4;

const args = ['serve', '--port', '0', '--rate-limit', '0', '--log-level', 'info'];
const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
try {
  const [line] = await once(child.stderr, 'data');
  const { url } = JSON.parse(String(line).split('\n')[0] ?? '');
  for (let count = 0; count < 50; count++) await ask(url, PAGE, '127.0.0.1');
  const alone = median(await series(20, () => ask(url, PAGE, '127.0.0.1')));
  console.log(`a page, asked alone: ${alone.toFixed(1)} ms`);
  for (const [name, path] of [
    ['a small file', CONFIG],
    ['a page', PAGE],
  ] as const) {
    const waits = await series(ROUNDS, () => whileAnotherAsks(url, path));
    const ratio = median(waits) / alone;
    const verdict = ratio <= GOAL ? 'within' : 'BEYOND';
    console.log(
      `${name}, while another asks for ${PAGES} pages: ${median(waits).toFixed(1)} ms, ${ratio.toFixed(1)} × a page (${verdict} the goal of ${GOAL} ×)`,
    );
  }
} finally {
  child.kill('SIGTERM');
}

async function whileAnotherAsks(url: string, path: string): Promise<number> {
  const others = Array.from({ length: PAGES }, () => ask(url, PAGE, '127.0.0.2'));
  await Promise.race(others);
  const waited = await ask(url, path, '127.0.0.1');
  await Promise.all(others);
  return waited;
}

/** Milliseconds until the whole answer. */
function ask(url: string, path: string, localAddress: string): Promise<number> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    get(url + path, { agent: new Agent({ keepAlive: false }), localAddress }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - from));
    }).on('error', reject);
  });
}

async function series(length: number, measure: () => Promise<number>): Promise<number[]> {
  const values = [];
  for (let count = 0; count < length; count++) values.push(await measure());
  return values;
}
