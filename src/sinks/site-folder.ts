import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError, type Problem, problem } from '../errors.ts';
import { failingAt, MANIFEST, noFolder, unwritable } from './folder.ts';
import { makeFolder } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { WORKING } from './owner.ts';
import { holdSignals } from './signals.ts';
import { openWorking } from './working.ts';

/*
 * A site stands in a folder that others use, too: a web server's, with its own files. So each file is replaced by itself, and what is not of the site stays. The manifest says which
 * files are: of those that a former run has made, only what still has the bytes that it wrote is removed.
 */

interface SiteContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What publishing would do. */
export interface SitePlan {
  readonly out: string;
  readonly created: readonly SiteContent[];
  readonly replaced: readonly SiteContent[];
  readonly unchanged: readonly string[];
  /** Files of a former run that are of the site no more. */
  readonly removed: readonly string[];
  /** What is not of the site, and stays; a folder ends in a slash. */
  readonly kept: readonly string[];
  /** The manifest while files of a former run give way to new ones: it knows both, whenever the run is killed. */
  readonly meanwhile: Uint8Array | undefined;
}

/**
 * Decides what writing these files into `out` would do. Writes nothing.
 * @param force replace what is of the site and differs; never what is not of it
 * @throws InputError with a line for each file that is in the way
 */
export function planSite(out: string, files: readonly SiteContent[], force: boolean): SitePlan {
  const unusable = noFolder(out);
  if (unusable.length > 0) throw new InputError(unusable);
  try {
    const former = formerFiles(out);
    const wanted = new Set(files.map(({ path }) => path));
    const states = files.map((file) => ({ file, state: stateOf(out, file, former) }));
    const foreign = states.flatMap(({ state }) => (typeof state === 'object' ? [state] : []));
    if (foreign.length > 0) throw new InputError(foreign);
    const having = (wished: string) => states.flatMap(({ file, state }) => (state === wished ? [file] : []));
    const gone = [...former].filter(([path]) => !wanted.has(path));
    const removed = gone.filter(([path, digest]) => digestOf(out, path) === digest).map(([path]) => path);
    const plan = {
      out,
      created: having('created'),
      replaced: having('replaced'),
      unchanged: having('unchanged').map(({ path }) => path),
      removed,
      kept: keptIn(out, new Set([...wanted, ...removed])),
      meanwhile: former.size === 0 ? undefined : bothOf(files, gone),
    };
    const differs = former.size > 0 && plan.created.length + plan.replaced.length + removed.length > 0;
    if (differs && !force) throw new InputError(problem('out.exists', { path: out }));
    return plan;
  } catch (error) {
    throw error instanceof InputError ? error : unwritable(out, error);
  }
}

function bothOf(files: readonly SiteContent[], gone: readonly (readonly [path: string, digest: string])[]): Uint8Array {
  const bytes = files.find(({ path }) => path === MANIFEST)?.bytes;
  // As `contentsOf` has written it.
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  const former = gone.map(([path, sha256]) => ({ path, sha256 }));
  return new TextEncoder().encode(JSON.stringify({ ...manifest, artifacts: [...manifest.artifacts, ...former] }));
}

/** Writes a planned site: each file whole, and none where the writing of one fails. @throws InputError */
export async function writeSite(plan: SitePlan): Promise<void> {
  const { out, created, replaced, removed, meanwhile } = plan;
  const pending = [...created, ...replaced];
  if (pending.length + removed.length === 0) return;
  const signals = holdSignals();
  const working = await openWorking(out);
  const undo: (() => Promise<void>)[] = [];
  try {
    const waiting = new Map<string, string>();
    for (const [index, { path, bytes }] of pending.entries()) {
      const place = join(working.path, `file-${index}`);
      await failingAt(join(out, path), writeFile(place, bytes));
      waiting.set(path, place);
      signals.refuse();
    }
    const before = new Set(replaced.map(({ path }) => path));
    const aside = async (path: string, index: number) => {
      const kept = join(working.path, `was-${index}`);
      await failingAt(join(out, path), rename(join(out, path), kept));
      undo.push(() => rename(kept, join(out, path)));
    };
    if (meanwhile !== undefined && before.has(MANIFEST)) {
      const place = join(working.path, 'meanwhile');
      await failingAt(join(out, MANIFEST), writeFile(place, meanwhile));
      await aside(MANIFEST, -1);
      await failingAt(join(out, MANIFEST), rename(place, join(out, MANIFEST)));
    }
    // The manifest last: what it says is then there.
    const ordered = [...waiting].toSorted(([one], [other]) => Number(one === MANIFEST) - Number(other === MANIFEST));
    for (const [index, [path, place]] of ordered.entries()) {
      const made: string[] = [];
      await failingAt(join(out, path), makeFolder(dirname(join(out, path)), made));
      undo.push(async () => {
        for (const each of made.toReversed()) await rmdir(each);
      });
      if (before.has(path)) await aside(path, index);
      else undo.push(() => rename(join(out, path), place));
      await failingAt(join(out, path), rename(place, join(out, path)));
    }
    for (const [index, path] of removed.entries()) await aside(path, ordered.length + index);
    undo.length = 0;
    for (const folder of foldersOf(removed)) await rmdir(join(out, folder)).catch(() => {});
  } finally {
    // What fails while all is put back, nobody can mend but the person who sees the first failure.
    for (const step of undo.toReversed()) await step().catch(() => {});
    await working.close();
    signals.release();
  }
}

/** The files of a former run with their digests, as its manifest has them; what it says of other places is not believed. */
function formerFiles(out: string): ReadonlyMap<string, string> {
  const { artifacts } = formerManifest(out);
  const own = artifacts.filter(({ path }) => isBelow(path)).map(({ path, sha256 }) => [path, sha256] as const);
  return new Map([...own, ...(own.length > 0 ? [[MANIFEST, ''] as const] : [])]);
}

/** That of a site: a bundle has an account. */
function formerManifest(out: string): Pick<Manifest, 'artifacts'> {
  const none = { artifacts: [] };
  try {
    const file = join(out, MANIFEST);
    if (!lstatSync(file).isFile()) return none;
    const { artifacts, account } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const isSite = account === undefined && artifacts.some(({ path }) => path === SITE_MARK);
    return isSite && artifacts.every(({ path, sha256 }) => typeof path === 'string' && typeof sha256 === 'string')
      ? { artifacts }
      : none;
  } catch {
    return none;
  }
}

/** A file that every site has and no bundle. */
const SITE_MARK = 'nginx.conf';

function isBelow(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\\0]/.test(path);
}

function stateOf(
  out: string,
  { path, bytes }: SiteContent,
  former: ReadonlyMap<string, string>,
): 'created' | 'replaced' | 'unchanged' | Problem {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const parent = parts.slice(0, depth).join('/');
    const found = lstatSync(join(out, parent), { throwIfNoEntry: false });
    if (found === undefined) return 'created';
    // A link would lead out of the folder.
    if (!found.isDirectory()) return problem('out.foreign-file', { path: out, file: parent });
  }
  const found = lstatSync(join(out, path), { throwIfNoEntry: false });
  if (found === undefined) return 'created';
  const same = found.isFile() && found.size === bytes.length && readFileSync(join(out, path)).equals(bytes);
  if (same) return 'unchanged';
  return found.isFile() && former.has(path) ? 'replaced' : problem('out.foreign-file', { path: out, file: path });
}

function digestOf(out: string, path: string): string | undefined {
  const parents = foldersOf([path]);
  if (!parents.every((each) => lstatSync(join(out, each), { throwIfNoEntry: false })?.isDirectory())) return undefined;
  const file = join(out, path);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The folders above these, the deepest first. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)].toSorted((one, other) => other.split('/').length - one.split('/').length);
}

/** What else is there, in the folders that the site has; a folder that it has not is named and not looked into. */
function keptIn(out: string, own: ReadonlySet<string>): string[] {
  const folders = new Set(foldersOf([...own]));
  const look = (folder: string): string[] =>
    entriesOf(join(out, folder)).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (own.has(path) || (folder === '' && entry.name.startsWith(WORKING))) return [];
      if (!entry.isDirectory()) return [path];
      return folders.has(path) ? look(path) : [`${path}/`];
    });
  return look('').toSorted();
}

function entriesOf(folder: string): Dirent[] {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder, { withFileTypes: true });
}
