import { problemsOf } from '../../errors.ts';
import { part, type Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** The words of both clients, in every language. */
export const words = { en, fr } satisfies Translations<typeof en>;

/** Makes a problem of these clients. */
export const problem = problemsOf(part(words, 'problems'));
