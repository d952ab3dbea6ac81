import type { Language } from '../model/account.ts';
import { enumerate, typeset } from './typography.ts';

/** What a language brings beside its texts. */
interface Speech {
  /** As its speakers call it. */
  readonly name: string;
  /** What its typography does to a text of ours before anything is put in. */
  readonly typeset: (text: string) => string;
  /** Between the last two of a list. */
  readonly and: string;
  /** Between things that may have commas in themselves. */
  readonly separator: string;
}

/** The languages that Facteur speaks, in the order in which one is looked for. A further one is a line here, in `Language`, and whatever the compiler then asks for. */
const speeches = {
  fr: { name: 'Français', typeset, and: 'et', separator: '\u202f; ' },
  en: { name: 'English', typeset: (text) => text, and: 'and', separator: '; ' },
} as const satisfies Record<Language, Speech>;

export const languages = Object.keys(speeches) as readonly Language[];

/** The facts of a language. */
export function speech(language: Language): Speech {
  return speeches[language];
}

/** `a, b and c`. */
export function listed(items: readonly string[], language: Language): string {
  return enumerate(items, speeches[language].and);
}

/** Things that may have commas in themselves. */
export function series(items: readonly string[], language: Language): string {
  return items.join(speeches[language].separator);
}

/** The language of a POSIX locale (`fr_FR.UTF-8`); English when it is another or none. */
export function languageOfLocale(locale: string | undefined): Language {
  const code = /^[a-z]+/i.exec(locale ?? '')?.[0].toLowerCase();
  return languages.find((language) => language === code) ?? 'en';
}
