import { getPublicSuffix } from 'tldts';

/** A suffix of the Public Suffix List by itself, also one that a company hands out. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, { allowPrivateDomains: true }) === name;
}

/** Without its first label. */
export function parentOf(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}
