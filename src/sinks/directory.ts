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
import type { Bundle } from '../bundle.ts';
import { InputError, type Problem, problem } from '../errors.ts';
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
  const problems: Problem[] = [];
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
 * Writes planned bundles: each into a folder beside its place first, moved there when it is whole.
 * @throws InputError when the file system refuses; nothing half-written stays
 */
export function write(out: string, placements: readonly Placement[]): void {
  const pending = placements.filter(({ change }) => change !== 'unchanged');
  if (pending.length === 0) return;
  let staging: string | undefined;
  let made: string | undefined;
  let current = out;
  try {
    made = mkdirSync(out, { recursive: true });
    staging = mkdtempSync(join(out, '.facteur-'));
    for (const [index, { files }] of pending.entries()) {
      for (const { path, bytes } of files) {
        current = join(staging, String(index), path);
        mkdirSync(dirname(current), { recursive: true });
        writeFileSync(current, bytes);
      }
    }
    for (const [index, { folder }] of pending.entries()) {
      current = folder;
      swap(join(staging, String(index)), folder, join(staging, `old-${index}`));
    }
    rmSync(staging, { recursive: true });
  } catch (error) {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
    if (made !== undefined && existsSync(made) && isEmptyTree(made)) rmSync(made, { recursive: true });
    throw unwritable(current, error);
  }
}

/**
 * A folder's name for an address: the address itself, with what some file system forbids or a shell would read otherwise percent-encoded
 * (UTF-8, RFC 3986 §2.1). Two addresses never share a name.
 */
export function folderName(address: string): string {
  const name = Array.from(address, (character) =>
    /[A-Za-z0-9@._+=-]/.test(character) ? character : encodeByte(character),
  ).join('');
  // ".x" would be hidden and "-x" taken for an option; Windows drops a dot at the end, which no domain has.
  return name.replace(/^[.-]/, encodeByte);
}

function encodeByte(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
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

/** Puts `fresh` in the place of `folder`; what was there goes back when that fails. */
function swap(fresh: string, folder: string, old: string): void {
  const replaces = existsSync(folder);
  if (replaces) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (replaces) renameSync(old, folder);
    throw error;
  }
}

function isEmptyTree(folder: string): boolean {
  return filesBelow(folder).size === 0;
}

function unwritable(path: string, error: unknown): InputError {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return new InputError(problem('out.unwritable', { path, reason: code || message }), { cause: error });
}
