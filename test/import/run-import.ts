import { gather } from '../../src/import/gather.ts';
import { testimonyOf } from '../../src/import/testimony-readers.ts';
import { profileText } from '../../src/import/write-profile.ts';
import { readProfile } from '../../src/profile/file.ts';
import { contentOf } from '../../src/read/content.ts';

/** A profile out of these files, as `facteur import` makes it: its text, read again, and what was lost. */
export async function imported(files: Readonly<Record<string, string | Uint8Array>>, address?: string) {
  const testimony = [];
  for (const [name, file] of Object.entries(files)) {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    testimony.push(...(await testimonyOf(contentOf(name, bytes), '')));
  }
  const { losses, ...gathered } = gather(testimony, address);
  const text = profileText({ ...gathered, losses }, 'en');
  return { text, losses, profile: readProfile(text, 'imported.yaml').profile };
}
