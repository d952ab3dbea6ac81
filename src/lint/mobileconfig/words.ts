import { en, together } from './words.en.ts';
import { fr, togetherFr } from './words.fr.ts';

/** What the rules of Apple's profiles say. */
export const mobileconfigWords = { en, fr };
/** What the rules say of several profiles together. */
export const togetherWords = { en: together, fr: togetherFr };
