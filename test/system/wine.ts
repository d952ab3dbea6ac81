import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notations } from '../../src/template/notation.ts';
import { type RegistryValues, readRegistry } from '../clients/outlook/readers.ts';

/** A Windows of one's own, without a desktop: some 700 MB in a temporary folder, made in about 15 s. */
export interface Wine {
  /** Its drive C. */
  readonly drive: string;
  /** `%LOCALAPPDATA%` of its only user. */
  readonly localData: string;
  /** Runs a Windows program in a folder of this machine. */
  readonly run: (folder: string, command: readonly string[]) => Result;
  /** All values below HKEY_CURRENT_USER\Software\Microsoft\Office. */
  readonly registry: () => RegistryValues;
  /** All keys below HKEY_CURRENT_USER\Software that are Office's or ours, also those without a value. */
  readonly keys: () => readonly string[];
  /** Merges text of a .reg file, header left out. */
  readonly merge: (text: string) => void;
  /** Stops it, so that its registry can be edited as a file (`user.reg`); the next program starts it again. */
  readonly stop: () => void;
  readonly prefix: string;
  readonly remove: () => void;
}

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function makeWine(): Wine {
  const home = mkdtempSync(join(tmpdir(), 'facteur-wine-'));
  const prefix = join(home, 'prefix');
  const drive = join(prefix, 'drive_c');
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
  };
  // What a wine program starts beside itself (services.exe and others) keeps the pipes of its parent open: a session without pipes starts them first.
  let session: ChildProcess | undefined;
  const start = () => {
    session = spawn('wine', ['cmd'], { cwd: home, env: environment, stdio: ['pipe', 'ignore', 'ignore'] });
    spawnSync('wine', ['cmd', '/c', 'exit'], { cwd: home, env: environment, stdio: 'ignore', timeout: 60_000 });
  };
  const stop = () => {
    session?.stdin?.destroy();
    session = undefined;
    for (const option of ['-k', '-w'])
      spawnSync('wineserver', [option], { env: environment, stdio: 'ignore', timeout: 60_000 });
  };
  const run = (folder: string, command: readonly string[]): Result => {
    if (session === undefined) start();
    const { status, stdout, stderr, error } = spawnSync('wine', command, {
      cwd: folder,
      env: environment,
      input: '',
      encoding: 'latin1',
      timeout: 60_000,
    });
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
  };
  const reg = (...args: readonly string[]) => {
    const { status, stderr } = run(home, ['reg', ...args]);
    if (status !== 0) throw new Error(`reg ${args.join(' ')}: ${stderr}`);
  };
  mkdirSync(prefix);
  spawnSync('wineboot', ['-i'], { env: environment, stdio: 'ignore', timeout: 120_000 });
  const [user = ''] = readdirSync(join(drive, 'users')).filter((name) => name !== 'Public');
  return {
    drive,
    localData: join(drive, 'users', user, 'AppData/Local'),
    prefix,
    run,
    stop,
    registry: () => {
      reg('export', 'HKCU\\Software\\Microsoft\\Office', 'C:\\export.reg', '/y');
      return readRegistry(readFileSync(join(drive, 'export.reg'), 'utf16le'));
    },
    keys: () => {
      const exported = (key: string) => {
        const file = join(drive, 'keys.reg');
        rmSync(file, { force: true });
        const { status } = run(home, ['reg', 'export', key, 'C:\\keys.reg', '/y']);
        const text = status === 0 ? readFileSync(file, 'utf16le') : '';
        return [...text.matchAll(/^\[(.*)\]\r$/gm)].map(([, name = '']) => name);
      };
      return ['HKCU\\Software\\Microsoft\\Office', 'HKCU\\Software\\Facteur-Outlook'].flatMap(exported);
    },
    merge: (text) => {
      const file = `Windows Registry Editor Version 5.00\n\n${text}\n`;
      writeFileSync(join(drive, 'merge.reg'), notations.reg.encode(file));
      reg('import', 'C:\\merge.reg');
    },
    remove: () => {
      stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
