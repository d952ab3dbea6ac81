import { asciiHost } from './address.ts';

/** Is it an https address that every reader takes for the same? Stricter than a browser, which reads `https:example.org` and `https:/\example.org` too: other readers do not. */
export function isHttpsUrl(text: string): boolean {
  // An @ before the path ends a user name, even an empty one.
  if (!/^https:\/\/[^\s\p{C}"<>\\^`{|}/?#@]+(?:[/?#][^\s\p{C}"<>\\^`{|}]*)?$/iu.test(text)) return false;
  return URL.canParse(text) && asciiHost(new URL(text).hostname) !== undefined;
}
