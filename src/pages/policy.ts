import { styleHashes } from './styles.generated.ts';

const STYLES = styleHashes.map((hash) => `'${hash}'`).join(' ');

/**
 * The Content-Security-Policy of a page: nothing is loaded from anywhere; our style sheets (styles.generated.ts) hold and no others, and nothing runs but
 * the one script with this hash (scripts.generated.ts). A server sends the same as a header.
 */
export function contentSecurityPolicy(scriptHash?: string, formAction: "'none'" | "'self'" = "'none'"): string {
  const script = scriptHash === undefined ? '' : ` script-src '${scriptHash}';`;
  return `default-src 'none';${script} style-src ${STYLES}; img-src data:; base-uri 'none'; form-action ${formAction}`;
}
