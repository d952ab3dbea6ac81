import type { Translations } from '../../words/words.ts';
import { en, together } from './reg-words.en.ts';
import { fr, togetherFr } from './reg-words.fr.ts';

/** What the rules of registry files say. */
export const regWords = { en, fr } satisfies Translations<typeof en>;

/** What the rules of several of them say. */
export const regTogetherWords = { en: together, fr: togetherFr } satisfies Translations<typeof together>;
