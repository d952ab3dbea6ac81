import { getDomain, getPublicSuffix } from 'tldts';

/*
 * By the Public Suffix List, that of companies in it too, as browsers have it (publicsuffix.org; the list is the one inside the tldts that was installed).
 */

/** The part of a name that somebody has registered; `undefined` for a suffix by itself and for an address. */
export function baseDomain(host: string): string | undefined {
  return getDomain(host, OPTIONS) ?? undefined;
}

export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, OPTIONS) === name;
}

const OPTIONS = { allowPrivateDomains: true } as const;

/** Without its first label. */
export function parentOf(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}
