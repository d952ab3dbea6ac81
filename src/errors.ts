import type { Language } from './model/account.ts';
import { type Catalogue, texts } from './words/index.ts';
import { shortened, visible } from './words/typography.ts';

/** A stable name for scripts and translations: `address.no-at`, `profile.unknown-key` … */
export type ProblemCode = keyof Catalogue['problems'];

/** Where the wrong value stands, as far as it is known. Lines, columns and rows count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
}

/** What is wrong, where, and (in its text) what to do. Plain data: a text in the reader's language comes from `describe`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly place: Place;
}

type Details<C extends ProblemCode> = Parameters<Catalogue['problems'][C]>[0];

/** Makes a problem; the compiler holds the details against the text that will print them. */
export function problem<C extends ProblemCode>(code: C, details: Details<C>, place: Place = {}): Problem {
  return { code, details: { ...details }, place };
}

/** One line for a person: place, then text (`profiles/ods.yaml:12:11  port 99999 is not a port (1–65535)`). */
export function describe(problem: Problem, language: Language): string {
  const place = describePlace(problem.place);
  // The catalogue's functions take different details; `problem()` is the only maker and has checked the pair.
  const text = texts(language).problems[problem.code] as (details: Problem['details']) => string;
  const shown = text(shownDetails(problem.details));
  return place === '' ? shown : `${place}  ${shown}`;
}

/** Wrong input: everything that is wrong with it, so that one run is enough to mend it. Exit code 2, or a 4xx. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const list = 'code' in problems ? [problems] : problems;
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
function shownDetails(details: Problem['details']): Problem['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([name, detail]) => {
      if (typeof detail === 'number') return [name, detail];
      return [name, visible(GIVEN.has(name) ? shortened(detail) : detail)];
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
