import { saysNothing } from './directory.ts';
import { prefixOf } from './relative.ts';
import type { Route, Visit } from './route.ts';

/**
 * The URL to which a request is sent, as the canonical host answers it with a certificate that fits; `undefined` where it is answered here: over TLS at a name of
 * ours, and always at a name that says nothing (localhost, an IP address, a name within one network), under which nobody is led to us but by a proxy that does not
 * pass on the host, which would ask us the same again.
 */
export function elsewhereOf(route: Route, visit: Visit): string | undefined {
  const { canonicalHost, target, host, request } = visit;
  if (canonicalHost === undefined || route.elsewhere === false || saysNothing(target.hostname)) return undefined;
  // The body of a POST says whom it asks for, and who follows a 302 would send none (RFC 9110 §15.4.3).
  const answered = host !== undefined || target.host === canonicalHost || request.method === 'POST';
  if (target.scheme === 'https' && answered) return undefined;
  const here = target.path + target.query;
  const there = route.elsewhere?.(visit) ?? here;
  const same = target.host.replace(/:443$/, '') === canonicalHost;
  if (same && there === here && mayBeHttps(request.headers)) return undefined;
  // Another host has its own paths.
  return `https://${canonicalHost}${same ? prefixOf(request) : ''}${there}`;
}

/** Headers in which a proxy says that it is there, and nothing of the scheme. */
const PROXY = ['X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Server', 'X-Real-IP', 'Via'];

/**
 * May the client have used https all the same? A proxy or the browser says so (browsers send Fetch Metadata over protected connections only: Fetch Metadata, §2), or
 * there is a proxy that does not say. Whoever says it may be anybody, and all that it takes from them is a redirect that would lead to the very URL that was asked, again
 * and again.
 */
function mayBeHttps(headers: Headers): boolean {
  const said = (name: string, word: RegExp) => word.test(headers.get(name)?.slice(0, 1000) ?? '');
  if (
    said('X-Forwarded-Proto', /\bhttps\b/i) ||
    said('Forwarded', /\bproto="?https\b/i) ||
    said('X-Forwarded-Scheme', /\bhttps\b/i) ||
    said('X-Forwarded-Ssl', /^on$/i) ||
    said('Front-End-Https', /^on$/i) ||
    headers.has('Sec-Fetch-Site')
  ) {
    return true;
  }
  const tells = ['X-Forwarded-Proto', 'Forwarded', 'X-Forwarded-Scheme', 'X-Forwarded-Ssl', 'Front-End-Https'];
  return PROXY.some((name) => headers.has(name)) && !tells.some((name) => headers.has(name));
}
