import type { Translations } from '../../words/words.ts';
import { en } from './prf-words.en.ts';
import { fr } from './prf-words.fr.ts';

/** What the rules of Outlook's profile files say. */
export const prfWords = { en, fr } satisfies Translations<typeof en>;
