import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Bound, bind, part } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What is said of judged files, whatever their kind. */
export function lintWords(language: Language): Bound<typeof en> {
  return bind(words[language], language);
}

/** Makes a problem of a file that cannot be judged. */
export const lintProblem = problemsOf(part(words, 'problems'));
