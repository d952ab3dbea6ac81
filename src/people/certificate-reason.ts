/** Does Node's TLS say with it that a certificate is not to be trusted (nodejs.org/api/tls.html, X509 certificate error codes)? */
export function isAboutCertificate(reason: string): boolean {
  return PATTERN.test(reason);
}

const PATTERN =
  /^(?:UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH|ERR_TLS_CERT_ALTNAME)/;
