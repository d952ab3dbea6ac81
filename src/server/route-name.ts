import { routeOf } from './routing.ts';
import { targetOf } from './target.ts';

/** What the log and the counts call a request. The path itself is not for them: some paths hold an address. */
export function routeName(url: string): string {
  return routeOf(targetOf(url).path)?.name ?? 'other';
}
