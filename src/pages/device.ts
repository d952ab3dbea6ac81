import type { Device } from '../model/account.ts';

/**
 * What each device's browsers say of themselves; iPads call themselves Macintosh since iPadOS 13, and cannot be told from a Mac but by browsers that name themselves
 * otherwise there.
 */
const SIGNS: readonly (readonly [RegExp, Device])[] = [
  [/\b(?:iPhone|iPad|iPod|FxiOS|CriOS|EdgiOS)\b/, 'ios'],
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

/** A browser of an iPhone or iPad that hands no profile to the settings: one that keeps it as a file, or a view inside another app. */
export type OtherBrowser = 'keepsFiles' | 'insideApp';

/**
 * Firefox, Firefox Focus (Klar) and DuckDuckGo only keep a profile; Safari, Chrome (since 95) and Brave hand it to the settings (mozilla-mobile/firefox-ios#25476,
 * brave/brave-ios#4358). Edge, Opera and Google's app were tried by nobody.
 */
const KEEPS_FILES = /\b(?:FxiOS|Focus\/|Klar\/|DuckDuckGo|Ddg\/|EdgiOS|OPT\/|GSA\/)/;

/** Which of those it is; `undefined` on other devices, and where Safari or one of its like reads. Views inside apps do not call themselves Safari. */
export function otherBrowserOf(userAgent: string | undefined): OtherBrowser | undefined {
  if (deviceOf(userAgent) !== 'ios') return undefined;
  const read = (userAgent ?? '').slice(0, READ);
  if (KEEPS_FILES.test(read)) return 'keepsFiles';
  return read.includes('Safari/') ? undefined : 'insideApp';
}
