import { InputError } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import { lintProblem } from '../lint/words.ts';
import { type Content, contentOf } from '../read/content.ts';

/** No configuration of a mail client is larger, in bytes; the readers' time and memory stay small whatever they are given. */
const MOST = 1_000_000;

/** A file of somebody's. @throws InputError where it cannot be read, is empty or too large */
export async function readContent(file: string): Promise<Content> {
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(file, MOST);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EFBIG') throw new InputError(lintProblem('lint.too-large', { most: MOST / 1_000_000 }, { file }));
    if (code === 'EISDIR') throw new InputError(lintProblem('lint.folder', {}, { file }));
    throw new InputError(lintProblem('lint.unreadable', { reason: code }, { file }));
  }
  if (bytes.length === 0) throw new InputError(lintProblem('lint.empty', {}, { file }));
  return contentOf(file, bytes);
}
