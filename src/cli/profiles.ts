import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, type Problem, problem } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import { refuseSharedNames } from '../profile/distinct-profiles.ts';
import type { ReadProfile } from '../profile/file.ts';
import type { Profile } from '../profile/profile.ts';
import { readLogo } from './read-logo.ts';
import { shippedProfiles } from './shipped.generated.ts';

/** The profiles that come with Facteur. (Two levels up from here both in `src/cli` and in `dist/cli`.) */
const shipped = fileURLToPath(new URL('../../profiles/', import.meta.url));

/** A profile and the file that it was read from. */
export interface LoadedProfile {
  readonly file: string;
  readonly profile: Profile;
}

/**
 * Reads provider profiles.
 * @param wanted ids of shipped profiles, YAML files, or folders of them; all that come with Facteur where none is named
 * @param tell what looks like a slip in those that are valid, also where another is not
 * @throws InputError with the mistakes of all of them, each with file and line; also when two profiles claim a domain or an id
 */
export async function loadProfiles(
  wanted: readonly string[],
  tell: (warnings: readonly Problem[]) => void,
): Promise<LoadedProfile[]> {
  const files = wanted.length === 0 ? yamlFiles(shipped) : wanted.flatMap(filesOf);
  const found: (LoadedProfile & { readonly placeOf?: ReadProfile['placeOf'] })[] = [];
  const problems: Problem[] = [];
  for (const file of new Set(files.map((each) => resolve(each)))) {
    try {
      found.push({ file: shown(file), ...(await read(file)) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  const loaded = found.map(({ file, profile }) => ({ file, profile }));
  const together = loaded.map(({ profile }) => profile);
  for (const { profile, placeOf } of found) {
    if (placeOf === undefined) continue;
    const { warningsOf } = await import('../warnings/warnings.ts');
    tell(warningsOf({ profile, placeOf }, new Date(), together));
  }
  if (problems.length > 0) throw new InputError(problems);
  refuseSharedNames(loaded);
  return loaded;
}

/** The files that `loadProfiles` would read now; none where one that is named is gone. */
export function profileFiles(wanted: readonly string[]): string[] {
  try {
    const files = wanted.length === 0 ? yamlFiles(shipped) : wanted.flatMap(filesOf);
    return files.flatMap((file) => [file, ...logosOf(file)]);
  } catch {
    return [];
  }
}

function filesOf(wanted: string): string[] {
  const named = yamlFiles(shipped).find((file) => file === join(shipped, `${wanted}.yaml`));
  if (named !== undefined) return [named];
  const found = stat(wanted);
  if (found?.isDirectory()) {
    const files = yamlFiles(wanted);
    if (files.length === 0) throw new InputError(problem('profile.empty-folder', { path: wanted }));
    return files;
  }
  if (found !== undefined) return [wanted];
  const known = yamlFiles(shipped).map((file) => relative(shipped, file).replace(/\.yaml$/, ''));
  throw new InputError(problem('profile.unknown', { value: wanted, known: known.join(', ') }));
}

function stat(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Without the hidden ones: `.#cnrs.yaml` is a lock of Emacs, `._cnrs.yaml` a companion of macOS. */
function yamlFiles(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** What the reader takes, in bytes; not asked of it here, because most commands never load it. */
const LARGEST = 1_000_000;

/** A profile that was read when Facteur was built is not read again, and there is nothing to warn of in it (test/warnings.test.ts); only another one needs the reader. */
async function read(file: string): Promise<Pick<ReadProfile, 'profile'> & Partial<Pick<ReadProfile, 'placeOf'>>> {
  const bytes = await readBounded(file, LARGEST).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const known = shippedProfiles.get(bytes.toString('utf8'));
  if (known !== undefined) return { profile: known };
  const { readProfile } = await import('../profile/file.ts');
  const found = readProfile(bytes, shown(file));
  found.checkTexts?.((await import('../clients/overridable.ts')).overridable);
  return { profile: found.withLogo(await logoOf(file, found)), placeOf: found.placeOf };
}

/** The logo that each profile had when it was last read: it is looked at with the profile. */
const logoFiles = new Map<string, string>();

async function logoOf(file: string, { logoFile, placeOf }: ReadProfile): Promise<Uint8Array | undefined> {
  logoFiles.delete(file);
  if (logoFile === undefined) return undefined;
  // Before it is read: it may be mended.
  logoFiles.set(file, join(dirname(file), logoFile));
  return readLogo(file, logoFile, placeOf(['brand', 'logo']));
}

function logosOf(file: string): string[] {
  const logo = logoFiles.get(resolve(file));
  return logo === undefined ? [] : [logo];
}

/** A path as the person would write it from where they are. */
function shown(file: string): string {
  const path = relative('', file);
  return path.startsWith('..') ? file : path;
}

function unreadable(file: string, error: unknown): InputError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EFBIG')
    return new InputError(problem('profile.too-large', {}, { file: shown(file) }), { cause: error });
  return new InputError(problem('profile.unreadable', { message: code ?? message }, { file: shown(file) }), {
    cause: error,
  });
}
