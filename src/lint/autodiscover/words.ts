import type { Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** What the rules of Autodiscover answers say. */
export const answerWords = { en, fr } satisfies Translations<typeof en>;
