import { LRUCache } from 'lru-cache';

/** The window in which the requests of a client are counted. */
const WINDOW = 60_000;

/** Clients counted at once, about 200 bytes each. More than that in a minute are no people: then the one unseen for longest starts anew. */
const CLIENTS = 50_000;

interface Count {
  requests: number;
  readonly ends: number;
}

/**
 * Counts the requests of each client in a fixed window, in bounded memory. (The in-memory store of rate-limiter-flexible 11 keeps a
 * record and a timer for every client there ever was in the window.)
 * @param perMinute how many each client has; 0 for no limit
 * @returns how many seconds the client has to wait; 0 where the request may pass
 */
export function rateLimit(perMinute: number, now = () => performance.now()): (client: string) => number {
  if (perMinute === 0) return () => 0;
  const counts = new LRUCache<string, Count>({ max: CLIENTS });
  return (client) => {
    const at = now();
    const count = counts.get(client);
    if (count === undefined || count.ends <= at) {
      counts.set(client, { requests: 1, ends: at + WINDOW });
      return 0;
    }
    count.requests++;
    return count.requests <= perMinute ? 0 : Math.ceil((count.ends - at) / 1000);
  };
}
