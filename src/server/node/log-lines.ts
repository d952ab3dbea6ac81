import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** What may wait for a reader that is slow, in bytes: some thousand lines. */
const MOST = 1_000_000;

/** How long a process that ends waits for its last lines to be read, in milliseconds. */
const PATIENCE = 1_000;

export interface LogLines {
  readonly write: (line: string) => void;
  /** Waits a little until everything is read. @returns whether it was */
  readonly end: () => Promise<boolean>;
}

/**
 * Writes lines to who reads them. One that does not read must not fill our memory, nor hold us when we are told to stop: Node keeps what a pipe does not take,
 * and no process ends before it has been taken.
 * @param lost hears how many lines were dropped, when there is room again
 */
export function logLines(stream: Writable, lost: (lines: number) => void): LogLines {
  let dropped = 0;
  stream.on('drain', () => {
    const lines = dropped;
    dropped = 0;
    if (lines > 0) lost(lines);
  });
  return {
    write: (line) => {
      if (stream.writableLength > MOST) dropped++;
      else stream.write(`${line}\n`);
    },
    end: async () => {
      const until = performance.now() + PATIENCE;
      while (stream.writableLength > 0 && !stream.destroyed && performance.now() < until) await sleep(10);
      return stream.writableLength === 0 || stream.destroyed;
    },
  };
}
