import { InputError, problem } from '../errors.ts';
import { positionsIn } from './lines.ts';

/** What a file may have too much of for Facteur. A program may read on: such a file is neither right nor wrong, it is not read. */
export type Limited =
  | 'levels'
  | 'elements'
  | 'references'
  | 'values'
  | 'accounts'
  | 'settings'
  | 'certificates'
  | 'signers';

const codes = {
  levels: 'read.too-deep',
  elements: 'read.too-many-elements',
  references: 'read.too-many-references',
  values: 'read.too-many-values',
  accounts: 'read.too-many-accounts',
  settings: 'read.too-many-settings',
  certificates: 'read.too-many-certificates',
  signers: 'read.too-many-signers',
} as const satisfies Record<Limited, string>;

/** What stops who reads a file that goes beyond what is read. @param where the text and the offset in it where that shows */
export function beyondLimit(what: Limited, most: number, where?: { readonly text: string; readonly at: number }) {
  const place = where === undefined ? {} : positionsIn(where.text)(where.at);
  return new InputError(problem(codes[what], { most }, place));
}

/** The same of a picture, by its pixels. */
export function beyondPixels(size: { readonly width: number; readonly height: number }, most: number): InputError {
  return new InputError(problem('read.too-many-pixels', { width: size.width, height: size.height, most }));
}

/** Does some work on a file, and says of each mistake that names no file that it is one of this. @throws InputError */
export async function inFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((each) => ({ ...each, place: { file, ...each.place } })),
      { cause: error },
    );
  }
}
