import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Artifact } from '../artifacts/render.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { folderName, sharedFolders } from './folder-name.ts';
import { errorCodeOf, isThere, makeFolder, removeEmpty } from './folders.ts';
import { clear, NEW, OLD, putBack } from './leftovers.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { WORKING, workingName } from './owner.ts';
import { holdSignals } from './signals.ts';

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

/** What a folder holds of a bundle. */
type Contents = Pick<Bundle, 'account' | 'artifacts' | 'leftOut'>;

export const MANIFEST = 'manifest.json';

/**
 * Decides for each bundle what writing it to `out/<address>/` would do. Writes nothing.
 * @param force replace a bundle that is there with other bytes; never one that holds files which Facteur did not write
 * @throws InputError with a line for each folder that must not be touched
 */
export function plan(out: string, bundles: readonly Contents[], force: boolean): Placement[] {
  const unusable = noFolder(out);
  if (unusable.length > 0) throw new InputError(unusable);
  const problems = sharedFolders(bundles.map(({ account }) => account.address));
  const placements = bundles.map((bundle): Placement => {
    const { manifest, files } = filesOf(bundle);
    const folder = join(out, folderName(bundle.account.address));
    const change = changeOf(folder, files, force);
    if (typeof change === 'object') problems.push(change);
    return { folder, change: typeof change === 'object' ? 'unchanged' : change, manifest, files };
  });
  if (problems.length > 0) throw new InputError(problems);
  return placements;
}

/** Everything that stands in a bundle's folder. */
export function filesOf(bundle: Contents): Pick<Placement, 'manifest' | 'files'> {
  return contentsOf(manifestOf(bundle.account, bundle.artifacts, bundle.leftOut), bundle.artifacts);
}

/** Files, and the manifest as another one. */
export function contentsOf(
  manifest: Manifest,
  artifacts: readonly Pick<Artifact, 'path' | 'bytes'>[],
): Pick<Placement, 'manifest' | 'files'> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const made = artifacts.map(({ path, bytes }) => ({ path, bytes: bytes() }));
  return { manifest, files: [...made, { path: MANIFEST, bytes }] };
}

/**
 * Writes planned bundles: each into a folder beside its place first, moved there when all of them are whole.
 * @throws InputError when the file system refuses; nothing half-written stays, nor when a signal ends the program meanwhile
 */
export async function write(out: string, placements: readonly Placement[]): Promise<void> {
  const pending = placements.filter(({ change }) => change !== 'unchanged');
  if (pending.length === 0) return;
  const signals = holdSignals();
  const made: string[] = [];
  let working: string | undefined;
  try {
    await failingAt(out, makeFolder(out, made));
    signals.refuse();
    working = await failingAt(out, mkdtemp(join(out, workingName())));
    await failingAt(out, mkdir(join(working, NEW)));
    await failingAt(out, mkdir(join(working, OLD)));
    for (const placement of pending) {
      await writeFiles(join(working, NEW, basename(placement.folder)), placement);
      signals.refuse();
    }
    for (const placement of pending) await failingAt(placement.folder, place(working, placement));
    await clear(working);
  } catch (error) {
    await undo(out, working, made);
    throw error;
  } finally {
    signals.release();
  }
}

/** Clears away what a failed run has made. Where that fails too, a bundle that was moved aside stays there and is named. */
async function undo(out: string, working: string | undefined, made: readonly string[]): Promise<void> {
  if (working !== undefined) {
    await putBack(out, working);
    // The next run looks again for what cannot be removed now; why the writing failed is the better thing to say.
    await clear(working).catch(() => {});
  }
  await removeEmpty(made);
}

async function writeFiles(fresh: string, { folder, files }: Placement): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
  for (const each of folders) await failingAt(join(folder, relative(fresh, each)), makeFolder(each));
  const writing = files.map(({ path, bytes }) => failingAt(join(folder, path), writeFile(join(fresh, path), bytes)));
  // All have to come to their end: what is still being written cannot be cleared away.
  const refused = (await Promise.allSettled(writing)).find((each) => each.status === 'rejected');
  if (refused !== undefined) throw refused.reason;
}

/** What fails is told as failing at `path`, where the person would look for it. */
export async function failingAt<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof InputError ? error : unwritable(path, error);
  }
}

/** A file or a device, or a link that leads nowhere. Whether a folder can be made where nothing is shows only when it is. */
export function noFolder(out: string): Problem[] {
  try {
    if (lstatSync(out, { throwIfNoEntry: false }) === undefined) return [];
    const found = statSync(out, { throwIfNoEntry: false });
    return found?.isDirectory() ? [] : [problem('out.not-a-folder', { path: out })];
  } catch (error) {
    return [...unwritable(out, error).problems];
  }
}

/** @param path what messages call the folder */
export function changeOf(folder: string, files: Placement['files'], force: boolean, path = folder): Change | Problem {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return 'created';
    if (!found.isDirectory()) return problem('out.not-a-folder', { path });
    const present = filesBelow(folder);
    const differing = files.filter(({ path, bytes }) => !present.has(path) || !same(join(folder, path), bytes));
    const wanted = new Set(files.map(({ path }) => path));
    const surplus = [...present].filter((path) => !wanted.has(path));
    if (differing.length === 0 && surplus.length === 0) return 'unchanged';
    const ours = writtenByUs(folder);
    const foreign = surplus.find((path) => !ours.has(path));
    if (foreign !== undefined) return problem('out.foreign-file', { path, file: foreign });
    return force ? 'replaced' : problem('out.exists', { path });
  } catch (error) {
    return unwritable(path, error).problems[0] as Problem;
  }
}

/** Opens regular files only, of that size: a named pipe in the place of a file would never end. */
function same(file: string, bytes: Uint8Array): boolean {
  const stats = lstatSync(file);
  return stats.isFile() && stats.size === bytes.length && readFileSync(file).equals(bytes);
}

export function filesBelow(folder: string): Set<string> {
  const entries: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')));
}

/** The files that the bundle in this folder says are its own. */
function writtenByUs(folder: string): Set<string> {
  try {
    const file = join(folder, MANIFEST);
    if (!lstatSync(file).isFile()) return new Set();
    const { artifacts } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return new Set([MANIFEST, ...artifacts.map(({ path }) => path)]);
  } catch {
    return new Set();
  }
}

/** Puts a new bundle in its place; what was there goes back when that fails, and what somebody else has put there meanwhile stays. */
export async function place(
  working: string,
  { folder, change, files }: Pick<Placement, 'folder' | 'change' | 'files'>,
): Promise<void> {
  const aside = join(working, OLD, basename(folder));
  const replaces = change === 'replaced' && (await isThere(folder));
  if (replaces) await rename(folder, aside);
  try {
    const moved = replaces ? changeOf(aside, files, true, folder) : 'replaced';
    if (typeof moved === 'object') throw new InputError(moved);
    await rename(join(working, NEW, basename(folder)), folder);
  } catch (error) {
    if (replaces) {
      await rename(aside, folder);
      throw error;
    }
    const now = changeOf(folder, files, false);
    if (now === 'unchanged') return;
    throw typeof now === 'object' ? new InputError(now, { cause: error }) : error;
  }
}

/** @param path where it was tried; of what waits in a working folder the message names the folder that this is in, which is the one that a person knows */
export function unwritable(path: string, error: unknown): InputError {
  const reason = errorCodeOf(error);
  const parts = path.split(sep);
  const working = parts.findIndex((part) => part.startsWith(WORKING));
  const shown = working < 0 ? path : parts.slice(0, working).join(sep) || (isAbsolute(path) ? sep : '.');
  const full = reason === 'ENOSPC' || reason === 'EDQUOT';
  return new InputError(
    full ? problem('out.full', { path: shown }) : problem('out.unwritable', { path: shown, reason }),
    {
      cause: error,
    },
  );
}
