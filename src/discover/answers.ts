import type { Problem } from '../errors.ts';

/*
 * What `discover` says of the world: what it answers, by every mechanism. What each program would make of it is in `as`.
 */

/**
 * How far an answer can be trusted. A: over https at the domain itself, or a PACC document that its digest in the DNS confirms. B: over https after a redirect to another
 * base domain, or a database of others. C: found by way of MX or SRV records that nobody has signed. D: over http anywhere on the way.
 */
export type Trust = 'A' | 'B' | 'C' | 'D';

export type Mechanism =
  | 'pacc'
  | 'autoconfig-https'
  | 'autoconfig-well-known'
  | 'autoconfig-http'
  | 'autoconfig-well-known-http'
  | 'ispdb'
  | 'autoconfig-mx'
  | 'ispdb-mx'
  | 'srv'
  | 'autodiscover'
  | 'autodiscover-v2'
  | 'autodiscover-srv';

/** A server as an answer has it. */
export interface FoundServer {
  readonly protocol: 'imap' | 'pop3' | 'smtp' | 'managesieve' | 'jmap' | 'caldav' | 'carddav' | 'exchange';
  readonly host: string;
  readonly port: number | undefined;
  readonly security: 'tls' | 'starttls' | 'none' | undefined;
  readonly authentication: readonly string[];
  /** With the variables of the format; `undefined` where the mechanism has none: clients then take the address. */
  readonly login: string | undefined;
  /** Of an SRV record: the smallest priority is asked first, and weights share what comes to one priority (RFC 2782). */
  readonly priority?: number;
  readonly weight?: number;
  /** Where the protocol goes by one. */
  readonly url?: string;
}

/** What the last server that was asked over TLS has shown. */
export interface SeenTls {
  /** Why its certificate is not taken, as Node calls it. */
  readonly refusal: string | undefined;
  readonly version: string;
  readonly names: readonly string[];
  readonly issuer: string;
  readonly notAfter: Date;
}

/** What one place has answered. */
export interface PlaceAnswer {
  readonly mechanism: Mechanism;
  /** Where it was asked: a URL or the name of a record, without an address of anybody. */
  readonly source: string;
  /** Each URL of the way, the first included. */
  readonly chain: readonly string[];
  /** `found`: servers. `none`: the place is not there. `wrong`: it answers, with nothing that can be used. `failed`: no answer. */
  readonly status: 'found' | 'none' | 'wrong' | 'failed';
  readonly trust: Trust;
  readonly tls: SeenTls | undefined;
  readonly servers: readonly FoundServer[];
  /** Where the status is `found`: something that keeps some clients from it. */
  readonly problem: Problem | undefined;
}
