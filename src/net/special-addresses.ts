import { BlockList, isIP } from 'node:net';

/*
 * Addresses that no name of the public world leads to: whoever puts one behind a name wants a request of ours to reach what only this computer, or its network, reaches.
 * IANA's registries of special-purpose addresses (RFC 6890), and every form in which an IPv6 address carries an IPv4 address: what translates it decides where it goes.
 */
const special = new BlockList();

for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared with the provider's NAT (RFC 6598).
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  // For documentation (RFC 5737), also 198.51.100.0 and 203.0.113.0.
  ['192.0.2.0', 24],
  // Relays of 6to4 (RFC 7526).
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved, broadcast.
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, prefix, 'ipv4');

/** The one part of IPv6 from which addresses of the public world are given out (RFC 4291 § 2.4). */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

for (const [net, prefix] of [
  // Teredo, benchmarks, ORCHID, and what else IANA has put there (RFC 2928).
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4: an IPv4 address inside.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, prefix, 'ipv6');

/** May this address be asked by who may ask the public world alone? */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !special.check(ip, 'ipv4');
  // Also the mapped, compatible and translated forms (::ffff:0:0/96, 64:ff9b::/96) are outside of it; an address with a zone is of one link.
  return family === 6 && !ip.includes('%') && global.check(ip, 'ipv6') && !special.check(ip, 'ipv6');
}
