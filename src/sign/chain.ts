import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { InputError, problem } from '../errors.ts';
import { nameIn } from './pem.ts';

/**
 * The certificates between a signer's own and the root: what a device needs to find its way (without them it says that the profile is not verified). A chain is complete when
 * it ends at a root: one of those that Node ships, which are Mozilla's, or one that stands at its end.
 * @throws InputError when one certificate does not issue the one before it, or when the last one's issuer is unknown
 */
export function completeChain(
  own: X509Certificate,
  given: readonly X509Certificate[],
  file: string,
): X509Certificate[] {
  if (isSelfSigned(own)) return [];
  // Some authorities hand out the certificate itself once more at the beginning of the chain.
  const issuers = given.filter(({ raw }) => !raw.equals(own.raw));
  for (const [index, issuer] of issuers.entries()) {
    const before = issuers[index - 1] ?? own;
    if (issues(issuer, before)) continue;
    const later = issuers.some((each) => issues(each, before));
    const details = { name: nameIn(issuer.subject), before: nameIn(before.subject) };
    throw new InputError(problem(later ? 'sign.chain-order' : 'sign.chain-foreign', details, { file }));
  }
  const last = issuers.at(-1) ?? own;
  if (isSelfSigned(last)) return issuers.slice(0, -1);
  if (rootCertificates.some((pem) => issues(new X509Certificate(pem), last))) return issuers;
  throw new InputError(
    problem('sign.chain-incomplete', { name: nameIn(last.subject), issuer: nameIn(last.issuer) }, { file }),
  );
}

/** Has this authority signed that certificate? `checkIssued` holds names, key identifiers and key usage against each other (X509_check_issued of OpenSSL). */
function issues(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
}
