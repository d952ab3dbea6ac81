import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import { lintProblem } from '../lint/words.ts';
import { concatenated } from '../model/bytes.ts';
import { type Content, contentOf } from '../read/content.ts';

/** No configuration of a mail client is larger, in bytes; the readers' time and memory stay small whatever they are given. */
const MOST = 1_000_000;

/** What people paste from a browser. */
const URL_LIKE = /^https?:\/\//i;

/** A file of somebody's; `-` is standard input. @throws InputError where it cannot be read, is empty or too large */
export async function readContent(file: string): Promise<Content> {
  const input = file === '-';
  let bytes: Uint8Array;
  try {
    bytes = input ? await standardInput() : await readBounded(file, MOST);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EFBIG') throw new InputError(lintProblem('lint.too-large', { most: MOST / 1_000_000 }, { file }));
    if (code === 'EISDIR') throw new InputError(lintProblem('lint.folder', {}, { file }));
    if (code === 'ENODEV') throw new InputError(lintProblem('lint.no-file', {}, { file }));
    if (code === 'ETIMEDOUT') throw new InputError(lintProblem('lint.silent', {}, { file }));
    if (code === 'ENOENT' && URL_LIKE.test(file)) throw new InputError(lintProblem('lint.url', {}, { file }));
    if (code === 'ENOENT') throw new InputError(lintProblem('lint.absent', {}, { file }));
    throw new InputError(lintProblem('lint.unreadable', { reason: code }, { file }));
  }
  const content = contentOf(input ? 'stdin' : file, bytes);
  // A mark or line ends alone say nothing either.
  if (content.text?.trim() === '') throw new InputError(lintProblem('lint.empty', {}, { file }));
  return input ? content : { ...content, mode: await modeOf(file) };
}

/** No more of it is kept than a file may have; who waits for a terminal waits for a person. */
async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Without an encoding, a stream of bytes gives buffers.
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST) throw Object.assign(new Error('EFBIG'), { code: 'EFBIG' });
    parts.push(part);
  }
  return concatenated(parts);
}

/** Where programs look for their files in a home: anywhere else, who may read one says nothing of how it will be used. */
const AT_ITS_PLACE = /\/\.(?:config\/|[a-z-]+rc$)/;

/** Windows has no such rights, and what is gone by now has none any more. */
async function modeOf(file: string): Promise<number | undefined> {
  if (process.platform === 'win32' || !AT_ITS_PLACE.test(resolve(file))) return undefined;
  try {
    return (await stat(file)).mode & 0o777;
  } catch {
    return undefined;
  }
}
