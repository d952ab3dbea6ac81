/// <reference path="./punycode.d.ts" />
import punycode from 'punycode/punycode.js';
import { asciiDomain } from '../model/address.ts';

/** A domain that no profile writes, as people would (U-labels, RFC 5890): for reading only. */
export function displayDomain(name: string): string {
  if (!name.includes('xn--')) return name;
  try {
    const shown = punycode.toUnicode(name);
    // What does not become this name again is not shown as another.
    return asciiDomain(shown) === name ? shown : name;
  } catch {
    return name;
  }
}
