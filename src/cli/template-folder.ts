import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Problem, problem } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import type { OwnTemplates } from '../template/templates.ts';

/**
 * Reads the templates of a folder that stand in the place of ours: `outlook/install.reg.hbs` there is used for `templates/outlook/install.reg.hbs`.
 * They are compiled by the same guard as ours, and tried with sample accounts; what compiles them is loaded for them alone.
 * @throws InputError with file, line and remedy of every mistake
 */
export async function loadTemplates(folder: string | undefined): Promise<OwnTemplates> {
  if (folder === undefined) return {};
  const paths = filesBelow(folder);
  const { compileTemplates } = await import('./compile-templates.ts');
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const text = await readText(join(folder, path));
    if (typeof text === 'string') texts.set(path, text);
    else problems.push(text);
  }
  if (problems.length > 0) throw new InputError(problems);
  return compileTemplates(folder, texts);
}

/** The files that `loadTemplates` would read now; none where the folder is gone. */
export function templateFiles(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  try {
    return filesBelow(folder).map((path) => join(folder, path));
  } catch {
    return [];
  }
}

/** Without what is hidden, and what an editor keeps beside (`install.reg.hbs~`). */
function filesBelow(folder: string): string[] {
  let paths: string[];
  try {
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new InputError(unreadable(folder, error), { cause: error });
  }
  const files = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)\.|~$/.test(path))
    .filter((path) => !isFolder(join(folder, path)))
    .sort();
  if (files.length === 0) throw new InputError(problem('templates.empty', {}, { file: folder }));
  return files;
}

/** Who reads the files says what is wrong with one that is gone; a link that leads to itself would have no end. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (error) {
    throw new InputError(unreadable(path, error), { cause: error });
  }
}

/** The largest of ours has 20 kB. */
const LARGEST = 1_000_000;

async function readText(file: string): Promise<string | Problem> {
  let bytes: Buffer;
  try {
    bytes = await readBounded(file, LARGEST);
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    // Without a byte-order mark, which would be in every file that is made.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return problem('templates.encoding', {}, { file });
  }
}

function unreadable(file: string, error: unknown): Problem {
  // Node's own errors of files have a code.
  const { code, message } = error as NodeJS.ErrnoException;
  return problem('templates.unreadable', { reason: code ?? message }, { file });
}
