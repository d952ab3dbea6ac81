import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type JournalHead, openJournal } from '../../src/many/journal.ts';
import { nameOf } from '../../src/many/screen.ts';
import { temporaryFolder } from '../cli/terminal.ts';

const head: JournalHead = { source: 'csv:/people.csv', profiles: [], layout: 'folders' };
const line = (who: string, digit: string) => ({ address: `${who}@example.org`, login: who, digest: digit.repeat(32) });
const opened = (path: string, as: JournalHead = head) => openJournal(path, as, nameOf, true);

function written(...lines: ReturnType<typeof line>[]): string {
  const path = join(temporaryFolder(), 'journal.jsonl');
  const journal = opened(path);
  journal.add(lines);
  journal.close();
  return path;
}

test('a journal knows the last that was written of each person, in any case of letters', () => {
  const path = written(line('ann', 'a'), line('ben', 'b'), line('Ann', 'c'));
  const journal = opened(path);
  expect(journal.entry('ann@example.org')).toMatchObject({ digest: 'c'.repeat(32) });
  expect(journal.entry('ann@example.org')?.line()).toEqual(line('Ann', 'c'));
  expect(journal.entry('eve@example.org')).toBeUndefined();
  expect([...journal.lines()]).toEqual([line('ben', 'b'), line('Ann', 'c')]);
  journal.close();
});

test('a line that a killed run has not ended says nothing, and goes when the next one is written', () => {
  const path = written(line('ann', 'a'));
  const whole = readFileSync(path, 'utf8');
  const torn = JSON.stringify(line('ben', 'b'));
  for (const length of [1, 10, torn.length]) {
    writeFileSync(path, whole + torn.slice(0, length));
    const journal = opened(path);
    expect(journal.entry('ben@example.org')).toBeUndefined();
    journal.add([line('eve', 'e')]);
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe(`${whole}${JSON.stringify(line('eve', 'e'))}\n`);
  }
});

test('a first line that a killed run has not ended is written anew', () => {
  const path = written();
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.slice(0, 20));
  opened(path).close();
  expect(readFileSync(path, 'utf8')).toBe(whole);
});

test('lines that nobody can read are as if they were not there', () => {
  const path = written(line('ann', 'a'));
  appendFileSync(path, '{"address":7}\nnull\nxx\n{"address":"ben@example.org","login":"ben"}\n');
  const journal = opened(path);
  expect([...journal.lines()]).toEqual([line('ann', 'a')]);
  journal.close();
});

test.each([
  ['another list', { source: 'csv:/others.csv' }, 'many.other-source'],
  ['other profiles', { profiles: ['cnrs'] }, 'many.other-profiles'],
  ['another layout', { layout: 'archives' }, 'many.other-layout'],
  ['another shard', { shard: '1-of-2' }, 'many.other-shard'],
] as const)('a journal of %s is refused and stays as it is', (_, other, code) => {
  const path = written(line('ann', 'a'));
  const before = readFileSync(path);
  expect(() => opened(path, { ...head, ...other })).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code })] }),
  );
  expect(readFileSync(path)).toEqual(before);
});

test('a file that is no journal is refused and stays as it is', () => {
  const path = join(temporaryFolder(), 'journal.jsonl');
  writeFileSync(path, 'dear diary\n');
  expect(() => opened(path)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'many.no-journal' })] }),
  );
  expect(readFileSync(path, 'utf8')).toBe('dear diary\n');
});

test('a journal with more than twice as many lines as are needed has only these when it is opened again', () => {
  const path = written(line('ann', 'a'), line('ben', 'b'));
  const journal = opened(path);
  const more = [
    { sealed: 1, size: 1, digest: '1'.repeat(32) },
    { sealed: 1, size: 2, digest: '2'.repeat(32) },
    { sealed: 1, size: 3, digest: '3'.repeat(32) },
    { sheet: 1, size: 4, digest: '4'.repeat(32) },
  ];
  journal.add(more);
  journal.close();
  const before = readFileSync(path, 'utf8');
  opened(path).close();
  // Of a part the last two seals are needed: nothing is too much.
  expect(readFileSync(path, 'utf8')).toBe(before);
  const again = opened(path);
  for (const digit of '3456789') again.add([line('Ben', digit)]);
  again.close();
  // Whoever only looks changes nothing.
  const long = readFileSync(path, 'utf8');
  openJournal(path, head, nameOf, false).close();
  expect(readFileSync(path, 'utf8')).toBe(long);
  const short = opened(path);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(1 + 2 + 1 + 2);
  expect([...short.lines()]).toEqual([line('ann', 'a'), line('Ben', '9')]);
  expect(short.entry('ben@example.org')).toMatchObject({ digest: '9'.repeat(32) });
  expect(short.entry('ben@example.org')?.line()).toEqual(line('Ben', '9'));
  expect(short.seals(1).map(({ size }) => size)).toEqual([3, 2]);
  expect(short.sheet(1)).toMatchObject({ size: 4 });
  short.close();
  expect(readdirSync(dirname(path))).toEqual(['journal.jsonl']);
});

test('what a run was killed over while it wrote a shorter journal goes with the next one', () => {
  const path = written(line('ann', 'a'));
  writeFileSync(`${path}.new`, 'half');
  const before = readFileSync(path, 'utf8');
  opened(path).close();
  expect(readdirSync(dirname(path))).toEqual(['journal.jsonl']);
  expect(readFileSync(path, 'utf8')).toBe(before);
});
