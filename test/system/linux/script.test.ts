import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/model/account.ts';
import { has, isRoot } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { installer, one, remover, two } from './toy.ts';

/*
 * What all scripts for Linux share (templates/linux), in the smallest scripts that use it: a file of the account's own, and a part of a file that is the
 * person's. Read by several shells.
 */
const shells = (['dash', 'bash', 'busybox'] as const)
  .filter(has)
  .map((shell) => (shell === 'busybox' ? ['busybox', 'sh'] : [shell]));

describe.skipIf(process.platform !== 'linux').each(shells.map((shell) => ({ shell })))(
  'scripts in $shell',
  ({ shell }) => {
    let home: Home;
    beforeEach(() => {
      home = makeHome();
    });
    afterEach(() => home.remove());

    const run = (script: string, environment = {}) => home.run(script, { shell, environment });
    const install = (account: Account, word = 'one') => {
      expect(run(installer(account, word))).toEqual({ status: 0, stdout: '', stderr: '' });
    };
    const remove = (account: Account) => {
      expect(run(remover(account))).toMatchObject({ status: 0, stderr: '' });
    };

    const before: [string, () => void][] = [
      ['an empty home', () => {}],
      ['a file', () => home.put('.toyrc', 'theirs é\n')],
      ['a file whose last line has no end', () => home.put('.toyrc', 'theirs\nlast')],
      ['an empty file', () => home.put('.toyrc', '')],
      [
        'a file in Latin-1 with line ends of Windows',
        () => home.put('.toyrc', Buffer.from('th\xe9irs\r\n\r\nx', 'latin1')),
      ],
      [
        'a file of another mode',
        () => {
          home.put('.toyrc', 'theirs\n');
          chmodSync(join(home.path, '.toyrc'), 0o640);
        },
      ],
      [
        'a link to a file elsewhere',
        () => {
          home.put('dotfiles/toyrc', 'theirs\n');
          symlinkSync('dotfiles/toyrc', join(home.path, '.toyrc'));
        },
      ],
      [
        'a link to a file that is not there yet',
        () => {
          mkdirSync(join(home.path, 'dotfiles'));
          symlinkSync('dotfiles/toyrc', join(home.path, '.toyrc'));
        },
      ],
      ['a file in the place of ours', () => home.put('.config/toy/one@example.org', 'foreign')],
    ];

    describe.each(before)('with %s', (_, prepare) => {
      let there: Record<string, string>;
      beforeEach(() => {
        prepare();
        there = home.snapshot();
      });

      test('install and remove leave what was there', () => {
        install(one);
        expect(home.read('.toyrc')).toContain('# >>> facteur toy one@example.org');
        expect(home.read('.config/toy/one@example.org')).toContain('\nword one\n');
        remove(one);
        expect(home.snapshot()).toEqual(there);
      });

      test('a second time changes nothing', () => {
        install(one);
        const once = home.snapshot();
        install(one);
        expect(home.snapshot()).toEqual(once);
        remove(one);
        expect(home.snapshot()).toEqual(there);
      });

      test('another account lives beside it, and they go in either order', () => {
        for (const [first, second] of [
          [one, two],
          [two, one],
        ] as const) {
          install(one);
          install(two);
          install(one, 'changed');
          remove(first);
          expect(home.read('.toyrc')).toContain(`# <<< facteur toy ${second.address}`);
          expect(home.read('.toyrc')).not.toContain(first.address);
          remove(second);
          expect(home.snapshot()).toEqual(there);
        }
      });
    });

    test('what the person writes later stays, before and behind our part', () => {
      home.put('.toyrc', 'first\nlast');
      install(one);
      install(two);
      home.put('.toyrc', `zero\n${home.read('.toyrc')}behind\n`);
      remove(one);
      remove(two);
      expect(home.read('.toyrc')).toBe('zero\nfirst\nlast\nbehind\n');
      expect(Object.keys(home.snapshot())).toEqual(['.toyrc']);
    });

    test('an installation anew changes our part where it stands', () => {
      home.put('.toyrc', 'first\n');
      install(one);
      home.put('.toyrc', `${home.read('.toyrc')}behind\n`);
      install(one, 'changed');
      expect(home.read('.toyrc').replace(/ \(\d+\)$/m, '')).toBe(
        'first\n# >>> facteur toy one@example.org\nword changed\naccount one@example.org\n# <<< facteur toy one@example.org\nbehind\n',
      );
      remove(one);
      expect(home.read('.toyrc')).toBe('first\nbehind\n');
    });

    test('what the person changes in our part is kept', () => {
      install(one);
      home.put('.toyrc', home.read('.toyrc').replace('word one', 'word theirs'));
      const own = '.config/toy/one@example.org';
      const change = (word: string) => home.put(own, home.read(own).replace('word one', word));
      change('mine now');
      const { stdout } = run(remover(one));
      const kept = join(home.path, '.local/state/facteur/kept/toy/one@example.org');
      expect(stdout).toContain(kept);
      expect(readFileSync(join(kept, 'main'), 'utf8')).toContain('word theirs\n');
      expect(readFileSync(join(kept, 'own'), 'utf8')).toContain('\nmine now\n');
      expect(home.has('.toyrc')).toBe(false);
      install(one);
      change('again');
      expect(run(installer(one, 'changed')).stdout).toContain(kept);
      expect(readFileSync(join(kept, 'own+'), 'utf8')).toContain('\nagain\n');
    });

    test('nothing to remove is no failure', () => {
      home.put('.toyrc', 'theirs\n');
      const there = home.snapshot();
      expect(run(remover(one))).toEqual({ status: 0, stdout: 'There was nothing to remove.\n', stderr: '' });
      expect(home.snapshot()).toEqual(there);
    });

    test('without its notes the remover takes out our part', () => {
      home.put('.toyrc', 'theirs');
      install(one);
      home.run('rm -r "$HOME/.local"');
      remove(one);
      expect(home.read('.toyrc')).toBe('theirs');
    });

    test('the folders of XDG count where they are absolute', () => {
      const environment = { XDG_CONFIG_HOME: join(home.path, 'c'), XDG_STATE_HOME: 'relative' };
      expect(run(installer(one), environment).status).toBe(0);
      expect(home.has('c/toy/one@example.org')).toBe(true);
      expect(home.has('.local/state/facteur/toy/one@example.org/own.path')).toBe(true);
      expect(run(remover(one), environment).status).toBe(0);
      expect(home.snapshot()).toEqual({});
    });

    test('nobody else can read what is written', () => {
      install(one);
      for (const [name, what] of Object.entries(home.snapshot())) {
        expect.soft(what, name).toMatch(name.endsWith('/') ? /^700$/ : /^600 /);
      }
    });

    const refused: [string, () => void, string][] = [
      ['a folder in the place of a file', () => mkdirSync(join(home.path, '.toyrc')), '.toyrc: this is not a file'],
      ['a file in the place of a folder', () => home.put('.config', ''), '.config: this cannot be written'],
      [
        'a link that leads nowhere',
        () => symlinkSync('gone/toyrc', join(home.path, '.toyrc')),
        '.toyrc: this link leads nowhere',
      ],
      ['no place for notes', () => home.put('.local', ''), '.local: this cannot be written'],
      [
        'no place for the last note',
        () => home.put('.local/state/facteur/toy', ''),
        '.local/state/facteur/toy/one@example.org: this cannot be written',
      ],
      [
        'half of our part',
        () => home.put('.toyrc', 'x\n# >>> facteur toy one@example.org\ny\n'),
        '.toyrc: the part between',
      ],
      [
        'our part twice',
        () => home.put('.toyrc', '# >>> facteur toy one@example.org\n# <<< facteur toy one@example.org\n'.repeat(2)),
        '.toyrc: the part between',
      ],
      [
        'our part upside down',
        () => home.put('.toyrc', '# <<< facteur toy one@example.org\n# >>> facteur toy one@example.org\n'),
        '.toyrc: the part between',
      ],
    ];
    test.each(refused)('%s is told in one line, and nothing changes', (_, prepare, message) => {
      prepare();
      refusesToInstall(message);
    });

    test('the running program is told in one line, and nothing changes', () => {
      // Longer than the 15 characters that the system keeps; the name is the file's.
      const program = 'a-program-of-the-tests';
      const file = join(dirname(home.path), program);
      symlinkSync('/bin/sleep', file);
      const sleeper = spawn(file, ['60'], { stdio: 'ignore' });
      try {
        refusesToInstall(`${program}: ${program} is running`, program);
      } finally {
        sleeper.kill();
      }
    });

    function refusesToInstall(message: string, program = 'no-such-program') {
      const there = home.snapshot();
      const result = run(installer(one, 'one', program));
      expect(result).toMatchObject({ status: 2, stdout: '' });
      expect(result.stderr).toContain(message);
      expect(result.stderr.match(/\n/g)).toHaveLength(1);
      expect(home.snapshot()).toEqual(there);
    }

    test.skipIf(!isRoot())('a home that the person may not write is told in one line', () => {
      const asNobody = (script: string) =>
        home.run(script, {
          shell: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...shell],
          environment: { TMPDIR: '/tmp' },
        });
      home.put('.toyrc', 'theirs\n');
      chmodSync(join(home.path, '..'), 0o755);
      const there = home.snapshot();
      const result = asNobody(installer(one));
      expect(result).toMatchObject({ status: 2, stdout: '' });
      expect(result.stderr).toMatch(/^\/[^\n]*: this cannot be written: [^\n]*\n$/);
      expect(home.snapshot()).toEqual(there);
    });

    test('a failure on the way undoes what was done', () => {
      home.put('.toyrc', 'theirs\n');
      const there = home.snapshot();
      // The second of the two places cannot be taken.
      const failing = installer(one).replace(
        '\ninstall\n',
        '\nmv() { case $* in */toy/one@example.org) return 1 ;; *) command mv "$@" ;; esac; }\ninstall\n',
      );
      expect(run(failing)).toEqual({
        status: 1,
        stdout: '',
        stderr: 'It did not work, and what had been done was undone.\n',
      });
      expect(home.snapshot()).toEqual(there);
    });

    test('a signal right after a folder was made leaves no folder', () => {
      const stopped = installer(one).replace(
        '\ninstall\n',
        // Two dollars would be one here.
        '\nmkdir() { command mkdir "$@" && case $1 in */toy) kill -TERM "$$$$" ;; esac; }\ninstall\n',
      );
      expect(run(stopped)).toMatchObject({ status: 1, stdout: '' });
      expect(home.snapshot()).toEqual({});
    });

    test('an argument is refused', () => {
      expect(home.run(installer(one), { shell, args: ['--help'] })).toEqual({
        status: 2,
        stdout: '',
        stderr: '--help: this script takes no arguments: start it without any\n',
      });
    });
  },
);

test.skipIf(!has('shellcheck'))('shellcheck has nothing to say', () => {
  for (const script of [installer(one), remover(one)]) {
    execFileSync('shellcheck', ['--shell=sh', '-'], { input: script, stdio: ['pipe', 'inherit', 'inherit'] });
  }
});
