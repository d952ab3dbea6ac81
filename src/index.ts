/** Facteur as a library: from a profile and a person to the files of every mail client. Runs wherever JavaScript does. */
export type { Account, Person, Provider } from './account.ts';
export { type Bundle, makeBundle } from './bundle.ts';
export type { Client, Format } from './clients/client.ts';
export { clients } from './clients/index.ts';
export { describe, InputError, type Problem, UnrepresentableError } from './errors.ts';
export type { Explanation } from './explain.ts';
export type { Profile } from './profile.ts';
export { parseProfile } from './profile-file.ts';
export { type Artifact, type LeftOut, render, type Sign } from './render/render.ts';
export { type Resolution, resolve } from './resolve.ts';
export { version } from './version.ts';
