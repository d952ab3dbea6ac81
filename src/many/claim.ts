import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { unwritable } from '../sinks/folder.ts';
import { errorCodeOf } from '../sinks/folders.ts';
import { isAtWork, workingName } from '../sinks/owner.ts';
import { manyProblem } from './many-problem.ts';

/** What one run at a time has. */
export interface Claim {
  /** Whoever had it before was killed. */
  readonly inherited: boolean;
  /** Shows runs on other machines that this one is alive. */
  readonly touch: () => void;
  readonly release: () => void;
}

/**
 * Two runs that write one journal would each make what the other has made: where a nightly one takes longer than a day, the second gives way.
 * @param path a file that says whose it is
 * @param shown what the message calls it
 * @throws InputError while another run has it
 */
export function claim(path: string, shown: string): Claim {
  const own = workingName();
  let inherited = false;
  try {
    writeFileSync(path, own, { flag: 'wx' });
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw unwritable(path, error);
    if (isTaken(path)) throw new InputError(manyProblem('many.busy', { path: shown }), { cause: error });
    writeFileSync(path, own);
    inherited = true;
  }
  return {
    inherited,
    touch: () => {
      const now = new Date();
      utimesSync(path, now, now);
    },
    release: () => rmSync(path, { force: true }),
  };
}

function isTaken(path: string): boolean {
  try {
    return isAtWork(basename(readFileSync(path, 'utf8')), statSync(path).mtime, new Date());
  } catch {
    return false;
  }
}
