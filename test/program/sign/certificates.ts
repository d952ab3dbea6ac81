import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kinds of key that sign profiles. */
export const kinds = ['rsa', 'ec'] as const;
export type Kind = (typeof kinds)[number];

/** A certificate and its key: files in PEM. */
export interface Pair {
  readonly key: string;
  readonly certificate: string;
}

/** A root, an intermediate authority and a signer that OpenSSL made. */
export interface Chain {
  readonly root: Pair;
  readonly intermediate: Pair;
  readonly signer: Pair;
}

const folder = mkdtempSync(join(tmpdir(), 'facteur-sign-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const newKey = {
  rsa: ['rsa:2048'],
  ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
} as const satisfies Record<Kind, readonly string[]>;

const made = new Map<Kind, Chain>();

/** The chain of that kind; made once for all tests. */
export function chainOf(kind: Kind): Chain {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const root = issue(`root-${kind}`, { kind, authority: true });
  const intermediate = issue(`intermediate-${kind}`, { kind, authority: true, issuer: root });
  const signer = issue(`signer-${kind}`, { kind, issuer: intermediate });
  const chain = { root, intermediate, signer };
  made.set(kind, chain);
  return chain;
}

interface Request {
  readonly kind: Kind;
  /** Without one: signed by its own key. */
  readonly issuer?: Pair;
  readonly authority?: boolean;
  /** Until it ends; below 0 it has ended. */
  readonly days?: number;
  /** Room for so many authorities below it. */
  readonly pathLength?: number;
  /** What it says of its key: “digitalSignature” and “serverAuth”, where it is no authority; nothing where empty. */
  readonly keyUsage?: string;
  readonly extendedKeyUsage?: string;
  /** Further lines of OpenSSL's configuration. */
  readonly extensions?: readonly string[];
  readonly newKey?: readonly string[];
}

/** Makes a certificate with a key of its own. */
export function issue(name: string, request: Request): Pair {
  const { kind, issuer, authority = false, days = 90, pathLength, extensions = [] } = request;
  const { keyUsage = `critical, ${authority ? 'keyCertSign, cRLSign' : 'digitalSignature'}` } = request;
  const { extendedKeyUsage = authority ? '' : 'serverAuth' } = request;
  const key = join(folder, `${name}.key`);
  const certificate = join(folder, `${name}.pem`);
  const config = join(folder, `${name}.cnf`);
  const room = pathLength === undefined ? '' : `, pathlen:${pathLength}`;
  const all = [
    `basicConstraints = critical, CA:${authority ? 'TRUE' : 'FALSE'}${room}`,
    ...(keyUsage === '' ? [] : [`keyUsage = ${keyUsage}`]),
    ...(extendedKeyUsage === '' ? [] : [`extendedKeyUsage = ${extendedKeyUsage}`]),
    ...(authority ? [] : ['subjectAltName = DNS:mail.example.org']),
    ...extensions,
  ];
  const sections = ['[req]', 'distinguished_name = dn', 'prompt = no', 'x509_extensions = ext', 'utf8 = yes', '[dn]'];
  writeFileSync(config, [...sections, `CN = Éluard ${name}`, 'O = Test & Co', '[ext]', ...all, ''].join('\n'));
  const fresh = ['-newkey', ...(request.newKey ?? newKey[kind]), '-noenc', '-config', config, '-keyout', key];
  if (issuer === undefined) {
    openssl('req', '-x509', ...fresh, '-days', String(days), '-out', certificate);
    return { key, certificate };
  }
  const asked = join(folder, `${name}.csr`);
  openssl('req', '-new', ...fresh, '-out', asked);
  // `x509` takes a number of days below 0, which `req` does not.
  const by = ['-CA', issuer.certificate, '-CAkey', issuer.key, '-extfile', config, '-extensions', 'ext'];
  openssl('x509', '-req', '-in', asked, ...by, '-days', String(days), '-out', certificate);
  return { key, certificate };
}

/** Runs OpenSSL. @throws with what it said */
export function openssl(...args: readonly string[]): Buffer {
  return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 30_000 });
}

/** A path for a file of the tests; gone when they end. */
export function path(name: string): string {
  return join(folder, name);
}

/** Writes these files' contents one after the other. */
export function bundle(name: string, ...files: readonly string[]): string {
  const file = path(name);
  writeFileSync(file, files.map((each) => readFileSync(each, 'utf8')).join(''));
  return file;
}

export function text(file: string): string {
  return readFileSync(file, 'utf8');
}
