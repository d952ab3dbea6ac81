import * as z from 'zod/mini';
import { asciiHost } from './address.ts';
import type { problem } from './errors.ts';

/** What the schemas of a profile are made of. */

/** Names the problem that a failed check is told as. */
export const said = (code: Parameters<typeof problem>[0]) => ({ params: { code } });

/** What editors show beside a key. */
export const told = z.describe;

/** A text on one line that says something. */
export const singleLine = z.string().check(
  z.refine((text) => text.trim() !== '', said('profile.empty-text')),
  z.refine((text) => !/[\p{Cc}\u2028\u2029]|\p{Cs}/u.test(text), said('profile.control-character')),
  z.meta({ pattern: '\\S' }),
);

/** An https address without user name. */
export const httpsUrl = z
  .string()
  .check(z.refine(isHttpsUrl, said('profile.https-url')), z.meta({ pattern: '^https://' }));

/** A list with nothing twice in it. */
export const eachOnce = z.refine<readonly string[]>(
  (list) => new Set(list).size === list.length,
  said('profile.twice'),
);
/** The same for editors. */
export const unique = z.meta({ uniqueItems: true });

/** A text of the provider's own; profile-check.ts holds it against `languages`. */
export const localized = z.strictObject({ fr: z.optional(singleLine), en: z.optional(singleLine) });

/** Stricter than a browser, which reads `https:example.org` and `https:/\example.org` too: other readers do not. */
function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s\p{C}"<>\\^`{|}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && asciiHost(hostname) !== undefined;
}
