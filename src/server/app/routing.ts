import type { Route } from './route.ts';
import { autodiscoverRoutes } from './routes/autodiscover.ts';
import { autodiscoverJsonRoutes } from './routes/autodiscover-json.ts';
import { clientConfigRoutes } from './routes/client-config.ts';
import { healthRoutes } from './routes/health.ts';
import { homeRoutes } from './routes/home.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { mobileconfigRoutes } from './routes/mobileconfig.ts';
import { accountRoutes } from './routes/onboarding.ts';
import { paccRoutes } from './routes/pacc.ts';

const routes: ReadonlyMap<string, Route> = new Map(
  [
    ...clientConfigRoutes,
    ...autodiscoverRoutes,
    ...autodiscoverJsonRoutes,
    ...paccRoutes,
    ...mobileconfigRoutes,
    ...healthRoutes,
    ...accountRoutes,
    ...homeRoutes,
    ...mailboxRoutes,
  ].map((route) => [route.path, route]),
);

/** The route of a path. Clients write Autodiscover's in any letter case. */
export function routeOf(path: string): Route | undefined {
  const found = routes.get(path);
  if (found !== undefined) return found;
  const known = /^\/autodiscover\//i.test(path) ? path.toLowerCase() : path;
  const first = known.indexOf('/', 1) + 1;
  const last = known.lastIndexOf('/') + 1;
  return (
    routes.get(known) ??
    (last < known.length ? routes.get(`${known.slice(0, last)}*`) : undefined) ??
    routes.get(`${known.slice(0, first)}**`)
  );
}
