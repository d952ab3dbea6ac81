import { Hono } from 'hono';
import type { Profile } from '../profile.ts';
import { noContent, plainText, redirect } from './answer.ts';
import { directoryOf, placeOfHost } from './directory.ts';
import type { Handler, Route, Visit } from './route.ts';
import { autodiscoverRoutes } from './routes/autodiscover.ts';
import { autodiscoverJsonRoutes } from './routes/autodiscover-json.ts';
import { clientConfigRoutes } from './routes/client-config.ts';
import { healthRoutes } from './routes/health.ts';
import { mobileconfigRoutes } from './routes/mobileconfig.ts';
import { paccRoutes } from './routes/pacc.ts';
import { peopleRoutes } from './routes/people.ts';

export interface AppOptions {
  /** The profiles to answer from; the same list as long as nothing has changed. Asked at every request, so that a reload takes effect. */
  readonly profiles: () => readonly Profile[];
  /**
   * Host, with a port where it has one, at which everything is answered with a certificate that fits. What is asked over plain HTTP or at a
   * name that is not ours is sent there. Without it, everything is answered where it is asked.
   */
  readonly canonicalHost?: string;
  /** Hears of mistakes of ours; what it is given may name a person. Without it they are told to nobody. */
  readonly onError?: (error: unknown) => void;
  /** The time that error answers of Autodiscover name. */
  readonly now?: () => Date;
}

/** What answers Web requests. It imports nothing from Node. */
export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

const routes: readonly Route[] = [
  ...clientConfigRoutes,
  ...autodiscoverRoutes,
  ...autodiscoverJsonRoutes,
  ...paccRoutes,
  ...mobileconfigRoutes,
  ...healthRoutes,
  ...peopleRoutes,
];

const METHODS = ['GET', 'POST'] as const;

/** Answers every client that looks for its configuration over HTTP. Holds no state but what it has made of the profiles. */
export function createApp({ profiles, canonicalHost, onError, now = () => new Date() }: AppOptions): App {
  const directory = remembered(directoryOf);
  const visit = (request: Request): Visit => {
    const url = new URL(request.url);
    const current = profiles();
    const places = directory(current);
    const host = placeOfHost(places, url.hostname);
    return { request, url, profiles: current, directory: places, host, canonicalHost, now };
  };

  const app = new Hono({ getPath: pathOf });
  for (const route of routes) {
    for (const method of METHODS) {
      const handler = route[method];
      if (handler === undefined) continue;
      app.on(method, route.path, ({ req }) => handle(route, handler, visit(req.raw)));
    }
  }
  app.notFound(({ req }) => {
    const known = METHODS.filter((method) => app.router.match(method, req.path)[0].length > 0);
    if (known.length === 0) return plainText(404, 'Not found.');
    const Allow = [...known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');
    // Some set-ups ask with OPTIONS before each POST.
    return req.method === 'OPTIONS' ? noContent({ Allow }) : plainText(405, 'Method not allowed.', { Allow });
  });
  app.onError((error) => {
    onError?.(error);
    return plainText(500, 'Internal error.');
  });
  return { fetch: (request) => app.fetch(request) };
}

function handle(route: Route, handler: Handler, visit: Visit): Response | Promise<Response> {
  const { canonicalHost, url, host } = visit;
  if (canonicalHost === undefined || route.elsewhere === false) return handler(visit);
  const here = url.protocol === 'https:' && (host !== undefined || url.host === canonicalHost);
  if (here) return handler(visit);
  return redirect(`https://${canonicalHost}${route.elsewhere?.(visit) ?? url.pathname + url.search}`);
}

/** What was made of the last value, made again only when the value is another. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  let last: { readonly from: From; readonly to: To } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}

/** The path by which a request is routed. Clients write Autodiscover's in any letter case. */
function pathOf(request: Request): string {
  const { url } = request;
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.slice(start).search(/[?#]/);
  const path = end < 0 ? url.slice(start) : url.slice(start, start + end);
  return /^\/autodiscover\//i.test(path) ? path.toLowerCase() : path;
}
