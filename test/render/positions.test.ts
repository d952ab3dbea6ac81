import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, UnrepresentableError } from '../../src/errors.ts';
import { precompileTemplate } from '../../src/template/compile.ts';
import { notations } from '../../src/template/notation.ts';
import { texts } from '../arbitrary.ts';
import { readAccountrc } from '../readers/accountrc.ts';
import { readCmdEcho, readCmdLine } from '../readers/cmd.ts';
import { readGoIniSection, readGoIniValue } from '../readers/go-ini.ts';
import { readIni } from '../readers/ini.ts';
import { readKeyFile } from '../readers/key-file.ts';
import { readMbsyncWords } from '../readers/mbsync.ts';
import { readMsmtpArgument } from '../readers/msmtp.ts';
import { readMuttWords } from '../readers/mutt.ts';
import { readShellWords } from '../readers/sh.ts';
import { readTomlTable, readTomlValue } from '../readers/toml.ts';
import { codePage850 } from './code-page-850.ts';
import { sourcesOf, template } from './fill.ts';

/*
 * The notations of lines. In every position that a placeholder may take, whatever it stands for comes out of a reader that is not ours, or is refused; where it
 * may not stand, the template does not compile, and the message has line and column of the placeholder.
 */
type Lined = 'muttrc' | 'msmtprc' | 'mbsyncrc' | 'aerc' | 'toml' | 'keyfile' | 'accountrc' | 'prf' | 'cmd';

/** A template with `{{x}}`, and who reads its text: the value, or the whole where the notation gives it no meaning. */
type Legal = readonly [text: string, read: (text: string) => unknown];

const firstLine = (read: (line: string) => unknown) => (text: string) => read(text.split('\n')[0] ?? '');
const secondLine = (read: (line: string) => unknown) => (text: string) => read(text.split('\n')[1] ?? '');
/** A comment reaches to the end of its line and no further: what stands behind it is what stood there. */
const comment = (rest: string) => (text: string) => {
  const [first = '', ...others] = text.split('\n');
  expect(others.join('\n')).toBe(rest);
  return first;
};
/** The words of the command in the backquotes of a line. */
const command = (line: string) =>
  readShellWords((/`((?:[^`\\]|\\.)*)`/.exec(line)?.[1] ?? '').replace(' 2>/dev/null', ''));
/** With what stands around the value in the template taken away. */
const between = (before: string, value: unknown, after = '') => {
  const text = String(value);
  expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
  return text.slice(before.length, text.length - after.length);
};
const inGroup = (text: string) => readKeyFile(text).get('G')?.get('a');
const inSection = (text: string) => readIni(text).get('S')?.get('a');
const inAccount = (text: string) => readAccountrc(text).get('[Account: 1]')?.get('a');
const lineOfCmd = (line: string) => readCmdLine(line.replace('\r', ''), { PATH: 'wrong', X: 'wrong', here: 'H' });

const legal: Readonly<Record<Lined, readonly Legal[]>> = {
  muttrc: [
    ['set a = {{x}}\n', firstLine((line) => readMuttWords(line)[3])],
    ['set a={{x}}\n', firstLine((line) => between('a=', readMuttWords(line)[1]))],
    ['  set b = "c d" a = +{{x}}e\n', firstLine((line) => between('+', readMuttWords(line).at(-1), 'e'))],
    ['set a = {{y}} b = {{x}}', firstLine((line) => readMuttWords(line).at(-1))],
    ['set a = `tool -a {{y}} {{x}} 2>/dev/null`\n', firstLine((line) => command(line)[3])],
    ['set a = "b`tool {{x}}`"\n', firstLine((line) => command(line)[1])],
  ],
  msmtprc: [
    ['user {{x}}\n', firstLine(readMsmtpArgument)],
    ['host a\n  user\t{{x}} \nhost b', secondLine(readMsmtpArgument)],
    ['passwordeval {{x}}', firstLine(readMsmtpArgument)],
  ],
  mbsyncrc: [
    ['User {{x}}\n', firstLine((line) => readMbsyncWords(line)[1])],
    ['Patterns "a b" {{y}} {{x}}\n', firstLine((line) => readMbsyncWords(line)[3])],
    ['Far :a{{y}}:{{x}}b\n', firstLine((line) => between(':ay:', readMbsyncWords(line)[1], 'b'))],
  ],
  aerc: [
    ['a = {{x}}\n', firstLine(readGoIniValue)],
    ['[b]\na={{x}} \n', secondLine(readGoIniValue)],
    ['[{{x}}]\n', firstLine(readGoIniSection)],
  ],
  toml: [
    ['a = {{x}}\n', firstLine((line) => readTomlValue(line.slice(4)))],
    ['a.b = {{x}} # c', firstLine((line) => readTomlValue(line.slice(6, -4)))],
    ['a = [{{y}}, {{x}}]', firstLine((line) => readTomlValue(between('a = ["y", ', line, ']')))],
    ['[a.{{x}}]\n', firstLine((line) => readTomlTable(line)[1])],
    ['[{{x}}.a]\n', firstLine((line) => readTomlTable(line)[0])],
  ],
  keyfile: [
    ['[G]\na={{x}}\n', inGroup],
    ['[G]\na = b {{x}} c\n', (text) => between('b ', inGroup(text), ' c')],
    ['[G]\na={{y}}{{x}}\n', (text) => between('y', inGroup(text))],
  ],
  accountrc: [
    ['[Account: 1]\na={{x}}\n', inAccount],
    ['[Account: 1]\na=b {{x}} c', (text) => between('b ', inAccount(text), ' c')],
  ],
  prf: [
    ['[S]\na={{x}}\n', inSection],
    ['[S]\na = {{x}} \nb=c', inSection],
  ],
  cmd: [
    ['tool "{{x}}"\n', firstLine((line) => lineOfCmd(line)[1])],
    ['tool "a{{y}}" "b {{x}}"\n', firstLine((line) => between('b ', lineOfCmd(line)[2]))],
    ['tool "C:\\\\{{x}}" c\n', firstLine((line) => between('C:\\', lineOfCmd(line)[1]))],
    ['echo {{x}}\n', firstLine((line) => readCmdEcho(line.replace('\r', ''), {}))],
    ['echo a %%: {{x}}\n', firstLine((line) => between('a %: ', readCmdEcho(line.replace('\r', ''), {})))],
  ],
};

/** Comments, where there are any: their values end with the line. */
const comments: Readonly<Partial<Record<Lined, string>>> = {
  muttrc: '# ',
  mbsyncrc: '# ',
  aerc: '; ',
  toml: '# ',
  keyfile: '#',
  prf: '; ',
  cmd: 'rem ',
};

const illegal: Readonly<Record<Lined, readonly string[]>> = {
  muttrc: [
    '{{x}}',
    'set {{x}}',
    'set {{x}} = a',
    'set a = "{{x}}"',
    "set a = '{{x}}'",
    'set a = "b\\"{{x}}"',
    'set a = \\\\{{x}}',
    'set a = b {{x}}',
    'my_hdr From: {{x}}',
    'source {{x}}',
    'account-hook . "set a = {{x}}"',
    'folder-hook . set a = {{x}}',
    'set a = `{{x}}`',
    'set a = `tool "{{x}}"`',
    'set a = `tool $(b {{x}})`',
    'set a = `tool; {{x}}`',
    'set a = `tool > {{x}}`',
    'set a = b # {{x}}',
    'set a = b; {{x}}',
    '# a \\\nset b = {{x}}',
    'set a = {{#if y}}"{{/if}}{{x}}',
  ],
  msmtprc: [
    '{{x}}',
    'user "{{x}}"',
    'user a{{x}}',
    'user {{x}}a',
    'user {{x}}{{y}}',
    'user {{x}} # a',
    'account a : {{x}}',
    'eval {{x}}',
    '# {{x}}',
    'user {{#each y}}{{x}}{{/each}}',
  ],
  mbsyncrc: ['{{x}}', '{{x}} a', 'User "{{x}}"', 'User "a\\"{{x}}"', 'User \\\\{{x}}', 'User a # {{x}}', 'User{{x}}'],
  aerc: [
    '{{x}}',
    '{{x}} = a',
    'a = "{{x}}"',
    'a = b{{x}}',
    'a = {{x}}b',
    'a = {{x}} # b',
    'a = {{x}}{{y}}',
    '[a {{x}}]',
    '[{{x}}a]',
    'a = b \\\nc = {{x}}',
    'a = """\nb = {{x}}\n"""',
    'a = `\nb = {{x}}\n`',
  ],
  toml: [
    '{{x}}',
    '{{x}} = 1',
    'a = "{{x}}"',
    "a = '{{x}}'",
    'a = 1{{x}}',
    'a = {{x}}1',
    'a = {{x}}{{y}}',
    'a = [{{x}}1]',
    'a = [1 {{x}}]',
    'a = ["{{x}}"]',
    'a = """\nb = {{x}}\n"""',
    "a = '''\nb = {{x}}\n'''",
    'a = 1 # {{x}}',
    '[a{{x}}]',
    '["a{{x}}"]',
    'a = [{{#each y}}{{x}}{{/each}}]',
  ],
  keyfile: [
    '{{x}}',
    '{{x}}=a',
    '[{{x}}]',
    'a{{x}}=b',
    'a={{x}};',
    'a=b;{{x}}',
    'a={{x}};{{y}};',
    'a=b\\\\{{x}}',
    ' # {{x}}',
  ],
  accountrc: ['{{x}}', '{{x}}=a', '[{{x}}]', '[Account: {{x}}]', 'a{{x}}=b', '# {{x}}'],
  prf: ['{{x}}', '{{x}}=a', '[{{x}}]', 'a="{{x}}"', 'a=b{{x}}', 'a={{x}}b', 'a={{x}}{{y}}', 'a={{#if y}}b{{/if}}{{x}}'],
  cmd: [
    '{{x}}',
    'tool {{x}}',
    'set a={{x}}',
    'set "a=b" {{x}}',
    'call :a {{x}}',
    'call "{{x}}"',
    '"{{x}}" a',
    '@"%here%\\\\{{x}}"',
    'if exist a (\n  echo {{x}}\n)',
    'if exist a (\n  if exist b (\n  echo c\n  )\n  echo {{x}}\n)',
    'if exist a (echo {{x}})',
    'goto {{x}}',
    ':{{x}}',
    'echo %{{x}}%',
    'tool "%{{x}}"',
    'tool "%%{{x}}"',
    'tool "%~dp{{x}}"',
    'tool ^"{{x}}"',
    'echo {{x}}>a',
    'echo "a" {{x}}',
    'tool ^\n"{{x}}"',
    'for %%V in ({{x}}) do tool',
    'for %%V in (a) do "{{x}}"',
  ],
};

const decode: Readonly<Partial<Record<Lined, (bytes: Uint8Array) => string>>> = {
  cmd: (bytes) => Array.from(bytes, (byte) => codePage850[byte]).join(''),
};
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

function write(notation: Lined, text: string, x: string): string | undefined {
  try {
    const bytes = notations[notation].encode(template(notation, text)({ x, y: 'y' }));
    return (decode[notation] ?? utf8)(bytes);
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

describe.each(Object.entries(legal) as [Lined, readonly Legal[]][])('%s: a value goes round', (notation, cases) => {
  test.each(cases)('in %j', (text, read) => {
    let written = 0;
    fc.assert(
      fc.property(texts, (value) => {
        const made = write(notation, text, value);
        if (made === undefined) return;
        written++;
        expect(read(made)).toBe(value);
      }),
      { numRuns: 300 },
    );
    // The property says nothing where all is refused.
    expect(written).toBeGreaterThan(20);
  });
});

test.each(Object.entries(comments) as [Lined, string][])('%s: a value in a comment ends with it', (notation, sign) => {
  const rest = `comes next${notation === 'cmd' || notation === 'prf' ? '\r' : ''}\n`;
  fc.assert(
    fc.property(texts, (value) => {
      const made = write(notation, `${sign}{{x}}\ncomes next\n`, value);
      if (made !== undefined) expect(comment(rest)(made)).toMatch(/^(?:[#;]|rem )/);
    }),
    { numRuns: 300 },
  );
});

describe.each(Object.entries(illegal) as [Lined, readonly string[]][])('%s: nothing compiles', (notation, cases) => {
  test.each(cases)('with %j', (text) => {
    // The placeholder itself, or one behind it that it takes with it.
    const places = [...text.matchAll(/\{\{[xy]\}\}/g)]
      .filter(({ index }) => index >= text.indexOf('{{x}}'))
      .map(({ index }) => ({
        file: `templates/t.${notation}.hbs`,
        line: text.slice(0, index).split('\n').length,
        column: index - text.lastIndexOf('\n', index),
      }));
    try {
      precompileTemplate(`t.${notation}`, text, sourcesOf({}));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems[0]?.code).toMatch(/^template\.(?:elsewhere|not-whole)$/);
      expect(places).toContainEqual(error.problems[0]?.place);
      return;
    }
    expect.unreachable('it compiled');
  });
});
