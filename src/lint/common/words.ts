import { part } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What the rules for files of every kind say, by the area of their ids. */
export const commonWords = {
  privacy: part(words, 'privacy'),
  login: part(words, 'login'),
  reg: part(words, 'reg'),
  pacc: part(words, 'pacc'),
};
