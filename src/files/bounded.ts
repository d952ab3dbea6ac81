import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a pipe may take, in milliseconds: to get somebody who writes, and to end (a program that decrypts may ask for a password first). */
const PATIENCE = { writer: 2_000, end: 60_000 } as const;

/**
 * Reads a file that cannot be longer than `most` bytes: no more than that is ever read. A pipe is read too, as in `--profile <(sops -d provider.yaml)`.
 * @param kind `regular`: no pipe either
 * @throws an error of the system with its code, or one like it: EFBIG for a longer one, ENODEV for a device or a socket, ETIMEDOUT for a pipe in which nothing comes
 */
export async function readBounded(file: string, most: number, kind?: 'regular'): Promise<Buffer> {
  // Before it is opened: a device may do something then.
  refuseNoFile(file, await stat(file), kind);
  // Without the flag, opening a pipe waits for somebody who writes (fifo(7)).
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    refuseNoFile(file, stats, kind);
    if (stats.size > most) throw failure('EFBIG', file);
    return await contentOf(handle, file, most, stats.isFIFO());
  } finally {
    await handle.close();
  }
}

type Stats = Awaited<ReturnType<FileHandle['stat']>>;

function refuseNoFile(file: string, stats: Stats, kind: 'regular' | undefined): void {
  if (stats.isDirectory()) throw failure('EISDIR', file);
  if (!stats.isFile() && (kind === 'regular' || !stats.isFIFO())) throw failure('ENODEV', file);
}

async function contentOf(handle: FileHandle, file: string, most: number, pipe: boolean): Promise<Buffer> {
  const buffer = Buffer.alloc(most + 1);
  const began = performance.now();
  let length = 0;
  let patience: number = PATIENCE.end;
  while (length <= most) {
    const read = await handle.read(buffer, length, most + 1 - length).catch(orLater);
    length += read?.bytesRead ?? 0;
    if (read?.bytesRead === 0 && (!pipe || length > 0)) break;
    if (read?.bytesRead === 0) patience = PATIENCE.writer;
    if (read === undefined || read.bytesRead === 0) await pause(10);
    if (pipe && performance.now() - began > patience) throw failure('ETIMEDOUT', file);
  }
  if (length > most) throw failure('EFBIG', file);
  return buffer.subarray(0, length);
}

/** A pipe that somebody has open and has not yet written to. */
function orLater(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EAGAIN') throw error;
}

function failure(code: string, file: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${file}`), { code });
}
