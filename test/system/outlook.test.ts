import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formerFolders } from '../../src/clients/outlook/place.ts';
import { artifactOf, type RegistryValues } from '../clients/outlook/readers.ts';
import { carriedBy, fixture } from '../fixtures.ts';
import * as files from './outlook-files.ts';
import { has } from './programs.ts';
import { makeWine, OFFICE, type Wine } from './wine.ts';

/*
 * Longer than other files: one wine, which takes long to make, serves all of these tests.
 *
 * The scripts in wine's cmd and reg (wine 8). What wine does otherwise than Windows, and what is therefore not shown here: it lists no process
 * (a stand-in does), has no code page without a console, loses % in folder names, reports success from every MOVE, and takes .reg files in any encoding.
 */
/** What a company and other accounts may have set. It must outlive everything. */
const FOREIGN = ['15.0', '16.0']
  .map(
    (version) => `[${OFFICE}\\${version}\\Outlook\\AutoDiscover]
"autre.example"="\\\\\\\\server\\\\share\\\\autre.xml"
"ExcludeScpLookup"=dword:00000001

[${OFFICE}\\${version}\\Outlook\\Setup]
"First-Run"=hex:01,02
`,
  )
  .join('\n');

describe.skipIf(!has('wine'))('in wine', () => {
  let wine: Wine;
  let before: RegistryValues;
  let beginning: RegistryValues | undefined;

  beforeAll(() => {
    wine = makeWine();
  });
  afterAll(() => wine?.remove());
  beforeEach(() => {
    rmSync(join(wine.localData, 'Facteur'), { recursive: true, force: true });
    wine.merge(`[-${OFFICE}]\n\n${FOREIGN}`);
    beginning ??= wine.registry();
    before = beginning;
  });

  describe.each(['plain', 'hostile', 'idn', 'university'])('%s', (name) => {
    test('the .reg files set their values, and take back these only', () => {
      const folder = unpack(name);
      expect(run(folder, 'reg', 'import', 'install.reg').status).toBe(0);
      const path = `C:\\Program Files\\Facteur\\outlook\\${folderOf(name)}\\autodiscover.xml`;
      expect(wine.registry()).toEqual({ ...before, ...valuesOf(name, path) });
      expect(run(folder, 'reg', 'import', 'remove.reg').status).toBe(0);
      expect(wine.registry()).toEqual(before);
    });

    test('install.cmd copies the file and points to it, also a second time; remove.cmd takes both back', () => {
      const folder = unpack(name);
      const copy = join(wine.localData, 'Facteur/outlook', folderOf(name), 'autodiscover.xml');
      // A second time for one of them: each run starts some fifty programs.
      for (const _ of name === 'plain' ? ['first', 'second'] : ['first']) {
        expect(run(folder, 'install.cmd', '/quiet')).toEqual({
          status: 0,
          stdout: '',
          stderr: expect.not.stringMatching(/rror/),
        });
        expect(wine.registry()).toEqual({ ...before, ...valuesOf(name, ourPath(name)) });
        expect(readFileSync(copy)).toEqual(readFileSync(join(folder, 'autodiscover.xml')));
      }
      expect(run(folder, 'remove.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual(before);
      expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
    });
  });

  describe('what version 0.1 set up, in a folder with another name,', () => {
    const [former = ''] = formerFolders(fixture('plain'));
    const place = () => join(wine.localData, 'Facteur/outlook');
    beforeEach(() => {
      const folder = unpack('plain', 'former');
      const script = join(folder, files.scriptIn(folder, 'install.cmd'));
      // It retired nothing.
      const text = readFileSync(script, 'latin1')
        .replaceAll(folderOf('plain'), former)
        .replaceAll('call :retire', 'rem');
      writeFileSync(script, text, 'latin1');
      expect(run(folder, 'install.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual({
        ...before,
        ...valuesOf('plain', ourPath('plain').replace(folderOf('plain'), former)),
      });
      expect(readdirSync(place())).toEqual([former]);
    });

    test('is taken over by install.cmd and goes with remove.cmd', () => {
      const folder = unpack('plain');
      expect(run(folder, 'install.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual({ ...before, ...valuesOf('plain', ourPath('plain')) });
      expect(readdirSync(place())).toEqual([folderOf('plain')]);
      expect(run(folder, 'remove.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual(before);
      expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
    });

    test('goes with remove.cmd also where nobody has taken it over', () => {
      expect(run(unpack('plain'), 'remove.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual(before);
      expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
    });
  });

  test('without /quiet it says what happened and what to do next', () => {
    const folder = unpack('primary');
    expect(run(folder, 'install.cmd').stdout).toMatch(
      /prepared for your address at cnrs\.fr[\s\S]*File, Add Account[\s\S]*double-click '2 Tidy up at the end'\./,
    );
    expect(run(folder, 'remove.cmd').stdout).toContain('Outlook is as it was before');
    expect(run(folder, 'remove.cmd')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('nothing to remove'),
    });
  });

  describe('nothing changes, and the exit code says why, when', () => {
    test.each([
      ['autodiscover.xml is not there', 3, (folder: string) => rmSync(join(folder, 'autodiscover.xml'))],
      ['it is that of another domain', 3, (folder: string) => put(folder, 'university', 'autodiscover')],
      ['it is that of another person of the domain', 3, (folder: string) => put(folder, 'own-login', 'autodiscover')],
      ['the option is unknown', 2, () => {}, '/remove'],
    ])('%s', (_, status, change, option = '/quiet') => {
      const folder = unpack('plain');
      change(folder);
      expectUnchanged(folder, status, option);
    });

    test.each(['15.0', '16.0'])('Outlook %s has another file for the domain', (version) => {
      wine.merge(`[${OFFICE}\\${version}\\Outlook\\AutoDiscover]\n"cnrs.fr"="C:\\\\company\\\\autodiscover.xml"\n`);
      before = wine.registry();
      const folder = unpack('plain');
      expect(expectUnchanged(folder, 5)).toContain('C:\\company\\autodiscover.xml');
      expect(run(folder, 'remove.cmd', '/quiet').status).toBe(0);
      expect(wine.registry()).toEqual(before);
    });

    test('another account of the domain is being set up', () => {
      expect(run(unpack('own-login'), 'install.cmd', '/quiet').status).toBe(0);
      before = wine.registry();
      expect(run(unpack('plain'), 'install.cmd', '/quiet').status).toBe(5);
      expect(wine.registry()).toEqual(before);
      expect(readdirSync(join(wine.localData, 'Facteur/outlook'))).not.toContain(folderOf('plain'));
    });

    test('Outlook is running', () => {
      const program = join(wine.drive, 'windows/system32/tasklist');
      renameSync(`${program}.exe`, `${program}.aside`);
      writeFileSync(`${program}.cmd`, '@echo %*>C:\\asked.txt\r\n@echo "Outlook.exe","123","Console","1","99 K"\r\n');
      try {
        const folder = unpack('plain');
        expectUnchanged(folder, 4);
        expect(run(folder, 'remove.cmd', '/quiet').status).toBe(4);
        expect(readFileSync(join(wine.drive, 'asked.txt'), 'latin1')).toMatch(
          /"IMAGENAME eq OUTLOOK\.EXE".*"USERNAME eq \S+\\\S+"/,
        );
      } finally {
        rmSync(`${program}.cmd`);
        renameSync(`${program}.aside`, `${program}.exe`);
      }
    });
  });

  test('what the company had set for all accounts is as before after the removal', () => {
    wine.merge(`[${OFFICE}\\15.0\\Outlook\\AutoDiscover]\n"PreferLocalXML"=dword:00000001\n
[${OFFICE}\\16.0\\Outlook\\AutoDiscover]\n"PreferLocalXML"=dword:00000000\n`);
    before = wine.registry();
    const folder = unpack('plain');
    for (const _ of ['first', 'second']) run(folder, 'install.cmd', '/quiet');
    expect(wine.registry()).toEqual({ ...before, ...valuesOf('plain', ourPath('plain')) });
    run(folder, 'remove.cmd', '/quiet');
    expect(wine.registry()).toEqual(before);
  });

  test('what serves all accounts stays until the last of ours is removed', () => {
    for (const name of ['plain', 'university']) expect(run(unpack(name), 'install.cmd', '/quiet').status).toBe(0);
    expect(run(unpack('plain'), 'remove.cmd', '/quiet').status).toBe(0);
    expect(wine.registry()).toEqual({ ...before, ...valuesOf('university', ourPath('university')) });
    expect(run(unpack('university'), 'remove.cmd', '/quiet').status).toBe(0);
    expect(wine.registry()).toEqual(before);
  });

  test('folders may have signs that cmd gives a meaning to, both where the files are and where they go', () => {
    const odd = "Zoé & Co ^ (x) ! it's,=;";
    const folder = unpack('plain', odd);
    const local = `C:\\users\\${odd}`;
    const status = () => run(folder, 'odd.cmd').status;
    // wine sets LOCALAPPDATA itself, so a script does it after wine. It is ASCII but for é, which stands in it as the console shows it.
    const call = (script: string) =>
      `@set "LOCALAPPDATA=${local.replace('é', 'e')}"\r\n@"${files.scriptIn(folder, script)}" /quiet\r\n`;
    writeFileSync(join(folder, 'odd.cmd'), call('install.cmd'));
    expect(status()).toBe(0);
    const path = ourPath('plain').replace(/^.*(?=\\Facteur)/, local.replace('é', 'e'));
    expect(wine.registry()).toEqual({ ...before, ...valuesOf('plain', path) });
    writeFileSync(join(folder, 'odd.cmd'), call('remove.cmd'));
    expect(status()).toBe(0);
    expect(wine.registry()).toEqual(before);
  });

  test('half done is undone', () => {
    // A key that is a link to nowhere cannot be opened: the last value of install.cmd does not go in. (Seen with wine's registry file.)
    wine.merge(`[-${OFFICE}\\16.0\\Outlook\\Setup]

[${OFFICE}\\16.0\\Outlook\\AutoDiscover]
"cnrs.fr"="C:\\\\Program Files\\\\Facteur\\\\outlook\\\\${folderOf('plain')}\\\\autodiscover.xml"
`);
    wine.stop();
    const nowhere = Buffer.from('\\Registry\\Machine\\Software\\Nowhere\\Nothing', 'utf16le')
      .toString('hex')
      .match(/../g)
      ?.join(',');
    const file = join(wine.prefix, 'user.reg');
    const original = readFileSync(file);
    const key = `${OFFICE.replace('HKEY_CURRENT_USER\\', '')}\\16.0\\Outlook\\Setup`.replaceAll('\\', '\\\\');
    appendFileSync(file, `\n[${key}] 1700000000\n#link\n"SymbolicLinkValue"=hex(6):${nowhere}\n`);
    try {
      before = wine.registry();
      expectUnchanged(unpack('plain'), 1);
    } finally {
      wine.stop();
      writeFileSync(file, original);
    }
  });

  test('a remover that forgot a value would be noticed', () => {
    const folder = unpack('plain');
    const forgetful = readFileSync(join(folder, 'remove.reg'), 'utf16le').replace(/"PreferLocalXML"=-\r\n/, '');
    writeFileSync(join(folder, 'remove.reg'), forgetful, 'utf16le');
    run(folder, 'reg', 'import', 'install.reg');
    run(folder, 'reg', 'import', 'remove.reg');
    expect(wine.registry()).not.toEqual(before);
  });

  const unpack = (name: string, as = name) => files.unpack(wine, fixture(name), as);
  const run = (folder: string, program: string, ...rest: readonly string[]) =>
    files.run(wine, folder, program, ...rest);
  const put = (folder: string, name: string, id: string) => files.put(folder, fixture(name), id);
  const ourPath = (name: string) => files.ourPath(wine, fixture(name));

  function expectUnchanged(folder: string, status: number, option = '/quiet'): string {
    const result = run(folder, 'install.cmd', option);
    expect(result.status).toBe(status);
    expect(result.stderr).not.toBe('');
    expect(wine.registry()).toEqual(before);
    expect(existsSync(join(wine.localData, 'Facteur'))).toBe(false);
    return result.stderr;
  }
});

describe.skipIf(!has('xmllint'))('xmllint', () => {
  test.each(carriedBy('password'))('accepts $name', ({ account }) => {
    expect(lint(artifactOf(account, 'autodiscover').bytes)).toBe(0);
  });

  test('refuses one with a tag left open', () => {
    const text = new TextDecoder().decode(artifactOf(fixture('plain'), 'autodiscover').bytes);
    expect(lint(new TextEncoder().encode(text.replace('</Response>', '')))).not.toBe(0);
  });

  function lint(bytes: Uint8Array): number | null {
    return spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: bytes, timeout: 10_000 }).status;
  }
});

describe.skipIf(!has('unzip'))('unzip', () => {
  test.each(['plain', 'hostile', 'university'])('takes out of install.zip for %s what stands beside it', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-zip-'));
    try {
      const { path, bytes } = artifactOf(fixture(name), 'install-zip');
      const zip = join(folder, 'install.zip');
      writeFileSync(zip, bytes);
      expect(path).toBe('outlook/install.zip');
      const { status, stdout } = spawnSync('unzip', [zip, '-d', folder], { encoding: 'utf8', timeout: 10_000 });
      expect([status, stdout.match(/extracting/g)?.length]).toEqual([0, 3]);
      for (const id of ['install-cmd', 'remove-cmd', 'autodiscover']) {
        const beside = artifactOf(fixture(name), id);
        expect(readFileSync(join(folder, beside.path.replace(/^.*\//, '')))).toEqual(Buffer.from(beside.bytes));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const folderOf = (name: string) => files.folderOf(fixture(name));
const valuesOf = (name: string, path: string) => files.valuesOf(fixture(name), path);
