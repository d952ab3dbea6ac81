import type { Language } from '../model/account.ts';
import { en as cliEn } from './cli.en.ts';
import { fr as cliFr } from './cli.fr.ts';
import { en as commonEn } from './common.en.ts';
import { fr as commonFr } from './common.fr.ts';
import { languages } from './languages.ts';
import { en as pagesEn } from './pages.en.ts';
import { fr as pagesFr } from './pages.fr.ts';
import { type Bound, bind } from './words.ts';

const en = { ...commonEn, ...pagesEn, cli: cliEn };
const catalogues: Readonly<Record<Language, typeof en>> = { en, fr: { ...commonFr, ...pagesFr, cli: cliFr } };

/** Every text that no client owns, in one language. */
export type Catalogue = Bound<typeof en>;

/** The texts of one language. */
export function texts(language: Language): Catalogue {
  return bind(catalogues[language], language);
}

/** The language of these texts. */
export function languageOf(catalogue: Catalogue): Language {
  return languages.find((language) => texts(language) === catalogue) ?? 'en';
}
