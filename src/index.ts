/** Facteur as a library: from a profile and a person to the files of every mail client. Runs wherever JavaScript does. */

import { overridable } from './clients/overridable.ts';
import type { Problem } from './errors.ts';
import { parseProfile as parse, readProfile as read } from './profile/file.ts';
import type { Profile } from './profile/profile.ts';
import { warningsOf } from './warnings/warnings.ts';

export { type Artifact, type LeftOut, render, type Sign } from './artifacts/render.ts';
export { type Bundle, makeBundle } from './bundle/bundle.ts';
export { type KitOptions, makeKit } from './bundle/kit.ts';
export type { Client, Format } from './clients/client.ts';
export { clients } from './clients/index.ts';
export { describe, InputError, type Problem, UnrepresentableError } from './errors.ts';
export type { Account, Person, Provider } from './model/account.ts';
export type { Profile } from './profile/profile.ts';
export type { Explanation } from './resolve/explain.ts';
export { type Resolution, resolve } from './resolve/resolve.ts';
export { version } from './version.ts';

/**
 * Reads a provider profile.
 * @param source the YAML file's content: its bytes (UTF-8), or the text where somebody has decoded it
 * @param file its name, for messages
 * @param logo the bytes of the PNG or SVG file that `brand.logo` names: nothing is read from disk. A profile with a logo is refused without them
 * @throws InputError with the mistakes of the file, each with its line and column
 */
export function parseProfile(source: string | Uint8Array, file: string, logo?: Uint8Array): Profile {
  return parse(source, file, overridable, logo);
}

/** A profile, and what to look at in it all the same. */
export interface ReadProfile {
  readonly profile: Profile;
  /** What contradicts itself though it is valid, each with its line and column: `describe` puts them into words. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads a provider profile, and finds what is valid but looks like a slip.
 * @param source as for `parseProfile`
 * @param file its name, for messages
 * @param now the time to judge certificates by
 * @param logo as for `parseProfile`
 * @throws InputError as `parseProfile`
 */
export function readProfile(source: string | Uint8Array, file: string, now: Date, logo?: Uint8Array): ReadProfile {
  const found = read(source, file);
  found.checkTexts?.(overridable);
  return { profile: found.withLogo(logo), warnings: warningsOf(found, now) };
}
