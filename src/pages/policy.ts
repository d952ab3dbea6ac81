import { styleHashes } from './styles.generated.ts';

const STYLES = styleHashes.map((hash) => `'${hash}'`).join(' ');

/** What a page has beside our style sheets. */
interface Allowed {
  readonly scriptHash?: string | undefined;
  /** Of its provider's own colours (look.ts). */
  readonly styleHash?: string | undefined;
  readonly formAction?: "'none'" | "'self'";
}

/**
 * The Content-Security-Policy of a page: nothing is loaded from anywhere; our style sheets (styles.generated.ts) hold and no others, and nothing runs but
 * the one script with this hash (scripts.generated.ts). A server sends the same as a header.
 */
export function contentSecurityPolicy({ scriptHash, styleHash, formAction = "'none'" }: Allowed = {}): string {
  const styles = styleHash === undefined ? STYLES : `${STYLES} '${styleHash}'`;
  const script = scriptHash === undefined ? '' : ` script-src '${scriptHash}';`;
  return `default-src 'none';${script} style-src ${styles}; img-src data:; base-uri 'none'; form-action ${formAction}`;
}
