import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { InputError, problem } from '../errors.ts';
import { flagPlace, refusal, type SettingName } from './options.ts';

/** A certificate with its chain, and its key, in PEM. */
export interface KeyPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads a certificate and its key, and finds whether they belong together.
 * @throws InputError naming the flag: unreadable, not PEM, not a pair, or a key that everybody on the machine can read
 */
export function readKeyPair(certFile: string, keyFile: string): KeyPair {
  const cert = read('tls-cert', certFile);
  const key = read('tls-key', keyFile);
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o007) !== 0) {
    throw new InputError(problem('serve.key-open', { value: keyFile }, flagPlace('tls-key')));
  }
  const certificate = parsed('tls-cert', certFile, () => new X509Certificate(cert));
  const privateKey = parsed('tls-key', keyFile, () => createPrivateKey(key));
  // TLS itself finds a foreign key only where it is of the certificate's type.
  if (!certificate.checkPrivateKey(privateKey)) {
    throw refusal('tls-key', 'serve.certificate', { value: keyFile, reason: 'key values mismatch' }, undefined);
  }
  parsed('tls-cert', certFile, () => createSecureContext({ cert, key }));
  return { cert, key };
}

/**
 * Calls `changed` soon after one of the files has become another one. It looks at them instead of asking the system for events, which tell nothing of
 * network file systems and lose a file that is replaced by a link, as Kubernetes and certbot do.
 * @returns stops looking
 */
export function watchFiles(files: () => readonly string[], every: number, changed: () => void): () => void {
  const state = () => files().map(stateOf).join('\n');
  let known = state();
  const timer = setInterval(() => {
    const current = state();
    if (current === known) return;
    known = current;
    changed();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

function stateOf(file: string): string {
  let stats: Stats | undefined;
  try {
    stats = statSync(file, { throwIfNoEntry: false });
  } catch {
    // Whoever reads the file will say what is wrong with it.
  }
  return stats === undefined ? `${file} -` : `${file} ${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

function read(name: SettingName, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refusal(name, 'serve.unreadable', { value: file, reason: reasonOf(error) }, error);
  }
}

function parsed<T>(name: SettingName, file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw refusal(name, 'serve.certificate', { value: file, reason: reasonOf(error) }, error);
  }
}

/** The system's or OpenSSL's own word for it: a code or a reason, never the content of a file. */
function reasonOf(error: unknown): string {
  const { code, message, reason } = error as NodeJS.ErrnoException & { reason?: string };
  return reason ?? code ?? message;
}
