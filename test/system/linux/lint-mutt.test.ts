import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { changed, hurtLines, mutated } from './mutations.ts';

/* The lines that lint says are lost to NeoMutt and Mutt are those that they complain of. Names of variables are changed where lint knows all: in those about servers. */

const base = `set realname = "Ada Lovelace"
set from = "ada@example.org" ; set use_from = yes
set imap_user = "ada@login.example"
set folder = "imaps://imap.example.org:993/"
set spoolfile = "+INBOX"
set smtp_url = "smtps://ada%40login.example@smtp.example.org:465/"
unset imap_pass
set smtp_authenticators = "plain:login"
set ssl_starttls = yes
set ssl_force_tls = yes # always
set noimap_passive
my_hdr X-Origin: home
folder-hook . 'set sort=threads'
`;

const files = mutated(
  base,
  {
    server: changed(/\b(imap|smtp|ssl)_(\w)/, '$1_x$2'),
    command: changed(/^(set|unset|my_hdr)\b/, '$1x'),
    commandless: changed(/^set /, ''),
    word: changed(/= yes/, '= maybe'),
    inner: changed(/"([a-z]+)/, '"$1`'),
    joined: changed(/;/, '\\;'),
    apostrophe: changed(/"/, "'"),
    next: changed(/$/, ' ; bogus x'),
    goesOn: changed(/$/, ' \\'),
    semicolon: changed(/$/, ';;'),
  },
  40,
  15,
).filter(({ text }) => !/`/.test(text) || /`[^`]*$/m.test(text));

describe.each(['neomutt', 'mutt'] as const)('lint and %s', (program) => {
  describe.skipIf(!has(program))('on this computer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-lint-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const complaints: boolean[] = [];
    test.each(files)('agree on a file with: $name', async ({ text }) => {
      const file = join(folder, 'muttrc');
      writeFileSync(file, text, { mode: 0o600 });
      const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'xterm' };
      const { stderr } = spawnSync(program, ['-n', '-F', file, '-D'], {
        input: '',
        encoding: 'utf8',
        timeout: 30_000,
        env,
      });
      const lines = [...stderr.matchAll(/^Error in .*, line (\d+): /gm)].map(([, line]) => Number(line));
      const found = await hurtLines(text, 'muttrc', program, ['ignores']);
      const told = [...new Set(found ?? [])];
      // A line that others continue is called by the last of them.
      const joined = text.includes('\\\n');
      if (joined) expect(told.length > 0, stderr).toBe(lines.length > 0);
      else expect(told, stderr).toEqual([...new Set(lines)]);
      complaints.push(lines.length > 0);
    });

    test('that some lines are lost, and some files have none', () => {
      expect(complaints.filter(Boolean).length).toBeGreaterThan(8);
      expect(complaints.filter((each) => !each).length).toBeGreaterThan(8);
    });
  });
});
