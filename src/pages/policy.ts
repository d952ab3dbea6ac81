import { styleHashes } from './styles.generated.ts';

/** What a page has. */
interface Allowed {
  /** Style sheets of ours; absent: those of a page. */
  readonly styles?: readonly string[];
  readonly scriptHashes?: readonly string[];
  /** Of its provider's own colours (look.ts). */
  readonly styleHash?: string | undefined;
  readonly formAction?: "'none'" | "'self'";
}

/**
 * The Content-Security-Policy of a page: nothing is loaded from anywhere; our style sheets (styles.generated.ts) hold and no others, and nothing runs but
 * the scripts with these hashes (scripts.generated.ts). A server sends the same as a header.
 */
export function contentSecurityPolicy({
  styles = styleHashes,
  scriptHashes = [],
  styleHash,
  formAction = "'none'",
}: Allowed = {}): string {
  const style = quoted(styleHash === undefined ? styles : [...styles, styleHash]);
  const script = scriptHashes.length === 0 ? '' : ` script-src ${quoted(scriptHashes)};`;
  return `default-src 'none';${script} style-src ${style}; img-src data:; base-uri 'none'; form-action ${formAction}`;
}

function quoted(hashes: readonly string[]): string {
  return hashes.map((hash) => `'${hash}'`).join(' ');
}
