import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { folderName } from './folder-name.ts';
import { errorCodeOf, isThere } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { isAtWork, WORKING } from './owner.ts';

/** In a working folder: where bundles wait until all of them are whole, and where those wait that they replace. */
export const NEW = 'new';
export const OLD = 'old';

/** What a run that was killed has left, and what became of it. */
export interface Leftover {
  /** `restored`: a bundle is back in its place. `removed`: a working folder is gone. */
  readonly did: 'restored' | 'removed';
  readonly path: string;
}

/**
 * Finds the working folders of runs that were killed: puts bundles back that such a run had moved aside and not replaced yet, and clears the rest away.
 * @param look only say what would be done
 * @throws InputError when a bundle cannot be put back; then it stays where it is
 */
export async function recover(out: string, look: boolean, now = new Date()): Promise<Leftover[]> {
  // Whoever writes there says what is wrong with the folder.
  const names = (await readdir(out).catch(() => [])).filter((name) => name.startsWith(WORKING));
  const found: Leftover[] = [];
  for (const name of names) {
    const working = join(out, name);
    const stats = await lstat(working).catch(() => undefined);
    if (!stats?.isDirectory() || isAtWork(name, stats.mtime, now)) continue;
    for (const path of await putBack(out, working, look)) found.push({ did: 'restored', path });
    if (!look) await clear(working);
    found.push({ did: 'removed', path: working });
  }
  return found;
}

/**
 * Puts back what stands in a working folder and not in its place.
 * @returns the places
 * @throws InputError naming where a bundle now is that cannot be put back
 */
export async function putBack(out: string, working: string, look = false): Promise<string[]> {
  const places: string[] = [];
  for (const { kept, name } of await movedAside(working)) {
    if (name === undefined) throw new InputError(problem('out.kept', { path: out, kept, reason: 'manifest.json' }));
    const place = join(out, name);
    if (await isThere(place)) continue;
    try {
      if (!look) await rename(kept, place);
    } catch (error) {
      throw new InputError(problem('out.kept', { path: place, kept, reason: errorCodeOf(error) }), { cause: error });
    }
    places.push(place);
  }
  return places;
}

/** @throws InputError when it cannot be removed */
export async function clear(working: string): Promise<void> {
  try {
    await rm(working, { recursive: true, force: true });
  } catch (error) {
    throw new InputError(problem('out.unwritable', { path: working, reason: errorCodeOf(error) }), { cause: error });
  }
}

/** What was moved aside, and the name that it had. Development versions numbered it: there its manifest knows the name. */
async function movedAside(working: string): Promise<{ readonly kept: string; readonly name: string | undefined }[]> {
  const inside: string[] = await readdir(working).catch(() => []);
  const named = inside.includes(OLD) ? await readdir(join(working, OLD)).catch(() => []) : [];
  const numbered = inside.filter((name) => /^old-\d+$/.test(name)).map((name) => join(working, name));
  return [
    ...named.map((name) => ({ kept: join(working, OLD, name), name })),
    ...(await Promise.all(numbered.map(async (kept) => ({ kept, name: await nameIn(kept) })))),
  ];
}

async function nameIn(bundle: string): Promise<string | undefined> {
  try {
    const { account } = JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8')) as Manifest;
    return account && folderName(account.address);
  } catch {
    return undefined;
  }
}
