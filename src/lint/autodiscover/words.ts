import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

/** What the rules of Autodiscover answers say. */
export const answerWords = { en, fr };
