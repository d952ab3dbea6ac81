import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { staff } from './provider.ts';
import { scriptsIn, scriptsOf } from './scripts.ts';
import { muttSettings } from './settings.ts';

/* Where Mutt and NeoMutt read, which accounts they find there, and what of these reaches ours. */

const [one, primary] = [staff('additional'), staff('primary')];
const programs = ['neomutt', 'mutt'] as const;

describe.skipIf(process.platform !== 'linux')('(Neo)Mutt', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  const { install, remove } = scriptsIn(() => home);

  describe.each([
    ['in a file that it reads', 'source ~/.mutt/labo\n'],
    ['in a file that it reads by a relative name', 'source .mutt/labo\n'],
    ['in a file that a variable leads to', 'source $HOME/.mutt/labo\n'],
    ['in a file behind another', "source '~/.mutt/all'\n"],
    ['in a file behind another command', 'set sort=threads; source ~/.mutt/labo\n'],
    ['in what a program prints', 'source "cat ~/.mutt/labo|"\n'],
    ['in a file whose name a program prints', 'source `echo ~/.mutt/labo`\n'],
    ['in files that read each other', 'source ~/.mutt/ring\nsource ~/.mutt/labo\n'],
    ['over several lines', 'set \\\n  folder = "imaps://imap.labo.example/" \\\n  spoolfile = +INBOX\n'],
    ['behind another command on its line', 'set realname = "Moi; #1"; set imap_user=moi # moi\n'],
    ['behind a hook', "folder-hook . 'set from=moi@labo.example'\n"],
    ['behind a hook that reads a file', "folder-hook . 'source ~/.mutt/labo'\n"],
    ['behind a hook for messages', 'send-hook . "my_hdr From: moi@labo.example"\n'],
    ['behind a hook for accounts', "account-hook . 'unset imap_pass'\n"],
    ['in the keys that it presses', "push '<enter-command>source ~/.mutt/labo<enter>'\n"],
    ['in a header of its own', 'my_hdr from: Moi <moi@labo.example>\n'],
    ['as mailboxes and a program that sends', 'set sendmail="/usr/bin/true"\nmailboxes ~/Mail/labo\n'],
    ['as mailboxes alone', 'mailboxes ~/Mail/labo\n'],
    ['as a program that sends alone', 'set sendmail = /usr/bin/true\n'],
    ['behind POP', 'set pop_host=pop.labo.example\n'],
  ])('an account %s', (_, text) => {
    beforeEach(() => {
      home.put('.mutt/labo', 'set from=moi@labo.example folder=imaps://imap.labo.example/\n');
      home.put('.mutt/all', 'source ~/.mutt/labo\n');
      home.put('.mutt/ring', 'source ~/.mutt/ring2\n');
      home.put('.mutt/ring2', 'set sort=threads\n');
    });
    test.each(programs)('stays the first one of %s', (program) => {
      home.put('.muttrc', text);
      expect(install(program, primary)).toContain('had an account already');
      expect(home.read('.muttrc')).toBe(text);
    });
  });

  test.each([
    ['a condition', "ifdef imap 'source ~/.mutt/labo'\n"],
    ['a condition without quotes', 'ifndef nothing set from=moi@labo.example\n'],
    ['notmuch', 'set nm_default_url=notmuch:///tmp/mail\n'],
    ['virtual mailboxes', 'virtual-mailboxes "a" "notmuch://?query=tag:a"\n'],
    ['a script', 'lua-source ~/.mutt/account.lua\n'],
  ])('an account behind %s stays the first one of NeoMutt', (_, text) => {
    home.put('.mutt/labo', 'set from=moi@labo.example\n');
    home.put('.neomuttrc', text);
    expect(install('neomutt', primary)).toContain('had an account already');
    expect(home.read('.neomuttrc')).toBe(text);
  });

  test.each(programs)('what only looks like an account to %s is none', (program) => {
    const text = `# set from=me
set use_from=yes my_from=x; unignore from date # set from=me
set status_format = "; source x; from" realname='a;b'
source ~/.mutt/colours
macro index <f2> '<enter-command>source ~/.mutt/labo<enter>' "from=me"
folder-hook . 'set sort=threads'
alias moi my_hdr From: <moi@labo.example>
`;
    home.put('.muttrc', text);
    home.put('.mutt/colours', 'color header red default ^From\nsource ~/.muttrc\n');
    expect(install(program, primary)).not.toContain('had an account already');
    expect(home.read('.muttrc')).toContain(`source "~/.config/${program}/`);
    remove(program, primary);
    expect(home.read('.muttrc')).toBe(text);
  });

  test.each([
    ['a pipe', () => execFileSync('mkfifo', [join(home.path, '.mutt/labo')])],
    ['a folder', () => mkdirSync(join(home.path, '.mutt/labo'))],
    ['a device', () => symlinkSync('/dev/zero', join(home.path, '.mutt/labo'))],
    ['a link to itself', () => symlinkSync('labo', join(home.path, '.mutt/labo'))],
    ['nothing', () => undefined],
  ])('where %s stands for a file of another account, that one stays the first', (_, put) => {
    home.put('.muttrc', 'source ~/.mutt/labo\n');
    home.put('.mutt/x', '');
    put();
    for (const program of programs) expect(install(program, primary)).toContain('had an account already');
  });

  test.each(programs)('a file of theirs with the name of ours stays theirs: %s', (program) => {
    const own = `.config/${program}/${one.address}.rc`;
    home.put(own, 'set from=moi@labo.example\n');
    const there = home.snapshot();
    expect(home.run(scriptsOf(program, one).install)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/\.rc: /),
    });
    expect(home.snapshot()).toEqual(there);
    execFileSync('rm', [join(home.path, own)]);
    install(program, one);
    home.put(own, 'set from=moi@labo.example\n');
    remove(program, one);
    expect(home.read(own)).toBe('set from=moi@labo.example\n');
  });

  describe.skipIf(!has('mutt'))('the files that Mutt looks for', () => {
    const places = ['.muttrc', '.mutt/muttrc', '.config/mutt/muttrc'];
    const version = has('mutt')
      ? (/^Mutt (\S+)/.exec(execFileSync('mutt', ['-v'], { encoding: 'utf8' }))?.[1] ?? '')
      : '';
    const inOrder = places.flatMap((place) => [`${place}-${version}`, place]);

    test.each(inOrder.map((_, index) => [inOrder[index] ?? '', inOrder.slice(index)] as const))(
      'with %s first, ours is read',
      (place, files) => {
        for (const file of files) home.put(file, 'set sort=threads\n');
        const there = home.snapshot();
        install('mutt', primary);
        expect(home.read(place)).toContain('>>> facteur');
        expect(muttSettings(home, 'mutt')).toMatchObject({ from: one.address });
        remove('mutt', primary);
        expect(home.snapshot()).toEqual(there);
      },
    );
  });

  test
    .skipIf(!has('neomutt'))
    .each([
      ...['.config/neomutt/neomuttrc', '.config/neomutt/muttrc', '.config/mutt/neomuttrc', '.config/mutt/muttrc'],
      ...['.neomutt/neomuttrc', '.neomutt/muttrc', '.mutt/neomuttrc', '.mutt/muttrc', '.neomuttrc', '.muttrc'],
    ])('NeoMutt reads ours from %s', (place) => {
    home.put('.muttrc', 'set sort=threads\n');
    home.put(place, 'set sort=threads\n');
    install('neomutt', primary);
    expect(home.read(place)).toContain('>>> facteur');
    expect(muttSettings(home, 'neomutt')).toMatchObject({ from: one.address });
  });

  test.each(programs)('nothing of another account reaches ours in %s', (program) => {
    if (!has(program)) return;
    const names = [
      ...leaking.map(([name]) => name),
      'from',
      'folder',
      'smtp_url',
      'imap_user',
      'imap_login',
      'imap_pass',
    ];
    const args = ['-e', `source ~/.config/${program}/${one.address}.rc`];
    install(program, one);
    const alone = muttSettings(home, program, args, names);
    home.put('.muttrc', leaking.map(([name, value]) => `set ${name} = "${value}"\n`).join(''));
    expect(muttSettings(home, program, [], names)).toMatchObject({ tunnel: 'ssh labo', preconnect: 'ssh labo' });
    expect(muttSettings(home, program, args, names)).toEqual(alone);
  });

  /** Settings that both programs have, and which decide who is asked, how anybody is proved, and as whom a message goes. */
  const leaking = [
    ...[
      ['use_from', 'no'],
      ['use_envelope_from', 'no'],
      ['envelope_from_address', 'moi@labo.example'],
      ['reverse_name', 'yes'],
    ],
    ...[
      ['tunnel', 'ssh labo'],
      ['preconnect', 'ssh labo'],
      ['move', 'yes'],
      ['dsn_notify', 'failure'],
      ['dsn_return', 'full'],
    ],
    ...[
      ['imap_authenticators', 'login'],
      ['smtp_authenticators', 'login'],
      ['imap_oauth_refresh_command', 'theirs'],
    ],
    ...[
      ['smtp_oauth_refresh_command', 'theirs'],
      ['smtp_pass', 'theirs'],
      ['ssl_starttls', 'no'],
      ['ssl_force_tls', 'no'],
    ],
    ...[
      ['ssl_verify_host', 'no'],
      ['ssl_verify_dates', 'no'],
      ['ssl_client_cert', '~/labo.pem'],
      ['ssl_ciphers', 'NORMAL:-VERS-ALL'],
    ],
    ...[
      ['certificate_file', '~/labo.certificates'],
      ['record', '+labo'],
      ['postponed', '+labo'],
      ['trash', '+labo'],
    ],
  ] as [name: string, value: string][];
});
