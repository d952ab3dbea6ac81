import { InputError, problem } from '../errors.ts';
import { ANY } from '../model/wildcard.ts';
import { domainsOf, type Profile } from './profile.ts';

/** A profile, and what messages call it: its file, where it has one. */
export interface NamedProfile {
  readonly file: string;
  readonly profile: Profile;
}

/**
 * Resolving by domain needs each domain, and each id, in one profile only.
 * @throws InputError with every domain and id that is in two
 */
export function refuseSharedNames(loaded: readonly NamedProfile[]): void {
  const owners = new Map<string, string>();
  const claim = (key: string, file: string) => {
    const other = owners.get(key);
    owners.set(key, other ?? file);
    return other;
  };
  const problems = loaded.flatMap(({ file, profile }) => {
    const other = claim(`id ${profile.id}`, file);
    const twice = other === undefined ? [] : [problem('profile.id-in-two', { value: profile.id, other }, { file })];
    const shared = domainsOf(profile).flatMap(({ name, displayName }) => {
      const owner = claim(name, file);
      return owner === undefined
        ? []
        : [problem('profile.domain-in-two', { domain: displayName, other: owner }, { file })];
    });
    return [...twice, ...shared];
  });
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Whoever answers for every domain has to say that it is meant.
 * @throws InputError naming the files that have the domain `*`
 */
export function refuseAnyDomain(loaded: readonly NamedProfile[]): void {
  const problems = loaded.flatMap(({ file, profile }) => {
    const index = domainsOf(profile).findIndex(({ name }) => name === ANY);
    return index < 0 ? [] : [problem('serve.any-domain', {}, { file, field: `domains.${index + 1}` })];
  });
  if (problems.length > 0) throw new InputError(problems);
}
