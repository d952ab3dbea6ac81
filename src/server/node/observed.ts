import { plainText } from '../app/answer.ts';
import type { App } from '../app/app.ts';
import { routeName } from '../app/route-name.ts';
import type { Counts } from './counts.ts';
import type { Log } from './log.ts';

/** The application, with each answer counted and no error let out. */
export function watched(fetch: App['fetch'], log: Log, counts: Counts, defect: (error: unknown) => void): App['fetch'] {
  const inner = guarded(fetch, defect);
  if (counts.answered === undefined && !log.requests) return inner;
  return (request) => {
    const from = performance.now();
    const done = (response: Response) => {
      const ms = performance.now() - from;
      const route = routeName(request.url);
      counts.answered?.(request.method, route, response.status, ms / 1000);
      log.request({ method: request.method, route, status: response.status, ms: Math.round(ms * 1000) / 1000 });
      return response;
    };
    const response = inner(request);
    return response instanceof Promise ? response.then(done) : done(response);
  };
}

function guarded(fetch: App['fetch'], defect: (error: unknown) => void): App['fetch'] {
  const failed = (error: unknown) => {
    defect(error);
    return plainText(500, 'Internal error.');
  };
  return (request) => {
    try {
      const response = fetch(request);
      return response instanceof Promise ? response.catch(failed) : response;
    } catch (error) {
      return failed(error);
    }
  };
}
