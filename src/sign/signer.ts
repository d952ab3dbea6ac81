import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { InputError, type Problem, type ProblemCode, problemWith } from '../errors.ts';
import { completeChain } from './chain.ts';
import { isEncrypted, nameIn, readCertificates } from './pem.ts';
import { unfit } from './purpose.ts';
import { type KeyKind, makeEncoder } from './signed-data.ts';

/** A key and its certificates, in PEM. */
export interface Credentials {
  /** PKCS#8, or the older forms of OpenSSL; RSA of 2048 bits or more, or P-256. It may be encrypted. */
  readonly key: string;
  /** The key's certificate; further ones after it count as the beginning of the chain, so a `fullchain.pem` will do. */
  readonly certificate: string;
  /** The issuer of the certificate, then the issuer's issuer, and so on. A root at its end shows that the chain is whole and is not put into signatures. */
  readonly chain?: string;
  /** A text in UTF-8, or its bytes. */
  readonly passphrase?: string | Uint8Array;
  /** What the three are called in messages, such as their files. */
  readonly names?: Readonly<Record<'key' | 'certificate' | 'chain', string>>;
}

/** Signs, and knows how long it may. */
export interface Signer {
  /**
   * Puts bytes into CMS SignedData (RFC 5652 §5), in DER, with SHA-256: the content is inside (§5.2), with the certificates but for the root (§10.2.3) and the signed
   * attributes content type, signing time and message digest (§11).
   *
   * The same content and time give the same bytes with an RSA key (PKCS #1 v1.5). With ECDSA they never do: each signature has a random number in it.
   * @throws InputError when a certificate is not valid at the signing time
   */
  readonly sign: (content: Uint8Array, signingTime: Date) => Uint8Array;
  /** @throws InputError when a certificate is not valid at this time */
  readonly refuse: (time: Date) => void;
  /** The certificate that ends first, the root left aside. */
  readonly ends: { readonly at: Date; readonly name: string };
}

/**
 * Reads a key and its certificates and finds whether they belong together; so `sign` has nothing left to do but to sign.
 * @throws InputError naming what is wrong: no PEM, a wrong passphrase, a key of another kind or of another certificate, a chain with a gap
 */
export function makeSigner(credentials: Credentials): Signer {
  const { certificate, chain = '', names = { key: 'key', certificate: 'certificate', chain: 'chain' } } = credentials;
  const key = readKey(credentials, names.key);
  const kind = kindOf(key, names.key);
  const [own, ...issuers] = readCertificates(certificate, names.certificate);
  if (!own.checkPrivateKey(key)) throw refusal('sign.mismatch', { certificate: names.certificate }, names.key);
  const given = [...issuers, ...(chain.trim() === '' ? [] : readCertificates(chain, names.chain))];
  const place = chain.trim() === '' ? names.certificate : names.chain;
  const included = [own, ...completeChain(own, given, place)];
  const reason = parsed(() => unfit(included), place);
  if (reason !== undefined)
    throw new InputError({ ...reason.problem, place: { file: reason.of === own ? names.certificate : place } });
  const encode = makeEncoder(
    key,
    kind,
    included.map(({ raw }) => raw),
  );
  const validities = included.map((each) => ({
    name: nameIn(each.subject),
    from: start(each),
    at: end(each),
    file: each === own ? names.certificate : place,
  }));
  const [first, ...others] = validities as [Validity, ...Validity[]];
  const ends = others.reduce((earliest, each) => (each.at < earliest.at ? each : earliest), first);
  const begins = others.reduce((latest, each) => (each.from > latest.from ? each : latest), first);
  const refuse = (time: Date) => refuseOutside(begins, ends, time);
  return {
    sign: (content, signingTime) => {
      refuse(signingTime);
      return encode(content, signingTime);
    },
    refuse,
    ends: { at: ends.at, name: ends.name },
  };
}

/** OpenSSL passes over extensions that it cannot read. */
function parsed<T>(parse: () => T, file: string): T {
  try {
    return parse();
  } catch (error) {
    throw refusal('sign.certificate', {}, file, error);
  }
}

interface Validity {
  readonly name: string;
  readonly from: Date;
  readonly at: Date;
  /** Where the certificate stands. */
  readonly file: string;
}

function refuseOutside(begins: Validity, ends: Validity, time: Date): void {
  if (!(time <= ends.at)) throw refusal('sign.expired', { name: ends.name, date: day(ends.at) }, ends.file);
  if (time < begins.from) throw refusal('sign.not-yet', { name: begins.name, date: day(begins.from) }, begins.file);
}

function readKey({ key, passphrase }: Credentials, file: string): KeyObject {
  const encrypted = isEncrypted(key);
  if (encrypted && passphrase === undefined) throw refusal('sign.passphrase-missing', {}, file);
  try {
    return createPrivateKey({
      key,
      ...(encrypted && passphrase !== undefined && { passphrase: Buffer.from(passphrase) }),
    });
  } catch (error) {
    // A wrong passphrase decrypts to noise, of which OpenSSL says now this and now that.
    throw refusal(encrypted ? 'sign.passphrase-wrong' : 'sign.key', {}, file, error);
  }
}

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, file: string): KeyKind {
  const { modulusLength = 0, namedCurve } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'rsa' && modulusLength >= 2048) return 'rsa';
  if (asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ec';
  const words = [asymmetricKeyType, modulusLength || undefined, namedCurve].filter((word) => word !== undefined);
  throw refusal('sign.key-kind', { value: words.join(' ') }, file);
}

function start({ validFrom }: X509Certificate): Date {
  return new Date(validFrom);
}

function end({ validTo }: X509Certificate): Date {
  return new Date(validTo);
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function refusal(code: ProblemCode, details: Problem['details'], file: string, cause?: unknown) {
  return new InputError(problemWith(code, details, { file }), { cause });
}
