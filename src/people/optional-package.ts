import { InputError } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';

/**
 * A package that Facteur may be installed without.
 * @throws InputError where it is absent
 */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // What Node's loader throws has a code.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputError(peopleProblem('people.package-absent', { name }), { cause: error });
  }
}
