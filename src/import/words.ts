import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Bound, bind, part } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** The comments of a profile that is made of files. */
export function importComments(language: Language): Bound<typeof en.comments> {
  return bind(words[language], language).comments;
}

/** Makes a problem that stops an import. */
export const importProblem = problemsOf(part(words, 'problems'));

/** Makes one of something that is not in the profile, or not as a file has it. */
export const loss = problemsOf(part(words, 'losses'), 'warning');
