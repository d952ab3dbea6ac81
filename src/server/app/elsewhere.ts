import { saysNothing } from './domains.ts';
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
  const { headers } = request;
  // The body of a POST says whom it asks for, and who follows a 302 may send none (RFC 9110 §15.4.3).
  const post = request.method === 'POST';
  const answered = post || host !== undefined || target.host === canonicalHost;
  if (answered && (target.scheme === 'https' || (post && saysHttps(headers)))) return undefined;
  const here = target.path + target.query;
  const there = route.elsewhere?.(visit) ?? here;
  const same = target.host.replace(/:443$/, '') === canonicalHost;
  if (there === here && mayBeThere(visit, canonicalHost) && mayBeHttps(headers)) return undefined;
  // Another host has its own paths.
  return `https://${canonicalHost}${same ? prefixOf(request) : ''}${there}`;
}

/** Headers in which a proxy says that it is there, and nothing of the scheme. */
const PROXY = [
  ...['X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Port', 'X-Forwarded-Server'],
  ...['X-Original-Host', 'X-Real-IP', 'Via'],
];

/** How proxies say that the requester has used https. */
const HTTPS: readonly (readonly [header: string, value: RegExp])[] = [
  ['X-Forwarded-Proto', /\bhttps\b/i],
  ['Forwarded', /\bproto="?https\b/i],
  ['X-Forwarded-Protocol', /\b(?:https|ssl)\b/i],
  ['X-Forwarded-Scheme', /\bhttps\b/i],
  ['X-Url-Scheme', /\bhttps\b/i],
  ['CloudFront-Forwarded-Proto', /\bhttps\b/i],
  ['X-Forwarded-Ssl', /^on$/i],
  ['Front-End-Https', /^on$/i],
];

/**
 * Does a proxy that nobody named say so, or the browser? (Browsers send Fetch Metadata over protected connections only: Fetch Metadata, §2.) Whoever says it may be
 * anybody, and all that it takes from them is a redirect that would lead to the very URL that was asked, again and again, or lose what was sent.
 */
function saysHttps(headers: Headers): boolean {
  const announced = HTTPS.some(([name, value]) => value.test(headers.get(name)?.slice(0, 1000) ?? ''));
  return announced || headers.has('Sec-Fetch-Site');
}

/** May the requester have used https all the same: does somebody say so, or is there a proxy that does not say? */
function mayBeHttps(headers: Headers): boolean {
  if (saysHttps(headers)) return true;
  return PROXY.some((name) => headers.has(name)) && !HTTPS.some(([name]) => headers.has(name));
}

/** Headers in which a proxy passes on the host that it was asked for (X-Original-Host: Azure's Application Gateway). */
const HOSTS = ['X-Forwarded-Host', 'X-Original-Host', 'Forwarded'];

/**
 * May the requester have asked the canonical host already? Proxies change the port (nginx's `$host` has none, `$host:$server_port` that of a plain port behind a
 * balancer), and those that do not pass on the host put theirs for us in its place, mostly with a port, and name the other elsewhere or not at all.
 */
function mayBeThere({ target, host, request: { headers } }: Visit, canonicalHost: string): boolean {
  const name = nameOf(canonicalHost);
  if (target.hostname === name) return true;
  // A host that is ours has been passed on.
  if (host !== undefined) return false;
  const names = HOSTS.flatMap((each) => (headers.get(each) ?? '').slice(-1000).split(/[\s,;="]+/));
  return target.host !== target.hostname || names.some((each) => nameOf(each).toLowerCase() === name);
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '');
}
