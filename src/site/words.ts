import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Bound, bind, part } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What is said of a site of files. */
type SiteText = Bound<typeof en>;

export function siteWords(language: Language): SiteText {
  return bind(words[language], language);
}

/** Makes a problem of what was asked for, or of what stands in its way. */
export const siteProblem = problemsOf(part(words, 'problems'));
export const siteWarning = problemsOf(part(words, 'warnings'), 'warning');

/** Something that a static site cannot do. */
export const siteLimit = problemsOf(part(words, 'cannot'));
