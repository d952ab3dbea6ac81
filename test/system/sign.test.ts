import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'plist';
import { afterAll, describe, expect, test } from 'vitest';
import { apple } from '../../src/clients/apple/index.ts';
import { makeSigner } from '../../src/sign/signer.ts';
import { fixture, root as repository } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { bundle, type Chain, chainOf, issue, kinds, openssl, text } from '../program/sign/certificates.ts';
import { readSigned } from '../readers/cms.ts';
import { has } from './programs.ts';

/* OpenSSL judges our signatures. No program here says what an Apple device says of them. */
const folder = mkdtempSync(join(tmpdir(), 'facteur-sign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const profile = apple.formats('en').find(({ id }) => id === 'profile');
const [artifact] = profile === undefined ? [] : renderFormat(apple, profile, fixture('plain'));
const content = Buffer.from(artifact?.bytes ?? []);

function signerOf({ signer, intermediate, root }: Chain) {
  const chain = text(intermediate.certificate) + text(root.certificate);
  return makeSigner({ key: text(signer.key), certificate: text(signer.certificate), chain });
}

/** What OpenSSL takes out of a signature; `undefined` where it refuses it. A web server's certificate is for no mail, so its purpose is not asked. */
function throughOpenssl(signed: Uint8Array, rootCertificate: string): Buffer | undefined {
  const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-CAfile', rootCertificate, '-purpose', 'any'];
  const { status, stdout } = spawnSync('openssl', args, { input: signed, timeout: 30_000 });
  return status === 0 ? stdout : undefined;
}

function signedByOpenssl({ signer, intermediate }: Chain, ...more: readonly string[]): Buffer {
  const args = ['-signer', signer.certificate, '-inkey', signer.key, '-certfile', intermediate.certificate];
  const form = ['cms', '-sign', '-binary', '-nodetach', '-nosmimecap', '-md', 'sha256', '-outform', 'DER'];
  return spawnSync('openssl', [...form, ...args, ...more], { input: content, timeout: 30_000 }).stdout;
}

describe.skipIf(!has('openssl')).each(kinds)('OpenSSL, with a key of the kind %s', (kind) => {
  const chain = chainOf(kind);
  const { root } = chain;
  const signed = signerOf(chain).sign(content, new Date());

  test('gives back the profile from our signature, with the root of its chain alone', () => {
    expect(throughOpenssl(signed, root.certificate)).toEqual(content);
    expect(parse(String(throughOpenssl(signed, root.certificate)))).toMatchObject({ PayloadType: 'Configuration' });
  });

  test('refuses it after a changed byte, and with another root', () => {
    const start = Buffer.from(signed).indexOf(content);
    for (const place of [start + 5, start + content.length - 5, signed.length - 3]) {
      const changed = Uint8Array.from(signed);
      changed[place] = (changed[place] ?? 0) ^ 4;
      expect(throughOpenssl(changed, root.certificate)).toBeUndefined();
    }
    const other = issue(`another-${kind}`, { kind, authority: true });
    expect(throughOpenssl(signed, other.certificate)).toBeUndefined();
  });

  test('finds SHA-256, the three attributes, and the two certificates in it', () => {
    const file = join(folder, `${kind}.mobileconfig`);
    writeFileSync(file, signed);
    const print = openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', file).toString();
    expect(print.match(/object: (contentType|signingTime|messageDigest|S\/MIME Capabilities) /g)).toEqual([
      'object: contentType ',
      'object: signingTime ',
      'object: messageDigest ',
    ]);
    expect(print).toMatch(/digestAlgorithms:\s+algorithm: sha256 .*\s+parameter: <ABSENT>/);
    expect(print.match(/eContentType: (\S+)/)?.[1]).toBe('pkcs7-data');
    const certificates = openssl('pkcs7', '-print_certs', '-noout', '-inform', 'DER', '-in', file).toString();
    expect(certificates.match(/subject=/g)).toHaveLength(2);
    expect(certificates).not.toMatch(/subject=.*root/);
  });
});

describe.skipIf(!has('openssl'))('OpenSSL', () => {
  test('makes the same bytes of the same content, key and time (RSA)', async () => {
    const chain = chainOf('rsa');
    const theirs = signedByOpenssl(chain);
    const { signingTime } = await readSigned(theirs, { roots: text(chain.root.certificate) });
    expect(signingTime).toBeDefined();
    expect(Buffer.from(signerOf(chain).sign(content, signingTime ?? new Date(0)))).toEqual(theirs);
  });
});

describe.skipIf(!has('script') || !has('openssl'))('the program on a terminal', () => {
  const { signer, intermediate, root } = chainOf('rsa');
  const encrypted = join(folder, 'encrypted.key');
  openssl('rsa', '-in', signer.key, '-aes256', '-out', encrypted, '-passout', 'pass:très secret');
  const chain = bundle('terminal.pem', intermediate.certificate, root.certificate);

  /** Types once the program has asked; what stood on the terminal. */
  async function generate(out: string, typed: string) {
    const files = ['--sign-key', encrypted, '--sign-cert', signer.certificate, '--sign-chain', chain];
    const args = ['generate', 'prenom.nom@cnrs.fr', '--client', 'apple', '--lang', 'en', '--out', out, ...files];
    const command = [process.execPath, join(repository, 'dist/cli/main.js'), ...args].map((word) => `'${word}'`);
    // `script` gives the program a terminal, of no width unless told.
    const child = spawn('script', ['-qec', `stty cols 500; exec ${command.join(' ')}`, '/dev/null'], {
      timeout: 60_000,
    });
    let seen = '';
    child.stdout.on('data', (chunk) => {
      if (!seen.includes('Passphrase') && `${seen}${chunk}`.includes('Passphrase')) child.stdin.write(`${typed}\r`);
      seen += chunk;
    });
    const [status] = await once(child, 'close');
    return { seen, status };
  }

  test('asks for the passphrase, does not show it, and signs', async () => {
    const out = join(folder, 'signed');
    const { seen, status } = await generate(out, 'très secret');
    expect(status, seen).toBe(0);
    expect(seen).toContain('Passphrase of');
    expect(seen).not.toMatch(/secret[^.]|tr[eè]s/);
    const profileFile = join(out, 'prenom.nom@cnrs.fr/apple/cnrs.mobileconfig');
    expect(throughOpenssl(readFileSync(profileFile), root.certificate)).toBeDefined();
  });

  test('says in one line that it was the wrong one', async () => {
    const { seen, status } = await generate(join(folder, 'refused'), 'tr0p faux');
    expect(status, seen).toBe(2);
    expect(seen).toContain('the passphrase does not open this key');
    expect(seen).not.toContain('faux');
  });
});
