import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '../../../src/server/node/settled-files.ts';

/** A certificate for this name and its key in `cert.pem` and `key.pem`, made by OpenSSL. */
export function certificate(folder: string, name: string): KeyPair {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert, '-subj', `/CN=${name}`], { stdio: 'ignore' });
  chmodSync(key, 0o600);
  return { cert: readFileSync(cert), key: readFileSync(key) };
}
