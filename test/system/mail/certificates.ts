import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files in PEM: a certificate of ours and the key to it. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** Makes an authority that nobody knows, valid for these days: what trusts it, trusts it because a test said so. */
export function makeAuthority(folder: string): KeyPair {
  return makeCertificate(folder, 'authority', { subject: 'Facteur test authority' }, [
    'basicConstraints = critical, CA:TRUE',
    'keyUsage = critical, keyCertSign, cRLSign',
  ]);
}

/** A server's certificate for these host names, from that authority. */
export function issueCertificate(folder: string, authority: KeyPair, hosts: readonly string[]): KeyPair {
  const names = hosts.map((host) => `DNS:${host}`).join(', ');
  return makeCertificate(folder, 'server', { subject: 'Facteur test server', authority }, [
    'basicConstraints = critical, CA:FALSE',
    'extendedKeyUsage = serverAuth',
    `subjectAltName = ${names}`,
  ]);
}

/** A person's certificate, which shows to a server who they are. */
export function issuePersonal(folder: string, authority: KeyPair, name: string): KeyPair {
  return makeCertificate(folder, 'personal', { subject: name, authority }, [
    'basicConstraints = critical, CA:FALSE',
    'extendedKeyUsage = clientAuth',
  ]);
}

function makeCertificate(
  folder: string,
  name: string,
  { subject, authority }: { subject: string; authority?: KeyPair },
  extensions: readonly string[],
): KeyPair {
  const config = join(folder, `${name}.cnf`);
  const certificate = join(folder, `${name}.pem`);
  const key = join(folder, `${name}.key`);
  const sections = ['[req]', 'distinguished_name = dn', 'prompt = no', 'x509_extensions = ext', '[dn]'];
  writeFileSync(config, [...sections, `CN = ${subject}`, '[ext]', ...extensions, ''].join('\n'));
  const issuer = authority === undefined ? [] : ['-CA', authority.certificate, '-CAkey', authority.key];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  const files = ['-config', config, '-keyout', key, '-out', certificate];
  const { status, stderr } = spawnSync('openssl', ['req', '-x509', '-days', '2', ...curve, ...files, ...issuer], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return { certificate, key };
}
