import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Bound, bind, part, type Translations } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words: Translations<typeof en> = { en, fr };

/** What is said of a check as a whole. */
export function checkWords(language: Language): Bound<typeof en> {
  return bind(words[language], language);
}

/** Makes a problem of what was asked for. */
export const liveProblem = problemsOf(part(words, 'problems'));
