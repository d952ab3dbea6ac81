import type { Language } from './model/account.ts';
import { en } from './words/problems.en.ts';
import { fr } from './words/problems.fr.ts';
import { en as profileEn } from './words/profile-problems.en.ts';
import { fr as profileFr } from './words/profile-problems.fr.ts';
import type { Either, Shown, Values } from './words/text.ts';
import { shortened, visible } from './words/typography.ts';
import { warningWords } from './words/warning-words.ts';
import { bind, say, type Translations } from './words/words.ts';

/** What may be wrong and what to do, in one line each, by the stable name that scripts read: `address.no-at`, `profile.unknown-key` … */
export type ProblemTexts = Readonly<Record<string, string | Either>>;

/** Where the wrong value stands, as far as it is known. Lines, columns and rows count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
}

/** What is wrong, where, and (in its text) what to do. Plain data: a text in the reader's language comes from `describe`. */
export interface Problem {
  /** What tells it from whatever else there could have been. */
  readonly kind: 'problem';
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly place: Place;
  /** Something that is no mistake: nothing stops for it. */
  readonly severity?: 'warning';
  /** Where its text is, in each language. */
  readonly texts: Translations<ProblemTexts>;
}

/**
 * Who a problem is told to: who looks after the provider and can change a server or the profile, or the person whose mailbox it is. Where what helps is not the same for
 * both, the text has two forms: `either('person', …, …)`.
 */
export type Reader = 'administrator' | 'person';

/** Makes problems of these texts; the compiler holds the details against the text that will print them. @param severity where they are no mistakes */
export function problemsOf<English extends ProblemTexts>(texts: Translations<English>, severity?: Problem['severity']) {
  return <Code extends keyof English & string>(
    code: Code,
    details: Omit<Values<English[Code]>, 'person'> & Problem['details'],
    place: Place = {},
  ): Problem => ({ kind: 'problem', code, details: { ...details }, place, texts, ...(severity && { severity }) });
}

const english = { ...en, ...profileEn };
const texts: Translations<typeof english> = { en: english, fr: { ...fr, ...profileFr } };

/** Makes a problem that no client owns. */
export const problem = problemsOf(texts);

/** Their codes. */
export type ProblemCode = keyof typeof english;

/** The same where the code comes out of a table: whoever wrote the table has looked at what its texts show. */
export function problemWith(code: ProblemCode, details: Problem['details'], place: Place = {}): Problem {
  return { kind: 'problem', code, details, place, texts };
}

/** Is this a problem, and not what there is where nothing is wrong? */
export function isProblem(value: object): value is Problem {
  return 'kind' in value && value.kind === 'problem';
}

/** One line for a person: place, then text (`profiles/ods.yaml:12:11  port 99999 is not a port (1–65535)`), of which a warning says that it is one. @param given how what somebody wrote stands in it */
export function describe(
  problem: Problem,
  language: Language,
  reader: Reader = 'administrator',
  given = (value: string): string => value,
): string {
  const place = describePlace(problem.place);
  const { [problem.code]: text = problem.code } = bind(problem.texts[language], language);
  const person = reader === 'person';
  const line = say<Readonly<Record<string, Shown | boolean>>>(text, {
    ...shownDetails(problem.details, given),
    person,
  });
  const shown = problem.severity === 'warning' ? bind(warningWords[language], language).named({ text: line }) : line;
  return place === '' ? shown : `${place}  ${shown}`;
}

/** Wrong input: everything that is wrong with it, so that one run is enough to mend it. Exit code 2, or a 4xx. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const list = isProblem(problems) ? [problems] : problems;
    super(list.map((each) => describe(each, 'en')).join('\n'), options);
    this.name = 'InputError';
    this.problems = list;
  }
}

/** A value that a notation cannot write. The format is left out and the reason reported; nothing is dropped or replaced. */
export class UnrepresentableError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(describe(problem, 'en'), options);
    this.name = 'UnrepresentableError';
    this.problem = problem;
  }
}

/** Details that repeat what somebody wrote. */
const GIVEN: ReadonlySet<string> = new Set(['value', 'key', 'domain']);

/** Details come from strangers: whatever they hold, the message is one line, and the wrong value does not fill the screen. */
function shownDetails(details: Problem['details'], given: (value: string) => string): Problem['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([name, detail]) => {
      if (typeof detail === 'number') return [name, detail];
      return [name, given(visible(GIVEN.has(name) ? shortened(detail) : detail))];
    }),
  );
}

function describePlace({ file, line, column, field }: Place): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  return [position, field]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => visible(part ?? ''))
    .join(' ');
}
