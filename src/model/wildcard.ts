import { asciiDomain } from './address.ts';

/*
 * Domains of which nobody knows all names: `*.example.org` stands for one or more labels in front of `.example.org`, `*` for every domain. An exact name wins over any of them, and
 * the longer wildcard over the shorter, whatever their order: what a file says of one domain does not hang on what stands before it.
 */

/** Every domain that is asked for. */
export const ANY = '*';

/** Is this one of the two forms? */
export function isWildcard(text: string): boolean {
  return text === ANY || (text.startsWith('*.') && asciiDomain(text.slice(2)) !== undefined);
}

/** The ASCII form of a domain or wildcard that is one, lower case. */
export function asciiPattern(text: string): string {
  if (text === ANY) return text;
  // Whoever asks has found it to be one.
  return text.startsWith('*.') ? `*.${asciiDomain(text.slice(2)) as string}` : (asciiDomain(text) as string);
}

/** The names under which a domain may stand in a profile, the one that wins first: its own, the wildcards above it, `*`. */
export function* patternsOf(domain: string): Generator<string> {
  yield domain;
  // A wildcard has a dot behind its first one, as every domain of a profile has.
  for (let dot = domain.indexOf('.'); dot >= 0 && domain.includes('.', dot + 1); dot = domain.indexOf('.', dot + 1)) {
    yield `*${domain.slice(dot)}`;
  }
  yield ANY;
}

/** A domain with as short a name as this line of a profile may stand for: what does not fit it fits none. */
export function shortestBelow(pattern: string): string {
  return pattern === ANY ? 'a.a' : pattern.replace('*', 'a');
}
