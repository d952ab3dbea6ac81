import { routeOf } from './routing.ts';

/** What the log and the counts call a request. The path itself is not for them: some paths hold an address. */
export function routeName(path: string): string {
  return routeOf(path)?.name ?? 'other';
}

/** What a request takes of what its requester may ask for. */
export function costOf(path: string): number {
  return routeOf(path)?.cost ?? 1;
}
