/**
 * The Content-Security-Policy of a page: nothing is loaded from anywhere, and nothing runs but the one script with this hash (scripts.generated.ts).
 * An administrator may change the styles, so they are not pinned by a hash. A server may send the same as a header.
 */
export function contentSecurityPolicy(scriptHash?: string, formAction: "'none'" | "'self'" = "'none'"): string {
  const script = scriptHash === undefined ? '' : ` script-src '${scriptHash}';`;
  return `default-src 'none';${script} style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action ${formAction}`;
}
