import { en } from './warnings.en.ts';
import { fr } from './warnings.fr.ts';
import type { Translations } from './words.ts';

/** What warnings say, in every language. */
export const warningWords = { en, fr } satisfies Translations<typeof en>;
