import type { Problem } from '../errors.ts';
import type { DnsFailure, NetFailure, TlsFacts, WebAnswer } from '../net/net.ts';
import type { PlaceAnswer } from './answers.ts';
import { discoverProblem } from './words.ts';

/** Why there is nothing from a place, in a sentence, and what that makes of its answer. */
export interface Failure {
  readonly status: Exclude<PlaceAnswer['status'], 'found'>;
  readonly problem: Problem;
}

type FailedWeb = Extract<WebAnswer, { readonly status: 'failed' }>;

/** @param redirected it was a redirect that led there */
export function failureAt(url: URL, answer: FailedWeb, redirected: boolean): Failure {
  const { hostname, host } = url;
  const { failure, detail, tls } = answer;
  if (failure === 'no-address')
    return {
      status: redirected ? 'wrong' : 'none',
      problem: discoverProblem('discover.host-absent', { host: hostname }),
    };
  if (failure === 'private-address') {
    const details = { host: hostname, ip: detail };
    return redirected
      ? { status: 'wrong', problem: discoverProblem('discover.redirect-private', details) }
      : { status: 'failed', problem: discoverProblem('discover.private', details) };
  }
  if (failure === 'dns-failed') return { status: 'failed', problem: dnsTrouble(hostname, detail as DnsFailure) };
  if (failure === 'certificate') return { status: 'failed', problem: certificateTrouble(hostname, detail, tls) };
  return { status: failure === 'too-large' ? 'wrong' : 'failed', problem: OTHERS[failure](host, detail) };
}

const OTHERS: Readonly<
  Record<
    Exclude<NetFailure, 'no-address' | 'private-address' | 'dns-failed' | 'certificate'>,
    (host: string, reason: string) => Problem
  >
> = {
  'connection-refused': (host) => discoverProblem('discover.connection-refused', { host }),
  unreachable: (host, reason) => discoverProblem('discover.unreachable', { host, reason }),
  'timed-out': (host) => discoverProblem('discover.timed-out', { host }),
  tls: (host, reason) => discoverProblem('discover.tls', { host, reason }),
  closed: (host) => discoverProblem('discover.closed', { host }),
  protocol: (host, reason) => discoverProblem('discover.protocol', { host, reason }),
  'too-large': (host, reason) => discoverProblem('discover.too-large', { host, reason }),
};

/** Of the DNS. */
export function dnsTrouble(name: string, failure: DnsFailure): Problem {
  return discoverProblem(`discover.dns-${failure}`, { name });
}

/** By the codes of OpenSSL that Node passes on. */
function certificateTrouble(host: string, code: string, tls: TlsFacts | undefined): Problem {
  const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? '';
  if (code === 'CERT_HAS_EXPIRED')
    return discoverProblem('discover.certificate-expired', { host, date: day(tls?.notAfter) });
  if (code === 'CERT_NOT_YET_VALID')
    return discoverProblem('discover.certificate-not-yet', { host, date: day(tls?.notBefore) });
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return discoverProblem('discover.certificate-name', {
      host,
      names: (tls?.names ?? []).slice(0, SHOWN_NAMES).join(', '),
    });
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return discoverProblem('discover.certificate-self-signed', { host });
  if (ISSUER.has(code)) return discoverProblem('discover.certificate-issuer', { host, issuer: tls?.issuer ?? '' });
  return discoverProblem('discover.certificate', { host, code });
}

/** A certificate may have hundreds. */
const SHOWN_NAMES = 5;

const ISSUER: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
]);
