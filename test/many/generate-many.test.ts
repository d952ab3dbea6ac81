import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { facteur, temporaryFolder } from '../cli/terminal.ts';

/** A list in a folder of its own, and what is made of it. */
function listOf(...lines: readonly string[]) {
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  const out = join(folder, 'out');
  const write = (...lines: readonly string[]) => writeFileSync(list, `${lines.join('\n')}\n`);
  write(...lines);
  const run = (...more: readonly string[]) =>
    facteur(['generate', '--from', list, '--client', 'thunderbird', '--out', out, ...more]);
  return { folder, list, out, write, run };
}

interface Reported {
  readonly message: string;
  readonly row: string;
  readonly address: string;
  readonly status: string;
  readonly code: string;
  readonly path: string;
}

function report(out: string, name = 'report.csv'): Reported[] {
  return parse(readFileSync(join(out, name)), { columns: true });
}

const statuses = (out: string) => report(out).map(({ address, status }) => `${address} ${status}`);
const bundlesIn = (out: string) =>
  readdirSync(out)
    .filter((name) => name.includes('@'))
    .sort();
const contentsOf = (out: string) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(out.length), readFileSync(file, 'utf8')]);

const head = 'address,name';
const marie = 'marie.curie@cnrs.fr,Marie Curie';
const pierre = 'pierre.curie@cnrs.fr,Pierre Curie';

describe('a list of people', () => {
  test('gets a folder for each, and a report of each row in its order', async () => {
    const { out, run } = listOf(head, marie, pierre);
    expect(await run()).toMatchObject({ code: 0 });
    expect(bundlesIn(out)).toEqual(['marie.curie@cnrs.fr', 'pierre.curie@cnrs.fr']);
    const manifest: Manifest = JSON.parse(readFileSync(join(out, 'marie.curie@cnrs.fr', 'manifest.json'), 'utf8'));
    expect(manifest.account).toMatchObject({ login: 'marie.curie@ods.services' });
    expect(readFileSync(join(out, 'report.csv'), 'utf8')).toBe(
      `row,address,login,status,code,message,path
1,marie.curie@cnrs.fr,marie.curie@ods.services,created,,,marie.curie@cnrs.fr
2,pierre.curie@cnrs.fr,pierre.curie@ods.services,created,,,pierre.curie@cnrs.fr
`,
    );
    expect(readdirSync(out).sort()).toEqual([
      '.facteur',
      'guides',
      'marie.curie@cnrs.fr',
      'pierre.curie@cnrs.fr',
      'report.csv',
    ]);
    expect(readdirSync(join(out, '.facteur'))).toEqual(['journal.jsonl']);
  });

  test('goes on past rows that are wrong, counts them and ends with 1', async () => {
    const { out, run, list } = listOf(head, 'a b@cnrs.fr,A', marie, '@,', 'x@nowhere.example,X', pierre);
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain(`${list}:2`);
    expect(report(out).map(({ row, status }) => [row, status])).toEqual([
      ['1', 'refused'],
      ['2', 'created'],
      ['3', 'refused'],
      ['4', 'refused'],
      ['5', 'created'],
    ]);
    for (const { status, code: reason } of report(out)) expect(reason === '').toBe(status === 'created');
  });

  test('has as many rows in its report as it has itself, whatever is wrong with one in twenty', async () => {
    const wrong = ['a b@cnrs.fr,A', '\0@cnrs.fr,B', 'k@cnrs.fr,"K', 'x@nowhere.example,X', 'a@cnrs.fr,A,A', ',Nobody'];
    const rows = Array.from({ length: 200 }, (_, at) =>
      at % 20 === 7 ? (wrong[Math.floor(at / 20) % wrong.length] ?? '') : `p${at}.n@cnrs.fr,P${at}`,
    );
    const { out, run } = listOf(head, ...rows);
    const { code, err } = await run('--workers', '0');
    expect(code).toBe(1);
    expect(err).toContain('New: 190 · updated: 0 · unchanged: 0 · different: 0 · refused: 10 · gone: 0');
    expect(report(out).map(({ row, status }) => [row, status])).toEqual(
      rows.map((_, at) => [String(at + 1), at % 20 === 7 ? 'refused' : 'created']),
    );
    expect(bundlesIn(out)).toHaveLength(190);
  });

  test('has each mailbox once, and each login: the second row is refused with the number of the first', async () => {
    const { out, run } = listOf(
      'address,login',
      'marie.curie@cnrs.fr,',
      'Marie.CURIE@cnrs.fr,other@ods.services',
      'eve@cnrs.fr,Marie.Curie@ods.services',
      'pierre.curie@ods.services,',
      'pierre.curie@cnrs.fr,',
    );
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(report(out).map(({ status, code }) => `${status} ${code}`.trim())).toEqual([
      'created',
      'refused many.twice',
      'refused many.one-login',
      'created',
      'refused many.twice',
    ]);
    expect(err).toMatch(/people\.csv:3 {2}row 1 \(\S*people\.csv:2\) has this mailbox already: remove/);
    expect(err).toMatch(/people\.csv:4 {2}row 1 \(\S*people\.csv:2\) has the login Marie\.Curie@ods\.services too/);
    expect(err).toMatch(/people\.csv:6 {2}row 4 \(\S*people\.csv:5\) has this mailbox already/);
    expect(bundlesIn(out)).toEqual(['marie.curie@cnrs.fr', 'pierre.curie@cnrs.fr']);
  });

  test('says once where a row is', async () => {
    const { out, run } = listOf('address,language', 'a@cnrs.fr,de', 'b@cnrs.fr,fr,x');
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err.match(/people\.csv:2/g)).toHaveLength(1);
    expect(err).toMatch(/people\.csv:2 {2}language {2}“de”/);
    expect(readFileSync(join(out, 'report.csv'), 'utf8')).not.toContain('people.csv');
  });

  test('has cells that anybody can open, however long a value is, with the remedy in its message', async () => {
    const long = 'x'.repeat(100_000);
    const { out, run } = listOf(
      'address,language',
      `${long}@cnrs.fr,`,
      `a@cnrs.fr,${long}`,
      `b@${long}.fr,`,
      `${long},`,
    );
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(report(out)).toHaveLength(4);
    for (const row of report(out)) for (const cell of Object.values(row)) expect(cell.length).toBeLessThan(1200);
    expect(report(out)[0]?.address).toMatch(/^x{320}… \[320\/100008\]$/);
    expect(report(out)[1]?.message).toMatch(/^language {2}“x+….*or leave it empty$/);
    for (const line of err.split('\n')) expect(line.length).toBeLessThan(1500);
  });

  test('with nobody in it is a fault of what gives it: nobody is gone, and nothing is written', async () => {
    const { out, run, write, folder } = listOf(head);
    for (const more of [[], ['--dry-run'], ['--json'], ['--update'], ['--limit', '5']]) {
      const { code, err } = await run(...more);
      expect(code).toBe(2);
      expect(err.split('\n')).toEqual([
        expect.stringMatching(/people\.csv {2}has nobody in it, .*look whether it has rows$/),
      ]);
      expect(readdirSync(folder)).toEqual(['people.csv']);
    }
    write(head, marie, pierre);
    await run();
    const before = contentsOf(out);
    write(head, '', ',');
    expect(await run()).toMatchObject({ code: 2 });
    expect(contentsOf(out)).toEqual(before);
  });

  test('makes no formula run in a spreadsheet that opens the report', async () => {
    const { out, run } = listOf(head, '=1+1@cnrs.fr,', '+2@cnrs.fr,', '-3@cnrs.fr,');
    await run();
    for (const line of readFileSync(join(out, 'report.csv'), 'utf8').trim().split('\n').slice(1))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
  });

  test('whose first line names no address is refused as a whole, and nothing is written', async () => {
    const { out, run, folder } = listOf('colour,size', 'red,2');
    expect(await run()).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).not.toContain('out');
    expect(out).toContain(folder);
  });

  test('says only what would be done where that is asked for', async () => {
    const { folder, run } = listOf(head, marie, 'bad row,');
    const { code, err } = await run('--dry-run');
    expect(code).toBe(1);
    expect(err).toContain('new: 1');
    expect(readdirSync(folder)).toEqual(['people.csv']);
  });

  test('is looked at from its beginning only, where a limit is given', async () => {
    const { out, run } = listOf(head, marie, pierre);
    expect(await run('--limit', '1')).toMatchObject({ code: 0 });
    expect(bundlesIn(out)).toEqual(['marie.curie@cnrs.fr']);
    // Nobody is gone who was not looked for.
    await run();
    await run('--limit', '1');
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr unchanged']);
  });

  test('tells a program each event on a line', async () => {
    const { run } = listOf(head, marie, 'bad row,');
    const { out } = await run('--json');
    const events = out.split('\n').map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(['start', 'row', 'done']);
    expect(events[1]).toMatchObject({ row: 2, status: 'refused' });
    expect(events[2]).toMatchObject({ counts: { created: 1, refused: 1 } });
  });
});

describe('the same command again', () => {
  test('changes nothing where nothing has changed', async () => {
    const { out, run } = listOf(head, marie, pierre);
    await run();
    const before = contentsOf(out).filter(([file]) => file !== '/report.csv');
    expect(await run()).toMatchObject({ code: 0 });
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr unchanged', 'pierre.curie@cnrs.fr unchanged']);
    expect(contentsOf(out).filter(([file]) => file !== '/report.csv')).toEqual(before);
  });

  test('makes what is new, and what has gone from its place', async () => {
    const { out, run, write } = listOf(head, marie);
    await run();
    write(head, pierre, marie);
    rmSync(join(out, 'marie.curie@cnrs.fr'), { recursive: true });
    expect(await run()).toMatchObject({ code: 0 });
    expect(statuses(out)).toEqual(['pierre.curie@cnrs.fr created', 'marie.curie@cnrs.fr created']);
  });

  test.each<[string, (folder: string) => void]>([
    ['without its manifest', (folder) => rmSync(join(folder, 'manifest.json'))],
    ['with a file that was emptied', (folder) => writeFileSync(join(folder, 'index.html'), '')],
    ['without a file', (folder) => rmSync(join(folder, 'index.html'))],
  ])('makes a bundle again that stands there %s', async (_, damage) => {
    const { out, run } = listOf(head, marie, pierre);
    await run();
    const before = contentsOf(join(out, 'marie.curie@cnrs.fr'));
    damage(join(out, 'marie.curie@cnrs.fr'));
    expect(await run()).toMatchObject({ code: 0 });
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr updated', 'pierre.curie@cnrs.fr unchanged']);
    expect(contentsOf(join(out, 'marie.curie@cnrs.fr'))).toEqual(before);
  });

  test('says who differs, and replaces them where that is asked for', async () => {
    const { out, run, write } = listOf(head, marie, pierre);
    await run();
    write(head, marie.replace('Marie', 'Maria'), pierre);
    const before = contentsOf(join(out, 'marie.curie@cnrs.fr'));
    expect(await run()).toMatchObject({ code: 1 });
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr differs', 'pierre.curie@cnrs.fr unchanged']);
    expect(contentsOf(join(out, 'marie.curie@cnrs.fr'))).toEqual(before);
    expect(await run('--update')).toMatchObject({ code: 0 });
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr updated', 'pierre.curie@cnrs.fr unchanged']);
    expect(contentsOf(join(out, 'marie.curie@cnrs.fr'))).not.toEqual(before);
    await run();
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr unchanged', 'pierre.curie@cnrs.fr unchanged']);
  });

  test('has one folder for an address of which the letters have another case now', async () => {
    const { out, run, write } = listOf(head, marie);
    await run();
    write(head, marie.replace('marie.curie@', 'Marie.Curie@'));
    await run();
    expect(bundlesIn(out)).toEqual(['marie.curie@cnrs.fr']);
    expect(await run('--update')).toMatchObject({ code: 0 });
    expect(bundlesIn(out)).toEqual(['Marie.Curie@cnrs.fr']);
  });

  test('lists who is gone, every time, and deletes nothing', async () => {
    const { out, run, write } = listOf(head, marie, pierre);
    await run();
    write(head, pierre);
    for (const time of [1, 2]) {
      expect(await run(), `time ${time}`).toMatchObject({
        code: 0,
        err: expect.stringContaining('marie.curie@cnrs.fr'),
      });
      expect(statuses(out)).toEqual(['pierre.curie@cnrs.fr unchanged', 'marie.curie@cnrs.fr gone']);
    }
    expect(bundlesIn(out)).toHaveLength(2);
    // A row that is refused is in the list all the same.
    write(head, pierre, marie.replace('Marie', '\u0007'));
    await run();
    expect(statuses(out)).toEqual(['pierre.curie@cnrs.fr unchanged', 'marie.curie@cnrs.fr refused']);
  });

  test('with another list or another profile is refused in one line, and changes nothing', async () => {
    const { folder, out, run } = listOf(head, marie);
    await run();
    const before = contentsOf(out);
    const other = join(folder, 'others.csv');
    writeFileSync(other, `${head}\n${pierre}\n`);
    const args = ['generate', '--client', 'thunderbird', '--out', out];
    for (const more of [
      ['--from', other],
      ['--from', join(folder, 'people.csv'), '--profile', 'cnrs'],
    ]) {
      const { code, err } = await facteur([...args, ...more]);
      expect(code).toBe(2);
      expect(err.split('\n').filter((each) => each.includes('journal.jsonl'))).toHaveLength(1);
      expect(contentsOf(out)).toEqual(before);
    }
  });

  test('makes again what an end without warning has left without a line in the journal', async () => {
    const { out, run } = listOf(head, marie, pierre);
    await run();
    const before = contentsOf(out).filter(([file]) => file !== '/report.csv');
    const journal = join(out, '.facteur/journal.jsonl');
    const lines = readFileSync(journal, 'utf8').trim().split('\n');
    writeFileSync(journal, `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 30)}`);
    expect(await run()).toMatchObject({ code: 0 });
    expect(statuses(out)).toEqual(['marie.curie@cnrs.fr unchanged', 'pierre.curie@cnrs.fr unchanged']);
    expect(contentsOf(out).filter(([file]) => file !== '/report.csv')).toEqual(before);
  });

  test('replaces no folder that holds a file of somebody else', async () => {
    const { out, run, write } = listOf(head, marie, pierre);
    await run();
    writeFileSync(join(out, 'marie.curie@cnrs.fr', 'notes.txt'), 'mine');
    write(head, marie.replace('Marie', 'Maria'), pierre.replace('Pierre', 'Peter'));
    expect(await run('--update')).toMatchObject({ code: 1 });
    expect(report(out).map(({ status, code }) => `${status} ${code}`.trim())).toEqual([
      'refused out.foreign-file',
      'updated',
    ]);
    expect(readFileSync(join(out, 'marie.curie@cnrs.fr', 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('does not touch a folder that stood there before', async () => {
    const { out, run } = listOf(head, marie, pierre);
    mkdirSync(join(out, 'marie.curie@cnrs.fr'), { recursive: true });
    appendFileSync(join(out, 'marie.curie@cnrs.fr', 'notes.txt'), 'mine');
    expect(await run()).toMatchObject({ code: 1 });
    expect(report(out).map(({ status, code }) => `${status} ${code}`.trim())).toEqual([
      'refused out.foreign-file',
      'created',
    ]);
  });
});

describe('parts of all people, for several machines', () => {
  test('have everybody once, and reports that are one when they are sorted', async () => {
    const people = Array.from({ length: 12 }, (_, number) => `p${number}.n@cnrs.fr,P${number}`);
    const { out, run, folder } = listOf(head, ...people, 'bad row,', 'p3.n@cnrs.fr,Again');
    for (const part of ['1/3', '2/3', '3/3']) await run('--shard', part);
    const names = ['report-1-of-3.csv', 'report-2-of-3.csv', 'report-3-of-3.csv'];
    const parts = names.flatMap((name) => readFileSync(join(out, name), 'utf8').trim().split('\n').slice(1));
    const sorted = parts.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
    const whole = join(folder, 'whole');
    await facteur(['generate', '--from', join(folder, 'people.csv'), '--client', 'thunderbird', '--out', whole]);
    expect(sorted).toEqual(readFileSync(join(whole, 'report.csv'), 'utf8').trim().split('\n').slice(1));
    expect(bundlesIn(out)).toEqual(bundlesIn(whole));
    for (const name of names) expect(report(out, name).length).toBeGreaterThan(0);
    expect(await run('--shard', '1/3')).toMatchObject({ code: expect.any(Number) });
    expect(report(out, names[0]).filter(({ status }) => status === 'gone')).toEqual([]);
  });

  test.each(['0/3', '4/3', '1', 'a/b', '1/0'])('%s is no part', async (part) => {
    const { run, folder } = listOf(head, marie);
    expect(await run('--shard', part)).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual(['people.csv']);
  });
});

describe('wrongly asked', () => {
  test.each([
    [['--name', 'X'], '--name'],
    [['--login', 'x'], '--login'],
    [['eve@cnrs.fr'], 'eve@cnrs.fr'],
    [['--force'], '--force'],
    [['--limit', '0'], '--limit'],
    [['--limit', 'many'], '--limit'],
    [['--workers', '65'], '--workers 65 is no number of threads: write auto, or a number from 0 to 64'],
    [['--workers', '-1'], '--workers'],
    [['--workers', '2.5'], '--workers 2.5'],
    [['--workers', 'all'], '--workers all'],
    [['--workers', ''], '--workers'],
  ])('%j is refused in one line that names it', async (more, named) => {
    const { run, folder } = listOf(head, marie);
    const { code, err } = await run(...more);
    expect(code).toBe(2);
    expect(err).toContain(named);
    expect(err.split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['people.csv']);
  });

  test.each(['--update', '--shard=1/2', '--limit=3', '--zip-per-person'])(
    '%s alone asks for a list',
    async (option) => {
      const { code, err } = await facteur(['generate', 'eve@cnrs.fr', '--out', temporaryFolder(), option]);
      expect(code).toBe(2);
      expect(err).toContain('--from');
    },
  );
});

describe('letters', () => {
  test('are in files to print, with a table for a mail merge, and are written again where somebody has changed', async () => {
    const { out, run, write } = listOf(head, marie, pierre);
    expect(await run('--letters')).toMatchObject({ code: 0 });
    const file = join(out, 'letters', 'letters-0001.html');
    const read = () => readFileSync(file, 'utf8').replaceAll('<wbr>', '');
    const first = read();
    expect(first.match(/<main/g)?.length).toBeGreaterThanOrEqual(1);
    for (const each of ['marie.curie@cnrs.fr', 'pierre.curie@ods.services']) expect(first).toContain(each);
    expect(first.match(/<html/g)).toHaveLength(1);
    const links = parse(readFileSync(join(out, 'links.csv'), 'utf8'), { columns: true });
    expect(links).toMatchObject([
      { address: 'marie.curie@cnrs.fr', login: 'marie.curie@ods.services', name: 'Marie Curie', language: 'fr' },
      { address: 'pierre.curie@cnrs.fr' },
    ]);
    write(head, marie, 'eve@cnrs.fr,Eve', pierre);
    await run('--letters');
    const whole = read();
    expect(whole).toContain('eve@cnrs.fr');
    // Somebody, or a disk, has cut it short.
    writeFileSync(file, whole.slice(0, 100));
    await run('--letters');
    expect(read()).toBe(whole);
  });
});
