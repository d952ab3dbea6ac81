import type { Problem } from '../errors.ts';
import type { Party } from '../lint/parties.ts';

/*
 * What `discover` says: `answers` is what the world answers, by every mechanism; `clients` what each program would make of it.
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
  readonly servers: readonly FoundServer[];
  readonly problem: Problem | undefined;
}

/** What one program ends up with, and how it gets there. */
export interface LookUpEnd {
  readonly party: Party;
  /** `configured`: as found, without a question. `asks`: something has to be said or confirmed. `refused`: it says no. `nothing`: its form for everything by hand. */
  readonly outcome: 'configured' | 'asks' | 'refused' | 'nothing';
  readonly login: string | undefined;
  readonly incoming: EndServer | undefined;
  readonly outgoing: EndServer | undefined;
  readonly steps: readonly LookUpStep[];
}

export interface EndServer {
  readonly protocol: 'imap' | 'pop3' | 'smtp' | 'exchange';
  readonly host: string;
  readonly port: number | undefined;
  readonly security: 'tls' | 'starttls' | 'none' | undefined;
  readonly authentication: string | undefined;
  readonly login: string | undefined;
}

/** In words of the reader's language, made with `describe` of the words of `discover`. */
export interface LookUpStep {
  /** What it asks, with the place. */
  readonly asks: string;
  /** What it gets. */
  readonly gets: string;
  /** What it does then. */
  readonly then: string;
}
