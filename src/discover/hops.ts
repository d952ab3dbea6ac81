import type { Net, TlsFacts, WebRequest } from '../net/net.ts';
import type { PlaceAnswer, SeenTls } from './answers.ts';
import { type Failure, failureAt } from './failures.ts';
import { isRedirect, MOST_REDIRECTS, redirectTarget } from './redirects.ts';
import { discoverProblem } from './words.ts';

/** Where a request has led. */
export interface Walked {
  /** Each URL that was asked, the first included. */
  readonly chain: readonly URL[];
  readonly tls: SeenTls | undefined;
  readonly end: Failure | WalkReached;
}

/** A 2xx, with what came. */
export interface WalkReached {
  readonly status: 'reached';
  readonly url: URL;
  readonly type: string;
  readonly body: Uint8Array;
}

/** Where there is nothing, by its status. */
const ABSENT: ReadonlySet<number> = new Set([404, 410]);

/** What is asked where a redirect leads. */
export type NextRequest = (before: WebRequest, to: URL, code: number) => WebRequest;

/** A POST stays one, as Outlook's does. */
const same: NextRequest = (before, url, code) => (code === 303 ? { method: 'GET', url } : { ...before, url });

/** Asks, and follows redirects: a few, never in a circle, and never from https to http. */
export async function walk(net: Net, first: WebRequest, next: NextRequest = same): Promise<Walked> {
  const chain: URL[] = [];
  let request = first;
  let tls: SeenTls | undefined;
  for (;;) {
    chain.push(request.url);
    const answer = await net.web(request);
    tls = answer.tls === undefined ? tls : seen(answer.tls);
    const over = (end: Walked['end']): Walked => ({ chain, tls, end });
    if (answer.status === 'failed') return over(failureAt(request.url, answer, chain.length > 1));
    if (!isRedirect(answer.code)) return over(ended(request.url, answer));
    const to = redirectTarget(request.url, answer.headers.location ?? '');
    if (to === undefined) {
      const details = { code: answer.code, value: answer.headers.location ?? '' };
      return over(wrong(discoverProblem('discover.redirect-nowhere', details)));
    }
    const refusal = refusalOf(request.url, to, chain);
    if (refusal !== undefined) return over(refusal);
    request = next(request, to, answer.code);
  }
}

function refusalOf(from: URL, to: URL, chain: readonly URL[]): Failure | undefined {
  const url = shownUrl(to);
  if (chain.some(({ href }) => href === to.href)) return wrong(discoverProblem('discover.loop', { url }));
  if (from.protocol === 'https:' && to.protocol === 'http:')
    return wrong(discoverProblem('discover.downgrade', { url }));
  if (chain.length > MOST_REDIRECTS) return wrong(discoverProblem('discover.redirects', { most: MOST_REDIRECTS, url }));
  return undefined;
}

function wrong(problem: Failure['problem']): Failure {
  return { status: 'wrong', problem };
}

function ended(
  url: URL,
  { code, headers, body }: { code: number; headers: Readonly<Record<string, string>>; body: Uint8Array },
) {
  if (code >= 200 && code < 300) return { status: 'reached', url, type: headers['content-type'] ?? '', body } as const;
  const status: PlaceAnswer['status'] = ABSENT.has(code) ? 'none' : 'wrong';
  const problem = code === 401 ? discoverProblem('discover.sign-in', {}) : discoverProblem('discover.status', { code });
  return { status, problem } as const;
}

/** A URL without its query: that has what was told. */
export function shownUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

function seen({ refusal, version, names, issuer, notAfter }: TlsFacts): SeenTls {
  return { refusal, version, names, issuer, notAfter };
}
