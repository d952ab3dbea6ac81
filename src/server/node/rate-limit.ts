import { LRUCache } from 'lru-cache';

const MINUTE = 60_000;

/** Requesters counted at once, about 200 bytes each. More than that in a minute are no people: then the one unseen for longest starts anew. */
const REQUESTERS = 50_000;

/** What a requester may still ask for, and when that was so. */
interface Allowance {
  left: number;
  at: number;
}

/**
 * What one requester may ask for at once: a quarter of what it has in a minute, but all of a small number. Programs look in some ten places at once, and several
 * people may share an address.
 */
export function burstOf(perMinute: number): number {
  return Math.min(perMinute, Math.max(60, Math.ceil(perMinute / 4)));
}

/**
 * Counts what each requester asks for, in bounded memory: a bucket that holds a burst and is filled evenly. (The in-memory store of rate-limiter-flexible 11 keeps
 * a record and a timer for every requester there ever was in the window.)
 * @param perMinute how much each requester has; 0 for no limit
 * @returns how many seconds the requester has to wait; 0 where the request may pass. What costs more than is left passes too, and the next has to wait for it.
 */
export function rateLimit(
  perMinute: number,
  now = () => performance.now(),
): (requester: string, cost?: number) => number {
  if (perMinute === 0) return () => 0;
  const burst = burstOf(perMinute);
  const allowances = new LRUCache<string, Allowance>({ max: REQUESTERS });
  return (requester, cost = 1) => {
    const at = now();
    const allowance = allowances.get(requester) ?? { left: burst, at };
    allowance.left = Math.min(burst, allowance.left + ((at - allowance.at) * perMinute) / MINUTE);
    allowance.at = at;
    allowances.set(requester, allowance);
    if (allowance.left < 1) return Math.max(1, Math.ceil(((1 - allowance.left) * MINUTE) / perMinute / 1000));
    allowance.left -= cost;
    return 0;
  };
}
