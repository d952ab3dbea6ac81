import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../fixtures.ts';
import { digests, generateFrom, program } from './run.ts';

/* deploy/kubernetes-generate.yaml: its fields are those of Kubernetes, and what its pods run makes together what one machine makes. */

const file = join(root, 'deploy/kubernetes-generate.yaml');
const manifest = readFileSync(file, 'utf8');

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}
// The types of Kubernetes hold it to this, below.
const job = parse(manifest) as {
  readonly spec: {
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
};
const { completions, template } = job.spec;
const [container] = template.spec.containers;

describe('the job for Kubernetes', () => {
  /** What the compiler has against this job. The types are made of the OpenAPI document of Kubernetes, and a field that they do not have is refused, as kubectl does. */
  const complaints = (job: unknown) => {
    const folder = join(root, '.cache', 'kubernetes');
    mkdirSync(folder, { recursive: true });
    const source = join(folder, 'job.ts');
    writeFileSync(
      source,
      `import type { Job } from 'kubernetes-types/batch/v1';\nexport const job: Job = ${JSON.stringify(job, undefined, 2)};\n`,
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--ignoreConfig', '--module', 'preserve', '--types', ''];
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, source], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return stdout.trim();
  };

  test('has the fields that batch/v1 has, each of its type', () => {
    expect(complaints(job)).toBe('');
  });

  test.each([
    [
      'a field that does not exist',
      'completionMode:',
      'completionsMode:',
      /completionsMode"' does not exist in type 'JobSpec'/,
    ],
    [
      'a number in quotation marks',
      'backoffLimit: 12',
      "backoffLimit: '12'",
      /Type 'string' is not assignable to type 'number'/,
    ],
    ['a name that is missing', '        - name: facteur\n', '        -\n', /Property 'name' is missing/],
    ['another version', 'apiVersion: batch/v1', 'apiVersion: batch/v2', /"batch\/v2"/],
  ])('would be refused with %s', (_, from, to, complaint) => {
    const wrong = manifest.replace(from, to);
    expect(wrong).not.toBe(manifest);
    expect(complaints(parse(wrong))).toMatch(complaint);
  });
});

/** The folders of a pod stand elsewhere here; and there is a `facteur` on the way, as in the image. */
function podsIn(folder: string) {
  const places: Readonly<Record<string, string>> = { '/people': join(folder, 'people'), '/out': join(folder, 'out') };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  mkdirSync(join(folder, 'bin'));
  symlinkSync(program, join(folder, 'bin/facteur'));
  const mountPaths = container.volumeMounts.map(({ mountPath }) => mountPath);
  const mounted = (text: string) =>
    text.replace(new RegExp(`(?<=\\s)(?:${mountPaths.join('|')})(?=[/\\s])`, 'g'), (path) => places[path] ?? 'nowhere');
  const [shell = '', ...args] = container.command;
  const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
  const run = (index: number) =>
    new Promise<{ readonly index: number; readonly code: number | null; readonly said: string }>((resolve, reject) => {
      const pod = spawn(shell, args.map(mounted), {
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 120_000,
        env: {
          ...env,
          PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
          LC_ALL: 'C',
          JOB_COMPLETION_INDEX: String(index),
        },
      });
      let said = '';
      pod.stdout.on('data', (chunk) => (said += chunk));
      pod.stderr.on('data', (chunk) => (said += chunk));
      pod.on('error', reject);
      pod.on('close', (code) => resolve({ index, code, said }));
    });
  return { out: join(folder, 'out'), run };
}

describe('its pods', () => {
  let folder: string;
  let out: string;
  let alone: string;
  let run: (index: number) => Promise<{ readonly code: number | null; readonly said: string }>;
  const wanted = (path: string) => !path.startsWith('.facteur/') && !/^report.*\.csv$/.test(path);
  const reportOf = (text: string) =>
    parseCsv(text, { columns: true }) as Record<'row' | 'address' | 'status', string>[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-pods-'));
    const letters = 'abcdefghijklmnopqrst';
    const people = [...letters].flatMap((one) => [...'abcde'].map((two) => `${one}${two}n.x@cnrs.fr,${one}${two}`));
    // Rows that are refused, whichever pod has them.
    people.splice(7, 0, 'no address,', 'abn.x@cnrs.fr,Again', 'x@nowhere.example,X');
    // A message may name the list, so all read the same.
    mkdirSync(join(folder, 'people'));
    const list = join(folder, 'people/people.csv');
    writeFileSync(list, `address,name\n${people.join('\n')}\n`);
    alone = join(folder, 'alone');
    const single = generateFrom(list, ['--profile', 'cnrs', '--out', alone]);
    expect(single.status, single.stderr).toBe(1);
    const pods = podsIn(folder);
    ({ out, run } = pods);
    for (const { index, code, said } of await Promise.all(
      Array.from({ length: completions }, (_, index) => pods.run(index)),
    ))
      expect(code, `${index}: ${said}`).toBe(0);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('make together, byte for byte, what one machine makes', () => {
    expect(digests(out, wanted)).toEqual(digests(alone, wanted));
  });

  test('have each row in one report, and these are one with the line that the file has for it', () => {
    const line = /^# +(\(head .*\)) > report\.csv$/m.exec(manifest)?.[1] ?? '';
    const joined = spawnSync('/bin/sh', ['-c', line], { cwd: out, encoding: 'utf8' });
    expect(joined.status, joined.stderr).toBe(0);
    const whole = readFileSync(join(alone, 'report.csv'), 'utf8');
    expect(joined.stdout).toBe(whole);
    const rows = reportOf(joined.stdout);
    expect(rows).toHaveLength(103);
    expect(rows.filter(({ status }) => status === 'refused')).toHaveLength(3);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
  });

  test('share the people: nobody has none, and nobody all', () => {
    for (let part = 1; part <= completions; part++) {
      const rows = reportOf(readFileSync(join(out, `report-${part}-of-${completions}.csv`), 'utf8'));
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.length).toBeLessThan(50);
    }
  });

  test('change nothing when one is started again', async () => {
    const before = digests(out, wanted);
    const { code, said } = await run(1);
    expect(code, said).toBe(0);
    expect(said).toMatch(/New: 0 · updated: 0 · unchanged: \d+ · different: 0/);
    expect(digests(out, wanted)).toEqual(before);
  });
});
