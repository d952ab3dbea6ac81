import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { isWebHost } from './web-host.ts';

/** What the proxy in front of us, or without one the connection, says of a request. */
export interface Origin {
  /** The network of the client, for the rate limit. */
  readonly client: string;
  readonly scheme: 'http' | 'https';
  /** The host that the client asked for, where a trusted proxy says so. */
  readonly host: string | undefined;
}

/**
 * Says where requests come from. `X-Forwarded-For`, `-Proto` and `-Host` count only when the connection comes from a trusted
 * address; anybody can write them.
 * @param trusted addresses and networks in CIDR form
 */
export function originOf(trusted: readonly string[]): (incoming: IncomingMessage) => Origin {
  const proxies = networks(trusted);
  return (incoming) => {
    const { socket, headers } = incoming;
    const peer = plainAddress(socket.remoteAddress ?? '');
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    if (trusted.length === 0 || !isTrusted(proxies, peer)) return { client: network(peer), scheme, host: undefined };
    const chain = listOf(headers['x-forwarded-for']).map(plainAddress);
    // Each proxy appends who connected to it, so only what trusted ones wrote is true: the last that is none of them is the client.
    const client = chain.findLast((address) => !isTrusted(proxies, address)) ?? chain[0] ?? peer;
    const proto = listOf(headers['x-forwarded-proto']).at(-1)?.toLowerCase();
    return {
      client: network(isIP(client) === 0 ? peer : client),
      scheme: proto === 'https' || proto === 'http' ? proto : scheme,
      host: listOf(headers['x-forwarded-host']).filter(isWebHost).at(-1),
    };
  };
}

/**
 * Says whose a connection is, by the network that the rate limit counts, too; `undefined` for a trusted proxy, on whose connections everybody comes.
 * @param trusted addresses and networks in CIDR form
 */
export function ownerOf(trusted: readonly string[]): (remoteAddress: string | undefined) => string | undefined {
  const proxies = networks(trusted);
  return (remoteAddress = '') => {
    const peer = plainAddress(remoteAddress);
    return isTrusted(proxies, peer) ? undefined : network(peer);
  };
}

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, as a household or a server has that many to choose from (RFC 6177 §2). */
export function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const groups = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** A socket that listens for both families says `::ffff:192.0.2.1` for 192.0.2.1 (RFC 4291 §2.5.5.2). */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address.trim());
  return mapped?.[1] ?? address.trim();
}

function networks(list: readonly string[]): BlockList {
  const found = new BlockList();
  for (const text of list) {
    const [address = '', prefix] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(prefix), family);
  }
  return found;
}

function isTrusted(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function listOf(header: string | readonly string[] | undefined): string[] {
  const text = typeof header === 'string' ? header : (header?.join(',') ?? '');
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
