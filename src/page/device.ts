import type { Device } from '../clients/client.ts';

/** What each device's browsers say of themselves; iPads call themselves Macintosh since iPadOS 13 and cannot be told from a Mac. */
const SIGNS: readonly (readonly [RegExp, Device])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\b(?:Macintosh|Mac OS X|macOS)\b/, 'macos'],
  [/\b(?:Linux|CrOS|X11)\b/, 'linux'],
];

/** The device that a User-Agent seems to be on; `undefined` where it says nothing that we know. A guess, good for an order and no more. */
export function deviceOf(userAgent: string | null): Device | undefined {
  return SIGNS.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
}
