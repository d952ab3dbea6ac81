import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { has, isRoot } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { installer, one, remover, two } from './toy.ts';

/* What editors, people, other shells, full disks and a second script do to the files and notes that scripts for Linux share. */
describe.skipIf(process.platform !== 'linux')('scripts for Linux', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  const rc = '.toyrc';
  const own = '.config/toy/one@example.org';
  const install = (account = one, environment = {}) =>
    expect(home.run(installer(account), { environment })).toEqual({ status: 0, stdout: '', stderr: '' });
  const remove = (account = one, environment = {}) =>
    expect(home.run(remover(account), { environment })).toMatchObject({ status: 0, stderr: '' });
  const raw = (name: string) => readFileSync(join(home.path, name), 'latin1');
  const put = (name: string, text: string) => home.put(name, Buffer.from(text, 'latin1'));
  /** Refused in one line, and nothing changes. */
  function refuses(script: string, message: RegExp, environment = {}): void {
    const there = home.snapshot();
    const { status, stdout, stderr } = home.run(script, { environment });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(home.snapshot()).toEqual(there);
  }

  describe('find our part after an editor', () => {
    test.each([
      ['wrote the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
      ['put blanks behind the lines', (text: string) => text.replaceAll('\n', ' \t\n')],
      ['indented everything', (text: string) => text.replace(/^/gm, '\t').replace(/\t$/, '')],
      ['took the blanks out of comments', (text: string) => text.replace(/^# (>>>|<<<) /gm, '#$1')],
      ['wrote a NUL before', (text: string) => `\0\n${text}`],
      ['wrote a NUL behind', (text: string) => `${text}\0\xe9\n`],
    ])('%s', (_, edit) => {
      put(rc, 'theirs \xe9\n');
      install();
      put(rc, edit(raw(rc)));
      install();
      expect(raw(rc).match(/account one/g)).toHaveLength(1);
      put(rc, edit(raw(rc)));
      remove();
      expect(raw(rc)).toBe(edit(edit('theirs \xe9\n')));
      expect(Object.keys(home.snapshot())).toEqual([rc]);
    });

    test('wrote every line end as CR, which leaves no line of ours: told, and nothing changes', () => {
      put(rc, 'theirs\n');
      install();
      put(rc, raw(rc).replaceAll('\n', '\r'));
      refuses(remover(one), /\.toyrc: the part between/);
      refuses(installer(one), /\.toyrc: the part between/);
    });

    test.each([
      ['the first comment', /^# >>>.*\n/m, /\.toyrc: the part between/],
      ['the second comment', /^# <<<.*\n/m, /\.toyrc: the part between/],
      ['both comments', /^# (>>>|<<<).*\n/gm, /\.toyrc: our account stands here/],
    ])('took %s away: told, and nothing changes', (_, comment, message) => {
      put(rc, 'theirs\n');
      install();
      put(rc, raw(rc).replace(comment, ''));
      refuses(remover(one), message);
      home.run('rm -r "$HOME/.local"');
      refuses(remover(one), message);
    });

    test('wrote another part of ours into ours: told, and nothing changes', () => {
      install();
      install(two);
      const [, first = '', second = ''] = /([\s\S]*?one@example\.org \(\d+\)\n)([\s\S]*)/.exec(raw(rc)) ?? [];
      put(rc, first.replace('word one\n', `word one\n${second}`));
      refuses(remover(one), /\.toyrc: the part between/);
      remove(two);
      expect(raw(rc)).toBe(first);
    });
  });

  test('a comment that quotes ours is the person’s', () => {
    const theirs = '## # >>> facteur toy one@example.org (new file)\n## # <<< facteur toy one@example.org\n';
    put(rc, theirs);
    const there = home.snapshot();
    install();
    remove();
    expect(home.snapshot()).toEqual(there);
    remove();
    expect(home.snapshot()).toEqual(there);
  });

  test('two parts that the person put in the other order go, in either order, and the file with them', () => {
    for (const [first, second] of [
      [one, two],
      [two, one],
    ] as const) {
      install(one);
      install(two);
      const [, upper = '', lower = ''] = /([\s\S]*?one@example\.org \(\d+\)\n)([\s\S]*)/.exec(raw(rc)) ?? [];
      put(rc, lower + upper);
      remove(first);
      remove(second);
      expect(home.snapshot()).toEqual({});
    }
  });

  test('a line that the person wrote stays, and with it the file that we made', () => {
    install();
    put(rc, `${raw(rc)}mine\n`);
    put(own, `${raw(own)}mine too\n`);
    remove();
    expect([raw(rc), raw(own)]).toEqual(['mine\n', 'mine too\n']);
  });

  describe('where the person moved the file', () => {
    test('the remover looks where the program reads now', () => {
      put(rc, 'theirs\n');
      install();
      renameSync(join(home.path, rc), join(home.path, '.config/toyrc'));
      remove();
      expect(raw('.config/toyrc')).toBe('theirs\n');
    });

    test('the installer follows, and leaves no second part behind', () => {
      put('.config/toyrc', 'theirs\n');
      install();
      expect(raw('.config/toyrc')).toContain('account one');
      put(rc, 'newer\n');
      install();
      expect(raw('.config/toyrc')).toBe('theirs\n');
      expect(raw(rc)).toContain('account one');
      remove();
      expect([raw('.config/toyrc'), raw(rc)]).toEqual(['theirs\n', 'newer\n']);
    });

    test('another name of the home is no other file', () => {
      put(rc, 'theirs\n');
      const there = home.snapshot();
      symlinkSync(home.path, `${home.path} again`);
      const again = { HOME: `${home.path} again/` };
      install();
      install(one, again);
      expect(raw(rc)).toContain('account one');
      install(two, again);
      remove(one, again);
      remove(two);
      expect(home.snapshot()).toEqual(there);
    });

    test('another folder of configuration is still known', () => {
      install(one, { XDG_CONFIG_HOME: join(home.path, 'c') });
      expect(home.has('c/toy/one@example.org')).toBe(true);
      remove();
      expect(home.snapshot()).toEqual({});
    });
  });

  describe('with notes', () => {
    test.each([
      ['in another folder than before', { XDG_STATE_HOME: '/s' }, {}],
      ['in another folder since', {}, { XDG_STATE_HOME: '/s' }],
    ])('%s, our account goes', (_, before, after) => {
      const inHome = (folders: { XDG_STATE_HOME?: string }) =>
        folders.XDG_STATE_HOME === undefined ? {} : { XDG_STATE_HOME: join(home.path, folders.XDG_STATE_HOME) };
      put(rc, 'theirs');
      install(one, inHome(before));
      remove(one, inHome(after));
      expect(raw(rc)).toBe('theirs');
      expect(home.has(own)).toBe(false);
    });

    test.each([
      ['emptied', 'for f in "$1"/*; do : >"$f"; done'],
      ['full of something else', 'for f in "$1"/*; do printf "%s\\n" / /tmp .. "" x >"$f"; done'],
      ['half lost', 'rm "$1"/*.path'],
      ['that are folders now', 'for f in "$1"/*; do rm -r "$f"; mkdir "$f"; done'],
      [
        'from a copy that was never finished',
        'for f in "$1"/*; do cp "$f" "$f.new"; done; mkdir -p "$1/../../begun/plan"',
      ],
    ])('%s, our account goes', (_, damage) => {
      put(rc, 'theirs');
      install();
      expect(home.run(damage, { args: [join(home.path, '.local/state/facteur/toy/one@example.org')] }).stderr).toBe('');
      install();
      expect(home.run(damage, { args: [join(home.path, '.local/state/facteur/toy/one@example.org')] }).stderr).toBe('');
      remove();
      expect(raw(rc)).toBe('theirs');
      expect(home.has(own)).toBe(false);
      expect(home.has('.local/state/facteur')).toBe(false);
    });
  });

  const shells = [
    ...(['zsh', 'ksh', 'mksh', 'yash'] as const).filter(has).map((shell) => [shell]),
    ['bash', '--posix'],
    ['zsh', '--emulate', 'sh'],
  ].filter(([shell]) => shell !== 'zsh' || has('zsh'));
  test.each(shells.map((shell) => ({ name: shell.join(' '), shell })))('in $name they do as in sh', ({ shell }) => {
    const run = (script: string) => expect(home.run(script, { shell })).toMatchObject({ status: 0, stderr: '' });
    put(rc, 'theirs');
    const there = home.snapshot();
    run(installer(one));
    run(installer(two));
    run(installer(one, 'changed'));
    expect(raw(rc)).toMatch(/word changed\naccount one[\s\S]*account two/);
    run(remover(one));
    run(remover(two));
    expect(home.snapshot()).toEqual(there);
  });

  test('another name of the same file keeps what it had, and the person is told', () => {
    put('dotfiles/toyrc', 'theirs\n');
    linkSync(join(home.path, 'dotfiles/toyrc'), join(home.path, rc));
    const { status, stdout } = home.run(installer(one));
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/\.toyrc: this file had another name too \(a hard link\)/),
    });
    expect(raw('dotfiles/toyrc')).toBe('theirs\n');
    remove();
    expect([raw(rc), raw('dotfiles/toyrc')]).toEqual(['theirs\n', 'theirs\n']);
  });

  test.skipIf(!isRoot())('a file that its person may not write stays as it is', () => {
    put(rc, 'theirs\n');
    chmodSync(join(home.path, rc), 0o400);
    execFileSync('chown', ['-R', '65534:65534', home.path]);
    chmodSync(join(home.path, '..'), 0o755);
    const there = home.snapshot();
    const result = home.run(installer(one), {
      shell: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'dash'],
    });
    expect(result).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('.toyrc: this cannot be written'),
    });
    expect(home.snapshot()).toEqual(there);
  });

  test('a home whose name has a line break is refused', () => {
    const strange = join(home.path, 'a\nb');
    mkdirSync(strange);
    refuses(installer(one), /a b: this path has a line break[^\n]*\n$/, { HOME: strange });
  });

  test('two at once wait for each other', () => {
    put(rc, 'theirs');
    const there = home.snapshot();
    const both = (first: string, second: string) => {
      home.program('first', first);
      home.program('second', second);
      const { status, stderr } = home.run('first >/dev/null & second >/dev/null; code=$?; wait $! && exit "$code"\n');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    };
    for (let times = 0; times < 3; times++) {
      both(installer(one), installer(two));
      expect(raw(rc)).toContain('account one');
      expect(raw(rc)).toContain('account two');
      both(remover(one), remover(two));
      expect(home.snapshot()).toEqual(there);
    }
  });

  describe.each([
    ['a pipe that nobody reads', ' | true'],
    ['a full disk', ' >/dev/full'],
  ])('whose output goes to %s', (_, output) => {
    test('have done it all the same, and leave no copy behind', () => {
      put(rc, 'password hunter2\n');
      const there = home.snapshot();
      const run = (name: string, script: string) => {
        home.program(name, script);
        home.run(`${name}${output}\n`);
        expect(Object.keys(home.snapshot()).filter((each) => /facteur\/(begun|lock)/.test(each))).toEqual([]);
      };
      run('install', installer(one));
      expect(raw(rc)).toContain('account one');
      expect(home.has('.local/state/facteur/toy/one@example.org/own.path')).toBe(true);
      run('install', installer(one));
      run('remove', remover(one));
      expect(home.snapshot()).toEqual(there);
    });
  });

  test('whose complaint nobody reads leave no copy behind', () => {
    put(rc, 'password hunter2\n# >>> facteur toy one@example.org\n');
    const there = home.snapshot();
    home.program('install', installer(one));
    for (const output of ['2>&1 | true', '2>&-', '>&- 2>&-', '2>/dev/full']) {
      home.run(`install ${output}\n`);
      expect(home.snapshot(), output).toEqual(there);
    }
  });

  test.each(['cksum', 'awk'])('without %s they do not begin', (missing) => {
    put(rc, 'theirs\n');
    const folder = join(home.path, '..', 'few');
    mkdirSync(folder);
    for (const each of ['cat', 'dash', 'grep', 'mkdir', 'mv', 'rm', 'rmdir', 'sed', 'cksum', 'awk']) {
      const path = execFileSync('sh', ['-c', `command -v ${each}`], { encoding: 'utf8' }).trim();
      if (each !== missing) symlinkSync(path, join(folder, each));
    }
    refuses(installer(one), new RegExp(`^${missing}: this program is missing`), { PATH: folder });
  });

  test.skipIf(!isRoot() || !has('unshare'))('a full disk loses nothing, and is told in one line', () => {
    home.put('install', installer(one));
    home.put('remove', remover(one));
    const { status, stdout, stderr } = spawnSync('unshare', ['--mount', 'bash', '-c', FULL], {
      env: { ...home.environment, SCRIPTS: home.path },
      encoding: 'utf8',
      timeout: 170_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // Both happened.
    expect(stdout).toMatch(/^install 2$/m);
    expect(stdout).toMatch(/^install 0$/m);
  });
});

/** Leaves less and less room; whatever fails must leave everything as it was. */
const FULL = `set -u
disk=$SCRIPTS/disk
mkdir "$disk"
state() { (cd "$1" && find . ! -name filler | sort && find . -type f ! -name filler -exec cksum {} + | sort); }
for free in 0 12 20 28 36 48 64 96 160 240; do
  mount -t tmpfs -o size=256k none "$disk" || exit 1
  seq 300 >"$disk/.toyrc"
  before=$(state "$disk")
  head -c $(( (252 - free) * 1024 )) /dev/zero >"$disk/filler"
  HOME=$disk dash "$SCRIPTS/install" >/dev/null 2>"$SCRIPTS/error"
  code=$?
  echo "install $code"
  [ "$code" -eq 0 ] || [ "$code" -eq 2 ] || echo "ended with $code" >&2
  [ "$code" -eq 0 ] || [ "$(wc -l <"$SCRIPTS/error")" -eq 1 ] || cat "$SCRIPTS/error" >&2
  if [ "$code" -ne 0 ] && [ "$(state "$disk")" != "$before" ]; then
    echo "changed with $free:" >&2
    state "$disk" >&2
    cat "$SCRIPTS/error" >&2
  fi
  rm "$disk/filler"
  HOME=$disk dash "$SCRIPTS/install" >/dev/null || exit 1
  installed=$(state "$disk")
  head -c 1M /dev/zero >"$disk/filler" 2>/dev/null
  HOME=$disk dash "$SCRIPTS/remove" >/dev/null 2>"$SCRIPTS/error"
  code=$?
  if [ "$code" -ne 0 ] && [ "$(state "$disk")" != "$installed" ]; then echo "removal changed" >&2; fi
  [ "$code" -eq 0 ] || [ "$(wc -l <"$SCRIPTS/error")" -eq 1 ] || cat "$SCRIPTS/error" >&2
  rm "$disk/filler"
  HOME=$disk dash "$SCRIPTS/remove" >/dev/null || exit 1
  [ "$(state "$disk")" = "$before" ] || echo "not as before with $free" >&2
  umount "$disk"
done
`;
