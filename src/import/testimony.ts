import type { Place, Problem } from '../errors.ts';
import type { Authentication, LocalizedText, Security } from '../model/account.ts';

/*
 * What a file says of a provider, and of the person whose file it is: the same words whatever the file. Readers of files make it, and only what stands in a file is in it.
 */

/** A value, and where it stands. */
export interface Stated<T> {
  readonly value: T;
  readonly place: Place;
}

/** What people log in with, as a file says it: a rule of ours, or one person's own login. */
export type SaidLogin = Stated<{ readonly rule: string } | { readonly login: string }>;

export interface SaidServer {
  readonly protocol: 'imap' | 'pop3' | 'smtp';
  /** May have the domain of the address in it: `mail.{domain}`. */
  readonly host: string;
  /** `undefined`: the usual one. */
  readonly port: number | undefined;
  readonly security: Security;
  /** Most preferred first; empty where the file says nothing. */
  readonly authentication: readonly Authentication[];
  /** `undefined` where the file has none. */
  readonly login: SaidLogin | undefined;
  readonly place: Place;
}

export interface SaidDav {
  readonly url: string;
  readonly login: SaidLogin | undefined;
  readonly place: Place;
}

export interface SaidExchange {
  readonly host: string;
  readonly activeSync: boolean;
  readonly webServices: boolean;
  readonly authentication: readonly ('password' | 'oauth2')[];
  readonly login: SaidLogin | undefined;
  readonly place: Place;
}

export interface SaidDirectory {
  readonly host: string;
  readonly port: number | undefined;
  readonly security: Security;
  readonly searchBases: readonly string[];
  readonly authentication: readonly ('password' | 'none')[];
  readonly login: SaidLogin | undefined;
  readonly place: Place;
}

/** One file. */
export interface Testimony {
  readonly file: string;
  /** What ties the files of one person together, where the format has several for each. */
  readonly person?: string;
  /** The address of the person whose file it is. */
  readonly address?: Stated<string> | undefined;
  /** Mail domains. */
  readonly domains?: readonly Stated<string>[];
  readonly name?: Stated<string> | undefined;
  readonly shortName?: Stated<string> | undefined;
  readonly organization?: Stated<string> | undefined;
  /** Reverse domain name. */
  readonly identifier?: Stated<string> | undefined;
  readonly servers?: readonly SaidServer[];
  readonly calendar?: SaidDav | undefined;
  readonly contacts?: SaidDav | undefined;
  readonly exchange?: SaidExchange | undefined;
  readonly directory?: SaidDirectory | undefined;
  readonly webmail?: Stated<string> | undefined;
  readonly documentation?: readonly Stated<{ readonly url: string; readonly title: LocalizedText }>[];
  readonly oauth2?:
    | Stated<{
        readonly issuer: string;
        readonly authorizationUrl: string;
        readonly tokenUrl: string;
        readonly scope: string;
      }>
    | undefined;
  /** PEM. */
  readonly certificateAuthority?: Stated<string> | undefined;
  /** What the file says and a profile cannot hold: warnings, each with its place. */
  readonly losses: readonly Problem[];
}

/** What one file says: once for each account that it has. */
export type Testimonies = Testimony | readonly Testimony[];

/** A reader of one kind of file: all that it says, or an InputError where it says nothing that can be read. */
export type TestimonyReader = (content: import('../read/content.ts').Content) => Testimonies | Promise<Testimonies>;
