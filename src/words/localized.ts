import type { Language, LocalizedText } from '../model/account.ts';
import { languages } from './languages.ts';
import { typeset } from './typography.ts';

/** A provider's text as a page shows it, and the language that it is in: not always that of the page. */
export interface Spoken {
  readonly text: string;
  readonly language: Language;
}

/** A provider's text in this language, as it was written; in another where the provider does not speak it. */
export function spoken(text: LocalizedText, language: Language): Spoken {
  const found = [language, ...languages].find((each) => text[each] !== undefined) ?? language;
  return { text: text[found] ?? '', language: found };
}

/** The same for a person to read: who writes a profile writes plain spaces and ' in French, as our own catalogue does. */
export function typesetFor(localized: LocalizedText, language: Language): Spoken {
  let inLanguages = known.get(localized);
  if (inLanguages === undefined) {
    inLanguages = new Map();
    known.set(localized, inLanguages);
  }
  let found = inLanguages.get(language);
  if (found === undefined) {
    found = setFor(localized, language);
    inLanguages.set(language, found);
  }
  return found;
}

/** A provider says the same to all its people. */
const known = new WeakMap<LocalizedText, Map<Language, Spoken>>();

function setFor(localized: LocalizedText, language: Language): Spoken {
  const { text, language: found } = spoken(localized, language);
  return { text: found === 'fr' ? typeset(text) : text, language: found };
}
