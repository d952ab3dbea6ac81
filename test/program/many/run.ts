import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../cli/terminal.ts';
import { root } from '../../fixtures.ts';

export const program = join(root, 'dist/cli/main.js');

/** A list of so many people, with names as people have them: letters alone. */
export function listOf(count: number, folder = temporaryFolder()): string {
  const letters = (number: number) =>
    [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
  const lines = Array.from({ length: count }, (_, index) => `ann.${letters(index)}n@cnrs.fr,Ann ${letters(index)}`);
  const list = join(folder, 'people.csv');
  writeFileSync(list, `address,name\n${lines.join('\n')}\n`);
  return list;
}

const environment = { ...process.env, LC_ALL: 'C' };

/** `facteur generate --from` as it is built. @param node options of Node, such as something to load before */
export function generateFrom(list: string, args: readonly string[], node: readonly string[] = [], env: object = {}) {
  const command = [...node, program, 'generate', '--from', list, ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 120_000, env: { ...environment, ...env } });
}

/** The same, while it runs. */
export function startFrom(list: string, args: readonly string[], input: 'ignore' | 'pipe' = 'ignore') {
  const command = [program, 'generate', '--from', list, ...args];
  return spawn(process.execPath, command, { stdio: [input, 'pipe', 'pipe'], env: environment });
}

/** Every file below a folder, with a digest of its bytes. */
export function digests(folder: string, wanted: (path: string) => boolean = () => true): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths
      .map((path) => [path.slice(folder.length + 1), path] as const)
      .filter(([name]) => wanted(name))
      .map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
