import { problemsOf } from '../../errors.ts';
import { part, type Translations } from '../../words/words.ts';
import { en as guidesEn } from './guide-words.en.ts';
import { fr as guidesFr } from './guide-words.fr.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const own = { en: { ...en, guides: guidesEn }, fr: { ...fr, guides: guidesFr } };

/** The client's own words, in every language. */
export const words: Translations<OwnWords> = own;
export type OwnWords = typeof own.en;

/** Makes a problem of this client. */
export const problem = problemsOf(part(words, 'problems'));
