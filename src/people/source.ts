import { InputError } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';
import type { Source, SourceOptions } from './row.ts';

export type { Listed, Row, Source, SourceOptions } from './row.ts';

/**
 * The list that `--from` names. Each kind is imported when it is asked for.
 * @throws InputError for one that is none, or whose options say nothing of a person
 */
export async function openSource(spec: string, options: SourceOptions = {}): Promise<Source> {
  if (spec.trim() === '') throw new InputError(peopleProblem('people.empty-source', {}));
  if (URL_LIKE.test(spec))
    throw new InputError(peopleProblem('people.unknown-source', { value: spec.replace(USER_INFO, '$1') }));
  const { csvSource } = await import('./csv-source.ts');
  return csvSource(spec, options);
}

const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\//i;
/** A password may stand there. */
const USER_INFO = /^([a-z0-9+.-]*:\/\/)[^/?#]*@/i;
