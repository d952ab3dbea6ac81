import { InputError, type Problem, problem } from '../errors.ts';
import type { Person } from '../model/account.ts';
import { SERVICE_NAMES, type ServiceName } from '../model/service-names.ts';
import type { Profile } from '../profile/profile.ts';
import { type Resolution, resolve } from '../resolve/resolve.ts';
import { nearest } from '../words/suggest.ts';

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
  const resolution = resolve({ who, ...person }, profiles);
  const { account } = resolution;
  for (const service of Object.keys(person.logins ?? {}) as ServiceName[]) {
    // Named by `personOf`, which knows no other.
    const absent = account[service] === undefined;
    if (absent) throw new InputError(problem('login.no-service', { service, address: account.address }));
  }
  return resolution;
}

/**
 * What the options say of a person.
 * @param loginsAt each of the form SERVICE=LOGIN
 * @throws InputError for one that is not, or whose service is none or named twice
 */
export function personOf(person: Person, loginsAt: readonly string[]): Person {
  const logins = new Map<ServiceName, string>();
  const refuse = (problem: Problem) => {
    throw new InputError(problem);
  };
  for (const value of loginsAt) {
    const [, name = '', login = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? refuse(problem('login.at-form', { value }));
    const service = SERVICE_NAMES.find((each) => each === name);
    if (service === undefined) {
      const known = { services: SERVICE_NAMES.join(', '), suggestion: nearest(name, SERVICE_NAMES) };
      throw new InputError(problem('login.at-service', { value: name, ...known }));
    }
    if (logins.has(service)) refuse(problem('login.at-twice', { service }));
    logins.set(service, login);
  }
  return logins.size === 0 ? person : { ...person, logins: Object.fromEntries(logins) };
}
