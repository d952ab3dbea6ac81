import { decode } from '../../decode.ts';
import type { Made } from '../../made.ts';

/** A service as a file has it, in words that no client owns. `authentication` is empty where the file leaves the way to the program. */
export interface Service {
  readonly protocol: string;
  readonly host: string;
  readonly port: number | string;
  readonly security: string;
  readonly authentication: string;
  /** Empty where nobody logs in, and where the program asks. */
  readonly login: string;
}

/** The services in the files of one format. @throws Error where the program would read something else, or nothing */
export type Reader = (files: readonly Made[]) => readonly string[];

/** On one line, as the table of `expected.ts` has it: `imap imap.example.org:993 tls password jeanne`. */
export function line({ protocol, host, port, security, authentication, login }: Service): string {
  return [protocol, `${host}:${port}`, security, authentication, login].filter((each) => each !== '').join(' ');
}

/** The text of the one file of a format. */
export function only(files: readonly Made[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Error(`${files.length} files in the place of one`);
  return decode(file);
}

/** What stands for a word of the program. @throws Error for one that we do not know: it is no `undefined` that would pass */
export function meaning(words: Readonly<Record<string, string>>, word: unknown): string {
  const found = words[String(word)];
  if (found === undefined) throw new Error(`“${String(word)}” is none of ${Object.keys(words).join(', ')}`);
  return found;
}

/** A text that has to be there. */
export function needed(value: unknown, name: string): string {
  if (value === undefined || value === null || value === '') throw new Error(`${name} is missing`);
  return String(value);
}
