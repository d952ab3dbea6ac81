import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenCutShort } from '../ending.ts';
import { openMarionette } from './marionette.ts';
import { thunderbirds, type Version } from './versions.ts';

/** Longest wait for the program to start, and to end. */
const PATIENCE = 60_000;

/** A file beside the program or in its profile: path → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A running Thunderbird. */
export interface Running {
  /**
   * Runs the body of an asynchronous function with Thunderbird's own rights, `arguments` in hand, and gives what it returns.
   * Its modules are there: `ChromeUtils.importESModule(…)`, `Services`, `MailServices`.
   */
  run<T>(body: string, ...values: readonly unknown[]): Promise<T>;
  /** Lets it write its preferences and end. */
  quit(): Promise<void>;
}

/** A Thunderbird with a profile, a home and a program folder of its own; the installed one is not touched. */
export interface Installation {
  /** Its folders: what is put there before a start is what a person or an administrator would put there. */
  readonly profile: string;
  readonly program: string;
  readonly etc: string;
  start(): Promise<Running>;
  /** Deletes files of the program folder again. */
  withdraw(names: readonly string[]): void;
  /** Ends what still runs and removes every folder. */
  remove(): Promise<void>;
}

interface Wanted {
  /** Absent: the one that is installed. */
  readonly version?: Version;
  /** For the program folder: `isp/…`, `thunderbird.cfg`, `distribution/policies.json`. */
  readonly beside?: Files;
  /** For the profile. */
  readonly profile?: Files;
  /** For `/etc/thunderbird`, which is another one for this program alone. Takes root. */
  readonly etc?: Files;
}

/** Makes a Thunderbird. */
export function install({ version, beside = {}, profile = {}, etc }: Wanted = {}): Installation {
  const [installed] = thunderbirds();
  const from = version ?? installed;
  if (from === undefined) throw new Error('thunderbird is on PATH, but its folder was not found');
  const folder = mkdtempSync(join(tmpdir(), 'facteur-thunderbird-'));
  const place = join(folder, 'program');
  const profileFolder = join(folder, 'profile');
  mirror(from.folder, place);
  put(place, beside);
  if (etc !== undefined) put(join(folder, 'etc'), etc);
  put(profileFolder, profile);
  put(profileFolder, { 'prefs.js': `${preferences()}${readIfThere(join(profileFolder, 'prefs.js'))}` });
  const running = new Set<ChildProcess>();
  const leave = () => {
    for (const child of running) kill(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const withdraw = whenCutShort(leave);
  return {
    profile: profileFolder,
    program: place,
    etc: join(folder, 'etc'),
    start: () => start(folder, place, profileFolder, running, etc !== undefined),
    withdraw: (names) => {
      for (const name of names) rmSync(join(place, name));
    },
    remove: async () => {
      await Promise.all([...running].map(end));
      leave();
      withdraw();
    },
  };
}

/** Writes files, with the folders that they need. A file that is a link to the installed program's is replaced, not followed. */
export function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, content);
  }
}

/**
 * A second program folder made of links: Gecko looks for everything beside its executable, so only that one is a copy. `defaults` and
 * `isp` are folders of their own, so that a test can add to them.
 */
function mirror(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    const from = join(source, name);
    const to = join(target, name);
    if (['defaults', 'pref', 'isp'].includes(name)) mirror(from, to);
    else if (name === 'thunderbird-bin') copyFileSync(from, to);
    else symlinkSync(from, to);
  }
}

/** Puts a folder in the place of `/etc/thunderbird`, in a view of the file system that only what it then starts has. */
const MOUNT = 'mount --bind "$1" /etc/thunderbird && shift && exec "$@"';

async function start(
  folder: string,
  place: string,
  profile: string,
  running: Set<ChildProcess>,
  ownEtc: boolean,
): Promise<Running> {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const home = (name: string) => {
    const path = join(folder, 'home', name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const [command = '', ...args] = [
    ...(ownEtc ? ['unshare', '--mount', 'sh', '-c', MOUNT, 'sh', join(folder, 'etc')] : []),
    join(place, 'thunderbird-bin'),
    ...['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
  ];
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    detached: true,
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: home('.'),
      TMPDIR: home('tmp'),
      XDG_CONFIG_HOME: home('config'),
      XDG_CACHE_HOME: home('cache'),
      XDG_DATA_HOME: home('data'),
      XDG_RUNTIME_DIR: home('run'),
      MOZ_CRASHREPORTER_DISABLE: '1',
    },
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const marionette = await openMarionette(await portOf(child, portFile));
  return {
    async run<T>(body: string, ...values: readonly unknown[]): Promise<T> {
      const script = `
        const done = arguments[arguments.length - 1];
        const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
        (async function () { ${body} }).apply(null, arguments).then(
          value => done({ value }),
          error => done({ failure: String(error) + " " + (error && error.stack) }),
        );`;
      const answer = await marionette.send('WebDriver:ExecuteAsyncScript', { script, args: values, newSandbox: true });
      // As the script above answers; or null when a dialog is open, for which Marionette does not let a script wait.
      const { value } = answer as { value: { value: T; failure?: string } | null };
      if (value === null) {
        const dialog = (await marionette.send('WebDriver:GetAlertText')) as { value: string };
        await marionette.send('WebDriver:DismissAlert');
        throw new Error(`Thunderbird asks: ${dialog.value}`);
      }
      if (value.failure !== undefined) throw new Error(`in Thunderbird: ${value.failure}`);
      return value.value;
    },
    async quit() {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
      await Promise.race([ended, sleep(PATIENCE, undefined, { ref: false })]);
      marionette.close();
      await end(child);
      running.delete(child);
    },
  };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function portOf(child: ChildProcess, file: string): Promise<number> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const text = readIfThere(file).trim();
    if (/^\d+$/.test(text)) return Number(text);
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('thunderbird ended while starting');
    await sleep(50);
  }
  throw new Error('thunderbird did not start');
}

/** Ends the program with the processes that it started. */
async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  kill(child);
  if (!ended) await Promise.race([exit, sleep(5_000, undefined, { ref: false })]);
}

/** They are a group of their own. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

/** A profile that calls nobody: it is offline, and should it try, every connection and every name goes to a proxy that is not there. */
function preferences(): string {
  return preferenceLines('user_pref', {
    'marionette.port': 0,
    'offline.startup_state': ALWAYS_OFFLINE,
    'network.manage-offline-status': false,
    'network.proxy.type': 1,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': CLOSED_PORT,
    'network.proxy.socks_remote_dns': true,
    'network.proxy.failover_direct': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,',
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.server': 'data:,',
    'app.update.enabled': false,
    'extensions.update.enabled': false,
    'extensions.blocklist.enabled': false,
    'mail.inappnotifications.enabled': false,
    'mailnews.start_page.enabled': false,
    'mailnews.auto_config_url': 'data:,',
    'mailnews.auto_config.addons_url': 'data:,',
    'mailnews.mx_service_url': 'data:,',
  });
}

/** Of `offline.startup_state` (OfflineStartup.sys.mjs). */
const ALWAYS_OFFLINE = 3;

/** Discard (RFC 863), where nobody has answered for decades. */
const CLOSED_PORT = 9;

/** Lines of a preference file. */
export function preferenceLines(
  keyword: 'user_pref' | 'pref',
  values: Readonly<Record<string, string | number | boolean>>,
) {
  const lines = Object.entries(values).map(
    ([name, value]) => `${keyword}(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  return lines.join('');
}
