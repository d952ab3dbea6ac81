import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../fixtures.ts';

/* What the compiler refuses of words, in which line: asked of the compiler itself, on a copy of the sources. */

let copy: string;
let mistakes: readonly Mistake[];
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'facteur-words-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'try'));
  tries.forEach(({ lines }, at) => {
    writeFileSync(join(copy, `try/${at}.ts`), [...HEAD, ...lines].join('\n'));
  });
  mistakes = mistakesIn(tries.map((_, at) => `try/${at}.ts`));
}, 300_000);
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

/** What each file for trying begins with. */
const HEAD = [
  "import { either } from '../src/words/text.ts';",
  "import { bind, source, translate } from '../src/words/words.ts';",
  "export const en = source({ plain: 'Plain', shown: 'Of {address}', list: ['One'], two: either('role', 'A {x}', 'B') });",
  'export const used = [either, bind, translate];',
];

const whole = [
  "  plain: 'Simple',",
  "  shown: 'De {address}',",
  "  list: ['Un', 'Deux'],",
  "  two: either('role', 'A {x}', 'B'),",
];

/** A file of words, and in which of its lines what is wrong. */
interface Try {
  readonly what: string;
  readonly lines: readonly string[];
  readonly wrong?: readonly number[];
  readonly message?: RegExp;
}
const translation = (...body: readonly string[]) => ['export const fr = translate(en, {', ...body, '});'];
const missing = whole.with(1, "  shown: 'De',");
const unknown = whole.with(0, "  plain: 'De {login}',");

/** All are compiled at once. */
const tries: readonly Try[] = [
  { what: 'a translation with every key and name, lists of another length too', lines: translation(...whole) },
  { what: 'a missing key', lines: translation(...whole.slice(0, 3)), wrong: [1], message: /two/ },
  {
    what: 'a key that English has not',
    lines: translation(...whole, "  more: 'Plus',"),
    wrong: [6],
    message: /English has no such text/,
  },
  { what: 'a missing name', lines: translation(...missing), wrong: [3], message: /\{address\} is missing/ },
  {
    what: 'a name that English has not',
    lines: translation(...unknown),
    wrong: [2],
    message: /English has no \{login\}/,
  },
  { what: 'a list that is none', lines: translation(...whole.with(2, "  list: 'Un',")), wrong: [4] },
  { what: 'a value that is missing', lines: ["bind(en, 'en').shown({});"], wrong: [1] },
  { what: 'a value that is not taken', lines: ["bind(en, 'en').shown({ address: '', login: '' });"], wrong: [1] },
  { what: 'values for a text that takes none', lines: ["bind(en, 'en').plain({});"], wrong: [1] },
  { what: 'no value that decides between two forms', lines: ["bind(en, 'en').two({ x: 1 });"], wrong: [1] },
];

test.each(tries.map(({ what, ...each }, at) => ({ what, at, ...each })))(
  'the compiler hears of $what, in the line $wrong',
  ({ at, wrong = [], message = /^/ }) => {
    const own = mistakes.filter(({ file }) => file === `try/${at}.ts`);
    expect(own.map(({ line }) => line - HEAD.length)).toEqual(wrong);
    for (const each of own) expect(each.message).toMatch(message);
  },
);

/** English in a table of languages: `{ en, fr`, or `en: …` with a text, a call, an object or a name. */
const TABLE = /\ben: (\{(?:[^{}]|\{[^{}]*\})*\}|'[^']*'|[\w.]+\([^()]*\)|[\w.]+(?=, fr:))|\{ en, fr\b/;

function withThird(english: string, whole?: string): string {
  return `${english}, tlh: ${whole ?? 'en'}`;
}

test('a further language is a line in the list, and then what the compiler asks for', { timeout: 600_000 }, () => {
  const entries = ['src/index.ts', 'src/cli/main.ts', 'src/server/worker.ts'];
  const change = (file: string, by: (text: string) => string) => {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    expect(by(text), file).not.toBe(text);
    writeFileSync(path, by(text));
  };
  change('src/model/account.ts', (text) =>
    text.replace("export type Language = 'fr' | 'en';", "export type Language = 'fr' | 'en' | 'tlh';"),
  );

  const asked = mistakesIn(entries);
  const about = asked.filter(({ message }) => message.includes("'tlh'"));
  const files = [...new Set(about.map(({ file }) => file))];
  expect(files).toEqual(expect.arrayContaining(['src/words/languages.ts', 'src/words/index.ts', 'src/errors.ts']));
  const words = files.filter((file) => /^src\/clients\/[^/]+\/words\.ts$/.test(file));
  expect(words).toEqual(
    readdirSync(join(copy, 'src/clients'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[^/]+\/words\.ts$/.test(file))
      .map((file) => `src/clients/${file}`)
      .sort(),
  );

  // It speaks English, everywhere where it is missed.
  const tables = files.filter((file) => TABLE.test(readFileSync(join(copy, file), 'utf8')));
  for (const file of tables) change(file, (text) => text.replace(new RegExp(TABLE, 'g'), withThird));
  expect(mistakesIn(entries)).toEqual([]);
});
