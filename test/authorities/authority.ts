import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fixtures.ts';

/** The kinds of key. */
export type Kind = 'rsa' | 'ec';

/** The certificate of a provider's own authority, in PEM. OpenSSL made both; nobody has their keys. */
export function authority(kind: Kind): string {
  return readFileSync(join(root, 'test/authorities', `${kind}.pem`), 'utf8');
}
