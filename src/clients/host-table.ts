/*
 * Which servers a program signs in to by OAuth 2.0. Every program with windows has its own table from host to issuer, and a registration at each issuer: a file can
 * allow the sign-in, and can bring no issuer. So each client has the table of its program beside it, as data, with the version that it was read from.
 */

/** The hosts of one issuer, as a program's table has them. */
export interface IssuerHosts {
  /** These alone. */
  readonly hosts?: readonly string[];
  /** These, and every host below them. */
  readonly domains?: readonly string[];
  /** Every host below these. */
  readonly below?: readonly string[];
}

/** A program's table: issuers, under the names that its client has for them. */
export type HostTable<Issuer extends string> = Readonly<Record<Issuer, IssuerHosts>>;

/** Whom the program signs in to at this host, which is in lower case; `undefined` where it does not. */
export function issuerAt<Issuer extends string>(table: HostTable<Issuer>, host: string): Issuer | undefined {
  // The keys of the table are its issuers.
  return (Object.keys(table) as Issuer[]).find((issuer) => isAmong(table[issuer], host));
}

function isAmong({ hosts = [], domains = [], below = [] }: IssuerHosts, host: string): boolean {
  return (
    hosts.includes(host) ||
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) ||
    below.some((domain) => host.endsWith(`.${domain}`))
  );
}
