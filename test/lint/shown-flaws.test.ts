import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../cli/terminal.ts';

/* A file with very many faults of one kind is a report that somebody can read, and says how many there are. */

const MANY = 5_000;
const config = `<clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>
<displayName>Example</displayName><displayShortName>Example</displayShortName>
<incomingServer type="imap"><hostname>imap.example.org</hostname><port>993</port><socketType>SSL</socketType><authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.example.org</hostname><port>465</port><socketType>SSL</socketType><authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username></outgoingServer>
${'<made-up/>\n'.repeat(MANY)}</emailProvider></clientConfig>`;

function written(): string {
  const file = join(temporaryFolder(), 'many.xml');
  writeFileSync(file, config);
  return file;
}

test.each(['text', 'github'])('as %s ten are shown, and the others counted', async (format) => {
  const { code, out } = await facteur(['lint', '--format', format, written()]);
  const lines = out
    .trim()
    .split('\n')
    .filter((line) => line.includes('autoconfig/unknown-element'));
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toContain(`${MANY - 10} more of these in this file are not shown`);
  expect(code).toBe(0);
});

test('as JSON a hundred are shown, and the others counted', async () => {
  const { out } = await facteur(['lint', '--json', written()]);
  const { files } = JSON.parse(out) as {
    files: { problems: { rule: string }[]; unshown: { rule: string; severity: string; count: number }[] }[];
  };
  expect(files[0]?.problems.filter(({ rule }) => rule === 'autoconfig/unknown-element')).toHaveLength(100);
  expect(files[0]?.unshown).toEqual([{ rule: 'autoconfig/unknown-element', severity: 'note', count: MANY - 100 }]);
});

test('as SARIF too', async () => {
  const file = written();
  const { out } = await facteur(['lint', '--format', 'sarif', file]);
  const { runs } = JSON.parse(out) as {
    runs: { results: { ruleId: string }[]; properties: { unshown: { ruleId: string; count: number }[] } }[];
  };
  expect(runs[0]?.results.filter(({ ruleId }) => ruleId === 'autoconfig/unknown-element')).toHaveLength(100);
  expect(runs[0]?.properties.unshown).toMatchObject([{ ruleId: 'autoconfig/unknown-element', count: MANY - 100 }]);
  expect(out.length).toBeLessThan(readFileSync(file).length * 2);
});

test('errors that are not shown count all the same', async () => {
  const file = join(temporaryFolder(), 'a.reg');
  writeFileSync(file, `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\a]\r\n${'x\r\n'.repeat(300)}`);
  const { code, out } = await facteur(['lint', file]);
  expect(code).toBe(1);
  expect(out).toContain('error: 290 more of these in this file are not shown [reg/syntax]');
});

test('what an import loses is bounded too, and says that there is more', async () => {
  const { code, err } = await facteur(['import', written()]);
  expect(code).toBe(0);
  expect(err.split('\n').filter((line) => line.includes('<made-up>'))).toHaveLength(100);
  expect(err).toMatch(/many\.xml:105:\d+ {2}warning: from here on there are more things of this kind/);
});
