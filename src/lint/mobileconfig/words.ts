import type { Translations } from '../../words/words.ts';
import { en, together } from './words.en.ts';
import { fr, togetherFr } from './words.fr.ts';

/** What the rules of Apple's profiles say. */
export const mobileconfigWords = { en, fr } satisfies Translations<typeof en>;
/** What the rules say of several profiles together. */
export const togetherWords = { en: together, fr: togetherFr } satisfies Translations<typeof together>;
