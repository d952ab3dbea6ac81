import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { accountAs, copiesIn, identitiesIn, type ProgramId, programs, putTheirs } from './people.ts';
import { scriptsOf } from './scripts.ts';

/*
 * A script that is killed, with a signal that it cannot hear, before one of its commands; then the person starts one again. In bash the trap DEBUG comes
 * before every command; elsewhere functions stand before those that change files, and before most that read them.
 */
const commands = 'awk cat chmod cksum cmp cp cut find grep head ln mkdir mv printf rm rmdir sort tail tr'.split(' ');
const TICK = `ticks=0
tick() {
  ticks=$((ticks + 1))
  if [ "$ticks" -eq "$KILL_AT" ]; then kill -KILL "$$"; fi
}
`;
const before = {
  dash: `${TICK}${commands.map((name) => `${name}() { tick; command ${name} "$@"; }`).join('\n')}\n`,
  busybox: `${TICK}${commands.map((name) => `${name}() { tick; command ${name} "$@"; }`).join('\n')}\n`,
  bash: `ticks=0\nset -T\ntrap 'ticks=$((ticks + 1)); if [ "$ticks" -eq "$KILL_AT" ]; then kill -KILL "$$"; fi' DEBUG\n`,
} as const;
type Shell = keyof typeof before;
/** Evolution's default accounts are no file's business here. */
const quiet = { GSETTINGS_BACKEND: 'memory' };

describe.skipIf(process.platform !== 'linux')('a script that is killed', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  /** Kills a script before its nth command; false where it has fewer. */
  function killAt(shell: Shell, script: string, n: number): boolean {
    const { status } = home.run(
      script.replace('\n', () => `\n${before[shell]}`),
      {
        shell: shell === 'busybox' ? ['busybox', 'sh'] : [shell],
        environment: { KILL_AT: `${n}`, ...quiet },
      },
    );
    expect([0, null]).toContain(status);
    return status === null;
  }
  const succeed = (script: string, where: string) =>
    expect(home.run(script, { environment: quiet }), where).toMatchObject({ status: 0, stderr: '' });

  /** Every `step`th command of what is done to a home, and what a person does next. */
  function checkAll(client: ProgramId, shell: Shell, first: number, step: number): void {
    const account = accountAs('prenom.nom', 'primary');
    const { install, remove } = scriptsOf(client, account);
    const changed = scriptsOf(client, accountAs('prenom.nom', 'additional')).install;
    putTheirs(home, client);
    const there = home.snapshot();
    const back = (where: string) => {
      succeed(remove, where);
      expect(home.snapshot(), where).toEqual(there);
    };
    const works = (script: string, where: string) => {
      succeed(script, where);
      expect(identitiesIn(home, client, account), where).toBe(1);
      expect(copiesIn(home), where).toEqual([]);
    };
    let killed = true;
    for (let n = first; killed; n += step) {
      const where = `${client} in ${shell}, before command ${n}`;
      killed = killAt(shell, install, n);
      works(install, `installed anew: ${where}`);
      back(`removed: ${where}`);
      killed = killAt(shell, install, n + 1) || killed;
      back(`only removed: ${where}`);
      succeed(install, where);
      killed = killAt(shell, changed, n) || killed;
      works(changed, `changed anew: ${where}`);
      killed = killAt(shell, remove, n) || killed;
      back(`removed anew: ${where}`);
    }
  }

  test.skipIf(!has('dash')).each(programs)('%s: the next one ends well, in dash', (client) => {
    checkAll(client, 'dash', 1 + programs.indexOf(client), 23);
  });
  test.skipIf(!has('dash'))('msmtp, whose file has a password: the next one ends well, at more places', () => {
    checkAll('msmtp', 'dash', 2, 7);
  });
  test.skipIf(!has('busybox'))('neomutt: the next one ends well, in busybox', () =>
    checkAll('neomutt', 'busybox', 3, 17),
  );
  test.skipIf(!has('bash'))('msmtp: the next one ends well, before any command of bash', () => {
    checkAll('msmtp', 'bash', 5, 61);
  });
});
