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
  if (/^ldap[si]?:/i.test(spec)) return (await import('./ldap-source.ts')).ldapSource(spec, options);
  if (/^postgres(?:ql)?:/i.test(spec)) return (await import('./sql-source.ts')).sqlSource(spec, options);
  refuseOthersOptions(options);
  if (spec.startsWith('postfix:')) return (await import('./postfix-source.ts')).postfixSource(spec, options);
  if (URL_LIKE.test(spec))
    throw new InputError(peopleProblem('people.unknown-source', { value: spec.replace(USER_INFO, '$1') }));
  return (await import('./csv-source.ts')).csvSource(spec, options);
}

/** An option that has no meaning for a file is one that somebody believes in. */
function refuseOthersOptions(options: SourceOptions): void {
  const { passwordFile, ca, certificate, key, bind, starttls, query } = options;
  const given = {
    '--password-file': passwordFile,
    '--ca': ca,
    '--cert': certificate,
    '--key': key,
    '--bind': bind,
    '--starttls': starttls || undefined,
    '--query': query,
  };
  const [option] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (option !== undefined) throw new InputError(peopleProblem('people.option-alone', { option }));
}

const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\//i;
/** A password may stand there. */
const USER_INFO = /^([a-z0-9+.-]*:\/\/)[^/?#]*@/i;
