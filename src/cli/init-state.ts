import { InputError, type Place, type Problem, problemsOf } from '../errors.ts';
import type { Gathered } from '../import/gather.ts';
import type { Language } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { patternsOf } from '../model/wildcard.ts';
import { readProfile } from '../profile/file.ts';
import { en } from '../words/init.en.ts';
import { fr } from '../words/init.fr.ts';
import { bind, part } from '../words/words.ts';

/* What `facteur init` knows when it comes to a question. */

const words = { en, fr };

export function initWords(language: Language) {
  return bind(words[language], language);
}

export const initProblem = problemsOf(part(words, 'problems'));
export const initWarning = problemsOf(part(words, 'warnings'), 'warning');

/** A question, by the name of its option. */
export type QuestionFlag = keyof typeof en.questions;

/** What was said to a question, by an option or by somebody at the terminal; several values where it takes several. */
export interface InitAnswer {
  readonly values: readonly string[];
  readonly place: Place;
}

export interface State {
  readonly language: Language;
  readonly answers: ReadonlyMap<QuestionFlag, InitAnswer>;
  /** What the files say. */
  readonly files: Gathered;
  /** A file says whose it is. */
  readonly addressed: boolean;
  /** Is a file there that a profile of this id may not replace? */
  readonly isTaken: (id: string) => boolean;
}

/** The answer of one value; `undefined` where there is none. */
export function answerTo({ answers }: State, flag: QuestionFlag): string | undefined {
  return answers.get(flag)?.values[0];
}

/** The domains of the addresses, as far as they are known. */
export function domainsIn(state: State): readonly string[] {
  const { answers, files } = state;
  const said = answers.get('domain')?.values ?? files.domains.map(({ value }) => value);
  if (said.length > 0) return said;
  const own = addressOf(answerTo(state, 'address') ?? '')?.domain;
  return own === undefined ? [] : [own];
}

/** A domain to make proposals of: that of the addresses, or the one that a wildcard stands above. */
export function mainDomain(state: State): string | undefined {
  const [first] = domainsIn(state);
  const domain = first?.replace(/^\*\.?/, '');
  return domain === '' ? undefined : domain;
}

/** May people have addresses in this domain? */
export function isDomainOf(domain: string, domains: readonly string[]): boolean {
  const known = new Set(domains.map((each) => each.toLowerCase()));
  return [...patternsOf(domain.toLowerCase())].some((each) => known.has(each));
}

/**
 * What a profile would say of a value: its reader is asked about one that is right but for it.
 * @param field where it stands in a profile, as places name it: `incoming.1.host`
 */
export function faultsOf(values: Readonly<Record<string, unknown>>, field: string, domains: readonly string[]) {
  try {
    readProfile(JSON.stringify({ ...rightProfile(domains), ...values }), '');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What is wrong with a character of the file has no field.
    return error.problems
      .filter(({ place }) => place.field === undefined || `${place.field}.`.startsWith(`${field}.`))
      .map((each): Problem => ({ ...each, place: {} }));
  }
}

function rightProfile(domains: readonly string[]): object {
  const outgoing = [{ host: 'smtp.example.org', security: 'tls' }];
  const incoming = [{ protocol: 'imap', host: 'imap.example.org', security: 'tls' }];
  const names = { id: 'example', name: 'Example', shortName: 'Example', organization: 'Example' };
  const known = domains.length === 0 ? ['example.org'] : domains;
  return { ...names, identifier: 'org.example', languages: ['en'], domains: known, incoming, outgoing };
}
