import { utimesSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { failingAt } from './folder.ts';
import { makeFolder, removeEmpty } from './folders.ts';
import { clear, NEW, OLD, putBack } from './leftovers.ts';
import { workingName } from './owner.ts';

/** A hidden folder in the one that is written to, where what is not whole yet waits. If the run is killed, the next one clears it (leftovers.ts). */
export interface Working {
  readonly path: string;
  /** For what is new. */
  readonly fresh: string;
  /** For what it replaces, by the same names, until that is done. */
  readonly aside: string;
  /** Shows runs on other machines that this one is alive. */
  readonly touch: () => void;
  /** Clears it away, with the folders that were made for it, where nothing is in them. */
  readonly close: () => Promise<void>;
}

/** @throws InputError when it cannot be made */
export async function openWorking(out: string): Promise<Working> {
  const made: string[] = [];
  let path: string | undefined;
  try {
    await failingAt(out, makeFolder(out, made));
    const working = await failingAt(out, mkdtemp(join(out, workingName())));
    path = working;
    const [fresh, aside] = [join(working, NEW), join(working, OLD)];
    await failingAt(out, mkdir(fresh));
    await failingAt(out, mkdir(aside));
    return {
      path: working,
      fresh,
      aside,
      touch: () => {
        const now = new Date();
        utimesSync(working, now, now);
      },
      close: async () => {
        await putBack(out, working);
        await clear(working);
        await removeEmpty(made);
      },
    };
  } catch (error) {
    if (path !== undefined) await clear(path).catch(() => {});
    await removeEmpty(made);
    throw error;
  }
}
