import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { making } from '../src/artifacts/render.ts';
import { makeBundle } from '../src/bundle/bundle.ts';
import { manifestOf } from '../src/bundle/manifest.ts';
import { clients } from '../src/clients/index.ts';
import { renderTemplate } from '../src/template/fill.ts';
import { notations } from '../src/template/notation.ts';
import { notationOf } from '../src/template/templates.ts';
import { fixture, root } from '../test/fixtures.ts';
import { renderFormat } from '../test/made.ts';
import { literal } from './literal.ts';

/*
 * `npm run bench`. Each figure stands beside a limit measured in the same run, because machines differ and are noisy: read the ratios.
 * Rounds of both sides alternate; a figure is the median of the rounds.
 */
const account = fixture('plain');
const ROUNDS = 15;

console.log(`Start-up, median of ${ROUNDS} (goal: at most 3 × node -e 0)`);
const out = mkdtempSync(join(tmpdir(), 'facteur-bench-'));
const program = join(root, 'dist/cli/main.js');
const start =
  (...args: string[]) =>
  () =>
    milliseconds(() => spawnSync(process.execPath, args));
const [bare = 0, ...commands] = medians([
  start('-e', '0'),
  start(program, '--version'),
  start(program, 'explain', 'prenom.nom@ods.services'),
  start(program, 'generate', 'prenom.nom@ods.services', '--force', '--out', out),
]);
rmSync(out, { recursive: true });
row('node -e 0', `${bare.toFixed(0)} ms`);
for (const [index, name] of ['--version', 'explain', 'generate (one person)'].entries()) {
  const time = commands[index] ?? 0;
  row(`facteur ${name}`, `${time.toFixed(0)} ms`, `${(time / bare).toFixed(2)} ×`);
}

console.log(
  '\nRendering, bytes included, against a hand-written template literal with all its values at hand (goal: at least 0.5 ×)',
);
row('', 'everything', 'ratio', 'template', 'ratio');
for (const client of clients) {
  for (const format of client.formats(account.language)) {
    const name = `${client.id}/${format.id}`;
    try {
      renderFormat(client, format, account);
    } catch {
      row(name, 'cannot carry this account');
      continue;
    }
    const everything = () => renderFormat(client, format, account);
    if (!('template' in format)) {
      const [rate = 0] = medians([() => perSecond(everything)]);
      row(name, `${rate.toFixed(0)}/s`, 'no template');
      continue;
    }
    const { escape: escapeValue, encode } = notations[notationOf(format.template)];
    const fill = literal(root, format.template, escapeValue);
    const context = format.context(account, (id) => making(client, account).quote(id));
    const byHand = () => encode(fill(context));
    const byTemplate = () => renderTemplate(format.template, context);
    if (!everything().every(({ bytes }) => Buffer.from(bytes).equals(byHand())))
      throw new Error(`${name}: the template literal does not give the same bytes`);
    const [all = 0, template = 0, limit = 1] = medians(
      [everything, byTemplate, byHand].map((side) => () => perSecond(side)),
    );
    const ratio = (rate: number) => [`${rate.toFixed(0)}/s`, `${(rate / limit).toFixed(2)} ×`];
    row(name, ...ratio(all), ...ratio(template));
  }
}

console.log('\nWhole bundles, one process');
const [bundles = 0] = medians([
  () =>
    perSecond(() => {
      const { artifacts, leftOut } = makeBundle(account, clients);
      manifestOf(account, artifacts, leftOut);
    }),
]);
row('bundle with manifest, in memory', `${bundles.toFixed(0)}/s`);

function medians(sides: readonly (() => number)[]): number[] {
  const rounds = Array.from({ length: ROUNDS }, () => sides.map((side) => side()));
  return sides.map((_, side) => median(rounds.map((round) => round[side] ?? 0)));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How often `work` runs in a second, measured over a twentieth of one. */
function perSecond(work: () => unknown): number {
  let count = 0;
  const from = performance.now();
  let now = from;
  while (now - from < 50) {
    work();
    count++;
    now = performance.now();
  }
  return (count * 1000) / (now - from);
}

function milliseconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function row(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}
