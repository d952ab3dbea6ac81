import { filtered, readFilter, through } from './filter.ts';
import { filtersFault, type RuleFault } from './rule.ts';

/*
 * The https address of a CalDAV or CardDAV service: `{domain}` may stand in its host, and in its path what names the person. There each value is percent-encoded as a
 * part of one segment (RFC 3986 §3.3), so that nothing in it leads elsewhere.
 */

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** What a filter replaces may be a sign that has a meaning in an address. */
const PARTS = /^(https:\/\/)([^/?#]*)((?:\{[^{}]*\}|[^?#])*)([?#].*)?$/isu;
const SEGMENTS = /(?:\{[^{}]*\}|[^/])+|\//gu;
const NAMES: readonly string[] = ['local', 'address', 'login', 'domain'];
/** As in a host of its own (domain-host.ts); a port may follow. */
const HOST = /^(?:[^{}]*\.)?\{domain\}(?:\.[^{}]*)?(?::\d*)?$/;

/** What the address is made of. */
export interface UrlValues {
  readonly local: string;
  readonly domain: string;
  readonly login: string;
}

/** Does its path name the person? Then it is the person's own, and not where everybody begins. */
export function namesPerson(template: string): boolean {
  return /\{(?:local|address|login)[|}]/.test(template);
}

/** Why these placeholders cannot stand there. `url`: not in that place, or not of these names. */
export function urlFault(template: string): RuleFault | { readonly fault: 'url' } | undefined {
  const [, , host = '', path = '', more = ''] = PARTS.exec(template) ?? [];
  if (/[{}]/.test(more) || (/[{}]/.test(host) && !HOST.test(host))) return { fault: 'url' };
  for (const [, inside = ''] of path.matchAll(PLACEHOLDER)) {
    const [name = '', ...filters] = inside.split('|');
    const fault = NAMES.includes(name) ? filtersFault(name, filters) : { fault: 'url' as const };
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The address for a person; `undefined` where a value cannot be a part of a path: filters leave nothing of it, or it would lead upwards. */
export function urlFor(template: string, values: UrlValues): string | undefined {
  if (!template.includes('{')) return template;
  const [, scheme = '', host = '', path = '', more = ''] = PARTS.exec(template) ?? [];
  const segments = (path.match(SEGMENTS) ?? []).map((segment) => segmentFor(segment, values));
  if (!segments.every((segment) => segment !== undefined)) return undefined;
  return `${scheme}${host.replace('{domain}', values.domain)}${segments.join('')}${more}`;
}

function segmentFor(segment: string, values: UrlValues): string | undefined {
  let whole = true;
  const made = segment.replaceAll(PLACEHOLDER, (_, inside: string) => {
    const value = placedFor(inside, values);
    if (value === undefined || value === '') whole = false;
    return encode(value ?? '');
  });
  // `.` and `..` are no names in a path (RFC 3986 §3.3), and no encoding makes them some (URL Standard, “double-dot URL path segment”).
  return whole && (made === segment || !/^\.{1,2}$/.test(made)) ? made : undefined;
}

function placedFor(inside: string, { local, domain, login }: UrlValues): string | undefined {
  const [name, ...written] = inside.split('|');
  if (name === 'domain') return domain;
  if (name === 'login') return login;
  const filters = written.map(readFilter).filter((filter) => filter !== undefined);
  const person = filtered(local, filters);
  const behind = name === 'address' ? through(`@${domain}`, filters) : '';
  return person === undefined || behind === undefined ? undefined : person + behind;
}

/** What `encodeURIComponent` leaves as it is has a meaning in some notations that this address will stand in. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
