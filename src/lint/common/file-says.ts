/** What a file says of a person, or, with `anybody`, by rule of all. */
export interface SaidPerson {
  readonly address: string;
  readonly login: string;
  /** The server that this login is for. */
  readonly host: string;
  readonly at: number;
  readonly anybody?: boolean;
}

/** A name that a file has, and where. */
export interface SaidName {
  readonly name: string;
  readonly at: number;
}

/** What rules about several files, whatever their kinds, look at. */
export interface FileSays {
  readonly people?: readonly SaidPerson[];
  /** Mail domains for which it names a file with their servers. */
  readonly namedDomains?: readonly SaidName[];
  /** Servers with which everybody is to log in with the address. */
  readonly addressHosts?: readonly SaidName[];
}

/** Of a kind that says nothing of people, domains and servers. */
export const NOTHING_SAID: FileSays = Object.freeze({});

/** A person, where a file says both address and login. */
export function personSaid(address = '', login = '', host = '', at = 0): SaidPerson[] {
  const [mine, theirs] = [address.trim(), login.trim()];
  return mine.includes('@') && theirs !== '' ? [{ address: mine, login: theirs, host: host.trim(), at }] : [];
}
