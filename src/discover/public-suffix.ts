/** The public-suffix list that this version of tldts carries (publicsuffix.org), by the day on which the version came out; a test holds the version against package-lock.json. */
export const suffixList = { version: '7.5.5', date: '2026-11-19' } as const;
