import type { Language, OwnTexts } from '../model/account.ts';
import { en as adminEn } from './admin.en.ts';
import { fr as adminFr } from './admin.fr.ts';
import { en as cliEn } from './cli.en.ts';
import { fr as cliFr } from './cli.fr.ts';
import { en as commonEn } from './common.en.ts';
import { fr as commonFr } from './common.fr.ts';
import { en as guidingEn } from './guiding.en.ts';
import { fr as guidingFr } from './guiding.fr.ts';
import { en as kitEn } from './kit.en.ts';
import { fr as kitFr } from './kit.fr.ts';
import { en as letterEn } from './letter.en.ts';
import { fr as letterFr } from './letter.fr.ts';
import { bindOwn } from './override.ts';
import { en as pagesEn } from './pages.en.ts';
import { fr as pagesFr } from './pages.fr.ts';
import type { Bound, Translations } from './words.ts';

const pages = {
  en: { ...commonEn, ...pagesEn, ...guidingEn, ...letterEn, ...kitEn, ...adminEn },
  fr: { ...commonFr, ...pagesFr, ...guidingFr, ...letterFr, ...kitFr, ...adminFr },
};
const catalogues = { en: { ...pages.en, cli: cliEn }, fr: { ...pages.fr, cli: cliFr } };

/** The texts of pages, which a provider may put its own in the place of. */
export const pageWords: Translations<typeof pages.en> = pages;

/** Every text that no client owns, in one language. */
export type Catalogue = Bound<typeof catalogues.en>;

/** The texts of one language. @param own those that a provider's people read in the place of ours */
export function texts(language: Language, own?: OwnTexts): Catalogue {
  return bindOwn(catalogues[language], own?.[language], language);
}

/** Whom people may ask, inside a sentence: those whom every page names, or else whoever it is that looks after their computers. */
export function whomToAsk(
  provider: { readonly support?: unknown } | undefined,
  { page }: Pick<Catalogue, 'page'>,
): string {
  return page.whom({ support: provider?.support !== undefined });
}
