import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { mobileconfigFrames } from '../src/lint/mobileconfig/mobileconfig-frames.ts';
import { root } from './generated.ts';

/** Makes the signed files of the rules' samples anew, with keys that nobody keeps. It is run by hand, when a rule needs another one (`npx tsx scripts/signed-samples.ts`). */
const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const rsa = (modulusLength: number) => ({
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength },
  publicExponent: new Uint8Array([1, 0, 1]),
});
const { subtle } = globalThis.crypto;
type Algorithm = typeof EC | ReturnType<typeof rsa>;

interface Issued {
  readonly certificate: Certificate;
  readonly keys: CryptoKeyPair;
}

let serial = 1;

async function issue(
  name: string,
  by?: Issued,
  { algorithm = EC as Algorithm, from = '2020-01-01', to = '2120-01-01', usage = 0x80, ca = by === undefined } = {},
): Promise<Issued> {
  const keys = (await subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  serial += 1;
  certificate.serialNumber = new Integer({ value: serial });
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
  );
  certificate.issuer.typesAndValues = (by?.certificate ?? certificate).subject.typesAndValues;
  certificate.notBefore.value = new Date(`${from}T00:00:00Z`);
  certificate.notAfter.value = new Date(`${to}T00:00:00Z`);
  for (const time of [certificate.notBefore, certificate.notAfter])
    time.type = time.value.getUTCFullYear() < 2050 ? 0 : 1;
  const bits = new BitString({ valueHex: new Uint8Array([ca ? 0x06 : usage]).buffer, unusedBits: ca ? 1 : 5 });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: bits.toBER() }),
    ...(ca
      ? [
          new Extension({
            extnID: '2.5.29.19',
            critical: true,
            extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(),
          }),
        ]
      : []),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((by?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

async function sign(content: string, signers: readonly Issued[], certificates: readonly Issued[]) {
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: ContentInfo.DATA,
      eContent: new OctetString({ valueHex: new Uint8Array(new TextEncoder().encode(content)).buffer }),
    }),
    certificates: certificates.map((each) => each.certificate),
    signerInfos: signers.map(
      ({ certificate: { issuer, serialNumber } }) =>
        new SignerInfo({ version: 1, sid: new IssuerAndSerialNumber({ issuer, serialNumber }) }),
    ),
  });
  for (const [index, { keys }] of signers.entries()) await data.sign(keys.privateKey, index, 'SHA-256');
  const whole = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) });
  return Buffer.from(whole.toSchema().toBER()).toString('base64');
}

const authority = await issue('Example Root');
const other = await issue('Private Root');
const between = await issue('Example Intermediate', authority, { ca: true });
const good = await issue('Example', authority, { algorithm: rsa(2048) });
const content = mobileconfigFrames.outer('');

const of = async (name: string, options: Parameters<typeof issue>[2], by = authority) => {
  const own = await issue(name, by, options);
  return sign(content, [own], by === between ? [own] : [own, by]);
};
const samples = {
  good: await sign(content, [good], [good, authority]),
  elliptic: await of('Example', {}),
  short: await of('Example', { algorithm: rsa(1024) }),
  expired: await of('Example', { algorithm: rsa(2048), to: '2021-01-01' }),
  expiring: await of('Example', { algorithm: rsa(2048), to: '2026-11-15' }),
  later: await of('Example', { algorithm: rsa(2048), from: '2100-01-01' }),
  otherUse: await of('Example', { algorithm: rsa(2048), usage: 0x20 }),
  private: await of('Example', { algorithm: rsa(2048) }, other),
  gap: await of('Example', { algorithm: rsa(2048) }, between),
  sha1: await of('Example', { algorithm: { ...rsa(2048), hash: 'SHA-1' } }),
  nobody: await sign(content, [good], [authority]),
  two: await sign(content, [good, await issue('Second', authority, { algorithm: rsa(2048) })], [good, authority]),
  variable: await sign(
    mobileconfigFrames.mail('<key>EmailAddress</key><string>$EMAIL</string>'),
    [good],
    [good, authority],
  ),
};
const lines = Object.entries(samples).map(([name, base64]) => `  ${name}:\n    '${base64}',`);
const rootDer = Buffer.from(authority.certificate.toSchema(true).toBER()).toString('base64');
writeFileSync(
  join(root, 'src/lint/signing/signed-samples.ts'),
  `/* Made by scripts/signed-samples.ts; nobody has the keys. */

/** The authority that the samples count as public, in base64. */
export const sampleRoot =
  '${rootDer}';

/** Signed profiles by what is wrong with them, in base64. */
export const signedSamples = {
${lines.join('\n')}
} as const;
`,
);
