import { problemsOf } from '../../errors.ts';
import type { Language } from '../../model/account.ts';
import type { Values } from '../../words/text.ts';
import { visible } from '../../words/typography.ts';
import { type Bound, bind, part, say } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What is said of programs that look for their settings. */
export type ProgramWords = Bound<typeof en>;

export function programWords(language: Language): ProgramWords {
  return bind(words[language], language);
}

export type RemarkCode = keyof (typeof en)['remarks'];

/** A sentence of a look-up, as data. */
export interface Remark {
  readonly code: RemarkCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Makes one; the compiler holds the details against the text that will print them. */
export function remark<Code extends RemarkCode>(
  code: Code,
  details: Values<(typeof en)['remarks'][Code]> & Remark['details'],
): Remark {
  return { code, details };
}

export function remarkText({ remarks }: ProgramWords, { code, details }: Remark): string {
  // Details come from strangers.
  const shown = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]),
  );
  // `remark` has seen to it that the details are those of this text.
  return say<Remark['details']>(remarks[code] as string | ((values: Remark['details']) => string), shown);
}

/** Makes a problem of what was asked for. */
export const programProblem = problemsOf(part(words, 'problems'));
