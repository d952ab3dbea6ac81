import { isIP } from 'node:net';
import { InputError, type Problem } from '../errors.ts';
import { nearest } from '../words/suggest.ts';
import { staysHere } from './ldap-url.ts';
import { peopleProblem } from './people-problem.ts';

/** How the server's certificate is looked at, as libpq calls it (sslmode of PostgreSQL, 34.19.1). */
export type TlsMode = 'disable' | 'require' | 'verify-ca' | 'verify-full';

/** A connection URI of PostgreSQL (libpq, 34.1.1.2). What it does not say, the library takes from PGHOST, PGUSER, PGDATABASE … */
export interface SqlUrl {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly database: string | undefined;
  readonly user: string | undefined;
  readonly mode: TlsMode;
  readonly ca: string | undefined;
  readonly certificate: string | undefined;
  readonly key: string | undefined;
}

const PARAMETERS = [
  'host',
  'port',
  'dbname',
  'user',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'application_name',
];

/** @throws InputError for what is none, has a password in it, or asks for what nobody here knows */
export function readSqlUrl(text: string): SqlUrl {
  // A name and no host is fine for libpq, and none for the parser of URLs.
  const whole = text.replace(/^([a-z]+:\/\/[^/?#]*@)(?=[/?#]|$)/i, '$1localhost');
  const url = URL.canParse(whole) ? new URL(whole) : refuse(peopleProblem('people.sql-url', {}));
  if (url.password !== '' || url.searchParams.has('password'))
    refuse(peopleProblem('people.url-password', { option: '' }));
  const odd = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name));
  if (odd !== undefined)
    refuse(
      peopleProblem('people.sql-parameter', {
        value: odd,
        suggestion: nearest(odd, PARAMETERS),
        known: PARAMETERS.join(', '),
      }),
    );
  const said = (name: string, other = '') => url.searchParams.get(name) || decoded(other) || undefined;
  const host = said('host', url.hostname.replace(/^\[|\]$/g, '')) ?? process.env.PGHOST;
  const port = said('port', url.port);
  if (port !== undefined && !/^\d{1,5}$/.test(port)) refuse(peopleProblem('people.sql-url', {}));
  return {
    host,
    port: port === undefined ? undefined : Number(port),
    database: said('dbname', url.pathname.slice(1)),
    user: said('user', url.username),
    mode: modeOf(said('sslmode') ?? process.env.PGSSLMODE, host),
    ca: said('sslrootcert'),
    certificate: said('sslcert'),
    key: said('sslkey'),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse(peopleProblem('people.sql-url', {}));
  }
}

/** Does nothing that is sent go over a network? */
export function isLocal(host: string | undefined): boolean {
  return host === undefined || host.startsWith('/') || staysHere(host);
}

const MODES: readonly string[] = ['disable', 'require', 'verify-ca', 'verify-full'] satisfies TlsMode[];

/** Without a word the certificate is looked at, but on this computer; what may do without TLS when the other side likes (`allow`, `prefer`) is no protection. */
function modeOf(mode: string | undefined, host: string | undefined): TlsMode {
  if (mode === undefined) return isLocal(host) ? 'disable' : 'verify-full';
  if ((mode === 'allow' || mode === 'prefer') && isLocal(host)) return 'disable';
  if (MODES.includes(mode)) return mode as TlsMode; // The list has nothing else.
  return refuse(peopleProblem('people.sql-mode', { value: mode }));
}

/** The same for one list however it is written. */
export function sqlIdentity({ host = 'localhost', port = 5432, database = '' }: SqlUrl): string {
  return `postgres://${isIP(host) === 6 ? `[${host}]` : encodeURIComponent(host)}:${port}/${encodeURIComponent(database)}`;
}

function refuse(problem: Problem): never {
  throw new InputError(problem);
}
