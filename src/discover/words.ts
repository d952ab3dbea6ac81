import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Bound, bind, part } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What is said of what the world answers. */
export type DiscoverWords = Bound<typeof en>;

export function discoverWords(language: Language): DiscoverWords {
  return bind(words[language], language);
}

/** Makes a problem of an answer, or of what was asked for. */
export const discoverProblem = problemsOf(part(words, 'problems'));

/** Makes one of something that answers say otherwise than a profile. */
export const discoverWarning = problemsOf(part(words, 'warnings'), 'warning');
