import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenCutShort } from '../ending.ts';
import type { Mail } from '../mail/mail.ts';
import type { Home } from './home.ts';

/** Longest wait for a window, and for a program to end. */
const PATIENCE = 30_000;

/** A screen that nobody sees, on which a person's programs run. */
export interface Desktop {
  /** Starts a program; it ends with the desktop at the latest. */
  start(command: string, ...args: readonly string[]): ChildProcess;
  /** Runs a program to its end and gives what it wrote. */
  run(command: string, args?: readonly string[], input?: string): string;
  /** Waits for a window with this in its title, and gives it the keyboard. */
  focus(title: string): Promise<void>;
  /** Presses keys, as xdotool calls them. */
  press(...keys: readonly string[]): void;
  type(text: string): void;
  /** Titles of the windows there are. */
  titles(): string[];
  stop(): Promise<void>;
}

/**
 * Opens a desktop for the person of this home. With mail servers, programs on it find these servers under their names, trust their authority, and find nothing else:
 * they run in a mount name space of their own, with other files for host names and certificates.
 */
export async function openDesktop(
  home: Home,
  { mail, screen = true }: { mail?: Mail | undefined; screen?: boolean } = {},
): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-desktop-'));
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const children = new Set<ChildProcess>();
  const leave = () => {
    for (const child of children) kill(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const withdraw = whenCutShort(leave);
  const stop = async () => {
    for (const child of children) kill(child);
    await Promise.all([...children].map((child) => ended(child)));
    leave();
    withdraw();
  };

  const display = screen ? await openScreen(children) : '';
  const env = {
    ...home.environment,
    DISPLAY: display,
    XDG_RUNTIME_DIR: runtime,
    GSETTINGS_BACKEND: 'keyfile',
    GIO_USE_VFS: 'local',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const within = mail === undefined ? [] : nameSpace(folder, mail);
  const words = (command: string, args: readonly string[]) => [...within, command, ...args];
  const xdotool = (...args: readonly string[]) => spawnSync('xdotool', args, { env, encoding: 'utf8', timeout: 5_000 });
  const titles = () =>
    windows('.')
      .map((window) => xdotool('getwindowname', window).stdout.trim())
      .filter(Boolean);
  const windows = (title: string) =>
    xdotool('search', '--onlyvisible', '--name', title).stdout.split('\n').filter(Boolean);

  return {
    start(command, ...args) {
      const [program = '', ...rest] = words(command, args);
      const child = spawn(program, rest, { env, stdio: 'ignore', detached: true });
      children.add(child);
      return child;
    },
    run(command, args = [], input = '') {
      const [program = '', ...rest] = words(command, args);
      const { status, stdout, stderr } = spawnSync(program, rest, { env, input, encoding: 'utf8', timeout: PATIENCE });
      if (status !== 0) throw new Error(`${command} ended with ${status}\n${stdout}\n${stderr}`);
      return stdout;
    },
    async focus(title) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
        const [window] = windows(title);
        if (window !== undefined && xdotool('windowfocus', window).status === 0) return sleep(300);
      }
      throw new Error(`no window “${title}”, but: ${titles().join(', ')}`);
    },
    press: (...keys) => void xdotool('key', '--delay', '100', ...keys),
    type: (text) => void xdotool('type', '--delay', '15', text),
    titles,
    stop,
  };
}

async function openScreen(children: Set<ChildProcess>): Promise<string> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  children.add(screen);
  const number = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject).once('exit', () => reject(new Error('Xvfb ended while starting')));
    screen.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return `:${number}`;
}

/** Waits until a program has ended; `false` when it has not in time. */
export async function ended(child: ChildProcess, patience = PATIENCE): Promise<boolean> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  if (!hasEnded()) await Promise.race([once(child, 'exit'), sleep(patience, undefined, { ref: false })]);
  return hasEnded();
}

function nameSpace(folder: string, { ip, hosts, authority }: Mail): string[] {
  const files = {
    '/etc/hosts': `127.0.0.1 localhost\n${ip} ${Object.values(hosts).join(' ')}\n`,
    '/etc/resolv.conf': 'nameserver 127.0.0.1\n',
    '/etc/ssl/certs/ca-certificates.crt': readFileSync(authority, 'utf8'),
  };
  const mounts = Object.entries(files).map(([path, text], index) => {
    const file = join(folder, `etc-${index}`);
    writeFileSync(file, text);
    return `mount --bind '${file}' '${path}' &&`;
  });
  return ['unshare', '--mount', 'sh', '-c', `${mounts.join(' ')} exec "$@"`, 'sh'];
}

/** They are groups of their own. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
