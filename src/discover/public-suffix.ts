import { getDomain } from 'tldts';

/** The list that this version of tldts carries (publicsuffix.org), by the day on which the version came out; a test holds the version against package-lock.json. */
export const suffixList = { version: '7.5.5', date: '2026-11-19' } as const;

/** The part of a name that somebody has registered, also under suffixes that companies hand out, as browsers read the list; `undefined` for a suffix by itself and for an address. */
export function registeredDomain(host: string): string | undefined {
  return getDomain(host, { allowPrivateDomains: true }) ?? undefined;
}
