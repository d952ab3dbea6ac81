import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, rootCertificates } from 'node:tls';
import type * as Ldapts from 'ldapts';
import { InputError, type Problem } from '../errors.ts';
import { type LdapUrl, staysHere } from './ldap-url.ts';
import { optionalPackage } from './optional-package.ts';
import { passwordIn, pemIn } from './password-file.ts';
import { peopleProblem } from './people-problem.ts';
import type { SourceOptions } from './row.ts';
import { withinTime } from './within-time.ts';

/** How to get into a directory. */
export interface LdapAccess {
  readonly url: LdapUrl;
  readonly starttls: boolean;
  readonly tls: ConnectionOptions;
  /** Anonymous where `undefined`; `external`: whoever the certificate or the socket shows. */
  readonly bind: { readonly dn: string; readonly password: string } | 'external' | undefined;
  /** For each answer of the server, in milliseconds. */
  readonly patience: number;
}

/** An open connection, and a way to leave it that waits for nobody. */
export interface LdapConnection {
  readonly ask: Pick<Ldapts.Client, 'search' | 'searchPaginated'>;
  readonly close: () => void;
}

/** How long one answer may take, in seconds. */
const PATIENCE = 60;

/** In place of a DN. */
const EXTERNAL = 'external';

/**
 * Reads what the options say, and refuses what would send a password where others can read it.
 * @throws InputError
 */
export async function ldapAccess(url: LdapUrl, options: SourceOptions): Promise<LdapAccess> {
  const { passwordFile, query, starttls = false, ca, certificate, key, timeout = PATIENCE } = options;
  const dn = options.bind ?? url.bind;
  const external =
    dn === undefined ? url.scheme === 'ldapi' || certificate !== undefined : dn.toLowerCase() === EXTERNAL;
  if (query !== undefined) refuse(peopleProblem('people.option-alone', { option: '--query' }));
  if (starttls && url.scheme !== 'ldap') refuse(peopleProblem('people.ldap-starttls', { scheme: url.scheme }));
  if ((certificate === undefined) !== (key === undefined)) refuse(peopleProblem('people.certificate-pair', {}));
  if (passwordFile !== undefined && (dn === undefined || external)) refuse(peopleProblem('people.password-alone', {}));
  // A name without a password would be let in as nobody (RFC 4513 §5.1.2).
  if (dn !== undefined && !external && passwordFile === undefined) refuse(peopleProblem('people.password-missing', {}));
  const open = url.scheme === 'ldap' && !starttls && !staysHere(url.host);
  if (passwordFile !== undefined && open) refuse(peopleProblem('people.password-plain', { host: url.host }));
  const tls: ConnectionOptions = {
    host: url.host,
    // A name alone may be said to the server (RFC 6066 §3).
    ...(isIP(url.host) === 0 && { servername: url.host }),
    ...(ca !== undefined && { ca: [...rootCertificates, await pemIn(ca)] }),
    ...(certificate !== undefined && { cert: await pemIn(certificate) }),
    ...(key !== undefined && { key: await pemIn(key) }),
  };
  const password = passwordFile === undefined ? undefined : await passwordIn(passwordFile);
  const bind = external ? 'external' : dn === undefined || password === undefined ? undefined : { dn, password };
  return { url, starttls, tls, bind, patience: timeout * 1000 };
}

/**
 * Connects and shows who we are.
 * @throws InputError for what will be the same the next time, and whatever a connection that is lost makes the library throw
 */
export async function openLdap(access: LdapAccess, signal?: AbortSignal): Promise<LdapConnection> {
  const ldapts = await optionalPackage('ldapts', () => import('ldapts'));
  const { url, starttls, tls, bind, patience } = access;
  const sockets: Socket[] = [];
  const kept = <S extends Socket>(socket: S): S => {
    sockets.push(socket);
    return socket;
  };
  const close = () => {
    signal?.removeEventListener('abort', close);
    for (const socket of sockets) socket.destroy();
  };
  // A connection that is gone never answers the library's own way out (8.2), so the sockets are ours to close.
  const plain = (port: number, host: string) =>
    kept(url.scheme === 'ldapi' ? connectSocket(url.host) : connectSocket(port, host));
  const secure = (...given: Parameters<typeof connectTls>) => kept(connectTls(...given));
  const connection = new ldapts.Client({
    url: `${url.scheme === 'ldaps' ? 'ldaps' : 'ldap'}://${authorityOf(url)}`,
    timeout: patience,
    connectTimeout: patience,
    ...(url.scheme === 'ldaps' && { tlsOptions: tls }),
    // It calls them with these arguments alone (8.2, lib/Client).
    createConnection: plain as typeof connectSocket,
    createSecureConnection: secure as typeof connectTls,
  });
  signal?.throwIfAborted();
  signal?.addEventListener('abort', close);
  try {
    // The library bounds each question and the connection, but not this handshake.
    if (starttls) await withinTime(connection.startTLS({ ...tls }), patience);
    if (bind === 'external') await connection.bindSASL('EXTERNAL');
    else if (bind !== undefined) await connection.bind(bind.dn, bind.password);
    return { ask: connection, close };
  } catch (error) {
    close();
    throw error;
  }
}

function authorityOf({ scheme, host, port }: LdapUrl): string {
  return scheme === 'ldapi' ? 'localhost' : `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function refuse(problem: Problem): never {
  throw new InputError(problem);
}
