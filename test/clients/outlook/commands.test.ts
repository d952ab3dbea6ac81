import { describe, expect, test } from 'vitest';
import { consoleLines } from '../../../src/clients/outlook/console.ts';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { carriedBy, fixture, readProfile } from '../../fixtures.ts';
import { renderFormat } from '../../made.ts';
import { artifactOf, textOf } from './readers.ts';

const carried = carriedBy('password');
const scripts = carried.flatMap(({ name, account }) =>
  (['install-cmd', 'remove-cmd'] as const).map((id) => ({ name, id, text: textOf(account, id) })),
);

describe.each(scripts)('$id of $name', ({ text }) => {
  const lines = text.split('\r\n');

  test('is CRLF throughout, and ASCII until it has switched the code page', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const before = lines.slice(
      0,
      lines.findIndex((line) => line.includes('chcp.com" 850')),
    );
    expect(before.length).toBeGreaterThan(3);
    expect(before.join('')).toMatch(/^[ -~]*$/);
  });

  test('jumps to labels that are there', () => {
    const labels = lines.flatMap((line) => /^:(\w+)$/.exec(line)?.[1] ?? []);
    const jumps = [...text.matchAll(/\b(?:goto|call) :?(\w+)/g)]
      .map(([, label]) => label)
      .filter((label) => label !== 'eof');
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toEqual(expect.arrayContaining(jumps));
  });

  test('calls programs by their full path only', () => {
    for (const line of lines) expect(line).not.toMatch(/(?:^|[|(&']|\bdo )\s*(?:reg|find|tasklist|chcp|attrib)\b/i);
  });

  test('holds nothing of the person', () => {
    expect(text).not.toMatch(/<DisplayName>|<LoginName>|prenom\.nom|o'brien|%TEMP%/);
  });
});

describe('install.cmd knows its autodiscover.xml', () => {
  const account = (address: string, login = 'x@ods.services') =>
    resolve({ address, login }, [readProfile('cnrs')]).account;
  const wanted = (address: string) => {
    const text = textOf(account(address), 'install-cmd');
    return [/find\.exe" "([0-9a-f-]{36})"/.exec(text)?.[1] ?? 'none', /"%size%"=="(\d+)"/.exec(text)?.[1]] as const;
  };
  const addresses = ['nom@cnrs.fr', 'prenom.nom@cnrs.fr', "o'neil@cnrs.fr", 'élève@cnrs.fr', 'a%b&c^d!e@cnrs.fr'];

  test.each(addresses)('of %s, by a digest and its length, and takes nobody else’s', (address) => {
    const [mark, size] = wanted(address);
    const own = artifactOf(account(address), 'autodiscover').bytes;
    expect(new TextDecoder().decode(own)).toMatch(new RegExp(`</Autodiscover>\\n<!-- ${mark} -->\\n$`));
    expect(String(own.length)).toBe(size);
    const others = addresses.filter((each) => each !== address).map((each) => account(each));
    for (const other of [...others, account(address, 'y@ods.services')]) {
      expect(textOf(other, 'autodiscover')).not.toContain(mark);
    }
  });
});

test.each(['install-cmd', 'remove-cmd'])('%s compares no variable that it has not set', (id) => {
  const text = textOf(fixture('plain'), id);
  const set = new Set([...text.matchAll(/set "(\w+)=/g)].map(([, name]) => name));
  const read = [...text.matchAll(/if (?:\/i )?(?:not )?"%(\w+)(?::[^%]*)?%"==/g)].map(([, name]) => name);
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => !set.has(name))).toEqual([]);
});

test('no line for the console is longer than it, nor has a sign that code page 850 or cmd would take amiss', () => {
  const text = '“Œuvre”\u00a0: l’été —\u202f« à peine »… '.repeat(20).trim();
  const lines = consoleLines(text);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
  expect(lines.join(' ')).toBe("'OEuvre' : l'été - « à peine »... ".repeat(20).trim());
});

test('speaks the person’s language, in code page 850', () => {
  const french = artifactOf(fixture('plain'), 'install-cmd').bytes;
  expect(Buffer.from(french).includes(Buffer.from('Outlook est pr\x88t pour votre adresse', 'latin1'))).toBe(true);
  expect(textOf(fixture('primary'), 'install-cmd')).toContain('Outlook is prepared for your address');
});

test.each([
  ['primary', 'Extract the whole ZIP first, then start this file in the new folder.'],
  ['plain', "Extrayez d'abord le ZIP, puis lancez ce fichier dans le nouveau dossier."],
] as const)('started inside a ZIP, it says in its first line what to do: %s', (name, line) => {
  const lines = textOf(fixture(name), 'install-cmd').split('\r\n');
  const missing = lines.slice(lines.indexOf(':missing'));
  expect(missing.find((each) => each.includes('echo '))).toBe(`>&2 echo ${line}`);
});

/** They speak of passwords, in words for people or as the name of a way to sign in. */
const SPEAKS_OF_PASSWORDS = [
  'prf',
  'install-zip',
  'install-cmd',
  'remove-cmd',
  'install-ps1',
  'intune-detect',
  'intune-remediate',
  'intune-remove',
  'android-managed',
  'ios-managed',
  'mac-managed',
];

test('no artifact asks for or carries a password', () => {
  for (const { account } of carried) {
    for (const format of outlook
      .formats('en')
      .filter(({ id, applies }) => !SPEAKS_OF_PASSWORDS.includes(id) && (applies?.(account) ?? true))) {
      for (const { bytes } of renderFormat(outlook, format, account)) {
        expect(Buffer.from(bytes).toString('latin1').replaceAll('\0', '')).not.toMatch(/passw|mot de passe/i);
      }
    }
  }
});
