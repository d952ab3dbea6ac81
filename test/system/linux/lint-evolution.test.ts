import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { changed, hurtLines, mutated } from './mutations.ts';

/* What lint says that Evolution cannot read at all is what GLib cannot read, by which Evolution reads its sources. */

const base = `[Data Source]
DisplayName=ODS
Enabled=true
Parent=

[Mail Account]
BackendName=imapx
IdentityUid=ods-identity

[Authentication]
Host=imap.example.org
Port=993
User=ada@login.example

[Security]
Method=ssl-on-alternate-port
`;

const files = mutated(
  base,
  {
    bracket: changed(/\]/, ''),
    signless: changed(/=/, ' '),
    spaced: changed(/=/, ' = '),
    semicolon: changed(/^/, '; '),
    keyless: changed(/^\w+=/, '='),
  },
  40,
  15,
);

const READ = `
import json, sys
from gi.repository import GLib
answers = []
for text in json.load(sys.stdin):
    try:
        GLib.KeyFile().load_from_data(text, len(text.encode()), GLib.KeyFileFlags.NONE)
        answers.append('')
    except GLib.Error as error:
        answers.append(error.message)
json.dump(answers, sys.stdout)
`;

describe.skipIf(!has('/usr/libexec/evolution-source-registry') || !has('python3'))('lint and GLib', () => {
  const input = JSON.stringify(files.map(({ text }) => text));
  const run = () => spawnSync('/usr/bin/python3', ['-c', READ], { input, encoding: 'utf8', timeout: 60_000 });

  test('agree on sources with all kinds of faults', async () => {
    const { stdout, stderr } = run();
    expect(stderr).toBe('');
    // A list of texts, as the lines above write it.
    const answers = JSON.parse(stdout) as string[];
    let known = 0;
    for (const [index, { name, text }] of files.entries()) {
      const found = await hurtLines(text, 'source', 'evolution', ['refuses-file']);
      // A file that has lost its sign is none of ours to judge.
      if (found === undefined) continue;
      known += 1;
      expect({ name, refused: found.length > 0 }, answers[index]).toEqual({ name, refused: answers[index] !== '' });
    }
    expect(known).toBeGreaterThan(30);
    expect(answers.filter((each) => each !== '').length).toBeGreaterThan(8);
  });
});
