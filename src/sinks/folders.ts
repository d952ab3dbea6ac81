import { lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';

/**
 * Makes a folder and those above it, one after the other. Node's own recursive `mkdir` asks the parent again and again, for ever and beyond the reach of any
 * signal, where a file system says ENOENT below a folder that is there, as /proc does (seen with Node 20.20).
 * @param made gets the path of each folder that was made, also where a later one cannot be
 */
export async function makeFolder(folder: string, made: string[] = []): Promise<void> {
  const missing: string[] = [];
  let path = resolve(folder);
  while (!(await isReachable(path)) && dirname(path) !== path) {
    missing.unshift(path);
    path = dirname(path);
  }
  if (missing.length === 0) await refuseNoFolder(path);
  for (const each of missing) {
    try {
      await mkdir(each);
      made.push(each);
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
      // Another run has made it meanwhile, or a link leads nowhere.
      await refuseNoFolder(each);
    }
  }
}

/** Removes those folders of `made` in which nobody has put anything. */
export async function removeEmpty(made: readonly string[]): Promise<void> {
  // What cannot be removed is not ours alone any more.
  for (const each of made.toReversed()) await rmdir(each).catch(() => {});
}

/** Is there anything by that name, be it a link that leads nowhere? */
export async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(absent)) !== undefined;
}

/** The system's word for what went wrong. */
export function errorCodeOf(error: unknown): string {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  return code || message;
}

async function isReachable(path: string): Promise<boolean> {
  return (await stat(path).catch(absent)) !== undefined;
}

function absent(error: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error))) throw error;
}

async function refuseNoFolder(path: string): Promise<void> {
  const found = await stat(path).catch(absent);
  if (!found?.isDirectory()) throw new InputError(problem('out.not-a-folder', { path }));
}
