import { BlockList, isIP } from 'node:net';

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
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address.trim());
  return mapped?.[1] ?? address.trim();
}

/** @param list addresses and networks in CIDR form */
export function networks(list: readonly string[]): (address: string) => boolean {
  const found = new BlockList();
  for (const text of list) {
    const [address = '', prefix] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && found.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Addresses that no stranger on the Internet has: this machine, private networks (RFC 1918, 4193, 6598), and links (RFC 3927, 4291). */
export const isPrivate = networks([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
]);

/** Has this network, in CIDR form, more machines than a proxy needs: more than an IPv4 /24 or an IPv6 /64? */
export function isWide(text: string): boolean {
  const [address = '', prefix] = text.split('/');
  return prefix !== undefined && Number(prefix) < (isIP(address) === 6 ? 64 : 24);
}
