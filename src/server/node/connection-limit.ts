import { ownerOf } from './origin.ts';

/**
 * Bounds the connections that one client has open. It counts who has one, and so never more clients than there are connections.
 * @param most for each client; 0 for no limit
 * @param trusted proxies, which have as many as they like
 * @returns gives a connection its place, to be left when it closes; `undefined` where its client has no further one
 */
export function connectionLimit(
  most: number,
  trusted: readonly string[],
): (remoteAddress: string | undefined) => (() => void) | undefined {
  if (most === 0) return () => () => {};
  const owner = ownerOf(trusted);
  const held = new Map<string, number>();
  return (remoteAddress) => {
    const client = owner(remoteAddress);
    if (client === undefined) return () => {};
    const before = held.get(client) ?? 0;
    if (before >= most) return undefined;
    held.set(client, before + 1);
    return () => {
      const left = (held.get(client) ?? 0) - 1;
      if (left > 0) held.set(client, left);
      else held.delete(client);
    };
  };
}
