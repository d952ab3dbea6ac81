import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { evolution } from '../../../src/clients/evolution/index.ts';
import type { Account } from '../../../src/model/account.ts';
import { fixture, root } from '../../fixtures.ts';
import { send } from '../mail/curl.ts';
import { canRunMail, type Mail, prenom, startMail } from '../mail/mail.ts';
import { has } from '../programs.ts';
import { type Desktop, openDesktop } from './desktop.ts';
import { type Home, makeHome } from './home.ts';
import { accountOf, providerOf } from './provider.ts';
import { scriptsOf } from './scripts.ts';

/* The scripts for Evolution, and Evolution's data server and libraries with what they write. */

const SOURCES = '.config/evolution/sources';

/** Somebody's account, the one that Evolution writes with where no other has been chosen: its name comes first. */
const labo = {
  'labo.source':
    '[Data Source]\nDisplayName=A Labo\nEnabled=true\nParent=\n\n[Mail Account]\nBackendName=imapx\nIdentityUid=labo-i\n',
  'labo-i.source':
    '[Data Source]\nDisplayName=A Labo\nEnabled=true\nParent=labo\n\n[Mail Identity]\nAddress=autre@labo.example\nName=Autre\n',
};

interface Answer {
  readonly sources: readonly (Readonly<Record<string, unknown>> & { readonly uid: string })[];
  /** The default ones. */
  readonly account: string;
  readonly identity: string | null;
  readonly mail?: { readonly subjects: readonly string[]; readonly kept: boolean | null };
}

describe.skipIf(process.platform !== 'linux')('Evolution’s scripts', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  const run = (script: string) => expect(home.run(script)).toMatchObject({ status: 0, stderr: '' });
  const [one, two, first] = [fixture('plain'), fixture('hostile'), fixture('primary')];

  test.each([
    ['an empty home', false],
    ['an account', true],
  ])('install and remove leave what was there: %s', (_, used) => {
    if (used) putLabo(home);
    const there = home.snapshot();
    run(scriptsOf('evolution', one).install);
    const once = home.snapshot();
    run(scriptsOf('evolution', one).install);
    expect(home.snapshot()).toEqual(once);
    run(scriptsOf('evolution', two).install);
    run(scriptsOf('evolution', one).remove);
    run(scriptsOf('evolution', two).remove);
    expect(home.snapshot()).toEqual(there);
  });

  test('a new port takes the place of the old one, and what the person chose and Evolution added stays', () => {
    run(scriptsOf('evolution', one).install);
    const name = Object.keys(home.snapshot()).find((each) => /sources\/facteur-[0-9a-f]+\.source$/.test(each)) ?? '';
    const changed = home
      .read(name)
      .replace('\n[Mail Account]', 'Added=x\n\n[Mail Account]')
      .replace('IntervalMinutes=10', 'IntervalMinutes=60')
      .replace('User=', 'CredentialName=\nUser=');
    home.put(name, changed);
    const [server] = one.incoming;
    run(scriptsOf('evolution', { ...one, incoming: [{ ...server, port: 1993 }] }).install);
    expect(home.read(name)).toBe(changed.replace('Port=993', 'Port=1993'));
  });

  test.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('%s in the place of one of our files is told in one line', (_, make) => {
    run(scriptsOf('evolution', one).install);
    const name = Object.keys(home.snapshot()).find((each) => each.endsWith('-transport.source')) ?? '';
    rmSync(join(home.path, name));
    make(join(home.path, name));
    for (const script of Object.values(scriptsOf('evolution', one))) {
      const { status, stdout, stderr } = home.run(script);
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]+\.source: ce n’est pas un fichier[^\n]+\n$/),
      });
    }
    // Nothing reads a pipe to its end.
    expect(readdirSync(dirname(join(home.path, name)))).toHaveLength(3);
  });

  test('the names come from the address, and from no server, login or role', () => {
    const names = (account: Account) => scriptsOf('evolution', account).install.match(/facteur-[0-9a-f]{32}/)?.[0];
    const [server] = one.incoming;
    const moved = { ...one, login: 'x', incoming: [{ ...server, host: 'other.example', login: 'x' }] as const };
    expect(names(moved)).toBe(names(one));
    expect(names(first)).toBe(names(one));
    expect(names(two)).not.toBe(names(one));
  });
});

const program = '/usr/libexec/evolution-source-registry';

describe.skipIf(!has(program) || !has('dbus-run-session') || !has('gsettings'))('Evolution', () => {
  let home: Home;
  let desktop: Desktop;
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(async () => {
    await desktop?.stop();
    home.remove();
  });

  const install = (account: Account) => run(scriptsOf('evolution', account).install);
  const remove = (account: Account) => run(scriptsOf('evolution', account).remove);
  const run = (script: string) =>
    expect(home.run(script, { environment: { GSETTINGS_BACKEND: 'keyfile' } })).toMatchObject({
      status: 0,
      stderr: '',
    });

  test('has the account beside the one that was there, which stays the default', async () => {
    putLabo(home);
    const alone = await ask();
    const account = fixture('plain');
    install(account);
    const both = await ask();
    expect(both).toMatchObject({ account: alone.account, identity: 'labo-i' });
    expect(both.sources.filter(({ uid }) => uid.startsWith('labo'))).toEqual(
      alone.sources.filter(({ uid }) => uid.startsWith('labo')),
    );
    const ours = both.sources.filter(({ uid }) => uid.startsWith('facteur'));
    const uid = ours.find((each) => each.account)?.uid;
    expect(ours).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          parent: null,
          account: { backend: 'imapx', identity: `${uid}-identity` },
          login: ['imap.cnrs.fr', 993, 'prenom.nom@ods.services', 'PLAIN'],
          security: 'ssl-on-alternate-port',
        }),
        expect.objectContaining({
          uid: `${uid}-identity`,
          parent: uid,
          identity: { name: 'Prénom Nom', address: 'prenom.nom@cnrs.fr' },
          transport: `${uid}-transport`,
        }),
        expect.objectContaining({
          uid: `${uid}-transport`,
          parent: uid,
          login: ['smtp.cnrs.fr', 587, 'prenom.nom@ods.services', 'PLAIN'],
          security: 'starttls-on-standard-port',
        }),
      ]),
    );
    remove(account);
    expect(await ask()).toEqual(alone);
  });

  test.each([
    ['google-workspace', 'Google', 'gail@example.org'],
    ['microsoft-365', 'Outlook', 'milo@login.example.org'],
    ['own-identity-provider', undefined, 'owen@login.example.org'],
  ])('signs in for %s by the service %s, for reading and for sending', async (name, oauth2, login) => {
    install(fixture(name));
    const { sources } = await ask();
    const logins = sources.filter((each) => each.uid.startsWith('facteur') && each.login !== undefined);
    expect(logins).toHaveLength(2);
    for (const each of logins) {
      expect(each.oauth2).toBe(oauth2);
      expect(each.login).toEqual([expect.any(String), expect.any(Number), login, oauth2 ?? 'PLAIN']);
    }
  });

  test('writes with a primary account where none was chosen, and keeps one that was', async () => {
    const account = fixture('primary');
    install(account);
    const { account: uid, identity } = await ask();
    expect(uid).toMatch(/^facteur-/);
    expect(identity).toBe(`${uid}-identity`);
    install({ ...account, role: 'additional' });
    remove(account);
    expect(await ask()).toMatchObject({ account: 'local', identity: null });
    // The one that stands in for an account that is gone is no choice.
    const chosen = 'gsettings get org.gnome.Evolution.DefaultSources default-mail-';
    const { stdout } = home.run(`${chosen}account\n${chosen}identity\n`, {
      environment: { GSETTINGS_BACKEND: 'keyfile' },
    });
    expect(stdout).toBe("'system'\n''\n");

    putLabo(home);
    run('gsettings set org.gnome.Evolution.DefaultSources default-mail-account labo\n');
    run('gsettings set org.gnome.Evolution.DefaultSources default-mail-identity labo-i\n');
    install(account);
    expect(await ask()).toMatchObject({ account: 'labo', identity: 'labo-i' });
  });

  test('sees accounts come, change and go while its data server runs', async () => {
    const account = fixture('plain');
    const [server] = account.incoming;
    const moved = { ...account, incoming: [{ ...server, port: 1993 }] as const };
    const scripts = [
      scriptsOf('evolution', account).install,
      scriptsOf('evolution', moved).install,
      scriptsOf('evolution', moved).remove,
    ];
    const answers = await askAll({ meanwhile: scripts });
    const ports = answers.map(({ sources }) =>
      sources.flatMap(({ uid, login }) => (uid.startsWith('facteur') && Array.isArray(login) ? [login[1]] : [])).sort(),
    );
    expect(ports).toEqual([[], [587, 993], [1993, 587], []]);
  });

  test('reads every value that we wrote', async () => {
    const names = ['hostile', 'accents-emoji', 'idn', 'digits-login', 'quoted-local', 'two-logins', 'starttls', 'pop3'];
    const accounts = names.map(fixture);
    for (const account of accounts) install(account);
    const { sources } = await ask();
    const identities = sources.flatMap(({ identity }) => (identity ? [identity] : []));
    const logins = sources.map(({ login }) => (Array.isArray(login) ? login.slice(0, 3) : []));
    expect(identities).toHaveLength(accounts.length);
    for (const { name, address, incoming, outgoing } of accounts) {
      expect(identities).toContainEqual({ name, address });
      for (const { host, port, login } of [incoming[0], outgoing[0]])
        expect(logins).toContainEqual([host, port, login]);
    }
  });

  test('takes an administrator’s sources for everybody, follows their changes and lets them go', async () => {
    const account = fixture('plain');
    const folder = 'xdg/evolution-data-server/autoconfig';
    const place = (of: Account) => {
      for (const { path, bytes, format } of render(of, [evolution]).artifacts) {
        if (format.startsWith('autoconfig')) home.put(join(folder, path.slice(path.lastIndexOf('/') + 1)), bytes());
      }
    };
    const environment = { XDG_CONFIG_DIRS: join(home.path, 'xdg') };
    place(account);
    const identity = { name: 'Prénom Nom', address: 'prenom.nom@cnrs.fr' };
    expect((await ask({ environment })).sources).toContainEqual(expect.objectContaining({ identity }));
    place({ ...account, name: 'Autre Nom' });
    expect((await ask({ environment })).sources).toContainEqual(
      expect.objectContaining({ identity: { ...identity, name: 'Autre Nom' } }),
    );
    run(`rm -r '${join(home.path, 'xdg').replaceAll("'", "'\\''")}'\n`);
    expect((await ask({ environment })).sources.filter(({ identity }) => identity)).toEqual([]);
  });

  describe.skipIf(!canRunMail || !has('curl'))('on mail servers', () => {
    let mail: Mail;
    beforeAll(async () => {
      mail = await startMail();
      expect(send(mail, prenom, { subject: 'Bienvenue' }).status).toBe(0);
      await vi.waitFor(() => expect(mail.inbox(prenom)).toHaveLength(1), 20_000);
    });
    beforeEach(({ onTestFailed }) => {
      onTestFailed(() => console.error(mail.log()));
    });
    afterAll(() => mail?.stop());

    test.each([
      ['IMAP with TLS, submission with STARTTLS', 'imaps', 'submission'],
      ['IMAP with STARTTLS, submission with TLS', 'imap', 'submissions'],
      ['POP3 with TLS', 'pop3s', 'submission'],
    ] as const)('reads the inbox and sends as the address: %s', async (_, incoming, outgoing) => {
      const there = mail.inbox(prenom).length;
      const account = accountOf(providerOf(mail, incoming, outgoing));
      install(account);
      const name = Object.keys(home.snapshot()).find((each) => /facteur-[0-9a-f]+\.source$/.test(each)) ?? '';
      const uid = name.slice(name.lastIndexOf('/') + 1, -'.source'.length);
      const { mail: exchanged } = await ask({ uid, mail });
      expect(exchanged?.subjects).toContain('Bienvenue');
      expect(exchanged?.kept).toBe(incoming === 'pop3s' ? true : null);
      await vi.waitFor(() => expect(mail.inbox(prenom)).toHaveLength(there + 1), 20_000);
      const message = mail.inbox(prenom).findLast((text) => text.includes('Subject: From Evolution\n'));
      expect(message).toContain('Return-Path: <prenom.nom@cnrs.fr>\n');
      expect(message).toMatch(/^From: .* <prenom\.nom@cnrs\.fr>$/m);
      expect(message).toContain('(Authenticated sender: prenom.nom@ods.services)');
    });
  });

  interface Question {
    /** The account to read and send with. */
    readonly uid?: string;
    readonly mail?: Mail;
    /** Scripts that run while the data server does, each before one more answer. */
    readonly meanwhile?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  }

  async function ask(question: Question = {}): Promise<Answer> {
    const [answer] = await askAll(question);
    if (answer === undefined) throw new Error('there is no answer');
    return answer;
  }

  /** Asks Evolution's libraries, in a session of their own. */
  async function askAll({ uid = '', mail, meanwhile = [], environment = {} }: Question): Promise<Answer[]> {
    desktop = await openDesktop(
      { ...home, environment: { ...home.environment, ...environment } },
      { mail, screen: false },
    );
    const commands = meanwhile.map((script, index) => {
      home.put(`meanwhile-${index}.sh`, script);
      return `sh "$HOME/meanwhile-${index}.sh" >&2`;
    });
    const asking = join(root, 'test/system/linux/evolution.py');
    try {
      const answers = desktop.run(
        'dbus-run-session',
        ['--', '/usr/bin/python3', asking, uid, ...commands],
        prenom.password,
      );
      return answers
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Answer);
    } finally {
      await desktop.stop();
    }
  }
});

function putLabo(home: Home): void {
  for (const [name, text] of Object.entries(labo)) home.put(`${SOURCES}/${name}`, text);
}
