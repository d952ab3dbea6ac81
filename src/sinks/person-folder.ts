import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, type Problem } from '../errors.ts';
import { changeOf, filesBelow, MANIFEST, type Placement, place, unwritable } from './folder.ts';
import type { Manifest } from './manifest.ts';
import type { Working } from './working.ts';

/** What became of what was made for one of many. */
export type Placed = 'created' | 'unchanged' | 'updated' | 'differs' | Problem;

type Files = Placement['files'];

/** Writes a bundle where it waits. @throws InputError */
export function writeFresh(fresh: string, name: string, files: Files): void {
  const folder = join(fresh, name);
  try {
    // A worker that died may have begun it.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const each of new Set(files.map(({ path }) => dirname(path))))
      if (each !== '.') mkdirSync(join(folder, each), { recursive: true });
    for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes, { flag: 'wx' });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/**
 * Moves a bundle from where it waits to its place. What stands there and is not as new is replaced only where that is asked for, and never when it holds a file which
 * Facteur did not write.
 * @throws InputError when the file system refuses
 */
export async function placeFolder(out: string, working: Working, name: string, update: boolean): Promise<Placed> {
  const folder = join(out, name);
  const waiting = join(working.fresh, name);
  try {
    renameSync(waiting, folder);
    return 'created';
  } catch (error) {
    if (!stands(folder)) throw unwritable(folder, error);
  }
  try {
    return await replace(folder, working, waiting, update);
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

async function replace(folder: string, working: Working, waiting: string, update: boolean): Promise<Placed> {
  const files = filesIn(waiting);
  const change = changeOf(folder, files, true);
  if (typeof change === 'object') return fatal(change);
  if (change === 'unchanged') return 'unchanged';
  if (!update) return 'differs';
  try {
    await place(working.path, { folder, change, files });
    return 'updated';
  } catch (error) {
    if (error instanceof InputError) return fatal(error.problems[0] as Problem);
    throw unwritable(folder, error);
  }
}

/**
 * Takes a bundle away that stands under another name than that of today, as where the case of an address's letters has changed; but not when it holds a file which Facteur did not write.
 */
export function retireFolder(out: string, working: Working, name: string): void {
  const folder = join(out, name);
  if (!stands(folder) || typeof changeOf(folder, [], true) === 'object') return;
  const aside = join(working.aside, name);
  renameSync(folder, aside);
  rmSync(aside, { recursive: true });
}

/** Where nothing can be written at all, that is no matter of one person. */
function fatal(problem: Problem): Problem {
  if (problem.code === 'out.unwritable' || problem.code === 'out.kept') throw new InputError(problem);
  return problem;
}

function filesIn(folder: string): Files {
  return [...filesBelow(folder)].map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/**
 * Has a bundle all the files that its manifest names, in their sizes? Their contents are not read: every night this is asked of everybody.
 */
export function isWhole(folder: string): boolean {
  try {
    const { artifacts } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return artifacts.every(({ path, bytes }) => {
      const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
      return found?.isFile() === true && found.size === bytes;
    });
  } catch {
    return false;
  }
}

/** Is there anything by that name? */
export function stands(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
