/*
 * The world as commands see it that ask it: one question, one answer, bounded in time and size, and nothing that happens on the way is an exception: what went
 * wrong is an answer too. Who asks follows redirects as the client does for which it asks; here, no hop leads to the next.
 */

/** What a question may cost and where it may lead. */
export interface NetLimits {
  /** Ends everything that is still on its way: the limit of the whole command. */
  readonly signal: AbortSignal;
  /** Of one question, in milliseconds. */
  readonly timeout: number;
  /** Addresses of private networks, of this computer and of one link may be asked. */
  readonly allowPrivate: boolean;
}

/** Every distinct question is asked once; who asks it again gets the same answer. Never throws. */
export interface Net {
  dns<T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>>;
  web(request: WebRequest): Promise<WebAnswer>;
  /** A dialogue with a mail server; never shared. The caller closes it. */
  dial(host: string, port: number, security: 'tls' | 'none'): Promise<DialAnswer>;
}

export interface DnsValues {
  readonly A: string;
  readonly AAAA: string;
  readonly NS: string;
  readonly CNAME: string;
  /** The strings of one record, put together. */
  readonly TXT: string;
  readonly MX: { readonly preference: number; readonly exchange: string };
  /** An empty target stands for `.`: the service is not there (RFC 2782). */
  readonly SRV: { readonly priority: number; readonly weight: number; readonly port: number; readonly target: string };
}

export type DnsType = keyof DnsValues;

/** Names are in lower case, without the final dot. */
export type DnsAnswer<T extends DnsType = DnsType> =
  | {
      readonly status: 'found';
      readonly records: readonly DnsValues[T][];
      /** The resolver says that signatures were verified (AD, RFC 4035 § 3.2.3). */
      readonly authentic: boolean;
      /** In seconds: the smallest of the answer. */
      readonly ttl: number;
      /** The names that led from the one asked for to the records (CNAME), the last one the owner. */
      readonly aliases: readonly string[];
    }
  /** `missing`: there is no such name at all (NXDOMAIN), not only no record of this type. */
  | { readonly status: 'none'; readonly missing: boolean; readonly authentic: boolean }
  | { readonly status: 'failed'; readonly failure: DnsFailure };

export type DnsFailure = 'timed-out' | 'server-failure' | 'refused' | 'unreachable' | 'malformed' | 'alias-loop';

/** One hop. */
export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type WebAnswer =
  | {
      readonly status: 'answered';
      readonly code: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      /** Content encodings undone; never more than 64 kB. Empty where the code is not 2xx and more came, or what cannot be decoded: a page that says no. */
      readonly body: Uint8Array;
      readonly ip: string;
      /** In milliseconds. */
      readonly took: number;
      /** Over https alone: the certificate was good, or there would be no answer. */
      readonly tls?: TlsFacts;
    }
  | { readonly status: 'failed'; readonly failure: NetFailure; readonly detail: string; readonly tls?: TlsFacts };

export type NetFailure =
  /** The name has no address; DNS gave no answer. */
  | 'no-address'
  | 'dns-failed'
  /** It has only addresses that may not be asked. */
  | 'private-address'
  | 'connection-refused'
  | 'unreachable'
  | 'timed-out'
  /** Of the handshake; `detail` has the code, `tls` what was seen of the certificate. */
  | 'certificate'
  | 'tls'
  | 'closed'
  /** Not the protocol that was asked in. */
  | 'protocol'
  | 'too-large';

/** What a server has shown in the handshake. */
export interface TlsFacts {
  /** The code with which Node refuses it (`CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`, `UNABLE_TO_VERIFY_LEAF_SIGNATURE` …). */
  readonly refusal: string | undefined;
  readonly version: string;
  /** Of the certificate: DNS names, in lower case. */
  readonly names: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly issuer: string;
  /** DER; the server's own first, then as many as it has sent, without a root that is trusted here. */
  readonly chain: readonly Uint8Array[];
}

export type DialAnswer =
  | { readonly status: 'connected'; readonly line: Line }
  | { readonly status: 'failed'; readonly failure: NetFailure; readonly detail: string; readonly tls?: TlsFacts };

/** A dialogue in lines (IMAP, POP3, SMTP, ManageSieve). Every step has the time of one question; what is too long, or late, ends it. */
export interface Line {
  readonly ip: string;
  readonly tls: TlsFacts | undefined;
  /** Without its end; `undefined`: closed, too late or too long. */
  readonly read: () => Promise<string | undefined>;
  /** Ended with CRLF, where it is not yet. */
  readonly write: (text: string) => void;
  /** What has arrived and was not read yet is dropped and counted in bytes: nothing that came before TLS may count after it (RFC 3207 § 4.2, RFC 9051 § 6.2.1). */
  readonly startTls: () => Promise<
    | { readonly status: 'secured'; readonly tls: TlsFacts; readonly dropped: number }
    | { readonly status: 'failed'; readonly failure: NetFailure; readonly detail: string; readonly tls?: TlsFacts }
  >;
  readonly close: () => void;
}
