import type { Translations } from '../../words/words.ts';
import { en } from './reg-words.en.ts';
import { fr } from './reg-words.fr.ts';

/** What the rules of registry files say. */
export const regWords = { en, fr } satisfies Translations<typeof en>;
