import { X509Certificate } from 'node:crypto';
import { OctetString, type UTCTime } from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';

/** What was signed, by whom, and what came with it. */
export interface Signed {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
  readonly signingTime: Date | undefined;
  /** In the order of the signature. */
  readonly certificates: readonly X509Certificate[];
}

/** As PKCS #9 names it (RFC 2985 §5.3.3). */
const SIGNING_TIME = '1.2.840.113549.1.9.5';

/**
 * Takes the content out of CMS SignedData with one signer, as PKI.js reads and checks it (RFC 5652; the chain by RFC 5280).
 * @throws where it finds the content changed, or no way to one of these roots at the time
 */
export async function readSigned(
  signed: Uint8Array,
  { roots, at = new Date() }: { readonly roots: string; readonly at?: Date },
): Promise<Signed> {
  const { contentType, content: inner } = ContentInfo.fromBER(Uint8Array.from(signed).buffer);
  if (contentType !== ContentInfo.SIGNED_DATA) throw new Error(`not signed data: ${contentType}`);
  const data = new SignedData({ schema: inner });
  const anchors = (roots.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem) =>
    Certificate.fromBER(Uint8Array.from(new X509Certificate(pem).raw).buffer),
  );
  const found = await data.verify({
    signer: 0,
    checkDate: at,
    checkChain: true,
    trustedCerts: anchors,
    extendedMode: true,
  });
  if (!found.signatureVerified || !found.signerCertificateVerified) throw new Error(found.message || 'not verified');
  const content = data.encapContentInfo.eContent;
  if (content === undefined || found.signerCertificate === null || found.signerCertificate === undefined)
    throw new Error('no content, or no signer');
  const attributes = data.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const time = attributes.find(({ type }) => type === SIGNING_TIME)?.values[0] as UTCTime | undefined;
  return {
    content: new Uint8Array(new OctetString({ valueHex: content.getValue() }).getValue()),
    signer: new X509Certificate(Buffer.from(found.signerCertificate.toSchema(true).toBER())),
    signingTime: time?.toDate(),
    certificates: (data.certificates ?? []).map(
      (each) => new X509Certificate(Buffer.from((each as Certificate).toSchema(true).toBER())),
    ),
  };
}
