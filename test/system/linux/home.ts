import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The home of a person who exists for one test. */
export interface Home {
  readonly path: string;
  /** What its programs and scripts see. */
  readonly environment: Readonly<Record<string, string>>;
  /** Writes a file, with the folders above it. */
  put(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  /** Puts a program on its PATH. */
  program(name: string, text: string): void;
  has(path: string): boolean;
  /** Everything below: files with mode and content, links with where they lead, folders. */
  snapshot(): Record<string, string>;
  /** Runs a script of ours, from another folder than its own. */
  run(
    script: Uint8Array | string,
    options?: {
      readonly shell?: readonly string[];
      readonly args?: readonly string[];
      readonly environment?: Readonly<Record<string, string>>;
    },
  ): Outcome;
  remove(): void;
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes an empty home; `PATH` begins with its folder `programs`. */
export function makeHome(): Home {
  const base = mkdtempSync(join(tmpdir(), 'facteur-home-'));
  // With what trips a script that forgets to quote.
  const path = join(base, "home d'été  $x");
  const programs = join(base, 'programs');
  mkdirSync(path);
  mkdirSync(programs);
  const environment = {
    HOME: path,
    PATH: `${programs}:${process.env.PATH ?? ''}`,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    TMPDIR: base,
  };
  let scripts = 0;
  return {
    path,
    environment,
    put(name, text) {
      const file = name.startsWith('/') ? name : join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    program: (name, text) => writeFileSync(join(programs, name), text, { mode: 0o755 }),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    has: (name) => existsSync(join(path, name)),
    snapshot: () => Object.fromEntries(entries(path)),
    run(script, { shell = ['dash'], args = [], environment: further = {} } = {}) {
      scripts++;
      const folder = join(base, `bundle ${scripts}`);
      mkdirSync(folder);
      const file = join(folder, 'script.sh');
      writeFileSync(file, script);
      const [command = '', ...options] = shell;
      const { status, stdout, stderr } = spawnSync(command, [...options, file, ...args], {
        cwd: '/',
        env: { ...environment, ...further },
        encoding: 'utf8',
        timeout: 30_000,
      });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

function entries(root: string, below = ''): [string, string][] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    const path = join(root, name);
    if (entry.isSymbolicLink()) return [[name, `→ ${readlinkSync(path)}`]];
    const mode = (lstatSync(path).mode & 0o7777).toString(8);
    if (entry.isDirectory()) return [[`${name}/`, mode], ...entries(root, name)];
    return [[name, `${mode} ${readFileSync(path, 'latin1')}`]];
  });
}
