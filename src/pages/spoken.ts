import type { Language, LocalizedText } from '../model/account.ts';
import { typesetFor } from '../words/localized.ts';

/** A text for a template, and its language where a browser could not know it from the page's (WCAG 2.2, 3.1.2). */
export function spokenText(text: LocalizedText, language: Language) {
  const { text: shown, language: found } = typesetFor(text, language);
  return { text: shown, lang: found !== language && found };
}

export function spokenTexts(texts: readonly LocalizedText[], language: Language) {
  return texts.map((text) => spokenText(text, language));
}
