import type { Problem } from '../errors.ts';
import type { Account, Language } from '../model/account.ts';
import type { TemplateName } from '../template/templates.generated.ts';
import type { Catalogue } from '../words/index.ts';
import type { Guide } from './guide.ts';

/** What people read mail on. */
export type Device = 'windows' | 'macos' | 'linux' | 'android' | 'ios';

/** Who a file is for: the person, the administrator, or a server that clients ask. */
export type Audience = 'user' | 'admin' | 'server';

/**
 * What is known about a product and a format. `tested`: our tests run that program; `documented`: its maker or its source
 * says so; `reported`: others saw it work; `unverified`: nobody has checked; `refused`: it is known not to work.
 */
export type Evidence = 'tested' | 'documented' | 'reported' | 'unverified' | 'refused';

export interface Support {
  /** Product and versions, as people call them in every language: `Outlook 2013`, `iOS 4+`. */
  readonly product: string;
  /** What it holds for, where not always. */
  readonly when?: keyof Catalogue['conditions'];
  readonly evidence: Evidence;
  /** Is it so for this account? What `when` says, where a program can tell; absent: yes, or nobody can. */
  readonly holds?: (account: Account) => boolean;
}

/** A text in plain words about one file: what it is (a short noun) and what to do with it (one or two sentences). */
export interface Purpose {
  readonly title: string;
  readonly use: string;
}

/** What a template sees: own data properties only. `undefined` and `null` are refused; absent is `false` or `[]`. */
export type Value = string | number | boolean | readonly Value[] | Context;
export interface Context {
  readonly [name: string]: Value;
}

/** A file that was made by code and not by a template, because its notation is binary. */
export interface File {
  /** Its name in the client's folder, with the extension. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FormatFacts {
  /** Unique in the client; lower case with hyphens. Stands in manifest.json. */
  readonly id: string;
  /** With a charset where it is a text (RFC 2046). */
  readonly mediaType: string;
  readonly audience: Audience;
  /** Devices it is for, where not all of the client's. */
  readonly devices?: readonly Device[];
  readonly support: readonly Support[];
  /** It goes with another format's file, as the same picture in a second notation does: a person is never told to open this one. */
  readonly companion?: boolean;
  /** Whom pages offer it to; absent: everybody. What would harm the rest is made, for who knows what it does, and offered to none of them. */
  readonly suits?: (account: Account) => boolean;
  /** A signature may go around its bytes (CMS SignedData), and name and media type stay. */
  readonly signable?: boolean;
  /** @param signed is there a signature around this file? */
  readonly purpose: (texts: Catalogue, account: Account, signed?: boolean) => Purpose;
  /** Is there anything to carry? A profile for Exchange is nothing that a provider without Exchange has to hear about. Absent: always. */
  readonly applies?: (account: Account) => boolean;
  /** Services of the account that the file does without, each with the reason and the remedy: it is made all the same. */
  readonly omits?: (account: Account) => readonly Problem[];
  /** Why this format cannot carry this account; `undefined` where it can. One sentence with the remedy. */
  readonly refuses?: (account: Account) => Problem | undefined;
}

/** A format written by a template; the extension of the template's name chooses escaping and encoding. */
export interface TextFormat extends FormatFacts {
  readonly template: TemplateName;
  readonly fileName: (account: Account) => string;
  /** Pure: the same account and texts give the same context. */
  readonly context: (account: Account, texts: Catalogue, language: Language) => Context;
}

/** A format written by code. */
export interface BinaryFormat extends FormatFacts {
  readonly files: (account: Account) => readonly File[];
}

export type Format = TextFormat | BinaryFormat;

/** A program that people read mail with. */
export interface Client {
  /** Unique; lower case with hyphens; the name of its folders in `src/clients` and `templates` and of its folder in a bundle. */
  readonly id: string;
  /** The product's name, which no language changes. */
  readonly title: string;
  readonly devices: readonly Device[];
  /** The file to open first stands first. */
  readonly formats: readonly Format[];
  /** How it is set up by hand, a page for each program or version. */
  readonly guides?: readonly Guide[];
}

/** Gives a client its type, so that a mistake shows where it is written. */
export function defineClient(client: Client): Client {
  return client;
}

/** Gives a format its type, so that a mistake shows where it is written. */
export function defineFormat<F extends Format>(format: F): F {
  return format;
}
