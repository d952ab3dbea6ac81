import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { artifactOf, type RegistryValues } from '../clients/outlook/readers.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { folderOf, ourPath, put, quoted, run, unpack, valuesOf } from './outlook-files.ts';
import { has } from './programs.ts';
import { makeWine, OFFICE, type State, type Wine } from './wine.ts';

/*
 * What people, cleaners, other computers and administrators have done to what install.cmd made, and to what it finds; in wine's cmd. No Windows is here: what this shows is
 * that the scripts do what they say, not that Outlook goes by it.
 */
const cnrs = (address: string) => resolve({ address, login: 'x.y@ods.services' }, [readProfile('cnrs')]).account;
const nom = cnrs('nom@cnrs.fr');
const prenom = cnrs('prenom.nom@cnrs.fr');
const elsewhere = resolve({ address: 'nom@example.org' }, [makeProfile({})]).account;

const KEY = {
  15: `[${OFFICE}\\15.0\\Outlook\\AutoDiscover]`,
  16: `[${OFFICE}\\16.0\\Outlook\\AutoDiscover]`,
  setup: `[${OFFICE}\\16.0\\Outlook\\Setup]`,
} as const;

/** Outlook 2016 or later has been in use, and the organisation has set something of its own. */
const USED = `${KEY[16]}
"autre.example"="\\\\\\\\server\\\\share\\\\autre.xml"

${KEY.setup}
"First-Run"=hex:01,02

[${OFFICE}\\16.0\\Outlook\\Profiles\\Outlook]
`;

describe.skipIf(!has('wine'))('in wine', () => {
  let wine: Wine;
  let before: RegistryValues;
  let keys: readonly string[];
  /** What a test has done so far, in words. */
  let steps = '';
  const begun = new Map<string, State>();
  const installations = new Map<string, { readonly text: string; readonly files: string }>();

  beforeAll(() => {
    wine = makeWine();
  });
  afterAll(() => wine?.remove());
  beforeEach(() => {
    rmSync(join(wine.localData, 'Facteur'), { recursive: true, force: true });
    steps = '';
    begin(`[-${OFFICE}]\n\n[-HKEY_CURRENT_USER\\Software\\Facteur-Outlook]\n\n${POLICIES_OFF}\n${USED}`);
  });

  describe('install.cmd knows its own autodiscover.xml', () => {
    test.each([
      ['nom@cnrs.fr', 'prenom.nom@cnrs.fr'],
      ['prenom.nom@cnrs.fr', 'nom@cnrs.fr'],
      ["o'neil@cnrs.fr", 'marie@cnrs.fr'],
      ['élève@cnrs.fr', 'eleve@cnrs.fr'],
      ['élève@cnrs.fr', 'élevé@cnrs.fr'],
      ['a%b&c^d!e@cnrs.fr', 'a&c^d!e@cnrs.fr'],
      ['%path%@cnrs.fr', '&echo@cnrs.fr'],
    ])('%s does not take that of %s, but takes its own', (address, other) => {
      // A policy stops it as soon as it has taken the file: what it does then other tests show.
      merge(`${POLICY}\n"PreferLocalXML"=dword:00000000\n`);
      const folder = unpack(wine, cnrs(address), 'own');
      expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(6);
      put(folder, cnrs(other), 'autodiscover');
      expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(3);
      expectAsBefore();
    });

    test.each([
      ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -60))],
      ['empty', (file: string) => writeFileSync(file, '')],
      ['with something behind it', (file: string) => appendFileSync(file, '<!-- -->')],
      [
        'of the same address, with a login of the same length',
        (file: string) => {
          const { account } = resolve({ address: 'nom@cnrs.fr', login: 'y.x@ods.services' }, [readProfile('cnrs')]);
          writeFileSync(file, artifactOf(account, 'autodiscover').bytes);
        },
      ],
    ])('and not one that is %s', (_, change) => {
      const folder = unpack(wine, nom, 'nom');
      change(join(folder, 'autodiscover.xml'));
      expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(3);
      expectAsBefore();
    });
  });

  describe('after remove.cmd all is as before, also', () => {
    test('when the folder in LOCALAPPDATA got lost', () => {
      const folder = installed(nom);
      loseFolder();
      expectRemoved(folder);
      expectAsBefore();
    });

    test('when a desktop.ini lies in our folder, which stays with it and is named', () => {
      const folder = installed(nom);
      const place = join(wine.localData, 'Facteur/outlook', folderOf(nom));
      writeFileSync(join(place, 'desktop.ini'), '[.ShellClassInfo]\r\n');
      const { status, stdout } = run(wine, folder, 'remove.cmd');
      expect([status, stdout]).toEqual([
        0,
        expect.stringMatching(/comme avant[\s\S]*dossier reste[\s\S]*\\outlook\\fr-cnrs-/),
      ]);
      expectRegistryAsBefore();
      expect(readdirSync(place)).toEqual(['desktop.ini']);
      const again = run(wine, folder, 'remove.cmd');
      expect([again.status, readdirSync(place)]).toEqual([0, ['desktop.ini']]);
    });

    test('when autodiscover.xml is read-only and hidden, where it was copied from and to', () => {
      const folder = unpack(wine, nom, 'nom');
      chmodSync(join(folder, 'autodiscover.xml'), 0o444);
      const copy = join(wine.localData, 'Facteur/outlook', folderOf(nom), 'autodiscover.xml');
      for (const _ of ['first', 'second']) {
        expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(0);
        chmodSync(copy, 0o444);
        expect(
          run(wine, folder, 'attrib', '+r', `C:\\${copy.slice(wine.drive.length + 1).replaceAll('/', '\\')}`).status,
        ).toBe(0);
      }
      expectRemoved(folder);
      expectAsBefore();
    });

    test('when nothing of Outlook was there: no empty key stays', () => {
      begin(`[-${OFFICE}]\n`);
      const folder = installed(nom);
      expect(wine.state().keys).not.toEqual([]);
      expectRemoved(folder);
      expect(wine.state().keys).toEqual([]);
    });

    test('a key that was made on the way stays when something else is in it by then', () => {
      begin(`[-${OFFICE}]\n`);
      const folder = installed(nom);
      merge(`${KEY[15]}\n"autre.example"="C:\\\\x.xml"\n`);
      expectRemoved(folder);
      expect(wine.registry()).toEqual({ [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\autre.example`]: 'C:\\x.xml' });
    });

    test('when the organisation had set a value to 1 and one to 0, and install.reg came in between', () => {
      begin(`${KEY[15]}\n"PreferLocalXML"=dword:00000001\n\n${KEY[16]}\n"PreferLocalXML"=dword:00000000\n`);
      const folder = installed(nom);
      expect(run(wine, folder, 'reg', 'import', 'install.reg').status).toBe(0);
      expectRemoved(folder);
      expectAsBefore();
    });

    test('when remove.reg came before it', () => {
      const folder = installed(nom);
      expect(run(wine, folder, 'reg', 'import', 'remove.reg').status).toBe(0);
      expectRemoved(folder);
      expectAsBefore();
    });

    test('when remove.reg came before a second set-up: no empty key stays', () => {
      begin(`[-${OFFICE}]\n`);
      const folder = installed(nom);
      expect(run(wine, folder, 'reg', 'import', 'remove.reg').status).toBe(0);
      expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(0);
      expectRemoved(folder);
      expect(wine.state().keys).toEqual([]);
    });

    test('when a value beside ours has a name with quotes, blanks and signs of cmd', () => {
      begin(`${KEY[16]}\n"a \\"&b\\"& c"="x & \\"y\\" ^ %PATH%"\n`);
      const folder = installed(nom);
      expectRemoved(folder);
      expectAsBefore();
    });

    test.each([
      ['first', [nom, elsewhere]],
      ['last', [elsewhere, nom]],
    ])('when an account of another domain is removed %s', (_, [one = nom, other = nom]) => {
      installed(elsewhere);
      installed(nom);
      loseFolder();
      const { status, stdout } = run(wine, join(wine.drive, 'in', one.address), 'remove.cmd');
      expect([status, stdout]).toEqual([0, expect.stringMatching(/another\s+account|autre\s+compte/i)]);
      expect(wine.registry()).toEqual({ ...before, ...valuesOf(other, ourPath(wine, other)) });
      expectRemoved(join(wine.drive, 'in', other.address));
      expectAsBefore();
    });
  });

  describe('what nobody knows the owner of stays, and is told', () => {
    test.each([
      ['install.reg came first', true],
      ['there was only install.reg', false],
    ])('%s', (_, both) => {
      const folder = unpack(wine, nom, 'nom');
      expect(run(wine, folder, 'reg', 'import', 'install.reg').status).toBe(0);
      if (both) expect(run(wine, folder, 'install.cmd', '/quiet').status).toBe(0);
      const { status, stderr } = run(wine, folder, 'remove.cmd', '/quiet');
      expect(status).toBe(1);
      const switches = Object.entries(valuesOf(nom, '')).filter(([, data]) => data !== '');
      for (const [value] of switches) {
        expect(stderr).toContain(value.replace('HKEY_CURRENT_USER', 'HKCU').replace(/\\(\w+)$/, ', $1'));
      }
      expect(wine.registry()).toEqual({ ...before, ...Object.fromEntries(switches) });
      expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
    });

    test('the notes got lost', () => {
      const folder = installed(nom);
      merge('[-HKEY_CURRENT_USER\\Software\\Facteur-Outlook]\n');
      const { status, stderr } = run(wine, folder, 'remove.cmd', '/quiet');
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining('Setup, DisableOffice365SimplifiedAccountCreation'),
      ]);
      expect(Object.keys(wine.registry())).not.toContain(`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\cnrs.fr`);
    });
  });

  describe('what stands in the way of a set-up', () => {
    test('a path of ours whose file is gone is replaced', () => {
      installed(prenom);
      loseFolder();
      const folder = installed(nom);
      expect(wine.registry()).toMatchObject(valuesOf(nom, ourPath(wine, nom)));
      expectRemoved(folder);
      expectAsBefore();
    });

    test('a path of ours whose file is there is not, wherever that is', () => {
      const place = join(wine.drive, 'Program Files/Facteur/outlook', folderOf(prenom));
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'autodiscover.xml'), artifactOf(prenom, 'autodiscover').bytes);
      begin(
        `${KEY[16]}\n"cnrs.fr"=${quoted(`C:\\Program Files\\Facteur\\outlook\\${folderOf(prenom)}\\autodiscover.xml`)}\n`,
      );
      expect(run(wine, unpack(wine, nom, 'nom'), 'install.cmd', '/quiet').status).toBe(5);
      expectAsBefore();
      rmSync(join(wine.drive, 'Program Files/Facteur'), { recursive: true });
    });

    test('a path of the organisation for an Outlook that is not used stays, and is no hindrance', () => {
      begin(`${KEY[15]}\n"cnrs.fr"="C:\\\\2013\\\\autodiscover.xml"\n`);
      const folder = installed(nom);
      expect(wine.registry()).toMatchObject({
        [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\cnrs.fr`]: 'C:\\2013\\autodiscover.xml',
        [`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\cnrs.fr`]: ourPath(wine, nom),
      });
      expectRemoved(folder);
      expectAsBefore();
    });

    test('which Outlook is used, Windows knows best', () => {
      begin(`${KEY[15]}\n"cnrs.fr"="C:\\\\2013\\\\autodiscover.xml"\n\n${CURRENT}\n@="Outlook.Application.15"\n`);
      expect(run(wine, unpack(wine, nom, 'nom'), 'install.cmd', '/quiet').status).toBe(5);
      merge(`[-${CURRENT.slice(1)}\n`);
      expectAsBefore();
    });

    test.each([
      ['HKEY_CURRENT_USER', 'AutoDiscover', '"PreferLocalXML"=dword:00000000', 'PreferLocalXML'],
      ['HKEY_LOCAL_MACHINE', 'AutoDiscover', '"PreferLocalXML"=dword:00000000', 'PreferLocalXML'],
      ['HKEY_CURRENT_USER', 'AutoDiscover', '"cnrs.fr"="C:\\\\x\\\\autodiscover.xml"', 'cnrs.fr'],
      ['HKEY_CURRENT_USER', 'Setup', '"DisableOffice365SimplifiedAccountCreation"=dword:00000000', 'DisableOffice365'],
      ['HKEY_CURRENT_USER', 'Options', '"DisableIMAP"=dword:00000001', 'DisableIMAP'],
    ])('a policy in %s, %s: %s', (hive, key, value, named) => {
      merge(`[${hive}\\Software\\Policies\\Microsoft\\Office\\16.0\\Outlook\\${key}]\n${value}\n`);
      const { status, stderr } = run(wine, unpack(wine, nom, 'nom'), 'install.cmd', '/quiet');
      expect([status, stderr]).toEqual([6, expect.stringContaining(`16.0\\Outlook\\${key}, ${named}`)]);
      expectAsBefore();
    });

    test('a policy that agrees, or is for an Outlook that is not used, is none', () => {
      merge(`[HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]
"PreferLocalXML"=dword:00000001
"cnrs.fr"=${quoted(ourPath(wine, nom))}

[HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\Office\\15.0\\Outlook\\AutoDiscover]
"PreferLocalXML"=dword:00000000
`);
      installed(nom);
    });
  });

  /** Merges text, and takes what is there then for what was before. The same texts give the same, so it is looked at once. */
  function begin(text: string): void {
    merge(text);
    const known = begun.get(steps) ?? wine.state();
    begun.set(steps, known);
    before = known.values;
    keys = known.keys;
  }

  function merge(text: string): void {
    wine.merge(text);
    steps += `merged ${text}\n`;
  }

  /**
   * Runs install.cmd. It starts some fifty programs, which take long in wine; where the same account was installed after the same steps, what it made then is put there
   * again. Whatever else a test does belongs between its last call of this and its end, or into a step.
   */
  function installed(account: Account): string {
    const folder = unpack(wine, account, account.address);
    steps += `installed ${account.address}\n`;
    const made = join(wine.localData, 'Facteur');
    const kept = installations.get(steps);
    if (kept !== undefined) {
      wine.merge(kept.text);
      cpSync(kept.files, made, { recursive: true });
      return folder;
    }
    const { status, stderr } = run(wine, folder, 'install.cmd', '/quiet');
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/rror/)]);
    const files = join(wine.drive, 'kept', String(installations.size));
    cpSync(made, files, { recursive: true });
    installations.set(steps, { text: wine.state().text, files });
    return folder;
  }

  /** The folder in LOCALAPPDATA is gone, as a cleaner or a roaming profile leaves it. */
  function loseFolder(): void {
    rmSync(join(wine.localData, 'Facteur'), { recursive: true });
    steps += 'lost the folder\n';
  }

  function expectRemoved(folder: string): void {
    expect(run(wine, folder, 'remove.cmd')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/as it was before|comme avant/),
    });
  }

  function expectRegistryAsBefore(): void {
    const { values, keys: present } = wine.state();
    expect(values).toEqual(before);
    expect(present).toEqual(keys);
  }

  function expectAsBefore(): void {
    expectRegistryAsBefore();
    expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
  }
});

const POLICY = '[HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]';

const CURRENT = '[HKEY_CLASSES_ROOT\\Outlook.Application\\CurVer]';

const POLICIES_OFF = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE']
  .map((hive) => `[-${hive}\\Software\\Policies\\Microsoft\\Office]\n`)
  .join('\n');
