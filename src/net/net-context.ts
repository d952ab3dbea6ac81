import type { SecureContext } from 'node:tls';
import type { DnsAnswer, DnsType, NetFailure, NetLimits, TlsFacts } from './net.ts';

/** Where a connection goes: never a name. */
export interface Endpoint {
  readonly ip: string;
  readonly port: number;
}

/** What every question needs to know. */
export interface NetContext extends NetLimits {
  readonly dns: <T extends DnsType>(name: string, type: T) => Promise<DnsAnswer<T>>;
  /** With the roots that are trusted. */
  readonly secureContext: SecureContext;
  /** Is this certificate (DER) one of those roots? */
  readonly isRoot: (der: Uint8Array) => boolean;
  readonly route: (to: Endpoint) => Endpoint;
}

export interface NetFailed {
  readonly status: 'failed';
  readonly failure: NetFailure;
  readonly detail: string;
  readonly tls?: TlsFacts;
}

export function failed(failure: NetFailure, detail: string, tls?: TlsFacts): NetFailed {
  return { status: 'failed', failure, detail, ...(tls && { tls }) };
}

/** Of an error that Node has given to a socket. */
export function failedWith(error: NodeJS.ErrnoException): NetFailed {
  const { code = '', message } = error;
  const detail = code || message;
  if (KNOWN[code] !== undefined) return failed(KNOWN[code], detail);
  if (code.startsWith('HPE_')) return failed('protocol', detail);
  return failed(code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') ? 'tls' : 'unreachable', detail);
}

const KNOWN: Readonly<Record<string, NetFailure>> = {
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'timed-out',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  EPROTO: 'tls',
  HPE_HEADER_OVERFLOW: 'too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
};

/**
 * The time of one question, inside that of the whole. Node 20 forgets a signal of AbortSignal.timeout that only one of AbortSignal.any knows, and then it never ends: so a timer holds this
 * one (test/net/within.test.ts).
 */
export function within({ signal, timeout }: Pick<NetLimits, 'signal' | 'timeout'>): AbortSignal {
  const ends = new AbortController();
  const end = () => {
    clearTimeout(timer);
    forget();
    ends.abort();
  };
  const timer = setTimeout(end, timeout);
  timer.unref();
  const forget = onEnd(signal, end);
  return ends.signal;
}

/** What is to be done when a signal ends. It has one listener, whatever waits for it: Node warns of more than ten. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Does this when the signal ends, or has ended; what is given back forgets it. */
export function onEnd(signal: AbortSignal, then: () => void): () => void {
  if (signal.aborted) {
    queueMicrotask(then);
    return () => {};
  }
  const all = waiting.get(signal) ?? new Set();
  if (!waiting.has(signal)) {
    waiting.set(signal, all);
    signal.addEventListener('abort', () => all.forEach((each) => void each()), { once: true });
  }
  all.add(then);
  return () => all.delete(then);
}
