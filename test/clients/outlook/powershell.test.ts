import { createRequire } from 'node:module';
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedBy } from '../../fixtures.ts';
import { artifactOf, textOf } from './readers.ts';

/*
 * No PowerShell runs here: a grammar of other people (tree-sitter's) reads the script, and what can be said without running it is checked on the tree.
 */
const carried = carriedBy('password');

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  const grammar = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm');
  parser.setLanguage(await Language.load(grammar));
});

/** Of Windows PowerShell 3.0 and later, each with parameters that it had then. */
const CMDLETS = [
  'ForEach-Object',
  'Get-ChildItem',
  'Get-Item',
  'Get-Process',
  'Join-Path',
  'Move-Item',
  'New-Item',
  'New-ItemProperty',
  'New-Object',
  'Out-Null',
  'Remove-Item',
  'Remove-ItemProperty',
  'Set-StrictMode',
  'Split-Path',
  'Test-Path',
  'Where-Object',
  'Write-Output',
];

/** Automatic and preference variables, and the members of $env: that the script reads. */
const GIVEN = ['_', 'true', 'false', 'null', 'PID', 'PSCmdlet', 'WhatIfPreference', 'ErrorActionPreference'];

const INTUNE = ['intune-detect', 'intune-remediate', 'intune-remove-detect', 'intune-remove'] as const;
const SCRIPTS = ['install-ps1', ...INTUNE] as const;
const every = carried.flatMap(({ name, account }) => SCRIPTS.map((id) => ({ name, account, id })));

describe.each(every)('$id of $name', ({ account, id }) => {
  const text = textOf(account, id);

  test('is UTF-8 with a mark and CRLF', () => {
    expect([...artifactOf(account, id).bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is PowerShell by its grammar', () => {
    const tree = read(text);
    expect(nodes(tree, 'ERROR').map(({ text }) => text)).toEqual([]);
    expect(tree.hasError).toBe(false);
  });

  test('keeps the file where install.cmd keeps it, so that each takes back what the other did', () => {
    const path = (name: string): string => {
      const [, base = '', child = ''] =
        new RegExp(`^\\$${name} = Join-Path -Path (.+) -ChildPath '([^']+)'`, 'm').exec(text) ?? [];
      return `${base.startsWith('$') ? path(base.slice(1)) : '%LOCALAPPDATA%'}\\${child}`;
    };
    const command = textOf(account, 'install-cmd');
    const [, shared = ''] = /set "shared=([^"]+)"/.exec(command) ?? [];
    const [, folder = ''] = /set "folder=%shared%([^"]+)"/.exec(command) ?? [];
    expect(command).toContain('"%folder%\\autodiscover.xml"');
    expect(path('target')).toBe(`${shared}${folder}\\autodiscover.xml`);
    if (text.includes('$new =')) expect(command).toContain(`"%folder%${path('new').slice(path('folder').length)}"`);
    if (text.includes('$notes =')) {
      const notes = /\$notes = 'HKCU:\\' \+ '([^']+)'/.exec(text)?.[1];
      expect(command).toContain(`set "notes=HKCU\\${notes}"`);
    }
    if (id !== 'intune-detect') expect(text).toContain(`$names = @('${folder.slice(1)}', `);
  });

  if (id === 'intune-remove-detect') return;
  test('carries exactly the bytes of autodiscover.xml', () => {
    const list = nodes(read(text), 'assignment_expression').find((node) => node.text.startsWith('$xml ='));
    const lines = list === undefined ? [] : nodes(list, 'verbatim_string_characters').map(({ text }) => unquote(text));
    expect(`${lines.join('\n')}\n`).toBe(textOf(account, 'autodiscover'));
  });
});

test.each(SCRIPTS)(
  '%s calls only its own functions and cmdlets that are there, and reads no variable that nothing sets',
  (id) => {
    const tree = read(textOf(fixtureNamed('plain'), id));
    const functions = nodes(tree, 'function_name').map(({ text }) => text);
    const commands = nodes(tree, 'command_name').map(({ text }) => text);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => !functions.includes(name) && !CMDLETS.includes(name))).toEqual([]);
    expect(functions.filter((name) => !commands.includes(name))).toEqual([]);

    const variables = nodes(tree, 'variable').map(({ text }) => text.slice(1));
    expect(variables.length).toBeGreaterThan(20);
    const set = [
      ...nodes(tree, 'left_assignment_expression').map(({ text }) => text.slice(1)),
      ...nodes(tree, 'script_parameter').map(({ text }) => text.replace(/^[\s\S]*\$/, '')),
      ...[...tree.text.matchAll(/foreach \(\$(\w+) in/g)].map(([, name]) => name),
    ].map((name) => name?.toLowerCase());
    const given = GIVEN.map((name) => name.toLowerCase());
    expect(
      variables.filter((name) => !set.includes(name.toLowerCase()) && !given.includes(name.toLowerCase())),
    ).toEqual([]);
  },
);

test('notes by the same names as install.cmd what was there before', () => {
  const script = textOf(fixtureNamed('plain'), 'install-ps1');
  const command = textOf(fixtureNamed('plain'), 'remove-cmd');
  const keys = [...script.matchAll(/^ {4}'(Software\\Microsoft\\[^']*)'/gm)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(5);
  expect([...command.matchAll(/^if defined note_(Software\S+)/gm)].map(([, key]) => key)).toEqual(keys);
  const settings = [...script.matchAll(/@{ Version = '(.*)'; Key = '.*'; Name = '(.*)' }/g)];
  expect(settings).toHaveLength(3);
  for (const [, version, name] of settings) expect(command).toContain(`%note_${version}-${name}%`);
  for (const state of ['absent', 'zero', 'set']) {
    expect(script).toContain(`return '${state}'`);
    expect(command).toContain(`_PreferLocalXML=${state}"`);
  }
});

test.each(['plain', 'pop3'])('looks at the same policies as install.cmd, for %s', (name) => {
  const forbidden = name === 'pop3' ? 'DisablePOP3' : 'DisableIMAP';
  expect(textOf(fixtureNamed(name), 'install-ps1')).toContain(`Options" '${forbidden}'`);
  expect(textOf(fixtureNamed(name), 'install-cmd')).toContain(`%key%\\Options" "${forbidden}"`);
});

test('what a policy forbids, the detection does not call prepared', () => {
  const text = textOf(fixtureNamed('plain'), 'intune-detect');
  const policy = (id: string) => /function Get-Policy[\s\S]*?\r\n}\r\n/.exec(textOf(fixtureNamed('plain'), id))?.[0];
  expect(policy('intune-detect')).toBe(policy('install-ps1'));
  expect(text.indexOf('$obstacles = @(Get-Obstacle)')).toBeGreaterThan(0);
  expect(text.indexOf('$obstacles = @(Get-Obstacle)')).toBeLessThan(text.indexOf('if (Test-Prepared)'));
});

test.each(['install-ps1', 'intune-detect'])('%s takes an empty key for no Outlook', (id) => {
  const text = textOf(fixtureNamed('plain'), id);
  const used = text.slice(
    text.indexOf('function Get-UsedVersion'),
    text.indexOf('\r\n}', text.indexOf('function Get-UsedVersion')),
  );
  expect(used).toContain('Outlook.Application\\CurVer');
  expect(used).toContain("Get-KeyPath $_ 'Profiles'");
  expect(used).not.toContain('Count +');
});

test('a removal is not asked for again because of a folder that something else lies in', () => {
  expect(textOf(fixtureNamed('plain'), 'intune-remove-detect')).not.toContain('Test-Path -LiteralPath $folder');
});

test.each(INTUNE)('%s asks for no argument, and has no exit code but 0 and 1', (id) => {
  const text = textOf(fixtureNamed('plain'), id);
  expect(text).not.toMatch(/^param\(\s*[^)\s]/m);
  const codes = [...text.matchAll(/\bexit (\S+)/g)].map(([, code]) => code);
  // `exit $Code` comes after the exit of Intune in one function.
  expect(new Set(codes.filter((code) => code !== '$Code'))).toEqual(new Set(['0', '1']));
});

test.each(['intune-detect', 'intune-remove-detect'])('%s changes nothing', (id) => {
  const commands = nodes(read(textOf(fixtureNamed('plain'), id)), 'command_name').map(({ text }) => text);
  expect(
    commands.filter((name) => /^(?:Set-(?!StrictMode)|New|Remove|Move|Write-(?!Output)|Enable|Restore)/.test(name)),
  ).toEqual([]);
});

test('the remediation is install.ps1 with other words and codes, and the removal is it with -Remove', () => {
  const body = (id: string) => {
    const lines = textOf(fixtureNamed('plain'), id).split('\r\n');
    return lines
      .slice(lines.findIndex((line) => line.startsWith('Set-StrictMode')))
      .filter((line) => !/^ {4}Installed /.test(line));
  };
  expect(body('intune-remediate')).toEqual(body('install-ps1'));
  expect(body('intune-remove')).toEqual(body('install-ps1'));
  const switches = (id: string) =>
    /\$Remove = (\S+)\s+\$intune = (\S+)/.exec(textOf(fixtureNamed('plain'), id))?.slice(1);
  expect(switches('intune-remediate')).toEqual(['$false', '$true']);
  expect(switches('intune-remove')).toEqual(['$true', '$true']);
});

test('never empties or deletes a registry key', () => {
  const lines = textOf(fixtureNamed('plain'), 'install-ps1').split('\r\n');
  for (const line of lines.filter((each) => /New-Item -Path \$Path/.test(each)))
    expect(line).toContain('-not (Test-Path');
  expect(lines.filter((line) => /Remove-Item\b(?!Property)/.test(line))).toHaveLength(1);
  expect(lines.join('\n')).not.toMatch(/Remove-Item .*-Recurse/);
});

test.each(["if ($a { 'x' }", "$a = 'it's'", 'function f( { }', '@{ a = }'])('the grammar refuses %s', (broken) => {
  expect(read(broken).hasError).toBe(true);
});

const trees = new Map<string, Node>();

/** A script is read once, however many tests look at it. */
function read(text: string): Node {
  const node = trees.get(text) ?? parse(text);
  trees.set(text, node);
  return node;
}

function parse(text: string): Node {
  const tree = parser.parse(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  if (tree === null) throw new Error('the parser gave nothing');
  return tree.rootNode;
}

function nodes(tree: Node, type: string): Node[] {
  return tree.descendantsOfType(type).filter((node) => node !== null);
}

/** about_Quoting_Rules: a doubled quote is one, and PowerShell takes the curly ones for quotes too. */
function unquote(literal: string): string {
  return literal.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1');
}

function fixtureNamed(name: string) {
  const found = carried.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not carried`);
  return found.account;
}
