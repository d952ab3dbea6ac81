import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/model/account.ts';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { accountAs, copiesIn, identitiesIn, type ProgramId, programs, putTheirs, theirs } from './people.ts';
import { scriptsOf } from './scripts.ts';

/* Installers and removers of the programs, one after the other, as people run them: in any order, in any role, beside what they write themselves. */
const shells = (['dash', 'bash', 'busybox'] as const).filter(has);

/** Somebody starts a script, with another folder for its notes (XDG_STATE_HOME) or not. */
interface Run {
  readonly local: 'prenom.nom' | 'nom';
  readonly format: 'install' | 'remove';
  readonly role: Role;
  readonly shell: (typeof shells)[number];
  readonly elsewhere: boolean;
}
/** The person writes a line into the file, before all else or behind it. */
type Step = Run | 'first' | 'last';

const runs: fc.Arbitrary<Run> = fc.record({
  local: fc.constantFrom('prenom.nom', 'nom'),
  format: fc.constantFrom('install', 'install', 'remove'),
  role: fc.constantFrom('primary', 'additional'),
  shell: fc.constantFrom(...shells),
  elsewhere: fc.constantFrom(false, false, false, true),
});
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: runs }, { weight: 1, arbitrary: fc.constantFrom('first', 'last') }),
  { minLength: 2, maxLength: 6 },
);
/** What a person may have there, in Latin-1. */
const beginnings = fc.constantFrom(
  undefined,
  'account',
  '',
  '# mine\n',
  '# mine\n# end',
  '# m\xefne\r\n\r\n# end\r\n',
  '# a\r# b\r',
  '#\0\n',
);
/** Programs whose files people do not write. */
const closed: readonly ProgramId[] = ['geary', 'claws-mail', 'evolution'];

describe.skipIf(process.platform !== 'linux')('in any order', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  test.each(['neomutt', 'mutt'] as const)('%s: a change of roles and back keeps the person’s file', (client) => {
    home.put('.muttrc', 'set sort=threads\n');
    const there = home.snapshot();
    for (const role of ['primary', 'additional', 'primary'] as const) {
      expect(home.run(scriptsOf(client, accountAs('prenom.nom', role)).install)).toMatchObject({ status: 0 });
    }
    expect(home.run(scriptsOf(client, accountAs('prenom.nom', 'primary')).remove)).toMatchObject({ status: 0 });
    expect(home.snapshot()).toEqual(there);
  });

  test.each(['neomutt', 'mutt'] as const)(
    '%s: an account goes beside one whose address ends like its own',
    (client) => {
      const other = scriptsOf(client, accountAs('prenom.nom', 'primary'));
      const there = home.snapshot();
      expect(home.run(other.install)).toMatchObject({ status: 0 });
      const before = home.snapshot();
      expect(home.run(scriptsOf(client, accountAs('nom', 'additional')).install)).toMatchObject({ status: 0 });
      expect(home.run(scriptsOf(client, accountAs('nom', 'primary')).remove)).toMatchObject({ status: 0 });
      expect(home.snapshot()).toEqual(before);
      expect(home.run(other.remove)).toMatchObject({ status: 0 });
      expect(home.snapshot()).toEqual(there);
    },
  );

  test.each(programs)('%s: what a person has comes back, and no account is there twice', (client) => {
    fc.assert(
      fc
        .property(beginnings, steps, (beginning, taken) => follow(home, client, beginning, taken))
        .beforeEach(() => {
          home.remove();
          home = makeHome();
          home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
        }),
      { seed: 2026, numRuns: 12 },
    );
  });
});

function follow(home: Home, client: ProgramId, beginning: string | undefined, taken: readonly Step[]): void {
  const [name, account] = theirs[client];
  const open = !closed.includes(client);
  let mine = beginning === 'account' || (beginning !== undefined && !open) ? account : beginning;
  if (mine !== undefined) putTheirs(home, client, mine);
  const folders = Object.keys(home.snapshot());
  const present = new Set<string>();
  const start = ({ local, format, role, shell, elsewhere }: Run) => {
    const chosen = accountAs(local, role);
    const result = home.run(scriptsOf(client, chosen)[format], {
      shell: shell === 'busybox' ? ['busybox', 'sh'] : [shell],
      environment: elsewhere && open ? { XDG_STATE_HOME: join(home.path, '.notes') } : { GSETTINGS_BACKEND: 'memory' },
    });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    if (format === 'install') present.add(local);
    else present.delete(local);
    for (const each of ['prenom.nom', 'nom']) {
      expect(identitiesIn(home, client, accountAs(each, role)), each).toBe(present.has(each) ? 1 : 0);
    }
    expect(copiesIn(home)).toEqual([]);
  };
  for (const [index, each] of taken.entries()) {
    if (typeof each === 'object') {
      start(each);
    } else if (open) {
      const line = `# line ${index}\n`;
      const write = (text: string) =>
        each === 'first' ? `${line}${text}` : `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}`;
      const now = home.has(name) ? readFileSync(join(home.path, name), 'latin1') : '';
      home.put(name, Buffer.from(write(now), 'latin1'));
      mine = write(mine ?? '');
    }
  }
  const last = { format: 'remove', role: 'primary', shell: 'dash', elsewhere: false } as const;
  for (const local of ['prenom.nom', 'nom'] as const) start({ ...last, local });
  if (home.has(name)) expect(readFileSync(join(home.path, name), 'latin1')).toBe(mine);
  else expect(mine).toBe(undefined);
  // Notes in another folder are out of reach, and with them what they say of folders.
  if (taken.some((each) => typeof each === 'object' && each.elsewhere && open)) return;
  const left = Object.keys(home.snapshot()).filter((each) => !name.startsWith(each));
  expect(left).toEqual(folders.filter((each) => !name.startsWith(each)));
}
