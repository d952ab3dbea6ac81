import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { InputError, type Place, problem } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';

/** What the reader of logos takes (profile/logo.ts), and a byte by which it sees that there is more. */
const LARGEST = 50_001;

/**
 * Reads the logo beside a profile's file.
 * @param named below the folder of that file, as the schema has found
 * @throws InputError at this place: it is not there, no regular file, or a link leads out of the folder
 */
export async function readLogo(profile: string, named: string, place: Place): Promise<Uint8Array> {
  const folderOf = dirname(profile);
  const refuse = (code: 'logo.elsewhere' | 'logo.no-file', cause?: unknown) =>
    new InputError(problem(code, { value: named }, place), { cause });
  try {
    // A folder of Kubernetes is full of links that lead to other names in it.
    const [folder, real] = await Promise.all([realpath(folderOf), realpath(join(folderOf, named))]);
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw refuse('logo.elsewhere');
    return await readBounded(real, LARGEST, 'regular');
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EISDIR' || code === 'ENODEV') throw refuse('logo.no-file', cause);
    if (code === 'EFBIG') throw new InputError(problem('logo.too-large', { value: named, most: 50 }, place), { cause });
    throw new InputError(problem('logo.unreadable', { value: named, message: code ?? message }, place), { cause });
  }
}
