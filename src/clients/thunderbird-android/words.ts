import { problemsOf } from '../../errors.ts';
import { part, type Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** The client's own words, in every language. */
export const words = { en, fr } satisfies Translations<typeof en>;

/** Makes a problem of this client. */
export const problem = problemsOf(part(words, 'problems'));
