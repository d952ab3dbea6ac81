/* What a redirect is, and where it leads, for all who follow some. */

/** More are not followed; Fetch has 20, but no configuration needs them. */
export const MOST_REDIRECTS = 5;

/** A URL that is longer is nobody's. */
const LONGEST_URL = 2_048;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Does this status lead elsewhere (RFC 9110 §15.4)? */
export function isRedirect(code: number): boolean {
  return REDIRECTS.has(code);
}

/**
 * Where a Location leads; `undefined` where that is no place on the web. Header fields come as single bytes; where they are UTF-8, they are read so (RFC 9110 §5.5).
 * Nobody's name or password travels in a URL.
 */
export function redirectTarget(from: URL, location: string): URL | undefined {
  const bytes = Uint8Array.from(location, (character) => character.charCodeAt(0) & 0xff);
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '' || text.length > LONGEST_URL || !URL.canParse(text, from)) return undefined;
  const to = new URL(text, from);
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return undefined;
  to.username = '';
  to.password = '';
  to.hash = '';
  return to;
}
