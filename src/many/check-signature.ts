import { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { readSignedContent } from '../read/signed-content.ts';

/** What is in a signature that holds. */
export interface Signed {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
}

/** Takes the content out of CMS SignedData (RFC 5652 §5) and has PKI.js hold it against its digest and signature. @throws Error */
export async function readSigned(bytes: Uint8Array): Promise<Signed> {
  const signed = readSignedContent(bytes);
  if (signed.kind === 'fault') throw new Error(signed.detail);
  const { content, data } = signed;
  if (content === undefined || data.signerInfos.length === 0) throw new Error('no content, or no signer');
  const { signatureVerified, signerCertificate } = await data.verify({
    signer: 0,
    checkChain: false,
    extendedMode: true,
  });
  if (signatureVerified !== true) throw new Error('another signature');
  if (!(signerCertificate instanceof Certificate)) throw new Error('no certificate of the signer');
  return { content, signer: new X509Certificate(Buffer.from(signerCertificate.toSchema().toBER())) };
}
