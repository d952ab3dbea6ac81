import type { Language } from '../model/account.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every text that a person can read, in one language. English is the source; the others must have its shape. */
export type Catalogue = typeof en;

const catalogues: Readonly<Record<Language, Catalogue>> = { en, fr };

export const languages = ['fr', 'en'] as const satisfies readonly Language[];

/** The texts of one language. */
export function texts(language: Language): Catalogue {
  return catalogues[language];
}

/** The language of these texts. */
export function languageOf(catalogue: Catalogue): Language {
  return catalogue === fr ? 'fr' : 'en';
}

/** The language of a POSIX locale (`fr_FR.UTF-8`); English when it is another or none. */
export function languageOfLocale(locale: string | undefined): Language {
  return /^fr(?![a-z])/i.test(locale ?? '') ? 'fr' : 'en';
}
