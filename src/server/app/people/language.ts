import Negotiator from 'negotiator';
import type { Language } from '../../../model/account.ts';
import { preferences } from '../../../model/preferences.ts';
import { parameter } from '../query.ts';
import type { Visit } from '../route.ts';

/** Browsers send less than a hundred characters, and nobody reads a hundred languages. Who sends 16 kB shall not make a page dearer for it. */
const ENOUGH = 500;

/**
 * The language for who asks, of those that there are: the one that the URL names (`?lang=`), or the first that the browser prefers (RFC 9110 §12.5.4);
 * the first of the list where neither helps.
 */
export function negotiate(
  inUrl: string,
  acceptLanguage: string | undefined,
  available: readonly [Language, ...Language[]],
): Language {
  const named = available.find((each) => each === inUrl.toLowerCase());
  if (named !== undefined) return named;
  const wanted = beginOf(acceptLanguage ?? '*');
  const preferred = new Negotiator({ headers: { 'accept-language': wanted } }).language([...available]);
  return available.find((each) => each === preferred) ?? available[0];
}

/** The one that the URL names or the browser prefers. */
export function languageAmong(available: readonly Language[], { question }: Visit): Language {
  return negotiate(parameter(question, 'lang'), question.header('accept-language'), preferences(available));
}

/** Whole items: one that is cut may say something else. */
function beginOf(list: string): string {
  return list.length <= ENOUGH ? list : list.slice(0, Math.max(0, list.lastIndexOf(',', ENOUGH)));
}
