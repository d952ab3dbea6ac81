import type { Place, Problem } from '../errors.ts';
import { isHttpsUrl } from '../model/https-url.ts';
import { loss } from './words.ts';

/** Browsers and servers take no longer ones for granted (RFC 9110 §4.1 recommends 8000). */
const LONGEST = 8_000;

/** Can a profile have this address of a page? Where it cannot, that is told. @param what the file calls it */
export function isPageUrl(what: string, value: string, place: Place, losses: Problem[]): boolean {
  if (value.length <= LONGEST && isHttpsUrl(value)) return true;
  const http = /^http:\/\//i.test(value) && URL.canParse(value);
  losses.push(loss(http ? 'import.lost-http' : 'import.lost-url', { what, value }, place));
  return false;
}
