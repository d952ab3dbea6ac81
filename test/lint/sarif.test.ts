import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../cli/terminal.ts';

/*
 * `lint --format sarif` by the JSON schema of SARIF 2.1.0. It is written in draft 04, of which it uses nothing that draft 07 reads otherwise: so its two keywords that say so are left
 * out.
 */
const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const isUrl = (text: string) => URL.canParse(text, 'https://example.org/');
const formats = { uri: (text: string) => URL.canParse(text), 'uri-reference': isUrl, 'date-time': true } as const;
const isSarif = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

const PROFILE = `id: example
name: Example
shortName: Example
organization: Example
identifier: org.example
languages: [en]
domains: [example.org]
incoming: [{ protocol: imap, host: imap.example.org, port: 143, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]
`;
const files: Readonly<Record<string, string>> = {
  'a b é%.yaml': PROFILE,
  'code.json': '[1,[1,1],[0,"imap.example.org",993,3,1,null],[]]',
  'account.k9s': '<k9settings version="99" format="1"/>',
  'config.xml': '<clientConfig version="1.1"/>',
  'broken.xml': '<clientConfig>',
  'account.prf': '[Service List]\n',
  'install.reg': 'REGEDIT4\n',
};

test('a report in SARIF is one by its schema, and says where each thing is', async () => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const names = Object.keys(files).map((name) => join(folder, name));
  const { code, out } = await facteur(['lint', '--format', 'sarif', ...names]);
  expect(code).toBe(1);
  const log = JSON.parse(out) as Log;
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  const [run] = log.runs;
  const found = run?.results.find(({ ruleId }) => ruleId === 'profile/port-security');
  expect(found?.locations[0]?.physicalLocation.region).toEqual({ startLine: 8, startColumn: 60 });
  expect(decodeURIComponent(found?.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toMatch(/a b é%\.yaml$/);
  // SARIF 2.1.0 §3.27.6: the index is that of the rule in the driver's list.
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  const judged = new Set(run?.results.map(({ ruleId }) => ruleId.split('/', 1)[0]));
  expect(judged).toEqual(new Set(['profile', 'qr', 'k9s', 'autoconfig', 'prf', 'reg']));
});

test('a report without anything in it is one too', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yaml'), PROFILE.replace('port: 143, ', ''));
  const { code, out } = await facteur(['lint', '--format', 'sarif', join(folder, 'a.yaml')]);
  expect(code).toBe(0);
  isSarif(JSON.parse(out));
  expect(isSarif.errors ?? []).toEqual([]);
});

test('the schema refuses what is none', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}
