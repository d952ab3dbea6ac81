import type { Translations } from '../../words/words.ts';
import { en } from './k9s-words.en.ts';
import { fr } from './k9s-words.fr.ts';

/** What the rules of settings files say. */
export const k9sWords = { en, fr } satisfies Translations<typeof en>;
