import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { changed, hurtLines, mutated } from './mutations.ts';

/* What lint says that msmtp refuses is what msmtp refuses, and what it has clean is taken. */

const base = `defaults
auth on
tls on

account ods
host smtp.example.org
port 587
tls_starttls on
user "ada@login.example"
passwordeval "echo pass"
from ada@example.org

account second : ods
host smtp.example.com
from ada@example.com

account default : ods
`;

const files = mutated(
  base,
  {
    key: changed(/^(\w+)/, '$1x'),
    upper: changed(/^([a-z])/, 'X$1'),
    on: changed(/\bon\b/, 'yes'),
    port: changed(/587/, '70000'),
    portless: changed(/587/, 'submission'),
    parent: changed(/: ods/, ': odd'),
    name: changed(/second/, 'ods'),
    method: changed(/auth on/, 'auth scram'),
    long: changed(/"echo pass/, `"echo pass ${'x'.repeat(500)}`),
    unset: changed(/^host .*/, 'tls_cert_file x.pem'),
    flag: changed(/tls_starttls on/, 'tls_nostarttls on'),
  },
  40,
  15,
);

describe.skipIf(!has('msmtp'))('lint and msmtp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-lint-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refusals: boolean[] = [];
  test.each(files)('agree on a file with: $name', async ({ text }) => {
    const file = join(folder, 'msmtprc');
    writeFileSync(file, text, { mode: 0o600 });
    const faults = ['ods', 'second', 'default'].flatMap((account) => {
      const args = ['-C', file, '--pretend', '-a', account, 'x@example.org'];
      const { stderr } = spawnSync('msmtp', args, { input: '', encoding: 'utf8', timeout: 30_000 });
      // What is said of an account that a mutation took away.
      return [...stderr.matchAll(/^msmtp: (?!account \S+ not found)(.*)$/gm)].map(([, said = '']) => said);
    });
    const found = await hurtLines(text, 'msmtprc', 'msmtp', ['refuses-file', 'refuses-account']);
    expect({ refused: (found ?? []).length > 0 }, faults.join('\n')).toEqual({ refused: faults.length > 0 });
    const line = /line (\d+):/.exec(faults[0] ?? '')?.[1];
    if (line !== undefined) expect(found).toContain(Number(line));
    refusals.push(faults.length > 0);
  });

  test('that some are refused, and some are not', () => {
    expect(refusals.filter(Boolean).length).toBeGreaterThan(8);
    expect(refusals.filter((each) => !each).length).toBeGreaterThan(8);
  });
});
