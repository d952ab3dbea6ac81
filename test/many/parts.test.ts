import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../cli/terminal.ts';

/** A list, what is made of it beside it, and who is in a ZIP, in order. */
function partsOf() {
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  const write = (people: readonly string[]) => writeFileSync(list, `address,name\n${people.join('\n')}\n`);
  const run = (...more: readonly string[]) => {
    const out = ['--out', join(folder, 'all.zip'), '--workers', '0'];
    return facteur(['generate', '--from', list, '--client', 'thunderbird', ...out, ...more]);
  };
  const read = (name: string) => unzipSync(readFileSync(join(folder, name)));
  const peopleIn = (name: string) => [
    ...new Set(
      Object.keys(read(name))
        .filter((path) => !path.startsWith('guides/'))
        .map((path) => path.split('/')[0]),
    ),
  ];
  return { folder, write, run, read, peopleIn };
}

const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const address = (number: number) => `ann.${letters(number)}n@cnrs.fr`;
const person = (number: number) => `${address(number)},Ann ${letters(number)}`;
const people = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => person(from + index));
const addresses = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => address(from + index));

test('a few people get one ZIP, in their order, with the guides that their pages lead to', async () => {
  const { folder, write, run, read, peopleIn } = partsOf();
  write(people(0, 3));
  expect(await run()).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual(['all.journal.jsonl', 'all.report.csv', 'all.zip', 'people.csv']);
  expect(peopleIn('all.zip')).toEqual(addresses(0, 3));
  const files = read('all.zip');
  expect(Object.keys(files).some((path) => path.startsWith('guides/cnrs/'))).toBe(true);
  const page = new TextDecoder().decode(files[`${address(1)}/index.html`]);
  for (const [, path = ''] of page.matchAll(/href="\.\.\/([^"#]+)/g)) expect(Object.keys(files)).toContain(path);
  expect(page).toMatch(/href="\.\.\/guides\//);
});

test('more than a thousand get numbered ones; who comes later fills the last, and a change stays where it was', async () => {
  const { folder, write, run, read, peopleIn } = partsOf();
  write(people(0, 998));
  await run();
  expect(existsSync(join(folder, 'all.zip'))).toBe(true);
  // Two find room, and of the thousandth and first on there is another part.
  write(people(0, 1003));
  expect(await run()).toMatchObject({ code: 0 });
  expect(readdirSync(folder).filter((name) => name.endsWith('.zip'))).toEqual(['all-0001.zip', 'all-0002.zip']);
  expect(peopleIn('all-0001.zip')).toEqual(addresses(0, 1000));
  expect(peopleIn('all-0002.zip')).toEqual(addresses(1000, 1003));
  const report = readFileSync(join(folder, 'all.report.csv'), 'utf8');
  expect(report).toContain(`,unchanged,,,all-0001.zip/${address(7)}\n`);
  expect(report).toContain(`,created,,,all-0002.zip/${address(1001)}\n`);
  // All at once gives the same bytes.
  const whole = partsOf();
  whole.write(people(0, 1003));
  await whole.run();
  for (const name of ['all-0001.zip', 'all-0002.zip'])
    expect(readFileSync(join(folder, name)).equals(readFileSync(join(whole.folder, name))), name).toBe(true);
  // One is gone, one has another name: nobody else is touched, and nobody moves.
  const before = read('all-0001.zip');
  write([...people(0, 5), ...people(6, 9), `${address(9)},Eve`, ...people(10, 1003)]);
  expect(await run()).toMatchObject({ code: 1 });
  expect(await run('--update')).toMatchObject({ code: 0 });
  expect(peopleIn('all-0001.zip')).toEqual(addresses(0, 1000));
  const after = read('all-0001.zip');
  const changed = Object.keys(after).filter(
    (path) => !Buffer.from(after[path] ?? []).equals(before[path] ?? Buffer.of()),
  );
  expect(changed.length).toBeGreaterThan(0);
  for (const path of changed) expect(path).toContain(address(9));
  expect(readFileSync(join(folder, 'all.report.csv'), 'utf8')).toContain(`${address(5)},`);
});

test('a ZIP of somebody else by that name is refused and stays as it is', async () => {
  const { folder, write, run } = partsOf();
  write(people(0, 2));
  writeFileSync(join(folder, 'all.zip'), 'mine');
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('all.zip') });
  expect(readFileSync(join(folder, 'all.zip'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).some((name) => name.startsWith('.facteur-'))).toBe(false);
});

test('a ZIP for each person has them in a folder of their own, and is replaced when they change', async () => {
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  const out = join(folder, 'out');
  const run = (...more: readonly string[]) =>
    facteur(['generate', '--from', list, '--client', 'thunderbird', '--zip-per-person', '--out', out, ...more]);
  writeFileSync(list, `address,name\n${people(0, 2).join('\n')}\n`);
  expect(await run()).toMatchObject({ code: 0 });
  expect(readdirSync(out).sort()).toEqual(['.facteur', ...addresses(0, 2).map((each) => `${each}.zip`), 'report.csv']);
  const file = join(out, `${address(0)}.zip`);
  const before = readFileSync(file);
  for (const path of Object.keys(unzipSync(before))) expect(path.startsWith(`${address(0)}/`)).toBe(true);
  writeFileSync(list, `address,name\n${address(0)},Eve\n${person(1)}\n`);
  expect(await run()).toMatchObject({ code: 1 });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(await run('--update')).toMatchObject({ code: 0 });
  expect(readFileSync(file).equals(before)).toBe(false);
  // With the other layout it is another run's journal.
  expect(await facteur(['generate', '--from', list, '--client', 'thunderbird', '--out', out])).toMatchObject({
    code: 2,
  });
});

test.each(['removed', 'emptied'])(
  'a ZIP whose journal was %s is not replaced, and nobody in it gets lost',
  async (how) => {
    const { folder, write, run, peopleIn } = partsOf();
    write(people(0, 3));
    await run();
    const before = readFileSync(join(folder, 'all.zip'));
    if (how === 'removed') rmSync(join(folder, 'all.journal.jsonl'));
    else writeFileSync(join(folder, 'all.journal.jsonl'), '');
    write(people(2, 4));
    for (const more of [['--dry-run'], [], ['--update']])
      expect(await run(...more)).toMatchObject({ code: 2, err: expect.stringContaining('all.zip') });
    expect(readFileSync(join(folder, 'all.zip')).equals(before)).toBe(true);
    renameSync(join(folder, 'all.zip'), join(folder, 'before.zip'));
    expect(await run()).toMatchObject({ code: 0 });
    expect(peopleIn('all.zip')).toEqual(addresses(2, 4));
  },
);

test('a ZIP that was put in its place before a run was killed is made again, unless somebody in it is in the list no more', async () => {
  const { folder, write, run } = partsOf();
  write(people(0, 3));
  await run();
  const before = readFileSync(join(folder, 'all.zip'));
  const journal = join(folder, 'all.journal.jsonl');
  const told = readFileSync(journal, 'utf8');
  const killed = told
    .split('\n')
    .filter((line) => !line.includes('"address"'))
    .join('\n');
  writeFileSync(journal, killed);
  write(people(1, 3));
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('all.zip') });
  expect(readFileSync(join(folder, 'all.zip')).equals(before)).toBe(true);
  writeFileSync(journal, killed);
  write(people(0, 3));
  expect(await run()).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'all.zip')).equals(before)).toBe(true);
});

test.each<[string, (zip: Buffer) => Buffer]>([
  ['cut short', (zip) => zip.subarray(0, zip.length - 1000)],
  ['emptied', () => Buffer.alloc(0)],
  ['damaged in its directory', (zip) => Buffer.concat([zip.subarray(0, -200), Buffer.alloc(100), zip.subarray(-100)])],
])('a ZIP that was %s is made again', async (_, damage) => {
  const { folder, write, run } = partsOf();
  write(people(0, 3));
  await run();
  const before = readFileSync(join(folder, 'all.zip'));
  writeFileSync(join(folder, 'all.zip'), damage(before));
  expect(await run()).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'all.zip')).equals(before)).toBe(true);
  expect(readFileSync(join(folder, 'all.report.csv'), 'utf8')).not.toContain('unchanged');
});

/** Where the contents of an entry lie in a ZIP. */
function contentsIn(zip: Buffer, name: string): number {
  const at = zip.indexOf(name);
  return at + name.length;
}

test.each([
  ['before', 1],
  ['behind', 3],
])('damage within a ZIP to who stands %s somebody who is replaced is mended, and told of', async (_, other) => {
  const { folder, write, run } = partsOf();
  write(people(0, 5));
  await run();
  const path = join(folder, 'all.zip');
  const changed = [...people(0, 2), `${address(2)},Eve`, ...people(3, 5)];
  // What it would be without damage.
  const sound = partsOf();
  sound.write(people(0, 5));
  await sound.run();
  sound.write(changed);
  await sound.run('--update');
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged.fill(
    0x55,
    contentsIn(whole, `${address(other)}/index.html`) + 40,
    contentsIn(whole, `${address(other)}/index.html`) + 60,
  );
  const guide = /guides\/cnrs\/[^\0]+?\.html/.exec(whole.toString('latin1'))?.[0] ?? '';
  damaged.fill(0x55, contentsIn(whole, guide) + 40, contentsIn(whole, guide) + 60);
  writeFileSync(path, damaged);
  write(changed);
  const { code, err } = await run('--update');
  expect(code).toBe(0);
  expect(err).toContain(`were damaged and are made again: ${address(other)}\n`);
  expect(readFileSync(path).equals(readFileSync(join(sound.folder, 'all.zip')))).toBe(true);
  const journal = readFileSync(join(folder, 'all.journal.jsonl'), 'utf8');
  expect(await run()).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'all.journal.jsonl'), 'utf8')).toBe(journal);
});

test('damage within a ZIP to who is in the list no more is not carried on: the run says so and changes nothing', async () => {
  const { folder, write, run } = partsOf();
  write(people(0, 3));
  await run();
  const path = join(folder, 'all.zip');
  const damaged = readFileSync(path);
  const at = contentsIn(damaged, `${address(1)}/index.html`);
  damaged.fill(0x55, at + 40, at + 60);
  writeFileSync(path, damaged);
  write([`${address(0)},Eve`, person(2)]);
  const { code, err } = await run('--update');
  expect(code).toBe(2);
  expect(err).toContain(`the files of ${address(1)} in ${path} are damaged`);
  expect(readFileSync(path).equals(damaged)).toBe(true);
});
