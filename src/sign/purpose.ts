import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { BasicConstraints, Certificate, ExtendedKeyUsage, KeyUsage, KeyUsageFlags } from '@peculiar/asn1-x509';
import { type Problem, problem } from '../errors.ts';
import { nameIn } from './pem.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';

/**
 * Purposes that no signature of a profile is for: IPsec, time stamps, OCSP (RFC 5280 §4.2.1.12, RFC 4945 §5.1.3.12). Of the others Apple devices take that of a web server
 * and those for e-mail and code; OpenSSL takes e-mail alone, unless it is told not to ask (`-purpose any`).
 */
const FOREIGN: ReadonlySet<string> = new Set([5, 6, 7, 8, 9, 17].map((number) => `1.3.6.1.5.5.7.3.${number}`));

/** Extensions that OpenSSL heeds; one that is critical and none of these makes it refuse a certificate (X509_supported_extension, OpenSSL 3.0; RFC 5280 §4.2). */
const HEEDED: ReadonlySet<string> = new Set([
  ...[15, 17, 19, 30, 31, 32, 33, 36, 37, 54].map((number) => `2.5.29.${number}`),
  '2.16.840.1.113730.1.1',
  '1.3.6.1.5.5.7.1.7',
  '1.3.6.1.5.5.7.1.8',
  '1.3.6.1.5.5.7.1.14',
  '1.3.6.1.5.5.7.48.1.5',
]);

/** Why nobody would take a signature of these certificates, the signer's first; `undefined` where nothing speaks against it. */
export function unfit(certificates: readonly X509Certificate[]): { problem: Problem; of: X509Certificate } | undefined {
  const [own] = certificates;
  const wrong = own && wrongPurpose(own);
  if (own !== undefined && wrong !== undefined) return { problem: wrong, of: own };
  for (const [index, each] of certificates.entries()) {
    const name = nameIn(each.subject);
    const unknown = extensionsOf(each).find(({ critical, extnID }) => critical && !HEEDED.has(extnID));
    if (unknown !== undefined) return { problem: problem('sign.critical', { name, value: unknown.extnID }), of: each };
    if (index > 0 && !leavesRoom(each, certificates.slice(0, index)))
      return { problem: problem('sign.path-length', { name }), of: each };
  }
  return undefined;
}

/** May so many authorities stand below it (RFC 5280 §4.2.1.9)? Those that issue themselves do not count. */
function leavesRoom(issuer: X509Certificate, below: readonly X509Certificate[]): boolean {
  const between = below.slice(1).filter((each) => each.subject !== each.issuer).length;
  const constraints = extensionsOf(issuer).find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
  if (constraints === undefined) return true;
  const { pathLenConstraint } = AsnConvert.parse(constraints.extnValue.buffer, BasicConstraints);
  return pathLenConstraint === undefined || between <= pathLenConstraint;
}

function wrongPurpose(own: X509Certificate): Problem | undefined {
  const extensions = extensionsOf(own);
  const [usage, purposes] = [KEY_USAGE, EXTENDED_KEY_USAGE].map((id) => extensions.find(({ extnID }) => extnID === id));
  const name = nameIn(own.subject);
  if (usage !== undefined) {
    const flags = AsnConvert.parse(usage.extnValue.buffer, KeyUsage).toNumber();
    // OpenSSL takes either for a signature of data, and a certificate that does not say for all.
    if ((flags & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) === 0)
      return problem('sign.key-usage', { name });
  }
  const named = purposes === undefined ? [] : [...AsnConvert.parse(purposes.extnValue.buffer, ExtendedKeyUsage)];
  return named.length > 0 && named.every((id) => FOREIGN.has(id)) ? problem('sign.purpose', { name }) : undefined;
}

function extensionsOf({ raw }: X509Certificate) {
  return AsnConvert.parse(raw, Certificate).tbsCertificate.extensions ?? [];
}
