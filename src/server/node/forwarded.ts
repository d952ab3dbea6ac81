import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isWebHost } from '../app/web-host.ts';
import { plainAddress } from './network.ts';

/** What proxies say of a request, one word of each: the one that was added last first. */
export interface Forwarded {
  /** Who connected to each of them; `undefined` where one does not tell. */
  readonly addresses: readonly (string | undefined)[];
  readonly schemes: readonly ('http' | 'https' | undefined)[];
  readonly hosts: readonly (string | undefined)[];
}

/** As much of a header as is read: its end, which the nearest proxy wrote. Chains of proxies are short. */
const MOST = 1_024;

const named = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'] as const;

/** Has a proxy, or somebody who claims to be one, passed this on? */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  return named.some((name) => headers[name] !== undefined);
}

/**
 * Reads X-Forwarded-For, -Proto and -Host; where there is no X-Forwarded-For, RFC 7239's Forwarded. Not both: a proxy writes the one and passes on what a
 * requester wrote into the other.
 */
export function forwardedOf(headers: IncomingHttpHeaders): Forwarded {
  const chain = headers['x-forwarded-for'];
  const elements = chain === undefined ? lastFirst(headers.forwarded).map(parametersOf) : [];
  const part = (name: string, header: string | string[] | undefined) => {
    const own = elements.flatMap((parameters) => parameters.get(name) ?? []);
    return own.length > 0 ? own : lastFirst(header);
  };
  return {
    addresses: (chain === undefined ? elements.map((each) => each.get('for') ?? '') : lastFirst(chain)).map(addressIn),
    schemes: part('proto', headers['x-forwarded-proto']).map(schemeIn),
    hosts: part('host', headers['x-forwarded-host']).map(hostIn),
  };
}

/** The items of a list, from the last to the first, of as much of it as is read. */
function lastFirst(header: string | readonly string[] | undefined): string[] {
  const text = typeof header === 'string' ? header : (header?.join(',') ?? '');
  const end = text.slice(-MOST);
  // A comma may stand between quotes (RFC 9110 §5.6.1).
  const items = end.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  if (text.length > end.length) items.shift();
  return items
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .reverse();
}

/** `for=192.0.2.7;proto=https;host="example.org:8443"` (RFC 7239 §4) */
function parametersOf(element: string): ReadonlyMap<string, string> {
  const pairs = element.match(/(?:[^;"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals).trim().toLowerCase(), pair.slice(equals + 1)];
    }),
  );
}

/** With the port that some proxies add (Azure's Application Gateway, RFC 7239 §6); `undefined` for `unknown` and names that a proxy made up. */
function addressIn(item: string): string | undefined {
  const text = unquoted(item);
  const [, inBrackets, alone] = /^\[([^\]]*)\](?::[\w.-]+)?$|^([\d.]+)(?::[\w.-]+)?$/.exec(text) ?? [];
  const address = plainAddress(inBrackets ?? alone ?? text);
  return isIP(address) === 0 ? undefined : address;
}

function schemeIn(item: string): 'http' | 'https' | undefined {
  const text = unquoted(item).toLowerCase();
  return text === 'http' || text === 'https' ? text : undefined;
}

function hostIn(item: string): string | undefined {
  const text = unquoted(item);
  return isWebHost(text) ? text : undefined;
}

function unquoted(item: string): string {
  const text = item.trim();
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
