import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { changed, hurtLines, mutated } from './mutations.ts';

/* What lint says that mbsync refuses is what mbsync refuses, and what it has clean is taken. */

const base = `IMAPAccount ods
Host imap.example.org
Port 993
User "ada@login.example"
PassCmd "pass mail/ods"
SSLType IMAPS
AuthMechs PLAIN LOGIN

IMAPStore ods-remote
Account ods

MaildirStore ods-local
Path ~/Mail/ods/
Inbox ~/Mail/ods/INBOX
SubFolders Verbatim

Channel ods
Far :ods-remote:
Near :ods-local:
Create Both
SyncState *
`;

const files = mutated(
  base,
  {
    key: changed(/^(\w+)/, '$1x'),
    type: changed(/IMAPS/, 'TLS'),
    newer: changed(/SSLType/, 'TLSType'),
    port: changed(/993/, '70000'),
    portless: changed(/993/, 'imaps'),
    store: changed(/:ods-/, ':odd-'),
    account: changed(/Account ods/, 'Account odd'),
    old: changed(/^Far/, 'Master'),
    spec: changed(/:ods-remote:/, 'ods-remote'),
    unquoted: changed(/"pass mail/, 'pass mail'),
    escape: changed(/$/, '\\'),
    password: changed(/SSLType IMAPS/, 'Pass x'),
    create: changed(/Both/, 'Always'),
    lower: changed(/^Host/, 'hOST'),
  },
  40,
  15,
);

describe.skipIf(!has('mbsync'))('lint and mbsync', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-lint-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refusals: boolean[] = [];
  test.each(files)('agree on a file with: $name', async ({ text }) => {
    const file = join(folder, 'mbsyncrc');
    writeFileSync(file, text, { mode: 0o600 });
    const env = { ...process.env, HOME: folder };
    const { stderr } = spawnSync('mbsync', ['-c', file, '-l', 'nothing'], { encoding: 'utf8', timeout: 30_000, env });
    // Once the file is taken, there is no such channel.
    const faults = stderr.split('\n').filter((line) => line !== '' && !/^(?:Notice: |No channel)/.test(line));
    const found = await hurtLines(text, 'mbsyncrc', 'isync', ['refuses-file']);
    expect({ refused: (found ?? []).length > 0 }, faults.join('\n')).toEqual({ refused: faults.length > 0 });
    const line = /^[^:]*:(\d+): (?!unknown)/.exec(faults[0] ?? '')?.[1];
    if (line !== undefined) expect(found, faults.join('\n')).toContain(Number(line));
    refusals.push(faults.length > 0);
  });

  test('that some are refused, and some are not', () => {
    expect(refusals.filter(Boolean).length).toBeGreaterThan(8);
    expect(refusals.filter((each) => !each).length).toBeGreaterThan(8);
  });
});
