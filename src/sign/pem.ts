import { X509Certificate } from 'node:crypto';
import { InputError, problem } from '../errors.ts';

const BEGIN = /(?=-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----)/;
const END = /-----END (?:TRUSTED |X509 )?CERTIFICATE-----/;

/**
 * The certificates of a PEM file, in its order; text around them is let be, as OpenSSL does.
 * @throws InputError where there is none, or one that is damaged
 */
export function readCertificates(pem: string, file: string): [X509Certificate, ...X509Certificate[]] {
  const blocks = blocksIn(pem);
  try {
    const [first, ...others] = blocks.map((block) => new X509Certificate(block));
    if (first !== undefined) return [first, ...others];
  } catch (error) {
    throw new InputError(problem('sign.certificate', {}, { file }), { cause: error });
  }
  throw new InputError(problem('sign.certificate', {}, { file }));
}

/** From each beginning to its end. One without an end is damaged. (No expression that looks for both: in a file that is all beginnings it would search the rest for each.) */
function blocksIn(pem: string): string[] {
  return pem.split(BEGIN).flatMap((part) => {
    if (!part.startsWith('-----BEGIN ')) return [];
    const end = END.exec(part);
    return end === null ? part : part.slice(0, end.index + end[0].length);
  });
}

/** Does this key want a passphrase? PKCS#8 says so in its label, OpenSSL's older form in a header (RFC 1421 §4.6.1.1). */
export function isEncrypted(key: string): boolean {
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type:\s*4,\s*ENCRYPTED/m.test(key);
}

/** A subject or issuer as a person knows it. */
export function nameIn(distinguished: string): string {
  return /^CN=(.*)$/m.exec(distinguished)?.[1] ?? distinguished.replaceAll('\n', ', ');
}
