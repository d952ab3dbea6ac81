import { InputError, type Problem } from '../errors.ts';
import { gather } from '../import/gather.ts';
import type { Testimony } from '../import/testimony.ts';
import { importable, testimonyOf } from '../import/testimony-readers.ts';
import { importProblem } from '../import/words.ts';
import { profileText } from '../import/write-profile.ts';
import { lintWords } from '../lint/words.ts';
import { addressOf } from '../model/address.ts';
import { readProfile } from '../profile/file.ts';
import { listed } from '../words/languages.ts';
import { type DomainAsking, isDomainSource, testimonyOfDomain } from './domain-source.ts';
import { readContent } from './read-content.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { writeProfileFile } from './write-profile-file.ts';

export interface ImportOrder {
  /** Files, and domains that are asked for. */
  readonly files: readonly string[];
  readonly asking?: DomainAsking;
  readonly address: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `facteur import`: a profile out of files that there are, or of what the world answers for a domain, on standard output or in a file.
 * @throws InputError with everything that is wrong with the files
 */
export async function importFiles(
  { files, asking, address, out, force, json }: ImportOrder,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  if (address !== undefined && addressOf(address) === undefined)
    throw new InputError(importProblem('import.address', { value: address }));
  const gathered = gather(await testimonyOfAll(files, asking ?? {}, terminal), address);
  const profile = profileText(gathered, language);
  terminal.warn(gathered.losses);
  // A defect of ours where this throws; nothing is written then.
  readProfile(profile, out ?? 'profile.yaml');
  if (out !== undefined) await writeProfileFile(out, profile, force);
  if (json) terminal.answer({ ...(out !== undefined && { path: out }), profile });
  else if (out === undefined) terminal.print(profile.trimEnd());
  return exitCode.done;
}

/** Each file is read, and each domain asked for, so that one run tells what is wrong with all. @throws InputError */
export async function testimonyOfAll(
  files: readonly string[],
  asking: DomainAsking,
  terminal: Pick<Terminal, 'language' | 'warn' | 'say'>,
): Promise<Testimony[]> {
  const { language } = terminal;
  const { kinds } = lintWords(language);
  const known = listed(
    importable.map((id) => kinds[id]),
    language,
  );
  const found: Testimony[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      if (isDomainSource(file)) {
        found.push(...(await testimonyOfDomain(file, asking, terminal)));
        continue;
      }
      const content = await readContent(file);
      found.push(...(await testimonyOf(content, known)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return found;
}
