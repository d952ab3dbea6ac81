import { createHash, verify, X509Certificate } from 'node:crypto';
import { ContentInfo, id_messageDigest, id_signedData, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Set as AsnSet, fromBER } from 'asn1js';

/** What is in a signature that holds. */
export interface Signed {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
}

/** Is it DER, as a signature around a profile is? XML begins otherwise. */
export function isSigned(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30;
}

/** Takes the content out of CMS SignedData (RFC 5652 §5) and holds it against its digest, and the attributes against the signature. @throws Error */
export function readSigned(bytes: Uint8Array): Signed {
  const { contentType, content: inner } = AsnConvert.parse(bytes, ContentInfo);
  if (contentType !== id_signedData) throw new Error(contentType);
  const { encapContentInfo, certificates = [], signerInfos } = AsnConvert.parse(inner, SignedData);
  const content = encapContentInfo.eContent?.single?.buffer;
  const [info] = signerInfos;
  if (content === undefined || info?.signedAttrs === undefined) throw new Error('no content, or no signer');
  const serial = hexOf(info.sid.issuerAndSerialNumber?.serialNumber);
  const signer = certificates
    .flatMap(({ certificate }) =>
      certificate ? [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))] : [],
    )
    .find(({ serialNumber }) => trimmed(serialNumber) === serial);
  if (signer === undefined) throw new Error('no certificate of the signer');
  const digest = info.signedAttrs.find(({ attrType }) => attrType === id_messageDigest)?.attrValues[0];
  const wanted = digest && AsnConvert.parse(digest, OctetString).buffer;
  if (wanted === undefined || !createHash('sha256').update(Buffer.from(content)).digest().equals(Buffer.from(wanted)))
    throw new Error('another digest');
  // What is signed is a set of its own, in DER (§5.4).
  const set = info.signedAttrs.map((each) => fromBER(AsnConvert.serialize(each)).result);
  const attributes = Buffer.from(new AsnSet({ value: set }).toBER());
  if (!verify('sha256', attributes, signer.publicKey, Buffer.from(info.signature.buffer)))
    throw new Error('another signature');
  return { content: new Uint8Array(content), signer };
}

function hexOf(bytes: ArrayBuffer | undefined): string {
  return trimmed(
    Buffer.from(bytes ?? new ArrayBuffer(0))
      .toString('hex')
      .toUpperCase(),
  );
}

function trimmed(hex: string): string {
  return hex.replace(/^0+/, '');
}
