import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, type Problem, problem } from '../errors.ts';
import type { DnsFormat } from '../publish/dns-formats/index.ts';
import { failingAt, noFolder, unwritable } from '../sinks/folder.ts';
import { makeFolder } from '../sinks/folders.ts';

/** What the files of a format are called behind the name of their zone, as its tool looks for them. */
export const zoneExtensions = {
  table: '.txt',
  bind: '.zone',
  nsupdate: '.nsupdate',
  octodns: '.yaml',
  dnscontrol: '.js',
  'terraform-cloudflare': '.tf',
  route53: '.json',
} as const satisfies Record<DnsFormat, string>;

/** A file for a zone, and what became of it. */
export interface ZoneFile {
  readonly zone: string;
  readonly path: string;
  readonly change: 'created' | 'unchanged' | 'replaced';
}

/**
 * Writes a file for each zone, each whole. One that is there with other content may have records of others in it: it is named, and replaced with `force` only.
 * @throws InputError; then nothing is written
 */
export async function writeZoneFiles(
  folder: string,
  format: DnsFormat,
  texts: ReadonlyMap<string, string>,
  force: boolean,
): Promise<ZoneFile[]> {
  const problems: Problem[] = noFolder(folder);
  const files: (ZoneFile & { readonly text: string })[] = [];
  for (const [zone, text] of texts) {
    const path = join(folder, `${zone}${zoneExtensions[format]}`);
    const there = await contentOf(path);
    const change = there === undefined ? 'created' : there === text ? 'unchanged' : 'replaced';
    if (change === 'replaced' && !force) problems.push(problem('out.exists', { path }));
    files.push({ zone, path, change, text });
  }
  if (problems.length > 0) throw new InputError(problems);
  const pending = files.filter(({ change }) => change !== 'unchanged');
  if (pending.length > 0) await failingAt(folder, makeFolder(folder));
  for (const { path, text } of pending) {
    await failingAt(path, writeFile(`${path}.part`, text));
    await failingAt(path, rename(`${path}.part`, path));
  }
  return files.map(({ zone, path, change }) => ({ zone, path, change }));
}

/** @throws InputError where something else than a file is there */
async function contentOf(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) throw new InputError(problem('out.foreign-file', { path, file: path }));
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
}
