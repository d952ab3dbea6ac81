import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeEvenly } from '../../src/many/check-sample.ts';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { facteur, temporaryFolder } from '../cli/terminal.ts';

/* `generate --from … --check N`: what was written is opened again, and each kind of damage is found and named. */

const people = [
  'marie.curie@cnrs.fr,Marie Curie',
  'élise.noël@cnrs.fr,Élise Noël-Lefèvre',
  "o'neil@cnrs.fr,“Pat” <O'Neil> & Co",
  'pierre.curie@cnrs.fr,Pierre Curie',
];

function listOf(out: string, ...more: readonly string[]) {
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  writeFileSync(list, `address,name\n${people.join('\n')}\n`);
  const to = join(folder, out);
  const run = (...options: readonly string[]) =>
    facteur(['generate', '--from', list, '--out', to, '--workers', '0', ...more, ...options]);
  /** Another byte in the place of one. */
  const damage = (name: string, at: (bytes: Buffer) => number) => {
    const bytes = readFileSync(join(folder, name));
    const place = at(bytes);
    bytes[place] = (bytes[place] as number) ^ 1;
    writeFileSync(join(folder, name), bytes);
  };
  return { folder, list, to, run, damage };
}

const layouts = [
  { layout: 'folders', out: 'kits', more: [] },
  { layout: 'a ZIP for each', out: 'kits', more: ['--zip-per-person'] },
  { layout: 'ZIP files of many', out: 'kits.zip', more: [] },
];

describe.each(layouts)('$layout', ({ out, more }) => {
  test('are as they should be when they are made, and when they are left', async () => {
    const { run } = listOf(out, ...more);
    for (const status of ['New: 4', 'unchanged: 4']) {
      const { code, err } = await run('--check', '20');
      expect(err).toContain(status);
      expect(err).toMatch(/^4 checked, all as they should be\.$/m);
      expect(code).toBe(0);
    }
    expect((await run('--check', '2')).err).toMatch(/^2 checked, /m);
  });
});

/** The manifest of somebody fits what their files say now. */
function refit(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  const bytes = Buffer.from(change(readFileSync(file, 'utf8')));
  writeFileSync(file, bytes);
  const list = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(list, 'utf8'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const artifacts = manifest.artifacts.map((each) =>
    each.path === path ? { ...each, sha256, bytes: bytes.length } : each,
  );
  writeFileSync(list, JSON.stringify({ ...manifest, artifacts }));
}

/** The byte in the middle of what an entry of a ZIP holds. */
const inEntry = (name: string) => (zip: Buffer) => {
  const at = zip.indexOf(name);
  return at + name.length + 40;
};

const marie = 'marie.curie@cnrs.fr';

describe('in a folder', () => {
  test('another byte is found, with the row, the file and what to do; and doing that mends it', async () => {
    const { run, list, to, damage } = listOf('kits');
    await run();
    damage(`kits/${marie}/outlook/install.zip`, (bytes) => bytes.length >> 1);
    const { code, err } = await run('--check', '20');
    expect(code).toBe(1);
    const file = join(to, marie, 'outlook/install.zip');
    const remedy = `move ${join(to, marie)} away and run the same command again`;
    expect(err.split('\n')).toContain(`${list}:2  ${file}  has other bytes than it was written with: ${remedy}`);
    expect(err).toMatch(/^4 checked, faults: 1\.$/m);
    rmSync(join(to, marie), { recursive: true });
    expect((await run('--check', '20')).err).toMatch(/^4 checked, all as they should be\.$/m);
  });

  test('a file that says something else is named by what is wrong with it, be it as its manifest has it', async () => {
    const { run, to } = listOf('kits');
    await run();
    refit(join(to, marie), 'apple/cnrs.mobileconfig', (text) =>
      text.replace(/(IncomingMailServerUsername<\/key>\s*<string>)[^<]+/, '$1marie.curie@cnrs.fr'),
    );
    const { code, err } = await run('--check', '20');
    expect(code).toBe(1);
    expect(err).toContain(
      `${join(to, marie, 'apple/cnrs.mobileconfig')} incoming.login  says “marie.curie@cnrs.fr” and should say “marie.curie@ods.services”`,
    );
    expect(err).toMatch(/^4 checked, faults: 1\.$/m);
  });

  test('a file that is none any more is named by its notation', async () => {
    const { run, to } = listOf('kits');
    await run();
    refit(join(to, marie), 'thunderbird-android/account.k9s', (text) => text.replace('</accounts>', ''));
    refit(join(to, marie), 'letter.html', (text) => text.replace('</main>', ''));
    refit(join(to, marie), 'apple/cnrs.mobileconfig', (text) => text.slice(0, 200));
    const { err } = await run('--check', '20');
    expect(err).toMatch(/account\.k9s {2}cannot be read as XML \(/);
    expect(err).toMatch(/letter\.html {2}cannot be read as HTML \(/);
    expect(err).toMatch(/cnrs\.mobileconfig {2}cannot be read as XML \(/);
    expect(err).toMatch(/^4 checked, faults: 3\.$/m);
  });

  test('what nobody has made there, and a guide that is gone, are named', async () => {
    const { run, to } = listOf('kits');
    await run();
    writeFileSync(join(to, marie, 'password.txt'), 'secret');
    const guide = join(to, 'guides/cnrs/fr/outlook/outlook.html');
    rmSync(guide);
    const { code, err } = await run('--check', '1');
    expect(code).toBe(1);
    expect(err).toMatch(/password\.txt {2}was not made by Facteur/);
    expect(err).not.toContain('secret');
    expect(err).toMatch(/index\.html {2}leads to \.\.\/guides\/cnrs\/fr\/outlook\/outlook\.html, which is not there/);
  });

  test('what is cut short or missing is made again by the run itself, so nothing is wrong', async () => {
    const { run, to } = listOf('kits');
    await run();
    writeFileSync(join(to, marie, 'letter.html'), '');
    rmSync(join(to, 'pierre.curie@cnrs.fr/outlook/install.zip'));
    expect((await run('--check', '20')).err).toMatch(/^4 checked, all as they should be\.$/m);
  });

  test('of somebody whose values have changed nothing is checked: that is told as such', async () => {
    const { run, list } = listOf('kits');
    await run();
    writeFileSync(list, `address,name,login\n${people[0]},other@ods.services\n`);
    const { code, err } = await run('--check', '20');
    expect(code).toBe(1);
    expect(err).toContain('Nobody checked');
  });
});

describe('a damaged ZIP', () => {
  test('of one person is found by the entry that is damaged', async () => {
    const { run, damage, to } = listOf('kits', '--zip-per-person');
    await run();
    damage(`kits/${marie}.zip`, inEntry(`${marie}/letter.html`));
    const { code, err } = await run('--check', '20');
    expect(code).toBe(1);
    expect(err).toMatch(/marie\.curie@cnrs\.fr\.zip\/letter\.html {2}cannot be read \(/);
    expect(err).toContain(`move ${join(to, `${marie}.zip`)} away`);
    expect(err).toMatch(/^4 checked, faults: 1\.$/m);
  });

  test('of many is found by the entry that is damaged, and made anew where it is moved away', async () => {
    const { run, damage, to } = listOf('kits.zip');
    await run();
    damage('kits.zip', inEntry(`${marie}/apple/cnrs.mobileconfig`));
    const { code, err } = await run('--check', '20');
    expect(code).toBe(1);
    expect(err).toMatch(/kits\.zip\/marie\.curie@cnrs\.fr\/apple\/cnrs\.mobileconfig {2}cannot be read \(/);
    expect(err).toContain(`move ${to} away`);
    expect(err).toMatch(/^4 checked, faults: 1\.$/m);
    rmSync(to);
    expect((await run('--check', '20')).err).toMatch(/^4 checked, all as they should be\.$/m);
  });
});

describe('a guide to which the pages of all lead', () => {
  test('that says something else in a folder is named, once, and doing what is said mends it', async () => {
    const { folder, run } = listOf('kits');
    await run();
    const guide = join(folder, 'kits/guides/cnrs/en/index.html');
    writeFileSync(guide, 'something else');
    const { code, err } = await run('--check', '5');
    expect(code).toBe(1);
    expect(err.match(/guides\/cnrs\/en\/index\.html {2}is not as it was written/g)).toHaveLength(1);
    const [, whole = ''] = /lead there: move (\S+) away/.exec(err) ?? [];
    rmSync(whole, { recursive: true });
    expect((await run('--check', '5')).code).toBe(0);
    expect(readFileSync(guide, 'utf8')).not.toBe('something else');
  });

  test('that is damaged in a ZIP of many is named, and made anew where that is moved away', async () => {
    const { to, run, damage } = listOf('kits.zip');
    await run();
    damage('kits.zip', (bytes) => bytes.indexOf('guides/cnrs/en/index.html') + 200);
    const { code, err } = await run('--check', '5');
    expect([code, err]).toEqual([1, expect.stringContaining('guides/cnrs/en/index.html  is not as it was written')]);
    rmSync(to);
    expect((await run('--check', '5')).code).toBe(0);
  });
});

test('a damaged journal is named by its line', async () => {
  const { run, to } = listOf('kits');
  await run();
  const journal = join(to, '.facteur/journal.jsonl');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('marie.curie@ods.services', 'eve@ods.services'));
  appendFileSync(journal, '{"address":"x@cnrs.fr"\n');
  const { code, err } = await run('--check', '20');
  expect(code).toBe(1);
  expect(err).toContain(`${journal}:2 login  says “eve@ods.services”`);
  expect(err).toContain(`${journal}:6  cannot be read as a line of the journal`);
  expect(err).toMatch(/^4 checked, faults: 2\.$/m);
});

test('a program reads each fault as an event, and how many at the end', async () => {
  const { run, to, damage } = listOf('kits');
  await run();
  damage(`kits/${marie}/letter.html`, () => 700);
  const { out, code } = await run('--check', '20', '--json');
  expect(code).toBe(1);
  const events = out.split('\n').map((line) => JSON.parse(line));
  expect(events.filter(({ event }) => event === 'fault')).toEqual([
    {
      ...{ event: 'fault', row: 1, code: 'check.changed', file: join(to, marie, 'letter.html') },
      message: expect.stringContaining('has other bytes'),
    },
  ]);
  expect(events.at(-1)).toMatchObject({ event: 'done', checked: 4, faults: 1 });
});

test('how many is a number from 1, and goes neither with a dry run nor without a list', async () => {
  const { run } = listOf('kits');
  for (const value of ['0', '-1', 'all', '1.5', '']) {
    const { code, err } = await run(`--check=${value}`);
    expect({ code, lines: err.split('\n').length }, value).toEqual({ code: 2, lines: 1 });
  }
  expect(await run('--check', '1', '--dry-run')).toMatchObject({ code: 2, err: expect.stringContaining('--dry-run') });
  const alone = await facteur(['generate', marie, '--check', '1']);
  expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('--from') });
});

describe('those who are checked', () => {
  const taken = (count: number, most: number) => {
    const sample = takeEvenly<{ number: number }>(most);
    for (let number = 0; number < count; number++) sample.add({ number });
    return sample.taken().map(({ number }) => number);
  };

  test('are all where there are no more', () => {
    expect(taken(0, 5)).toEqual([]);
    expect(taken(5, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(taken(3, 5)).toEqual([0, 1, 2]);
  });

  test('are as many as wanted, spread over all, with the first and the last', () => {
    for (const [count, most] of [
      [6, 5],
      [100, 7],
      [1001, 20],
      [5000, 3],
      [12_345, 100],
    ] as const) {
      const found = taken(count, most);
      expect(found).toHaveLength(most);
      expect([found[0], found.at(-1)]).toEqual([0, count - 1]);
      expect(new Set(found).size).toBe(most);
      const steps = found.slice(1).map((each, index) => each - (found[index] as number));
      // Half as far or twice as far as on average, at most.
      const even = (count - 1) / (most - 1);
      for (const step of steps) expect(step).toBeGreaterThanOrEqual(Math.floor(even / 2));
      for (const step of steps) expect(step).toBeLessThanOrEqual(Math.ceil(even * 2));
    }
    expect(taken(10, 1)).toEqual([0]);
  });
});
