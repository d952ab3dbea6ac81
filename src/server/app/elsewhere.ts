import { saysNothing } from './domains.ts';
import type { Question } from './question.ts';
import { prefixOf } from './relative.ts';
import type { Route, Visit } from './route.ts';

/**
 * The URL to which a request is sent, as the canonical host answers it with a certificate that fits; `undefined` where it is answered here: over TLS at a name of
 * ours, and always at a name that says nothing (localhost, an IP address, a name within one network), under which nobody is led to us but by a proxy that does not
 * pass on the host, which would ask us the same again.
 */
export function elsewhereOf(route: Route, visit: Visit): string | undefined {
  const { canonicalHost, question, host } = visit;
  if (canonicalHost === undefined || route.elsewhere === false || saysNothing(question.hostname)) return undefined;
  const { header } = question;
  // The body of a POST says whom it asks for, and who follows a 302 may send none (RFC 9110 §15.4.3).
  const post = question.method === 'POST';
  const answered = post || host !== undefined || question.host === canonicalHost;
  if (answered && (question.scheme === 'https' || (post && saysHttps(header)))) return undefined;
  const here = question.path + question.query;
  const there = route.elsewhere?.(visit) ?? here;
  const same = question.host.replace(/:443$/, '') === canonicalHost;
  if (there === here && mayBeThere(visit, canonicalHost) && mayBeHttps(header)) return undefined;
  // Another host has its own paths.
  return `https://${canonicalHost}${same ? prefixOf(question) : ''}${there}`;
}

type Header = Question['header'];

/** Headers in which a proxy says that it is there, and nothing of the scheme. */
const PROXY = [
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-server'],
  ...['x-original-host', 'x-real-ip', 'via'],
];

/** How proxies say that the requester has used https. */
const HTTPS: readonly (readonly [header: string, value: RegExp])[] = [
  ['x-forwarded-proto', /\bhttps\b/i],
  ['forwarded', /\bproto="?https\b/i],
  ['x-forwarded-protocol', /\b(?:https|ssl)\b/i],
  ['x-forwarded-scheme', /\bhttps\b/i],
  ['x-url-scheme', /\bhttps\b/i],
  ['cloudfront-forwarded-proto', /\bhttps\b/i],
  ['x-forwarded-ssl', /^on$/i],
  ['front-end-https', /^on$/i],
];

/**
 * Does a proxy that nobody named say so, or the browser? (Browsers send Fetch Metadata over protected connections only: Fetch Metadata, §2.) Whoever says it may be
 * anybody, and all that it takes from them is a redirect that would lead to the very URL that was asked, again and again, or lose what was sent.
 */
function saysHttps(header: Header): boolean {
  const announced = HTTPS.some(([name, value]) => value.test(header(name)?.slice(0, 1000) ?? ''));
  return announced || header('sec-fetch-site') !== undefined;
}

/** May the requester have used https all the same: does somebody say so, or is there a proxy that does not say? */
function mayBeHttps(header: Header): boolean {
  if (saysHttps(header)) return true;
  return PROXY.some((name) => header(name) !== undefined) && !HTTPS.some(([name]) => header(name) !== undefined);
}

/** Headers in which a proxy passes on the host that it was asked for (X-Original-Host: Azure's Application Gateway). */
const HOSTS = ['x-forwarded-host', 'x-original-host', 'forwarded'];

/**
 * May the requester have asked the canonical host already? Proxies change the port (nginx's `$host` has none, `$host:$server_port` that of a plain port behind a
 * balancer), and those that do not pass on the host put theirs for us in its place, mostly with a port, and name the other elsewhere or not at all.
 */
function mayBeThere({ question, host }: Visit, canonicalHost: string): boolean {
  const name = nameOf(canonicalHost);
  if (question.hostname === name) return true;
  // A host that is ours has been passed on.
  if (host !== undefined) return false;
  const names = HOSTS.flatMap((each) => (question.header(each) ?? '').slice(-1000).split(/[\s,;="]+/));
  return question.host !== question.hostname || names.some((each) => nameOf(each).toLowerCase() === name);
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '');
}
