/** Facteur as a library: from a profile and a person to the files of every mail client. Runs wherever JavaScript does. */

export { type Artifact, type LeftOut, render, type Sign } from './artifacts/render.ts';
export { type Bundle, makeBundle } from './bundle/bundle.ts';
export type { Client, Format } from './clients/client.ts';
export { clients } from './clients/index.ts';
export { describe, InputError, type Problem, UnrepresentableError } from './errors.ts';
export type { Account, Person, Provider } from './model/account.ts';
export { parseProfile } from './profile/file.ts';
export type { Profile } from './profile/profile.ts';
export type { Explanation } from './resolve/explain.ts';
export { type Resolution, resolve } from './resolve/resolve.ts';
export { version } from './version.ts';
