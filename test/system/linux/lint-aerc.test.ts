import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { makeHome } from './home.ts';
import { changed, hurtLines, mutated } from './mutations.ts';

/* What lint says that aerc refuses is what aerc refuses, and what it has clean is taken. It tells the accounts that it has read where it has no terminal. */

const base = `[ods]
source = imaps://ada%40login.example@127.0.0.1:1
source-cred-cmd = echo pass
outgoing = smtps+plain://ada%40login.example@127.0.0.1:1
from = Ada Lovelace <ada@example.org>
default = INBOX

[second]
source = imaps://grace%40login.example@127.0.0.1:1
from = Grace Hopper <grace@example.org>
`;

const files = mutated(
  base,
  {
    bracket: changed(/\]/, ''),
    signless: changed(/ = /, ' '),
    sourceless: changed(/^source = .*/, 'copy-to = Sent'),
    senderless: changed(/^from = .*/, 'copy-to = Sent'),
    empty: changed(/= .*/, '='),
    archive: changed(/^default = .*/, 'archive = Archive'),
  },
  30,
  15,
).filter(({ text }) => !text.includes('"'));

describe.skipIf(!has('aerc'))('lint and aerc', () => {
  const home = makeHome();
  afterAll(() => home.remove());

  const refusals: boolean[] = [];
  test.each(files)('agree on a file with: $name', async ({ text }) => {
    home.put('.config/aerc/accounts.conf', text);
    chmodSync(join(home.path, '.config/aerc/accounts.conf'), 0o600);
    const { stdout, stderr } = spawnSync('aerc', [], {
      input: '',
      encoding: 'utf8',
      timeout: 30_000,
      env: home.environment,
    });
    const output = `${stdout}${stderr}`;
    expect(output).toContain('accounts.conf');
    const refused = output.includes('Failed to load config') || !/accounts\.conf: \[\w+\] from/.test(output);
    const found = await hurtLines(text, 'aerc', 'aerc', ['refuses-file']);
    expect({ refused: (found ?? []).length > 0 }, output.slice(-1_000)).toEqual({ refused });
    refusals.push(refused);
  });

  test('that some are refused, and some are not', () => {
    expect(refusals.filter(Boolean).length).toBeGreaterThan(5);
    expect(refusals.filter((each) => !each).length).toBeGreaterThan(5);
  });
});
