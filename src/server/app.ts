import type { Profile } from '../profile.ts';
import type { Sign } from '../render/render.ts';
import { noContent, plainText, redirect, withoutBody } from './answer.ts';
import { directoryOf, placeOfHost } from './directory.ts';
import type { Handler, Route, Visit } from './route.ts';
import { routeOf } from './routing.ts';
import { targetOf } from './target.ts';

export interface AppOptions {
  /** The profiles to answer from; the same list as long as nothing has changed. Asked at every request, so that a reload takes effect. */
  readonly profiles: () => readonly Profile[];
  /**
   * Host, with a port where it has one, at which everything is answered with a certificate that fits. What is asked over plain HTTP or at a
   * name that is not ours is sent there. Without it, everything is answered where it is asked.
   */
  readonly canonicalHost?: string;
  /** Puts a signature around a configuration profile for Apple devices. Without it they go out unsigned. */
  readonly sign?: Sign;
  /** Hears of mistakes of ours; what it is given may name a person. Without it they are told to nobody. */
  readonly onError?: (error: unknown) => void;
  /** The time that error answers of Autodiscover name. */
  readonly now?: () => Date;
}

/** What answers Web requests. It imports nothing from Node. */
export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Answers every client that looks for its configuration over HTTP. Holds no state but what it has made of the profiles. */
export function createApp({ profiles, canonicalHost, sign, onError, now = () => new Date() }: AppOptions): App {
  const directory = remembered(directoryOf);
  const failed = (error: unknown) => {
    onError?.(error);
    return plainText(500, 'Internal error.');
  };
  const answer = (request: Request): Response | Promise<Response> => {
    const target = targetOf(request.url);
    const route = routeOf(target.path);
    if (route === undefined) return plainText(404, 'Not found.');
    const handler = handlerOf(route, request.method);
    if (handler === undefined) return notAllowed(route, request.method);
    const current = profiles();
    const places = directory(current);
    const host = placeOfHost(places, target.hostname);
    const facts = { request, target, profiles: current, directory: places, host, canonicalHost, sign, now };
    return handle(route, handler, facts);
  };
  return {
    fetch: (request) => {
      const finish = request.method === 'HEAD' ? withoutBody : (response: Response) => response;
      try {
        const response = answer(request);
        return response instanceof Promise ? response.catch(failed).then(finish) : finish(response);
      } catch (error) {
        return finish(failed(error));
      }
    },
  };
}

function handlerOf(route: Route, method: string): Handler | undefined {
  if (method === 'GET' || method === 'HEAD') return route.GET;
  return method === 'POST' ? route.POST : undefined;
}

function notAllowed({ POST }: Route, method: string): Response {
  const Allow = POST === undefined ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS';
  // Some set-ups ask with OPTIONS before each POST.
  return method === 'OPTIONS' ? noContent({ Allow }) : plainText(405, 'Method not allowed.', { Allow });
}

function handle(route: Route, handler: Handler, visit: Visit): Response | Promise<Response> {
  const { canonicalHost, target, host } = visit;
  if (canonicalHost === undefined || route.elsewhere === false) return handler(visit);
  const here = target.scheme === 'https' && (host !== undefined || target.host === canonicalHost);
  if (here) return handler(visit);
  return redirect(`https://${canonicalHost}${route.elsewhere?.(visit) ?? target.path + target.query}`);
}

/** What was made of the last value, made again only when the value is another. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  let last: { readonly from: From; readonly to: To } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}
