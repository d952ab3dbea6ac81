import { InputError } from '../../errors.ts';
import { plainText } from './answer.ts';
import type { Answer } from './question.ts';

/** A file that should be signed and cannot be: a certificate of the signer has ended. */
export const UNSIGNED = 'unsigned';

/** What was made, or that it could not be signed; then nothing is handed out without a signature, because people were told to look for it. */
export function orUnsigned<T>(make: () => T): T | typeof UNSIGNED {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return UNSIGNED;
    throw error;
  }
}

/** The answer in the place of such a file. */
export function notSigned(): Answer {
  return plainText(503, 'The certificate that signs profiles is not valid now.');
}
