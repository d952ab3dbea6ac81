import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../src/errors.ts';
import { readProfile } from '../src/profile/file.ts';
import { root, writeGenerated } from './generated.ts';

/**
 * Reads the profiles that come with Facteur when the project is built, into `src/cli/shipped.generated.ts`. A file that still has the same text needs no second
 * reading at each start, and a command that uses no other never loads the YAML reader and the schema.
 */
export async function generateProfiles(): Promise<void> {
  const folder = join(root, 'profiles');
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const known: string[] = [];
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const profile = await readIfValid(text, name);
    if (profile !== undefined) known.push(`  [${JSON.stringify(text)}, ${JSON.stringify(profile)}],\n`);
  }
  writeGenerated(
    'src/cli/shipped.generated.ts',
    `// Made by scripts/profiles.ts from profiles/. Not committed; do not edit.
import type { Profile } from '../profile/profile.ts';

/** The text of a profile file, and the profile that it is. */
export const shippedProfiles: ReadonlyMap<string, Profile> = new Map<string, Profile>([
${known.join('')}]);
`,
  );
}

/** A profile with a mistake is no matter of the build: the command that reads it says what is wrong, in the person's language. */
async function readIfValid(text: string, name: string) {
  try {
    const { profile, checkTexts, logoFile } = readProfile(text, name);
    // What lies beside a copy of the file may be another picture.
    if (logoFile !== undefined) return undefined;
    // Clients import templates, which have just been written.
    checkTexts?.((await import('../src/clients/overridable.ts')).overridable);
    return profile;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
