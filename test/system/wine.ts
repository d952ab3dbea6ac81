import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notations } from '../../src/template/notation.ts';
import { type RegistryValues, readRegistry } from '../clients/outlook/readers.ts';

/** Where Outlook's values are. */
export const OFFICE = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office';

/** A Windows of one's own, without a desktop: some 700 MB in a temporary folder, made in about 15 s. */
export interface Wine {
  /** Its drive C. */
  readonly drive: string;
  /** `%LOCALAPPDATA%` of its only user. */
  readonly localData: string;
  /** Runs a program of Windows (its name without .exe) in a folder of this machine. */
  readonly run: (folder: string, command: readonly string[]) => Result;
  /** What HKEY_CURRENT_USER has of Office and of ours: one look, since each program takes its time. */
  readonly state: () => State;
  /** All values below HKEY_CURRENT_USER\Software\Microsoft\Office. */
  readonly registry: () => RegistryValues;
  /** Merges text of a .reg file, header left out. */
  readonly merge: (text: string) => void;
  /** Stops it, so that its registry can be edited as a file (`user.reg`); the next program starts it again. */
  readonly stop: () => void;
  readonly prefix: string;
  readonly remove: () => void;
}

export interface State {
  /** All values below HKEY_CURRENT_USER\Software\Microsoft\Office. */
  readonly values: RegistryValues;
  /** All keys below HKEY_CURRENT_USER\Software that are Office's or ours, also those without a value. */
  readonly keys: readonly string[];
  /** The same as text of a .reg file, header left out. */
  readonly text: string;
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
  const run = (folder: string, [program = '', ...args]: readonly string[]): Result => {
    if (session === undefined) start();
    // By its full path: for a bare name wine starts a start.exe beside it.
    const { status, stdout, stderr, error } = spawnSync('wine', [`C:\\windows\\system32\\${program}.exe`, ...args], {
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
  const state = (): State => {
    reg('export', 'HKCU\\Software', 'C:\\export.reg', '/y');
    return stateOf(readFileSync(join(drive, 'export.reg'), 'utf16le'));
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
    state,
    registry: () => state().values,
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

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';

function stateOf(exported: string): State {
  const sections = exported
    .split('\r\n\r\n')
    .filter((section) => /^\[HKEY_CURRENT_USER\\Software\\(Microsoft\\Office|Facteur-Outlook)[\]\\]/.test(section));
  const text = sections.map((section) => `${section}\r\n\r\n`).join('');
  const values = Object.entries(readRegistry(`${HEADER}${text}`)).filter(([name]) => name.startsWith(OFFICE));
  return {
    values: Object.fromEntries(values),
    keys: [...text.matchAll(/^\[(.*)\]\r$/gm)].map(([, name = '']) => name),
    text,
  };
}
