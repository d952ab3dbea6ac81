import type { Translations } from '../../words/words.ts';
import * as en from './words.en.ts';
import * as fr from './words.fr.ts';

/** What the rules for files of every kind say. */
export const commonWords = {
  privacy: { en: en.privacy, fr: fr.privacy } satisfies Translations<typeof en.privacy>,
  login: { en: en.login, fr: fr.login } satisfies Translations<typeof en.login>,
  reg: { en: en.reg, fr: fr.reg } satisfies Translations<typeof en.reg>,
  pacc: { en: en.pacc, fr: fr.pacc } satisfies Translations<typeof en.pacc>,
};
