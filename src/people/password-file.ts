import { InputError } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import { opennessOf } from '../files/secret.ts';
import { peopleProblem } from './people-problem.ts';

/** In bytes. */
const LARGEST = 100_000;

/**
 * The first line of the file, which is no part of anything that is told or written.
 * @throws InputError for a file that cannot be read, that everybody may read, or whose first line is empty
 */
export async function passwordIn(file: string): Promise<string> {
  const bytes = await read(file, LARGEST);
  const openness = opennessOf(file);
  if (openness !== 'closed') throw new InputError(peopleProblem(OPEN[openness], { path: file }, { file }));
  // PowerShell 5 writes so with `>`.
  if (bytes.includes(0)) throw new InputError(peopleProblem('people.password-utf16', {}, { file }));
  const [line = ''] = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/[\r\n]/, 1);
  if (line === '') throw new InputError(peopleProblem('people.password-empty', {}, { file }));
  return line;
}

const OPEN = { open: 'people.password-open', mounted: 'people.password-mounted' } as const;

/**
 * Certificates or a key in PEM.
 * @throws InputError where there are none
 */
export async function pemIn(file: string): Promise<string> {
  const text = (await read(file, LARGEST * 100)).toString('utf8');
  if (!/^-----BEGIN [A-Z ]+-----$/m.test(text.replaceAll('\r', '')))
    throw new InputError(peopleProblem('people.pem', {}, { file }));
  return text;
}

async function read(file: string, most: number): Promise<Buffer> {
  try {
    return await readBounded(file, most);
  } catch (error) {
    // What the system throws has a code.
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(peopleProblem('people.unreadable', { reason: code ?? message }, { file }), { cause: error });
  }
}
