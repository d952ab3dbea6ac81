import { asciiHost } from '../model/address.ts';
import { ANY } from '../model/wildcard.ts';
import { domainsOf, type Profile } from '../profile/profile.ts';
import { type Finding, type Path, warning } from './finding.ts';

/** Names that nobody can have (RFC 2606, and example.edu, which has the same owner), and addresses for documentation (RFC 5737). */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid)$/;
const RESERVED_ADDRESS = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/;

/**
 * What an administrator has left of the profile that was copied: a name for examples beside a real mail domain. Where all domains are such names, the whole profile is an
 * example, and nothing is wrong with it.
 */
export function nameFindings(profile: Profile): Finding[] {
  const real = domainsOf(profile).find(({ name }) => name !== ANY && !isReserved(name));
  if (real === undefined) return [];
  const left = hostsOf(profile).filter(({ host }) => isReserved(host));
  return [
    ...left.map(({ host, path }) => ({ problem: warning('warning.reserved-name', { value: host }), path })),
    ...identifierFindings(profile, real.name.replace(/^\*\./, '')),
  ];
}

function identifierFindings({ identifier }: Profile, real: string): Finding[] {
  if (!isReserved(identifier.toLowerCase().split('.').slice(0, 2).reverse().join('.'))) {
    const [first = ''] = identifier.toLowerCase().split('.');
    if (!isReserved(first)) return [];
  }
  const suggestion = real.split('.').reverse().join('.');
  return [{ problem: warning('warning.reserved-identifier', { value: identifier, suggestion }), path: ['identifier'] }];
}

function isReserved(name: string): boolean {
  return RESERVED.test(name.toLowerCase()) || RESERVED_ADDRESS.test(name);
}

interface Named {
  readonly host: string;
  readonly path: Path;
}

/** Keys of a profile, wherever they stand, whose value is a host or has one in it. */
const WITH_HOST: ReadonlySet<string> = new Set([
  ...['host', 'url', 'webmail', 'portal', 'passwordRecovery', 'issuer', 'authorizationUrl', 'tokenUrl', 'login'],
]);

function hostsOf(value: unknown, path: Path = []): Named[] {
  if (typeof value === 'string')
    return namesDomain(path) || WITH_HOST.has(String(path.at(-1))) ? hostIn(value, path) : [];
  if (typeof value !== 'object' || value === null) return [];
  const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  // Texts of the provider's own have keys of ours, and hold no host.
  return members.flatMap(([key, member]) => (key === 'texts' ? [] : hostsOf(member, [...path, key])));
}

/** `domains: [example.org]` or `domains: [{ name: example.org }]`. */
function namesDomain([first, , third]: Path): boolean {
  return first === 'domains' && (third === undefined || third === 'name');
}

/** The host of a URL, of a login rule after its @, or the text itself. */
function hostIn(text: string, path: Path): Named[] {
  const host = URL.canParse(text) ? new URL(text).hostname : text.slice(text.lastIndexOf('@') + 1);
  return [{ host: asciiHost(host) ?? host, path }];
}
