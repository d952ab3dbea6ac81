import { refuseSharedNames } from '../distinct-profiles.ts';
import type { Profile } from '../profile.ts';
import { type App, createApp } from './app.ts';
import { safeError } from './safe-error.ts';
import { asciiWebHost } from './web-host.ts';

/** What the operator binds to the worker. */
export interface WorkerEnvironment {
  /** As `--canonical-host`. A binding from a variable that is not set is null. */
  readonly FACTEUR_CANONICAL_HOST?: string | null;
}

/** What an edge runtime calls: the default export of a module. */
export interface Worker {
  readonly fetch: (request: Request, environment: WorkerEnvironment) => Response | Promise<Response>;
}

/**
 * The application for edge runtimes (workerd, which Cloudflare runs). It reads no file and asks nobody: the profiles are in its bundle. Bounds on time,
 * connections and requests are the platform's, or those of the proxy in front.
 * @throws InputError when two profiles claim a domain or an id; then the runtime does not start the worker
 */
export function createWorker(profiles: readonly Profile[]): Worker {
  refuseSharedNames(profiles.map((profile) => ({ file: profile.id, profile })));
  // One process has one environment, which a worker learns with its first request.
  let app: App | undefined;
  return {
    fetch: (request, environment) => {
      app ??= appOf(profiles, environment);
      return app.fetch(request);
    },
  };
}

function appOf(profiles: readonly Profile[], { FACTEUR_CANONICAL_HOST: given }: WorkerEnvironment): App {
  const list = () => profiles;
  if (given === undefined || given === null || given === '') return createApp({ profiles: list, onError });
  const canonicalHost = asciiWebHost(given);
  // Not a redirect to nowhere: whoever set it sees this at the first request.
  if (canonicalHost === undefined) throw new Error(`FACTEUR_CANONICAL_HOST is “${given}”, which is not a host name`);
  return createApp({ profiles: list, canonicalHost, onError });
}

function onError(error: unknown): void {
  console.error(JSON.stringify({ event: 'defect', error: safeError(error) }));
}
