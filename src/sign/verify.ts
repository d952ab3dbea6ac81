import { createHash, type KeyObject, verify as verifySignature, X509Certificate } from 'node:crypto';
import {
  ContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  SignedData,
  SignerIdentifier,
  type SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier, Time } from '@peculiar/asn1-x509';
import { type BaseBlock, Constructed, fromBER, ObjectIdentifier, OctetString as Octets, Sequence } from 'asn1js';
import { InputError, type ProblemCode, problem } from '../errors.ts';
import { readCertificates } from './pem.ts';
import { refuseUntrusted } from './trust.ts';

export interface Trust {
  /** Root certificates in PEM. Nothing else is trusted: a root that came with the signature proves nothing. */
  readonly roots: string;
  /** When the certificates must be valid: now, where it is not said. The signing time is only what the signer claims. */
  readonly at?: Date;
}

/** What was signed, and by whom. */
export interface Verified {
  readonly content: Uint8Array;
  /** The first signer's certificate. */
  readonly signer: X509Certificate;
  /** What that signer says; `undefined` where it says nothing. */
  readonly signingTime: Date | undefined;
  /** All certificates that came with the signature, in its order. */
  readonly certificates: readonly X509Certificate[];
}

/**
 * Takes the content out of CMS SignedData when nobody has changed it and a trusted root vouches for each of its signers (RFC 5652 §5.4, §5.6; RFC 5280 §6).
 * Reads BER too; knows RSA with PKCS #1 v1.5 and ECDSA, with SHA-256, -384 and -512. Asks for no revocation list, and for no purpose of a certificate: Apple devices take
 * that of a web server.
 * @throws InputError with the first reason why not
 */
export function verify(signed: Uint8Array, trust: Trust): Verified {
  try {
    return verified(signed, trust);
  } catch (error) {
    // OpenSSL throws where a key or a number in a certificate is damaged.
    throw error instanceof InputError ? error : refusal('signature.malformed', {}, error);
  }
}

function verified(signed: Uint8Array, { roots, at = new Date() }: Trust): Verified {
  const { signedData, content, certificates, signers } = parse(signed);
  if (content === undefined) throw refusal('signature.detached', {});
  const anchors = readCertificates(roots, 'roots');
  const { eContentType } = signedData.encapContentInfo;
  // OpenSSL refuses a hash that is announced and unknown, too.
  const unknown = signedData.digestAlgorithms.find(({ algorithm }) => hashes[algorithm] === undefined);
  if (unknown !== undefined) throw refusal('signature.algorithm', { value: unknown.algorithm });
  const [first] = signedData.signerInfos.map((info, index) => {
    const signer = certificates.find((each) => isNamed(signers[index]?.name, each));
    if (signer === undefined) throw refusal('signature.no-certificate', {});
    const signingTime = checkSigner(info, signers[index]?.attributes, signer.publicKey, content, eContentType);
    refuseUntrusted(signer, certificates, anchors, at);
    return { signer, signingTime };
  });
  if (first === undefined) throw refusal('signature.malformed', {});
  return { content, ...first, certificates };
}

function parse(signed: Uint8Array) {
  const { result } = fromBER(signed);
  if (result.blockLength !== signed.length || !fits(result)) throw new Error('lengths');
  const { contentType, content } = AsnConvert.parse(signed, ContentInfo);
  if (contentType !== id_signedData) throw new Error(contentType);
  // What is not in a schema's types, or not as it was sent, is read from the blocks themselves.
  const blocks = membersOf(fromBER(content).result);
  return {
    signedData: AsnConvert.parse(content, SignedData),
    content: contentIn(blocks[2]),
    signers: membersOf(blocks.at(-1)).map(signerIn),
    certificates: certificatesIn(blocks).map((der) => new X509Certificate(der)),
  };
}

/** asn1js passes over lengths that are not those of what is inside, and the schemas over the class of a tag: signatures and certificates have no tag of their own above 3. */
function fits(block: BaseBlock): boolean {
  const { tagClass, tagNumber } = block.idBlock;
  if (tagClass !== 1 && (tagClass !== 3 || tagNumber > 3)) return false;
  if (!(block instanceof Constructed)) return true;
  const inside = membersOf(block);
  const length = inside.reduce((sum, { blockLength }) => sum + blockLength, 0);
  return (block.lenBlock.isIndefiniteForm || block.lenBlock.length === length) && inside.every(fits);
}

/** The content, also where it comes in pieces, as Apple's signer and OpenSSL's with -stream send it (BER). */
function contentIn(encapsulated: BaseBlock | undefined): Uint8Array | undefined {
  const [inner] = membersOf(membersOf(encapsulated)[1]);
  return inner instanceof Octets ? new Uint8Array(inner.getValue()) : undefined;
}

/** The certificates as they were sent: encoded anew, a damaged one might be mended. */
function certificatesIn(blocks: readonly BaseBlock[]): Uint8Array[] {
  // Other forms than X.509 (RFC 5652 §10.2.2) have tags of their own.
  const plain = membersOf(tagged(blocks, 0)).filter((each) => each instanceof Sequence);
  return plain.map((each) => new Uint8Array(each.valueBeforeDecodeView));
}

/** Who signed, and the signed attributes with the tag of their place, as they were sent: over these bytes goes the signature. */
function signerIn(signerInfo: BaseBlock): {
  readonly name: Uint8Array | undefined;
  readonly attributes: Uint8Array | undefined;
} {
  const [, name, , ...others] = membersOf(signerInfo);
  return { name: name?.valueBeforeDecodeView, attributes: tagged(others, 0)?.valueBeforeDecodeView };
}

function tagged(blocks: readonly BaseBlock[], number: number): BaseBlock | undefined {
  return blocks.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === number);
}

function membersOf(block: BaseBlock | undefined): BaseBlock[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}

/** Is this the certificate that the signer names, by issuer and serial number or by key identifier (RFC 5652 §5.3)? */
function isNamed(sent: Uint8Array | undefined, { raw }: X509Certificate): boolean {
  const { issuer, serialNumber, extensions = [] } = AsnConvert.parse(raw, Certificate).tbsCertificate;
  const issuerAndSerialNumber = new IssuerAndSerialNumber({ issuer, serialNumber });
  if (same(sent, AsnConvert.serialize(new SignerIdentifier({ issuerAndSerialNumber })))) return true;
  const identifier = extensions.find(({ extnID }) => extnID === id_ce_subjectKeyIdentifier)?.extnValue;
  if (identifier === undefined) return false;
  const subjectKeyIdentifier = AsnConvert.parse(identifier.buffer, SubjectKeyIdentifier);
  return same(sent, AsnConvert.serialize(new SignerIdentifier({ subjectKeyIdentifier })));
}

const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The signature algorithms, with the kind of key and, where the name has it, the hash (RFC 5754 §3.2, §3.3). */
const algorithms: Readonly<Record<string, { readonly key: string; readonly hash?: string }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

/** Checks one signature over the content. @returns the signing time that it claims */
function checkSigner(
  info: SignerInfo,
  sent: Uint8Array | undefined,
  key: KeyObject,
  content: Uint8Array,
  contentType: string,
): Date | undefined {
  const hash = hashes[info.digestAlgorithm.algorithm];
  const algorithm = algorithms[info.signatureAlgorithm.algorithm];
  if (hash === undefined) throw refusal('signature.algorithm', { value: info.digestAlgorithm.algorithm });
  if (algorithm === undefined || (algorithm.hash ?? hash) !== hash || key.asymmetricKeyType !== algorithm.key)
    throw refusal('signature.algorithm', { value: info.signatureAlgorithm.algorithm });
  const signature = new Uint8Array(info.signature.buffer);
  const { signedAttrs: attributes } = info;
  if (attributes === undefined || sent === undefined) {
    // Only data may be signed bare (RFC 5652 §5.3).
    const whole = contentType === id_data && verifySignature(hash, content, key, signature);
    if (!whole) throw refusal('signature.altered', {});
    return undefined;
  }
  const attribute = (type: string): ArrayBuffer | undefined => {
    const [found, ...more] = attributes.filter(({ attrType }) => attrType === type);
    return found?.attrValues.length === 1 && more.length === 0 ? found.attrValues[0] : undefined;
  };
  const time = attribute(id_signingTime);
  const said = { type: attribute(id_contentType), digest: attribute(id_messageDigest) };
  const expected = {
    type: new ObjectIdentifier({ value: contentType }).toBER(),
    digest: AsnConvert.serialize(new OctetString(createHash(hash).update(content).digest())),
  };
  const signed = Uint8Array.from(sent);
  // The tag of a set takes the place of [0] (RFC 5652 §5.4).
  signed[0] = 0x31;
  const whole =
    same(said.type, expected.type) &&
    same(said.digest, expected.digest) &&
    verifySignature(hash, signed, key, signature);
  if (!whole) throw refusal('signature.altered', {});
  return time === undefined ? undefined : AsnConvert.parse(time, Time).getTime();
}

function same(one: ArrayBuffer | Uint8Array | undefined, other: ArrayBuffer | Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(new Uint8Array(one), new Uint8Array(other)) === 0;
}

function refusal<C extends ProblemCode>(
  code: C,
  details: Parameters<typeof problem<C>>[1],
  cause?: unknown,
): InputError {
  return new InputError(problem(code, details), { cause });
}
