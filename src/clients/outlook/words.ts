import { problemsOf } from '../../errors.ts';
import { part, type Translations } from '../../words/words.ts';
import { en as appsEn } from './app-words.en.ts';
import { fr as appsFr } from './app-words.fr.ts';
import { en as windowsEn } from './windows-words.en.ts';
import { fr as windowsFr } from './windows-words.fr.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const own = {
  en: { ...en, guides: { ...windowsEn, ...appsEn } },
  fr: { ...fr, guides: { ...windowsFr, ...appsFr } },
};

/** The client's own words, in every language. */
export const words: Translations<OwnWords> = own;
export type OwnWords = typeof own.en;

/** Makes a problem of this client. */
export const problem = problemsOf(part(words, 'problems'));
