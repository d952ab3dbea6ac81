import type { Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** The client's own words, in every language. */
export const words = { en, fr } satisfies Translations<typeof en>;
