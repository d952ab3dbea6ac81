import type { Translations } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** What the rules of answers of Autodiscover v2 say. */
export const pointerWords = { en, fr } satisfies Translations<typeof en>;
