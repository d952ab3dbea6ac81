import { describe, InputError, type Problem } from '../../src/errors.ts';
import { openSource, type Row, type SourceOptions } from '../../src/people/source.ts';

/** All rows of a source. */
export async function rowsOf(spec: string, options: SourceOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of (await openSource(spec, options)).rows()) rows.push(row);
  return rows;
}

/** What each row says: the person, or the codes of what is wrong. */
export async function listOf(spec: string, options: SourceOptions = {}) {
  return (await rowsOf(spec, options)).map(({ person, problems = [] }) => person ?? problems.map(({ code }) => code));
}

/** What makes the whole source unusable, as it is told. */
export async function refusalOf(spec: string, options: SourceOptions = {}): Promise<string> {
  const error = await rowsOf(spec, options).catch((error: unknown) => error);
  if (error instanceof InputError) return error.problems.map((each) => describe(each, 'en')).join('\n');
  throw error instanceof Error ? error : new Error('it was read');
}

/** Gathers what is told beside the rows. */
export function heard(): { readonly said: string[]; readonly tell: (problem: Problem) => void } {
  const said: string[] = [];
  return { said, tell: (problem) => said.push(describe(problem, 'en')) };
}
