import Negotiator from 'negotiator';
import type { Language } from '../../account.ts';

/**
 * The language for who asks, of those that there are: the one that the URL names (`?lang=`), or the first that the browser prefers (RFC 9110 §12.5.4);
 * the first of the list where neither helps.
 */
export function negotiate(
  asked: string,
  acceptLanguage: string | null,
  available: readonly [Language, ...Language[]],
): Language {
  const named = available.find((each) => each === asked.toLowerCase());
  if (named !== undefined) return named;
  const preferred = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '*' } }).language([...available]);
  return available.find((each) => each === preferred) ?? available[0];
}
