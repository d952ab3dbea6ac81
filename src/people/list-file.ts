import { type FileHandle, open } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError, type Problem } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row, Source } from './row.ts';

/** Makes rows of the bytes of a list. */
export type ReadRows = (bytes: AsyncIterable<Buffer>, note: (note: Problem) => void) => AsyncIterable<Row>;

/**
 * A list in a file. It is read once before its first row is given, so that what makes the whole of it unusable is found before anything is made of it; a pipe is
 * read as it comes.
 */
export function fileSource(file: string, id: string, read: ReadRows, note: (note: Problem) => void = () => {}): Source {
  let known: { readonly version: string; readonly size: number } | undefined;

  async function survey(handle: FileHandle, signal?: AbortSignal): Promise<number> {
    const version = await versionOf(handle);
    if (known?.version !== version) {
      let size = 0;
      for await (const _ of read(bytesOf(streamOf(handle), file, signal), () => {})) size += 1;
      known = { version, size };
    }
    return known.size;
  }

  return {
    id,
    async size() {
      const handle = await opened(file);
      try {
        return (await isFile(handle)) ? await survey(handle) : undefined;
      } finally {
        await handle.close();
      }
    },
    async *rows(signal) {
      const handle = await opened(file);
      try {
        const whole = await isFile(handle);
        if (whole) await survey(handle, signal);
        yield* read(bytesOf(streamOf(handle, whole), file, signal), note);
        if (whole && known?.version !== (await versionOf(handle)))
          throw new InputError(peopleProblem('people.changed', {}, { file }));
      } finally {
        await handle.close();
      }
    },
  };
}

/**
 * What comes out of a stream.
 * @throws InputError when the system cannot read on
 */
export async function* bytesOf(stream: Readable, file: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* signal === undefined ? stream : addAbortSignal(signal, stream);
  } catch (error) {
    signal?.throwIfAborted();
    throw unreadable(file, error);
  }
}

/** A file from its beginning, as often as one likes; a pipe has no beginning to go back to. */
function streamOf(handle: FileHandle, whole = true): Readable {
  return handle.createReadStream({ autoClose: false, ...(whole && { start: 0 }) });
}

async function isFile(handle: FileHandle): Promise<boolean> {
  return (await handle.stat()).isFile();
}

/** What changes when somebody writes to it. */
async function versionOf(handle: FileHandle): Promise<string> {
  const { size, mtimeMs, ctimeMs } = await handle.stat();
  return [size, mtimeMs, ctimeMs].join(' ');
}

async function opened(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): InputError {
  // What the system throws has a code.
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new InputError(peopleProblem('people.unreadable', { reason }, { file }), { cause: error });
}
