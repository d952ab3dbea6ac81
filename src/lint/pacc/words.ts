import type { Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** What the rules of PACC documents say. */
export const paccWords = { en, fr } satisfies Translations<typeof en>;
