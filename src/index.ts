/** Facteur as a library: from a profile and a person to the files of every mail client. Runs wherever JavaScript does. */

import { overridable } from './clients/overridable.ts';
import { parseProfile as parse } from './profile/file.ts';
import type { Profile } from './profile/profile.ts';

export { type Artifact, type LeftOut, render, type Sign } from './artifacts/render.ts';
export { type Bundle, makeBundle } from './bundle/bundle.ts';
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
 * @throws InputError with the mistakes of the file, each with its line and column
 */
export function parseProfile(source: string | Uint8Array, file: string): Profile {
  return parse(source, file, overridable);
}
