import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { InputError, problem } from '../../errors.ts';
import { readBounded } from '../../files/bounded.ts';
import { opennessOf } from '../../files/secret.ts';
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
export async function readKeyPair(certFile: string, keyFile: string): Promise<KeyPair> {
  const cert = await read('tls-cert', certFile);
  const key = await read('tls-key', keyFile);
  const openness = opennessOf(keyFile);
  if (openness !== 'closed') {
    const code = openness === 'open' ? 'serve.key-open' : 'serve.key-mounted';
    throw new InputError(problem(code, { value: keyFile }, flagPlace('tls-key')));
  }
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type:\s*4,\s*ENCRYPTED/m.test(key.toString('latin1')))
    throw new InputError(problem('serve.key-encrypted', { value: keyFile }, flagPlace('tls-key')));
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
 * Calls `changed` soon after one of the files has become another one, once two looks in a row have found the same: a file that is still being copied may be valid already.
 * It looks at them instead of asking the system for events, which tell nothing of network file systems and lose a file that is replaced by a link, as Kubernetes and
 * certbot do.
 * @returns stops looking
 */
export function watchFiles(files: () => readonly string[], every: number, changed: () => void): () => void {
  const look = () => files().map(stateOf).join('\n');
  let known = look();
  let last = known;
  const timer = setInterval(() => {
    const current = look();
    const settled = current === last;
    last = current;
    if (!settled || current === known) return;
    known = current;
    changed();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/** How often, and at most how many times, files are looked at before they are read; in milliseconds. */
const SETTLING = { every: 250, looks: 40 } as const;

/**
 * Reads files that two looks have found the same, and whose content is still the same when they have been read.
 * @throws what `read` throws; InputError where they go on changing
 */
export async function readSettled<T>(files: () => readonly string[], read: () => Promise<T>): Promise<T> {
  let last: string | undefined;
  for (let look = 0; look < SETTLING.looks; look++) {
    if (look > 0) await pause(SETTLING.every);
    const current = await contentState(files());
    const settled = current === last;
    last = current;
    if (!settled) continue;
    const outcome = await read().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ((await contentState(files())) !== current) continue;
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }
  throw new InputError(problem('serve.unsettled', {}));
}

/** As `stateOf`, with what the files hold. Time stamps may be too coarse, or be set back by what copies. */
async function contentState(files: readonly string[]): Promise<string> {
  const states = files.map(async (file) => {
    // A pipe is empty once it has been read.
    const regular = statOf(file)?.isFile() ? await readBounded(file, LARGEST).catch(() => undefined) : undefined;
    return `${stateOf(file)} ${regular && createHash('sha256').update(regular).digest('hex')}`;
  });
  return (await Promise.all(states)).join('\n');
}

function stateOf(file: string): string {
  const stats = statOf(file);
  return stats === undefined ? `${file} -` : `${file} ${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // Whoever reads the file will say what is wrong with it.
    return undefined;
  }
}

/** A certificate with a long chain has some ten thousand bytes. */
const LARGEST = 1_000_000;

async function read(name: SettingName, file: string): Promise<Buffer> {
  try {
    return await readBounded(file, LARGEST);
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
