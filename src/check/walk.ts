import { isRedirect, MOST_REDIRECTS, redirectTarget } from '../discover/redirects.ts';
import type { Net, NetFailure, TlsFacts, WebAnswer, WebRequest } from '../net/net.ts';

/** Where a question has led: the answer at the end of all redirects, or why there is none. */
export type WalkEnd =
  | { readonly kind: 'answered'; readonly url: URL; readonly answer: Answered }
  | {
      readonly kind: 'failed';
      readonly url: URL;
      readonly failure: NetFailure;
      readonly detail: string;
      readonly tls: TlsFacts | undefined;
    }
  /** It leads in a circle, too far, from https to http, or nowhere. */
  | { readonly kind: 'loop' | 'many' | 'down' | 'odd'; readonly target: string };

export type Answered = Extract<WebAnswer, { status: 'answered' }>;

export interface Walk {
  /** Each URL of the way, the first included; without queries, which may name a person. */
  readonly chain: readonly string[];
  readonly end: WalkEnd;
}

/** Asks, and follows redirects; never from https to http. A POST is followed only where it stays one (307, 308). */
export async function followRedirects(net: Pick<Net, 'web'>, first: WebRequest): Promise<Walk> {
  const chain: string[] = [];
  const seen = new Set<string>();
  let request = first;
  for (;;) {
    const { url } = request;
    chain.push(withoutQuery(url));
    seen.add(url.href);
    const answer = await net.web(request);
    if (answer.status === 'failed') {
      const { failure, detail, tls } = answer;
      return { chain, end: { kind: 'failed', url, failure, detail, tls } };
    }
    const stays = answer.code === 307 || answer.code === 308;
    if (!isRedirect(answer.code) || (request.method === 'POST' && !stays))
      return { chain, end: { kind: 'answered', url, answer } };
    const location = answer.headers.location ?? '';
    const next = redirectTarget(url, location);
    if (next === undefined) return { chain, end: { kind: 'odd', target: bounded(location) } };
    if (url.protocol === 'https:' && next.protocol === 'http:')
      return { chain, end: { kind: 'down', target: withoutQuery(next) } };
    if (seen.has(next.href))
      return { chain: [...chain, withoutQuery(next)], end: { kind: 'loop', target: withoutQuery(next) } };
    if (chain.length > MOST_REDIRECTS) return { chain, end: { kind: 'many', target: withoutQuery(next) } };
    request = { ...request, url: next };
  }
}

/** A URL that names nobody: addresses stand in queries, and, of version 2 of Autodiscover, in paths. */
export function withoutQuery({ origin, pathname }: URL): string {
  return bounded(`${origin}${pathname.replace(/\/[^/]*(?:@|%40)[^/]*/gi, '/…')}`);
}

function bounded(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 200;
