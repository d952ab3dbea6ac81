import type { NetFailure, WebRequest } from '../../net/net.ts';
import { isRedirect } from '../redirects.ts';
import type { Enquiry } from './enquiry.ts';

/** How a program fetches. */
export interface Manners {
  /** Redirects that it follows; we follow no more than `MOST_HOPS`. */
  readonly hops: number;
  /** From https to http too? */
  readonly lowers: boolean;
  /** From http to https? (Java's HttpURLConnection does not.) */
  readonly raises?: boolean;
  /** A Location without a host is followed too? */
  readonly relative?: boolean;
  /** When it gives up, in milliseconds. */
  readonly patience?: number;
}

/** Where a request has ended. `withheld`: the program would go on to `to`, and we do not. */
export type Reached = { readonly chain: readonly URL[] } & (
  | {
      readonly status: 'answered';
      readonly code: number;
      readonly type: string;
      readonly body: Uint8Array;
    }
  | { readonly status: 'failed'; readonly failure: NetFailure | 'loop'; readonly detail: string }
  | { readonly status: 'withheld'; readonly to: URL; readonly why: 'http' | 'hops' }
);

/** Hard limit for redirects, whatever a program would follow. */
const MOST_HOPS = 5;

/** Asks, and follows redirects as a program with these manners does. */
export async function follow({ net, lowers }: Enquiry, first: WebRequest, manners: Manners): Promise<Reached> {
  const chain: URL[] = [];
  let request = first;
  let took = 0;
  for (;;) {
    chain.push(request.url);
    const answer = await net.web(request);
    if (answer.status === 'failed') return { ...answer, chain };
    took += answer.took;
    if (manners.patience !== undefined && took > manners.patience)
      return { status: 'failed', failure: 'timed-out', detail: '', chain };
    const next = isRedirect(answer.code) ? nextOf(request.url, answer.headers.location, manners) : undefined;
    if (next === undefined)
      return {
        status: 'answered',
        code: answer.code,
        type: answer.headers['content-type'] ?? '',
        body: answer.body,
        chain,
      };
    if (chain.some(({ href }) => href === next.href)) return { status: 'failed', failure: 'loop', detail: '', chain };
    if (isLowered(request.url, next) && !lowers) return { status: 'withheld', to: next, why: 'http', chain };
    if (chain.length > Math.min(manners.hops, MOST_HOPS))
      return manners.hops > MOST_HOPS
        ? { status: 'withheld', to: next, why: 'hops', chain }
        : { status: 'failed', failure: 'loop', detail: '', chain };
    request = redirected(request, next, answer.code);
  }
}

/** Where a redirect leads for this program; `undefined`: it takes the redirect itself for the answer. */
function nextOf(from: URL, location: string | undefined, manners: Manners): URL | undefined {
  if (location === undefined || manners.hops === 0) return undefined;
  if (manners.relative === false && !/^https?:/i.test(location)) return undefined;
  if (!URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return undefined;
  if (isLowered(from, to) && !manners.lowers) return undefined;
  if (from.protocol === 'http:' && to.protocol === 'https:' && manners.raises === false) return undefined;
  // Nobody's name or password travels in a URL.
  to.username = '';
  to.password = '';
  to.hash = '';
  return to;
}

function isLowered(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:';
}

/** A POST becomes a GET without a body, but for the two codes that forbid it (Fetch Standard, “HTTP-redirect fetch”). */
function redirected(request: WebRequest, url: URL, code: number): WebRequest {
  if (request.method !== 'POST' || code === 307 || code === 308) return { ...request, url };
  const { body: _, ...kept } = request;
  const { 'content-type': __, ...headers } = request.headers ?? {};
  return { ...kept, method: 'GET', url, headers };
}
