import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** What the rules of signed profiles say. */
export const signingWords = { en, fr };
