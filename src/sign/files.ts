import { readFileSync, statSync } from 'node:fs';
import { InputError, problem } from '../errors.ts';
import { isEncrypted } from './pem.ts';
import { makeSigner, type Signer } from './signer.ts';

/** Where a signer's files are, by the names of the options of `generate` and `serve`. */
export interface SignOptions {
  readonly 'sign-key'?: string | undefined;
  readonly 'sign-cert'?: string | undefined;
  readonly 'sign-chain'?: string | undefined;
  readonly 'sign-passphrase-file'?: string | undefined;
}

/** Asks the person at the terminal; `undefined` where there is none, or where the question was dismissed. */
export type AskPassphrase = (file: string) => Promise<string | undefined>;

/** How long before its end a certificate is worth a warning, in days. */
const WARNING = 30;

const DAY = 86_400_000;

/**
 * Reads the signer that the options name; `undefined` where they name none.
 * @throws InputError with the file and what is wrong with it: unreadable, open to everybody, ended, and all that `makeSigner` refuses
 */
export async function readSigner(options: SignOptions, now: Date, ask?: AskPassphrase): Promise<Signer | undefined> {
  const { 'sign-key': key, 'sign-cert': certificate, 'sign-chain': chain, 'sign-passphrase-file': secret } = options;
  if ((key === undefined) !== (certificate === undefined)) throw new InputError(problem('sign.pair', {}));
  if (key === undefined || certificate === undefined) {
    const option = Object.entries(options).find(([, value]) => value !== undefined)?.[0];
    if (option !== undefined) throw new InputError(problem('sign.alone', { option: `--${option}` }));
    return undefined;
  }
  const pem = readSecret(key);
  const passphrase = isEncrypted(pem) ? await (secret === undefined ? ask?.(key) : passphraseIn(secret)) : undefined;
  const signer = makeSigner({
    key: pem,
    certificate: read(certificate),
    ...(chain !== undefined && { chain: read(chain) }),
    ...(passphrase !== undefined && { passphrase }),
    names: { key, certificate, chain: chain ?? certificate },
  });
  signer.refuse(now);
  return signer;
}

/** What to say of a certificate that ends soon; `undefined` while there is time. */
export function endsSoon({ ends }: Signer, now: Date): { name: string; date: string; days: number } | undefined {
  const days = Math.floor((ends.at.getTime() - now.getTime()) / DAY);
  return days < WARNING ? { name: ends.name, date: ends.at.toISOString().slice(0, 10), days } : undefined;
}

/** The first line, as OpenSSL reads it with -passin file:. */
function passphraseIn(file: string): string {
  const [line = ''] = readSecret(file).split(/\r?\n/, 1);
  if (line === '') throw new InputError(problem('sign.passphrase-empty', {}, { file }));
  return line;
}

function readSecret(file: string): string {
  const text = read(file);
  // Windows has no such bits.
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0;
  if (open) throw new InputError(problem('sign.open', { path: file }, { file }));
  return text;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(problem('sign.unreadable', { reason: code ?? message }, { file }), { cause: error });
  }
}
