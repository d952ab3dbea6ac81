import { InputError, problem } from '../errors.ts';
import type { Person } from '../model/account.ts';
import type { Profile } from '../profile/profile.ts';
import { type Resolution, resolve } from '../resolve/resolve.ts';

/**
 * Resolves somebody who was named on the command line. A bare login (no @) fits anybody's rule, so it is read only where the profile was named too.
 * @throws InputError when nobody, or more than one, fits
 */
export function resolveNamed(
  who: string,
  person: Person,
  profiles: readonly Profile[],
  profileNamed: boolean,
): Resolution {
  if (who === '-') throw new InputError(problem('who.standard-input', {}));
  if (who.trim() !== '' && !who.includes('@') && !profileNamed)
    throw new InputError(problem('who.bare-login', { value: who }));
  return resolve({ who, ...person }, profiles);
}
