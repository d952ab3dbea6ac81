import { AsnConvert, AsnParser } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { type BaseBlock, Constructed, fromBER, Integer } from 'asn1js';
import { certificateBody } from './certificate-body.ts';

/** Is this one certificate, in PEM, of an authority: one that may issue others (RFC 5280 §4.2.1.9, and §4.2.1.3 where it says what its key is for)? */
export function isAuthority(pem: string): boolean {
  const certificate = parse(pem);
  if (certificate === undefined) return false;
  try {
    const usage = extension(certificate, id_ce_keyUsage, KeyUsage);
    const maySign = usage === undefined || (usage.toNumber() & KeyUsageFlags.keyCertSign) !== 0;
    return extension(certificate, id_ce_basicConstraints, BasicConstraints)?.cA === true && maySign;
  } catch {
    return false;
  }
}

/**
 * Has the authority issued this certificate itself (RFC 5280 §3.2), so that trust may begin with it? Devices take no other for a root. One of the same name that was
 * issued with another key, as when an authority changes its key, names that key.
 */
export function isSelfIssued(pem: string): boolean {
  const certificate = parse(pem);
  if (certificate === undefined) return false;
  const { issuer, subject } = certificate.tbsCertificate;
  try {
    const of = extension(certificate, id_ce_authorityKeyIdentifier, AuthorityKeyIdentifier)?.keyIdentifier;
    const own = extension(certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier);
    const sameKey = of === undefined || own === undefined || hex(of.buffer) === hex(own.buffer);
    return sameKey && comparable(issuer) === comparable(subject);
  } catch {
    return false;
  }
}

/** What decides whether devices trust by an authority. */
export interface Authority {
  readonly commonName: string | undefined;
  /** Its signature's digest, where that is one that is broken. */
  readonly digest: string | undefined;
  /** The length of its key, where that is RSA. */
  readonly rsaBits: number | undefined;
  readonly from: Date;
  readonly until: Date;
}

/** The facts of an authority's certificate, in PEM; `undefined` where it is none that can be read. */
export function readAuthority(pem: string): Authority | undefined {
  const certificate = parse(pem);
  if (certificate === undefined) return undefined;
  const { subject, validity, subjectPublicKeyInfo } = certificate.tbsCertificate;
  const { algorithm, parameters } = certificate.signatureAlgorithm;
  const names = subject.flatMap((set) => [...set]).filter(({ type }) => type === COMMON_NAME);
  return {
    commonName: names.map(({ value }) => value.toString()).find((name) => name.trim() !== ''),
    digest: brokenDigests[algorithm] ?? (algorithm === RSA_PSS && !namesDigest(parameters) ? 'SHA-1' : undefined),
    rsaBits: RSA_KEYS.includes(subjectPublicKeyInfo.algorithm.algorithm)
      ? rsaBits(subjectPublicKeyInfo.subjectPublicKey)
      : undefined,
    from: validity.notBefore.getTime(),
    until: validity.notAfter.getTime(),
  };
}

const COMMON_NAME = '2.5.4.3';
const RSA_PSS = '1.2.840.113549.1.1.10';
/** A key for PSS alone has the name of that algorithm (RFC 4055 §1.2). */
const RSA_KEYS = ['1.2.840.113549.1.1.1', RSA_PSS];

/** Signature algorithms by their digests (RFC 3279 §2.2, RFC 8017 §A.2.4; the last two are the older names of OIW). */
const brokenDigests: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2',
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.10040.4.3': 'SHA-1',
  '1.2.840.10045.4.1': 'SHA-1',
  '1.3.14.3.2.3': 'MD5',
  '1.3.14.3.2.29': 'SHA-1',
};

/** PSS without a word on the digest is with SHA-1 (RFC 8017 §A.2.3). */
function namesDigest(parameters: ArrayBuffer | null | undefined): boolean {
  return parameters != null && membersOf(fromBER(parameters).result).some(({ idBlock }) => idBlock.tagNumber === 0);
}

/** The length of the modulus, the first number of an RSA key (RFC 8017 §A.1.1). */
function rsaBits(key: ArrayBuffer): number | undefined {
  const [modulus] = membersOf(fromBER(key).result);
  return modulus instanceof Integer ? modulus.toBigInt().toString(2).length : undefined;
}

function membersOf(block: BaseBlock): BaseBlock[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}

function parse(pem: string): Certificate | undefined {
  const body = certificateBody(pem);
  if (body === undefined) return undefined;
  try {
    const der = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const { offset, result } = fromBER(der);
    return offset === der.length ? AsnParser.fromASN(result, Certificate) : undefined;
  } catch {
    return undefined;
  }
}

function extension<T>({ tbsCertificate }: Certificate, id: string, of: new () => T): T | undefined {
  const found = tbsCertificate.extensions?.find(({ extnID }) => extnID === id);
  return found && AsnConvert.parse(found.extnValue, of);
}

/** A name as it is compared: neither letter case, nor more blanks than one, nor the kind of text counts (RFC 5280 §7.1). */
function comparable(name: Name): string {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  return JSON.stringify(name.map((set) => set.map(({ type, value }) => [type, folded(value.toString())]).sort()));
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
