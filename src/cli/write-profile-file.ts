import { constants } from 'node:fs';
import { copyFile, link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { InputError } from '../errors.ts';
import { importProblem } from '../import/words.ts';

/**
 * Writes a profile whole or not at all.
 * @param force replaces a file that is there
 * @throws InputError
 */
export async function writeProfileFile(file: string, text: string, force: boolean): Promise<void> {
  try {
    const there = await stat(file).catch(() => undefined);
    // `/dev/stdout` and other things that are no files are written to, and not replaced.
    if (there !== undefined && !there.isFile() && force) return await writeFile(file, text);
    // A link stays one.
    await writeBeside(there === undefined ? file : await realpath(file), text, force);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw exists(file);
    throw new InputError(importProblem('import.unwritable', { reason: code }, { file }), { cause: error });
  }
}

/** For who has questions to ask before. @throws InputError where there is something that must not be replaced */
export async function refuseExisting(file: string, force: boolean): Promise<void> {
  if (!force && (await stat(file).catch(() => undefined)) !== undefined) throw exists(file);
}

function exists(file: string): InputError {
  return new InputError(importProblem('import.exists', {}, { file }));
}

async function writeBeside(file: string, text: string, force: boolean): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, text, { flag: 'wx' });
    if (force) await rename(part, file);
    // A link is refused where there is a file, which no test before could do; not every file system has links.
    else await link(part, file).catch((error: unknown) => copyUnlessThere(part, file, error));
  } finally {
    await rm(part, { force: true });
  }
}

async function copyUnlessThere(part: string, file: string, error: unknown): Promise<void> {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
  await copyFile(part, file, constants.COPYFILE_EXCL);
}
