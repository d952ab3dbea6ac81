import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../fixtures.ts';

/* What the compiler refuses of words, in which line: asked of the compiler itself, on a copy of the sources. */

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'facteur-words-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'try'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What `tsc` says of these files, and of all that they import. */
function mistakesIn(files: readonly string[]): Mistake[] {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { stdout, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', copy, '--pretty', 'false'],
    { cwd: copy, encoding: 'utf8', timeout: 240_000 },
  );
  if (error !== undefined) throw error;
  return [...stdout.matchAll(/^(\S+?)\((\d+),\d+\): error \w+: (.*(?:\n {2}.*)*)/gm)].map(
    ([, file = '', line, message = '']) => ({ file, line: Number(line), message }),
  );
}

/** A file of words for trying, and what is wrong with it. */
function mistakesOf(lines: readonly string[]): Mistake[] {
  const head = [
    "import { either } from '../src/words/text.ts';",
    "import { bind, source, translate } from '../src/words/words.ts';",
    "export const en = source({ plain: 'Plain', shown: 'Of {address}', list: ['One'], two: either('role', 'A {x}', 'B') });",
    'export const used = [either, bind, translate];',
  ];
  writeFileSync(join(copy, 'try/words.ts'), [...head, ...lines].join('\n'));
  return mistakesIn(['try/words.ts']).map((each) => ({ ...each, line: each.line - head.length }));
}

const whole = [
  "  plain: 'Simple',",
  "  shown: 'De {address}',",
  "  list: ['Un', 'Deux'],",
  "  two: either('role', 'A {x}', 'B'),",
];
const translation = (...body: readonly string[]) => ['export const fr = translate(en, {', ...body, '});'];

describe('a translation', () => {
  test('with every key and name compiles, lists of another length too', () => {
    expect(mistakesOf(translation(...whole))).toEqual([]);
  });

  test.each([
    ['a key is missing', whole.slice(0, 3), [1], /two/],
    ['English has no such key', [...whole, "  more: 'Plus',"], [6], /English has no such text/],
    ['a name is missing', whole.with(1, "  shown: 'De',"), [3], /\{address\} is missing/],
    ['English has no such name', whole.with(0, "  plain: 'De {login}',"), [2], /English has no \{login\}/],
    ['a list is none', whole.with(2, "  list: 'Un',"), [4], /./],
  ])('does not compile where %s, in that line', (_, body, lines, message) => {
    const mistakes = mistakesOf(translation(...body));
    expect(mistakes.map(({ line }) => line)).toEqual(lines);
    expect(mistakes[0]?.message).toMatch(message);
  });
});

test.each([
  ['a value is missing', "bind(en, 'en').shown({});"],
  ['a value is not taken', "bind(en, 'en').shown({ address: '', login: '' });"],
  ['a text takes none', "bind(en, 'en').plain({});"],
  ['the value that decides between two forms is missing', "bind(en, 'en').two({ x: 1 });"],
])('a use of a text does not compile where %s', (_, use) => {
  expect(mistakesOf([use]).map(({ line }) => line)).toEqual([1]);
});

test('a further language is a line in the list, and then what the compiler asks for', { timeout: 300_000 }, () => {
  const change = (file: string, from: string, to: string) => {
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    expect(text, file).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  change('model/account.ts', "export type Language = 'fr' | 'en';", "export type Language = 'fr' | 'en' | 'tlh';");
  try {
    const asked = mistakesIn(['src/index.ts', 'src/cli/main.ts', 'src/server/worker.ts']);
    expect(asked.filter(({ message }) => !message.includes('tlh'))).toEqual([]);
    const files = asked.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['src/words/languages.ts', 'src/words/index.ts', 'src/errors.ts']));
    const clients = new Set(files.flatMap((file) => /^src\/clients\/([^/]+)\/words\.ts$/.exec(file)?.[1] ?? []));
    expect(clients).toContain('msmtp');
    expect(clients.size).toBeGreaterThan(15);
  } finally {
    cpSync(join(root, 'src/model/account.ts'), join(copy, 'src/model/account.ts'));
  }
});
