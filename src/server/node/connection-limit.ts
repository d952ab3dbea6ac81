import { ownerOf } from './origin.ts';

/**
 * Bounds the connections that one requester has open. It counts who has one, and so never more requesters than there are connections.
 * @param most for each requester; 0 for no limit
 * @param trusted proxies, which have as many as they like
 * @returns gives a connection its place, to be left when it closes; `undefined` where its requester has no further one
 */
export function connectionLimit(
  most: number,
  trusted: readonly string[],
): (remoteAddress: string | undefined) => (() => void) | undefined {
  if (most === 0) return () => () => {};
  const owner = ownerOf(trusted);
  const held = new Map<string, number>();
  return (remoteAddress) => {
    const requester = owner(remoteAddress);
    if (requester === undefined) return () => {};
    const before = held.get(requester) ?? 0;
    if (before >= most) return undefined;
    held.set(requester, before + 1);
    return () => {
      const left = (held.get(requester) ?? 0) - 1;
      if (left > 0) held.set(requester, left);
      else held.delete(requester);
    };
  };
}
