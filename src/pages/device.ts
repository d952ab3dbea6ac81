import type { Device } from '../model/account.ts';

/** What each device's browsers say of themselves; iPads call themselves Macintosh since iPadOS 13 and cannot be told from a Mac. */
const SIGNS: readonly (readonly [RegExp, Device])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\b(?:Macintosh|Mac OS X|macOS)\b/, 'macos'],
  [/\b(?:Linux|CrOS|X11)\b/, 'linux'],
];

/** As much of a User-Agent as is read: the longest known have some 400 characters. */
const READ = 1_000;

/** The device that a User-Agent seems to be on; `undefined` where it says nothing that we know. A guess, good for an order and no more. */
export function deviceOf(userAgent: string | undefined): Device | undefined {
  const read = (userAgent ?? '').slice(0, READ);
  return SIGNS.find(([sign]) => sign.test(read))?.[1];
}
