import type { Readable } from 'node:stream';
import type { Problem } from '../errors.ts';
import type { Person } from '../model/account.ts';

/** Who to resolve, and what the source says of them: their own login wins over every rule, as that of an option does. */
export interface Listed extends Person {
  /** The address; the login where a row has no other. */
  readonly who: string;
}

/** One entry of a source. */
export interface Row {
  /** Counts data rows from 1. */
  readonly row: number;
  /** Where a person finds it: `people.csv:12`, a distinguished name, `row 12`. */
  readonly where: string;
  /** The same as a number, where the list is a file. */
  readonly line?: number;
  /** What it says in the column of the address, or of the login, as it stands. */
  readonly given: string;
  /** Nobody where something is wrong with the row. */
  readonly person?: Listed;
  /** Each with its place. */
  readonly problems?: readonly Problem[];
}

/** A list of people, read as it is asked for: nothing is held but what stands in the buffers of whatever brings it. */
export interface Source {
  /** The same for the same list, wherever the command is called; no password is in it. */
  readonly id: string;
  /** How many rows there are, where that costs little to know. */
  readonly size?: () => Promise<number | undefined>;
  /**
   * The rows, in the order of the source.
   * @throws InputError for what makes the whole of it unusable; or the reason of the signal
   */
  readonly rows: (signal?: AbortSignal) => AsyncIterable<Row>;
}

export interface SourceOptions {
  /** Values of `--map`, each of the form `address=mail,name=cn`. */
  readonly map?: readonly string[] | undefined;
  /** Standard input. */
  readonly input?: Readable | undefined;
  /** Its first line is the password. */
  readonly passwordFile?: string | undefined;
  /** A certificate of authorities beside the public ones, in PEM. */
  readonly ca?: string | undefined;
  /** What one shows to the server instead of a password, in PEM. */
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  /** How long one answer may take, in seconds. */
  readonly timeout?: number | undefined;
  /** LDAP: the distinguished name to bind with, or `external`. */
  readonly bind?: string | undefined;
  readonly starttls?: boolean | undefined;
  /** PostgreSQL: what gives the people. */
  readonly query?: string | undefined;
  /** Told what is good to know and needs no mending. */
  readonly note?: ((note: Problem) => void) | undefined;
  /** Told what may be missing from the list, though it could be read. */
  readonly warn?: ((warning: Problem) => void) | undefined;
}
