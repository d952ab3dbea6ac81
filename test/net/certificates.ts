import { KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs';

/* Certificates without a process: PKI.js makes them. */

/** In PEM. */
export interface MadeCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly made: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface Wanted {
  readonly names: readonly string[];
  /** Days from now; below 0 it has ended. */
  readonly days?: number;
  /** Without one: signed by its own key. */
  readonly issuer?: MadeCertificate;
  readonly authority?: boolean;
}

const COMMON_NAME = '2.5.4.3';
let serial = 1;

export async function makeCertificate({
  names,
  days = 30,
  issuer,
  authority = false,
}: Wanted): Promise<MadeCertificate> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const made = new Certificate();
  made.version = 2;
  serial += 1;
  made.serialNumber = new Integer({ value: serial });
  const subject = new AttributeTypeAndValue({
    type: COMMON_NAME,
    value: new Utf8String({ value: names[0] ?? 'test' }),
  });
  made.subject.typesAndValues.push(subject);
  made.issuer = issuer?.made.subject ?? made.subject;
  made.notBefore.value = new Date(Date.now() - 60 * 86_400_000);
  made.notAfter.value = new Date(Date.now() + days * 86_400_000);
  const extension = (extnID: string, critical: boolean, value: { toSchema(): { toBER(): ArrayBuffer } }) =>
    new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
  const dnsNames = new GeneralNames({ names: names.map((value) => new GeneralName({ type: 2, value })) });
  made.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: authority })),
    ...(authority
      ? []
      : [
          extension('2.5.29.17', false, dnsNames),
          extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.1'] })),
        ]),
  ];
  await made.subjectPublicKeyInfo.importKey(keys.publicKey);
  await made.sign(issuer?.keys.privateKey ?? keys.privateKey, 'SHA-256');
  const certificate = new X509Certificate(Buffer.from(made.toSchema(true).toBER())).toString();
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string;
  return { certificate, key, made, keys };
}
