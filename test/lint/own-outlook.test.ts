import { describe, expect, test } from 'vitest';
import { outlook } from '../../src/clients/outlook/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { fixtures } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { brokenBy, judged, unexpected } from './judged.ts';

/** What a provider wants, and no file of ours can mend. */
const wanted: Readonly<Record<string, string>> = {};

function filesOf(account: Account, id: string): Uint8Array[] {
  try {
    return renderFormat(outlook, { id }, account).map(({ bytes }) => bytes);
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
}

const accounts = fixtures();

describe.each(accounts)('what Facteur writes for Outlook on Windows ($name)', ({ account }) => {
  test.each(['install-reg', 'remove-reg', 'prf'])('is clean as %s', async (id) => {
    for (const file of filesOf(account, id)) expect(unexpected(await brokenBy(file), wanted)).toEqual([]);
  });
});

test('some accounts have such files, each known by its content', async () => {
  for (const [id, kind] of [
    ['install-reg', 'reg'],
    ['remove-reg', 'reg'],
    ['prf', 'prf'],
  ] as const) {
    const made = accounts.flatMap(({ account }) => filesOf(account, id));
    expect(made.length).toBeGreaterThan(5);
    expect(new Set(await Promise.all(made.map(async (file) => (await judged(file))?.kind)))).toEqual(new Set([kind]));
  }
});

describe('a registry file', () => {
  const key = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]';
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le'));
  const header = 'Windows Registry Editor Version 5.00\n\n';

  test('has its bytes read on in the next lines, as wide text or as ANSI', async () => {
    const wide = `"example.org"=hex(2):25,00,54,00,45,00,4d,00,50,00,25,00,5c,00,\\\n  61,00,00,00\n"PreferLocalXML"=dword:1\n`;
    expect(await brokenBy(utf16(`${header}${key}\n${wide}`))).toEqual(['reg/expandable-path']);
    const narrow = `REGEDIT4\n\n${key}\n"example.org"=hex(1):43,3a,5c,61,00\n"PreferLocalXML"=dword:1\n`;
    expect(await brokenBy(narrow.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test('of one line without end is read in one way through it', async () => {
    const long = 'x'.repeat(450_000);
    expect(await brokenBy(utf16(`${header}${key}\n"${long}\n`))).toEqual(['reg/syntax']);
    expect(
      await brokenBy(utf16(`${header}${key}\n"a"="${'\\\\'.repeat(200_000)}"\n"b"=hex:${'00,'.repeat(100_000)}\\`)),
    ).toContain('reg/domain-value');
    expect(await brokenBy(`REGEDIT4${' '.repeat(900_000)}`)).toContain('reg/line-ends');
    expect(await brokenBy(utf16(`${header}${'[a]\n'.repeat(50_000)}`))).toContain('reg/hive');
  });
});

test('a profile file of a megabyte is read in one way through it', async () => {
  const account = Array.from({ length: 30_000 }, (_, index) => `Account${index}=IMAP_I_Mail\r\n`).join('');
  const ids = await brokenBy(`[General]\r\nProfileName=a\r\n[Internet Account List]\r\n${account}`);
  expect(new Set(ids)).toEqual(new Set(['prf/part-missing']));
  expect(await brokenBy(`[I_Mail]${'='.repeat(900_000)}`)).toContain('prf/syntax');
});

test('an exported profile is told once for each profile, also below Windows Messaging, and is one of Outlook', async () => {
  const keys = ['A', 'B'].flatMap((name) =>
    Array.from(
      { length: 40 },
      (_, index) =>
        `[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles\\${name}\\${index}]\r\n"a"="b"\r\n`,
    ),
  );
  const file = Buffer.from(`\ufeffWindows Registry Editor Version 5.00\r\n\r\n${keys.join('')}`, 'utf16le');
  const { flaws } = (await judged(file)) ?? { flaws: [] };
  expect(flaws.map(({ rule, line }) => [rule.id, line])).toEqual([
    ['reg/profile-written', 3],
    ['reg/profile-written', 83],
  ]);
});
