import { v5 } from 'uuid';

let latest: { readonly address: string; readonly digits: string } | undefined;

/**
 * Eight hexadecimal digits that tell two addresses apart where a name has no room for one, or a path, a shell or a registry would read a part of it in its own way.
 * They never change: what stands on people's computers is found again by them. One account's files ask for them many times, so the latest are kept.
 */
export function fingerprint(address: string): string {
  if (latest?.address !== address) latest = { address, digits: v5(`mailto:${address}`, v5.URL).slice(0, 8) };
  return latest.digits;
}
