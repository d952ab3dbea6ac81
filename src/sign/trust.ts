import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { BasicConstraints, Certificate } from '@peculiar/asn1-x509';
import { InputError, problem } from '../errors.ts';
import { issues } from './chain.ts';
import { nameIn } from './pem.ts';

/** Extensions that we understand, or that restrict nothing here; RFC 5280 §4.2 wants a certificate refused that has another one marked as critical. */
const understood = {
  basicConstraints: '2.5.29.19',
  /** Held by OpenSSL when it asks who issued what. */
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAlternativeName: '2.5.29.17',
  certificatePolicies: '2.5.29.32',
} as const;

/** No chain in use is longer. */
const LONGEST = 8;

/**
 * Follows a certificate, by way of the others, to a root that is trusted (RFC 5280 §6.1): each one valid at the time, issued by the next, with room for those below it.
 * @throws InputError where there is no way, or none that is valid at the time
 */
export function refuseUntrusted(
  signer: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): void {
  const chain = chainOf([signer], others, roots);
  if (chain === undefined) throw new InputError(problem('signature.untrusted', { name: nameIn(signer.subject) }));
  const outdated = chain.find(({ validFrom, validTo }) => !(new Date(validFrom) <= at && at <= new Date(validTo)));
  if (outdated === undefined) return;
  const { subject, validFrom, validTo } = outdated;
  const [from, to] = [validFrom, validTo].map((date) => new Date(date).toISOString().slice(0, 10)) as [string, string];
  throw new InputError(problem('signature.outdated', { name: nameIn(subject), from, to }));
}

/** The first way from the last certificate of `below` to a root. */
function chainOf(
  below: readonly X509Certificate[],
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): readonly X509Certificate[] | undefined {
  const last = below.at(-1) as X509Certificate;
  if (!isUnderstood(last) || below.length > LONGEST) return undefined;
  if (roots.some(({ raw }) => raw.equals(last.raw))) return below;
  const root = roots.find((each) => mayFollow(each, below));
  if (root !== undefined && isUnderstood(root)) return [...below, root];
  for (const issuer of others) {
    if (below.includes(issuer) || !mayFollow(issuer, below)) continue;
    const chain = chainOf([...below, issuer], others, roots);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

function mayFollow(issuer: X509Certificate, below: readonly X509Certificate[]): boolean {
  return issues(issuer, below.at(-1) as X509Certificate) && leavesRoom(issuer, below);
}

/** May so many authorities stand below it (RFC 5280 §4.2.1.9)? Those that issue themselves do not count. */
export function leavesRoom(issuer: X509Certificate, below: readonly X509Certificate[]): boolean {
  const between = below.slice(1).filter((each) => each.subject !== each.issuer).length;
  const constraints = extensionsOf(issuer).find(({ extnID }) => extnID === understood.basicConstraints);
  if (constraints === undefined) return true;
  const { pathLenConstraint } = AsnConvert.parse(constraints.extnValue.buffer, BasicConstraints);
  return pathLenConstraint === undefined || between <= pathLenConstraint;
}

function isUnderstood(certificate: X509Certificate): boolean {
  const known: readonly string[] = Object.values(understood);
  return extensionsOf(certificate).every(({ critical, extnID }) => !critical || known.includes(extnID));
}

function extensionsOf({ raw }: X509Certificate) {
  return AsnConvert.parse(raw, Certificate).tbsCertificate.extensions ?? [];
}
