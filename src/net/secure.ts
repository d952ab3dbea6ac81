import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { TlsFacts } from './net.ts';
import { failed, failedWith, type NetContext, type NetFailed, onEnd } from './net-context.ts';

export interface Secured {
  readonly status: 'secured';
  readonly socket: TLSSocket;
  readonly tls: TlsFacts;
}

/**
 * The handshake over an open connection, as this host. Node goes on with a certificate that it does not take, so that it can be told what is wrong with it; but nothing is
 * written to such a server: who asks gets a failure, and the connection is gone. Never rejects.
 */
export function secure(
  socket: Socket,
  host: string,
  { secureContext, isRoot }: NetContext,
  signal: AbortSignal,
  protocols: readonly string[] = [],
): Promise<Secured | NetFailed> {
  const name = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return new Promise((resolve) => {
    const secured = connect({
      socket,
      host: name,
      // A name alone may be said to the server (RFC 6066 § 3).
      ...(isIP(name) === 0 && { servername: name }),
      secureContext,
      rejectUnauthorized: false,
      ...(protocols.length > 0 && { ALPNProtocols: [...protocols] }),
    });
    const end = (answer: Secured | NetFailed) => {
      forget();
      if (answer.status === 'failed') {
        secured.destroy();
        socket.destroy();
      }
      resolve(answer);
    };
    const forget = onEnd(signal, () => end(failed('timed-out', 'TLS')));
    // Stays: an error after the handshake is told by its end.
    secured.on('error', (error: NodeJS.ErrnoException) => end(failedWith(error)));
    secured.once('close', () => end(failed('closed', 'TLS')));
    secured.once('secureConnect', () => {
      const tls = factsOf(secured, isRoot);
      if (tls === undefined) end(failed('tls', 'no certificate'));
      else
        end(
          tls.refusal === undefined
            ? { status: 'secured', socket: secured, tls }
            : failed('certificate', tls.refusal, tls),
        );
    });
  });
}

function factsOf(socket: TLSSocket, isRoot: (der: Uint8Array) => boolean): TlsFacts | undefined {
  const [own, ...issuers] = chainOf(socket.getPeerCertificate(true));
  if (own === undefined) return undefined;
  // Node's typings have an Error; since Node 0.12 it is the code where there is one (lib/_tls_wrap.js, onConnectSecure).
  const error: unknown = socket.authorizationError;
  const refusal = socket.authorized ? undefined : error instanceof Error ? error.message : String(error);
  const certificate = new X509Certificate(own);
  return {
    refusal,
    version: socket.getProtocol() ?? '',
    names: namesIn(certificate.subjectAltName ?? ''),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    issuer: certificate.issuer.replaceAll('\n', ', '),
    // Node adds the root that it has found itself; a server need not send one (RFC 8446 § 4.4.2).
    chain: [own, ...issuers.filter((each) => !isRoot(each))],
  };
}

/** More than these are no chain. */
const MOST_CERTIFICATES = 20;

function chainOf(first: DetailedPeerCertificate): Uint8Array[] {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  // Without a certificate it is an empty object, and a root is its own issuer.
  for (
    let each: Partial<DetailedPeerCertificate> | undefined = first;
    each?.raw !== undefined && each.fingerprint256 !== undefined && !seen.has(each.fingerprint256);
    each = each.issuerCertificate
  ) {
    if (chain.length === MOST_CERTIFICATES) break;
    seen.add(each.fingerprint256);
    chain.push(each.raw);
  }
  return chain;
}

/** Node writes `DNS:a, DNS:b`, and what could be misread in JSON's quotes (CVE-2021-44532). */
function namesIn(alternatives: string): string[] {
  return [...alternatives.matchAll(/(?:^|, )DNS:("(?:[^"\\]|\\.)*"|[^,"]*)/g)].map(([, name = '']) =>
    name.toLowerCase(),
  );
}
