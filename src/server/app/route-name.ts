import type { Route } from './route.ts';
import { routeOf } from './routing.ts';
import { targetOf } from './target.ts';

/** What the log and the counts call a request. The path itself is not for them: some paths hold an address. */
export function routeName(url: string): string {
  return routeAt(url)?.name ?? 'other';
}

/** What a request takes of what its requester may ask for. @param target of the request line: a path with its query, or a URL */
export function costOf(target: string): number {
  return routeAt(target.startsWith('/') ? `http://localhost${target}` : target)?.cost ?? 1;
}

function routeAt(url: string): Route | undefined {
  return routeOf(targetOf(url).path);
}
