import { type Target, targetOf } from '../app/target.ts';
import { isWebHost } from '../app/web-host.ts';

/** A name in small letters that is no A-label and does not end in a number, or an IPv4 address in its usual form; a port that is no scheme's own. A URL leaves such a host as it is. */
const PLAIN_HOST =
  /^((?:(?:(?!xn--)[a-z0-9_-]{1,63}\.)*(?!xn--)[a-z][a-z0-9_-]{0,62})|(?:(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!:|$)|(?=:|$))){4})(?::(?!(?:80|443)$)(?:[1-9]\d{0,3}|[1-5]\d{4}))?$/;

/** Characters that stand for themselves in a URL, and no segment that goes up or nowhere. */
const PLAIN_TARGET = /^((?:\/(?!(?:\.|%2e){1,2}(?:[/?]|$))[\w.~!$&'()*+,;=:@%-]*)+)(\?[\w.~!$&()*+,;=:@%/?-]*)?$/i;

/**
 * What a request line and its host say, as a URL object would read them; `undefined` where they are none of ours.
 *
 * Nearly every request is plain, and reading a URL takes as long as all else that an address needs. The host of a target in absolute form counts before the header
 * (RFC 9112 §3.2.2), its scheme never: nobody but the connection and a trusted proxy may say what is encrypted.
 * @param host the header's, or that of a trusted proxy
 */
export function readTarget(target: string, scheme: 'http' | 'https', host: string): Target | undefined {
  return plainTarget(target, scheme, host) ?? anyTarget(target, scheme, host);
}

/** The same, for plain ones only. */
export function plainTarget(target: string, scheme: 'http' | 'https', host: string): Target | undefined {
  const hostname = plainHostname(host);
  const [, path, query] = PLAIN_TARGET.exec(target) ?? [];
  if (hostname === undefined || path === undefined) return undefined;
  // A URL object calls a bare question mark no query either.
  return { scheme, host, hostname, path, query: query === undefined || query === '?' ? '' : query };
}

/** Nearly all requests that come one after the other ask at the same host. */
let last: { readonly host: string; readonly hostname: string | undefined } = { host: '', hostname: undefined };

function plainHostname(host: string): string | undefined {
  if (host.length > LONGEST) return undefined;
  if (host !== last.host) last = { host, hostname: PLAIN_HOST.exec(host)?.[1] };
  return last.hostname;
}

/** No name is longer. */
const LONGEST = 255;

/** The same, for any. */
export function anyTarget(target: string, scheme: 'http' | 'https', host: string): Target | undefined {
  const whole = target.startsWith('/') ? fromPath(target, scheme, host) : target.replace(ABSOLUTE, `${scheme}:`);
  // A browser's URL takes a backslash for a slash, which nobody means who writes HTTP.
  if (whole === undefined || !whole.startsWith(`${scheme}://`) || /^[^?]*\\/.test(whole)) return undefined;
  return URL.canParse(whole) ? targetOf(new URL(whole).href) : undefined;
}

const ABSOLUTE = /^https?:(?=\/\/)/i;

function fromPath(target: string, scheme: string, host: string): string | undefined {
  return isWebHost(host) ? `${scheme}://${host}${target}` : undefined;
}
