import { refuseAnyDomain, refuseSharedNames } from '../profile/distinct-profiles.ts';
import type { Profile } from '../profile/profile.ts';
import { plainText } from './app/answer.ts';
import { type App, createApp } from './app/app.ts';
import { safeError } from './app/safe-error.ts';
import { responseOf } from './app/web.ts';
import { asciiWebHost, isWebHost } from './app/web-host.ts';

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
 * @param anyDomain it is meant that a profile has the domain `*`
 * @throws InputError when two profiles claim a domain or an id, or one every domain; then the runtime does not start the worker
 */
export function createWorker(profiles: readonly Profile[], { anyDomain = false } = {}): Worker {
  const named = profiles.map((profile) => ({ file: profile.id, profile }));
  refuseSharedNames(named);
  if (!anyDomain) refuseAnyDomain(named);
  // One process has one environment, which a worker learns with its first request.
  let app: App | undefined;
  return {
    fetch: (request, environment) => {
      app ??= appOf(profiles, environment);
      return guarded(app, request);
    },
  };
}

/** What Node's parser does there before the application: a Host that is one. */
function guarded(app: App, request: Request): Response | Promise<Response> {
  // workerd makes one of several Host lines, with commas, and makes a URL of anything (RFC 9112 §3.2).
  const host = request.headers.get('Host');
  const isOne = (host === null || isWebHost(host)) && URL.canParse(request.url);
  return isOne ? app.fetch(request) : responseOf(plainText(400, 'Bad request.'));
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
