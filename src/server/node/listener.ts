import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { plainText } from '../app/answer.ts';
import type { App } from '../app/app.ts';
import { costOf } from '../app/route-name.ts';
import { safeError } from '../app/safe-error.ts';
import type { Target } from '../app/target.ts';
import { type Application, questionOf, send } from './carrier.ts';
import type { Counts } from './counts.ts';
import { fairQueue } from './fair-queue.ts';
import type { Log } from './log.ts';
import { watched } from './observed.ts';
import type { Settings } from './options.ts';
import { type Origin, originOf } from './origin.ts';
import { rateLimit } from './rate-limit.ts';
import { type RefusalName, refusals, refuse } from './refuse.ts';
import { codingFault, collectBody, hasBody, waits } from './request-body.ts';
import { readTarget } from './request-target.ts';

export interface ListenerOptions {
  readonly settings: Settings;
  readonly application: Application;
  /** What a person sees who is turned away here. */
  readonly refusal?: App['refusal'];
  readonly log: Log;
  readonly counts: Counts;
  /** Knows the hosts, perhaps with a port, at which we answer. */
  readonly isOurs: (host: string) => boolean;
  /** Hears of what an administrator has to set right about the proxy in front. */
  readonly onProxy: (fault: ProxyFault) => void;
  /** The server is about to stop: the next answer on each connection is its last. */
  readonly stopping: () => boolean;
}

/** A proxy passes requests on that we do not trust, or a trusted one does not tell who asks. */
export type ProxyFault = 'unnamed' | 'silent';

export interface Listener {
  readonly answer: RequestListener;
  /** To be told of each connection. */
  readonly arrived: () => void;
}

/** Lets a request through to the application when it is small enough and its requester has not asked too often, and requesters in turn. */
export function makeListener(options: ListenerOptions): Listener {
  const { settings, application, refusal, log, counts, isOurs, onProxy, stopping } = options;
  const origin = originOf(settings['trusted-proxy'], isOurs);
  const wait = rateLimit(settings['rate-limit']);
  const { take, arrived } = fairQueue();
  const most = settings['body-limit'];
  const silence = silenceOf(settings);

  const defect = (error: unknown) => log.error({ event: 'defect', error: safeError(error) }, 'a request failed');
  const answer = watched(application, log, counts, defect);
  const answerNow = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    target: Target | undefined,
    body?: Buffer,
  ) => {
    if (target === undefined) counts.refused('malformed');
    const made = target === undefined ? plainText(400, 'Bad request.') : answer(questionOf(incoming, target, body));
    if (made instanceof Promise) made.then((later) => send(later, outgoing, defect));
    else send(made, outgoing, defect);
  };

  const listener: RequestListener = (incoming, outgoing) => {
    if (stopping()) outgoing.shouldKeepAlive = false;
    const { socket, headers, url = '/' } = incoming;
    const from = origin(incoming);
    // HTTP/1.0 needs no Host, and programs that watch a server send none.
    const target = readTarget(url, from.scheme, from.host ?? headers.host ?? 'localhost');
    const turnAway = (name: RefusalName, seconds?: number) => {
      counts.refused(refusals[name].reason);
      const page = target && refusal?.(refusals[name].status, questionOf(incoming, target, undefined), seconds);
      refuse(name, incoming, outgoing, seconds === undefined ? [] : ['Retry-After', String(seconds)], page);
    };
    const answered = (body?: Buffer) => {
      let begun = false;
      const work = () => {
        begun = true;
        // Nobody renders a page for one who has gone.
        if (outgoing.destroyed || socket.destroyed) return;
        if (socket.timeout === 0) socket.setTimeout(silence);
        if (from.proxy !== undefined) stayOpen(incoming, outgoing, settings['proxy-idle-timeout']);
        answerNow(incoming, outgoing, target, body);
      };
      if (!take(from.requester, work)) turnAway('busy', 1);
      // It is we who say nothing while it waits.
      else if (!begun) socket.setTimeout(0);
    };

    if (from.proxy === 'unnamed') onProxy('unnamed');
    const seconds = wait(from.requester, costOf(target?.path ?? ''));
    if (seconds > 0) {
      if (isSilent(from, incoming)) onProxy('silent');
      turnAway('rate', seconds);
      return;
    }
    const fault = codingFault(incoming);
    if (fault !== undefined) {
      turnAway(fault);
      return;
    }
    if (!hasBody(incoming)) {
      answered();
      return;
    }
    const tooLarge = () => turnAway('body');
    if (Number(headers['content-length']) > most) {
      tooLarge();
      return;
    }
    if (waits(incoming)) outgoing.writeContinue();
    collectBody(incoming, most, tooLarge, answered);
  };
  return { answer: listener, arrived };
}

/** How long nothing may move on a connection that is in use, in milliseconds. A sender who is slow has been told so before. */
export function silenceOf(settings: Settings): number {
  return (settings['request-timeout'] + 1) * 1000;
}

/** A trusted proxy that says nothing of its requesters: all of them count as it. */
function isSilent({ proxy }: Origin, { headers }: IncomingMessage): boolean {
  return proxy === 'trusted' && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

/**
 * Keeps a proxy's connection open for longer than the proxy does: one that we close while it sends the next request on it is a 502 for somebody, and proxies
 * repeat no POST (RFC 9110 §9.2.2).
 */
function stayOpen({ socket }: IncomingMessage, outgoing: ServerResponse, seconds: number): void {
  if (!outgoing.shouldKeepAlive) return;
  outgoing.setHeader('Keep-Alive', `timeout=${seconds}`);
  // Node has set its own time-out just before.
  outgoing.once('finish', () => socket.setTimeout((seconds + 1) * 1000));
}
