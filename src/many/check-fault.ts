import { type Problem, problemsOf } from '../errors.ts';
import { en } from '../words/check.en.ts';
import { fr } from '../words/check.fr.ts';

/** Makes a problem of something that was opened again. */
export const checkProblem = problemsOf({ en, fr });

/** Something that is not as it should be in what was made of a row. */
export interface Damage {
  /** None where it is not one person's. */
  readonly row: number | '';
  /** Where the list has the person; empty where it is not one person's. */
  readonly where: string;
  readonly problem: Problem;
}

/** A file is not what it should be, whatever it says of the person. */
export class UnfitError extends Error {
  readonly code: 'check.notation' | 'check.unsigned' | 'check.signature' | 'check.signer';
  readonly details: { readonly notation: string; readonly reason: string; readonly found: string };

  constructor(code: UnfitError['code'], details: Partial<UnfitError['details']>, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = { notation: '', reason: '', found: '', ...details };
  }
}

/** @throws UnfitError in the place of whatever this reader throws */
export function readAs<T>(notation: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asUnfit(notation, error);
  }
}

/** What a reader that does not know what is expected has thrown. */
export function asUnfit(notation: string, error: unknown): UnfitError {
  if (error instanceof UnfitError) return error;
  return new UnfitError('check.notation', { notation, reason: wordsOfError(error) }, { cause: error });
}

/** In the words of whoever threw it. */
export function wordsOfError(error: unknown): string {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : message;
}
