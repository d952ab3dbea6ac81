import {
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import type { Bundle } from '../bundle.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { folderName, sharedFolders } from './folder-name.ts';
import { type Manifest, manifestOf } from './manifest.ts';

/** What happens to a bundle's folder: it is new, it already holds the same bytes, or it is replaced. */
export type Change = 'created' | 'unchanged' | 'replaced';

/** A bundle on its way to its folder. */
export interface Placement {
  /** The bundle's folder. */
  readonly folder: string;
  readonly change: Change;
  readonly manifest: Manifest;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

const MANIFEST = 'manifest.json';

/**
 * Decides for each bundle what writing it to `out/<address>/` would do. Writes nothing.
 * @param force replace a bundle that is there with other bytes; never one that holds files which Facteur did not write
 * @throws InputError with a line for each folder that must not be touched
 */
export function plan(out: string, bundles: readonly Bundle[], force: boolean): Placement[] {
  const problems = sharedFolders(bundles.map(({ account }) => account.address));
  const placements = bundles.map((bundle): Placement => {
    const manifest = manifestOf(bundle.account, bundle.artifacts, bundle.leftOut);
    const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
    const files = [...bundle.artifacts, { path: MANIFEST, bytes: manifestBytes }];
    const folder = join(out, folderName(bundle.account.address));
    const change = changeOf(folder, files, force);
    if (typeof change === 'object') problems.push(change);
    return { folder, change: typeof change === 'object' ? 'unchanged' : change, manifest, files };
  });
  if (problems.length > 0) throw new InputError(problems);
  return placements;
}

/**
 * Writes planned bundles: each into a folder beside its place first, moved there when all of them are whole.
 * @throws InputError when the file system refuses; nothing half-written stays, nor when a signal ends the program meanwhile
 */
export async function write(out: string, placements: readonly Placement[]): Promise<void> {
  const pending = placements.filter(({ change }) => change !== 'unchanged');
  if (pending.length === 0) return;
  const signals = holdSignals();
  let staging: string | undefined;
  let made: string | undefined;
  let current = out;
  try {
    made = mkdirSync(out, { recursive: true });
    staging = mkdtempSync(join(out, '.facteur-'));
    for (const [index, { folder, files }] of pending.entries()) {
      for (const { path, bytes } of files) {
        current = join(folder, path);
        const file = join(staging, String(index), path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      // Signals arrive only between two turns of the event loop.
      await others();
      signals.refuse();
    }
    for (const [index, placement] of pending.entries()) {
      current = placement.folder;
      place(join(staging, String(index)), placement, join(staging, `old-${index}`));
    }
    rmSync(staging, { recursive: true });
  } catch (error) {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
    if (made !== undefined && existsSync(made) && isEmptyTree(made)) rmSync(made, { recursive: true });
    throw error instanceof InputError ? error : unwritable(current, error);
  } finally {
    signals.release();
  }
}

function changeOf(folder: string, files: Placement['files'], force: boolean): Change | Problem {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return 'created';
    if (!found.isDirectory()) return problem('out.not-a-folder', { path: folder });
    const present = filesBelow(folder);
    const differing = files.filter(({ path, bytes }) => !present.has(path) || !same(join(folder, path), bytes));
    const wanted = new Set(files.map(({ path }) => path));
    const surplus = [...present].filter((path) => !wanted.has(path));
    if (differing.length === 0 && surplus.length === 0) return 'unchanged';
    const ours = writtenByUs(folder);
    const foreign = surplus.find((path) => !ours.has(path));
    if (foreign !== undefined) return problem('out.foreign-file', { path: folder, file: foreign });
    return force ? 'replaced' : problem('out.exists', { path: folder });
  } catch (error) {
    return unwritable(folder, error).problems[0] as Problem;
  }
}

function same(file: string, bytes: Uint8Array): boolean {
  return readFileSync(file).equals(bytes);
}

function filesBelow(folder: string): Set<string> {
  const entries: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')));
}

/** The files that the bundle in this folder says are its own. */
function writtenByUs(folder: string): Set<string> {
  try {
    const { artifacts } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return new Set([MANIFEST, ...artifacts.map(({ path }) => path)]);
  } catch {
    return new Set();
  }
}

/** Puts `fresh` in its place; what was there goes back when that fails, and what another run has put there meanwhile stays. */
function place(fresh: string, { folder, change, files }: Placement, old: string): void {
  const replaces = change === 'replaced' && existsSync(folder);
  if (replaces) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (replaces) renameSync(old, folder);
    const now = changeOf(folder, files, false);
    if (now === 'unchanged') return;
    throw typeof now === 'object' ? new InputError(now, { cause: error }) : error;
  }
}

/** Signals that end the program wait until nothing half-written is left, and then take their course. */
function holdSignals() {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held ??= signal;
  };
  const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of ending) process.on(signal, hold);
  return {
    refuse: () => {
      if (held !== undefined) throw new Error(held);
    },
    release: () => {
      for (const signal of ending) process.off(signal, hold);
      if (held !== undefined) process.kill(process.pid, held);
    },
  };
}

function isEmptyTree(folder: string): boolean {
  return filesBelow(folder).size === 0;
}

function unwritable(path: string, error: unknown): InputError {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return new InputError(problem('out.unwritable', { path, reason: code || message }), { cause: error });
}
