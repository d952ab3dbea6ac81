import { describe, expect, test } from 'vitest';
import { consoleLines } from '../../../src/clients/outlook/console.ts';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { renderFormat } from '../../../src/render/render.ts';
import { fixture, fixtures } from '../../fixtures.ts';
import { artifactOf, textOf } from './readers.ts';

const carried = fixtures().filter(({ name }) => !['cram-md5', 'oauth2-only'].includes(name));
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
    for (const line of lines) expect(line).not.toMatch(/(?:^|[|(&']|\bdo )\s*(?:reg|find|tasklist|chcp)\b/i);
  });

  test('holds nothing of the person but a plain address', () => {
    expect(text).not.toMatch(/<DisplayName>|<LoginName>|prenom\.nom@ods|o'brien|%TEMP%/);
  });
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
    for (const format of outlook.formats.filter(
      ({ id, applies }) => !SPEAKS_OF_PASSWORDS.includes(id) && (applies?.(account) ?? true),
    )) {
      for (const { bytes } of renderFormat(outlook, format, account)) {
        expect(Buffer.from(bytes).toString('latin1').replaceAll('\0', '')).not.toMatch(/passw|mot de passe/i);
      }
    }
  }
});
