import { InputError, problem } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import { opennessOf } from '../files/secret.ts';
import { isEncrypted } from './pem.ts';
import { type Credentials, makeSigner, type Signer } from './signer.ts';

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
  const credentials = await readCredentials(options, ask);
  if (credentials === undefined) return undefined;
  const signer = makeSigner(credentials);
  signer.refuse(now);
  return signer;
}

/**
 * Reads what a signer is made of: plain data, which another thread can have.
 * @throws InputError with the file and what is wrong with it
 */
export async function readCredentials(options: SignOptions, ask?: AskPassphrase): Promise<Credentials | undefined> {
  const { 'sign-key': key, 'sign-cert': certificate, 'sign-chain': chain, 'sign-passphrase-file': secret } = options;
  if ((key === undefined) !== (certificate === undefined)) throw new InputError(problem('sign.pair', {}));
  if (key === undefined || certificate === undefined) {
    const option = Object.entries(options).find(([, value]) => value !== undefined)?.[0];
    if (option !== undefined) throw new InputError(problem('sign.alone', { option: `--${option}` }));
    return undefined;
  }
  const pem = await readPem(key, readSecret);
  const passphrase = isEncrypted(pem) ? await (secret === undefined ? ask?.(key) : passphraseIn(secret)) : undefined;
  return {
    key: pem,
    certificate: await readPem(certificate, read),
    ...(chain !== undefined && { chain: await readPem(chain, read) }),
    ...(passphrase !== undefined && { passphrase }),
    names: { key, certificate, chain: chain ?? certificate },
  };
}

/** What to say of a certificate that ends soon; `undefined` while there is time. */
export function endsSoon({ ends }: Signer, now: Date): { name: string; date: string; days: number } | undefined {
  const days = Math.floor((ends.at.getTime() - now.getTime()) / DAY);
  return days < WARNING ? { name: ends.name, date: ends.at.toISOString().slice(0, 10), days } : undefined;
}

/** The bytes of the first line, as OpenSSL reads it with -passin file:, but without the mark that editors of Windows put before it. */
async function passphraseIn(file: string): Promise<Uint8Array> {
  const bytes = await readSecret(file);
  if (isUtf16(bytes)) throw new InputError(problem('sign.passphrase-utf16', {}, { file }));
  const text = bytes.subarray(bytes.indexOf(MARK) === 0 ? MARK.length : 0);
  const end = text.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  if (end === 0 || text.length === 0) throw new InputError(problem('sign.passphrase-empty', {}, { file }));
  return end < 0 ? text : text.subarray(0, end);
}

/** The byte-order mark in UTF-8. */
const MARK = Buffer.from('\ufeff');

/** By its mark, or by a NUL, which no passphrase in another encoding has: PowerShell 5 writes such files with `>`. */
function isUtf16(bytes: Buffer): boolean {
  return bytes.includes(0) || [0xfeff, 0xfffe].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE(0));
}

/** Certificates and keys without PEM around them, and PKCS #12, are one SEQUENCE of more than 127 bytes (X.690 §8.1); no text begins so. */
function isDer(bytes: Buffer): boolean {
  return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
}

/** PEM, as text. */
async function readPem(file: string, read: (file: string) => Promise<Buffer>): Promise<string> {
  const bytes = await read(file);
  if (isDer(bytes)) throw new InputError(problem('sign.binary', {}, { file }));
  // OpenSSL finds no line in it that begins with hyphens.
  if (isUtf16(bytes)) throw new InputError(problem('sign.utf16', {}, { file }));
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

async function readSecret(file: string): Promise<Buffer> {
  const bytes = await read(file);
  const openness = opennessOf(file);
  if (openness === 'open') throw new InputError(problem('sign.open', { path: file }, { file }));
  if (openness === 'mounted') throw new InputError(problem('sign.mounted', {}, { file }));
  return bytes;
}

/** A certificate with a long chain has some ten thousand bytes. */
const LARGEST = 1_000_000;

async function read(file: string): Promise<Buffer> {
  try {
    return await readBounded(file, LARGEST);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(problem('sign.unreadable', { reason: code ?? message }, { file }), { cause: error });
  }
}
