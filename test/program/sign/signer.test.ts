import { createPrivateKey, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sign } from '../../../src/sign/index.ts';
import { makeSigner, type Signer } from '../../../src/sign/signer.ts';
import { readSigned } from '../../readers/cms.ts';
import { chainOf, issue, type Kind, kinds, openssl, path, text } from './certificates.ts';

const content = Buffer.from('<plist>Éluard & Co</plist>\r\n\n');
const noon = new Date(Date.now() + 60_000);

function signerOf(kind: Kind): Signer {
  const { root, intermediate, signer } = chainOf(kind);
  return makeSigner({
    key: text(signer.key),
    certificate: text(signer.certificate),
    chain: text(intermediate.certificate) + text(root.certificate),
  });
}

const rootsOf = (kind: Kind) => text(chainOf(kind).root.certificate);
const rawOf = (certificate: string) => new X509Certificate(text(certificate)).raw.toString('hex');

describe.each(kinds)('a signature with a key of the kind %s', (kind) => {
  const signed = sign(content, signerOf(kind), noon);

  test('gives back the content byte for byte, who signed, and when', async () => {
    const verified = await readSigned(signed, { roots: rootsOf(kind) });
    expect(Buffer.from(verified.content)).toEqual(content);
    expect(verified.signer.raw.toString('hex')).toBe(rawOf(chainOf(kind).signer.certificate));
    expect(verified.signingTime?.getTime()).toBe(Math.floor(noon.getTime() / 1000) * 1000);
  });

  test('holds the signer’s certificate and the intermediate one, and not the root', async () => {
    const { certificates } = await readSigned(signed, { roots: rootsOf(kind) });
    const { intermediate, signer } = chainOf(kind);
    const inside = certificates.map(({ raw }) => raw.toString('hex'));
    expect(inside.sort()).toEqual([rawOf(signer.certificate), rawOf(intermediate.certificate)].sort());
  });

  test('is refused after a change of one byte in the content or the signature, and with another root', async () => {
    const start = Buffer.from(signed).indexOf(content);
    for (const place of [start, start + content.length - 1, signed.length - 1, signed.length - 20]) {
      const changed = Uint8Array.from(signed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(readSigned(changed, { roots: rootsOf(kind) })).rejects.toThrow();
    }
    const other = issue(`other-${kind}`, { kind, authority: true });
    await expect(readSigned(signed, { roots: text(other.certificate) })).rejects.toThrow();
  });

  test('of contents of every length reads back', async () => {
    const signer = signerOf(kind);
    for (const length of [0, 1, 100, 127, 128, 255, 256, 65_535, 65_536, 200_000]) {
      const bytes = Buffer.alloc(length, 7);
      const { content: read } = await readSigned(signer.sign(bytes, noon), { roots: rootsOf(kind) });
      expect(Buffer.compare(read, bytes)).toBe(0);
    }
  });
});

test('the same content and time give the same bytes with RSA, another time gives others, and ECDSA never repeats', () => {
  const rsa = signerOf('rsa');
  expect(rsa.sign(content, noon)).toEqual(rsa.sign(content, noon));
  expect(rsa.sign(content, noon)).not.toEqual(rsa.sign(content, new Date(noon.getTime() + 1000)));
  const ec = signerOf('ec');
  expect(ec.sign(content, noon)).not.toEqual(ec.sign(content, noon));
});

test('from 2050 on the time has four digits for the year', async () => {
  const root = issue('root-2090', { kind: 'ec', authority: true, days: 23_000 });
  const own = issue('signer-2090', { kind: 'ec', issuer: root, days: 22_000 });
  const signer = makeSigner({
    key: text(own.key),
    certificate: text(own.certificate),
    chain: text(root.certificate),
  });
  const at = new Date('2061-02-03T04:05:06Z');
  const signed = signer.sign(content, at);
  expect(Buffer.from(signed).includes('20610203040506Z')).toBe(true);
  expect((await readSigned(signed, { roots: text(root.certificate), at })).signingTime).toEqual(at);
});

describe('trust', () => {
  const root = issue('strict-root', { kind: 'ec', authority: true, pathLength: 0 });
  const signedBy = (own: { key: string; certificate: string }, ...chain: readonly string[]) => {
    const credentials = { key: text(own.key), certificate: text(own.certificate) };
    return makeSigner({ ...credentials, chain: chain.map(text).join('') }).sign(content, noon);
  };

  test('is not given to a certificate with a critical extension that nobody knows', () => {
    const odd = issue('strict-odd', { kind: 'ec', issuer: root, extensions: ['1.2.3.4 = critical, ASN1:NULL'] });
    expect(() => signedBy(odd, root.certificate)).toThrow(/“Éluard strict-odd” has the critical extension 1\.2\.3\.4/);
  });

  test('is not given by a signer’s certificate to one below it', () => {
    const { signer } = chainOf('ec');
    const below = issue('below-signer', { kind: 'ec', issuer: signer });
    expect(() => signedBy(below, signer.certificate)).toThrow(/has not issued/);
  });
});

describe('a certificate', () => {
  const root = issue('purposes-root', { kind: 'ec', authority: true });
  const crossed = issue('purposes-crossed', { kind: 'ec', authority: true, issuer: root, pathLength: 0 });
  const deep = issue('purposes-deep', { kind: 'ec', authority: true, issuer: crossed });
  const refusal = (own: { key: string; certificate: string }, ...chain: readonly string[]): string => {
    try {
      makeSigner({ key: text(own.key), certificate: text(own.certificate), chain: chain.map(text).join('') });
      return '';
    } catch (error) {
      return String(error);
    }
  };
  /** Does OpenSSL take what it has signed itself? By the purpose of a signed message, or by none. */
  const takes = (own: { key: string; certificate: string }, purpose: string): boolean => {
    const [file, signed] = [path('judged'), path('judged.der')];
    writeFileSync(file, content);
    const form = ['-binary', '-outform', 'DER', '-out', signed];
    openssl('cms', '-sign', '-nodetach', ...form, '-signer', own.certificate, '-inkey', own.key, '-in', file);
    try {
      const trust = ['-CAfile', root.certificate, '-purpose', purpose];
      openssl('cms', '-verify', '-binary', '-inform', 'DER', '-in', signed, '-out', '/dev/null', ...trust);
      return true;
    } catch {
      return false;
    }
  };

  const usages: readonly [string, string, RegExp | undefined][] = [
    ['critical, digitalSignature', 'serverAuth', undefined],
    ['critical, nonRepudiation', 'emailProtection', undefined],
    ['digitalSignature, keyEncipherment', 'codeSigning', undefined],
    ['', '', undefined],
    ['', '1.2.3.4.5', undefined],
    ['', 'timeStamping, emailProtection', undefined],
    ['critical, keyEncipherment', 'serverAuth', /key usage of “Éluard usage-\d+” has no digital signature/],
    ['keyAgreement', '', /has no digital signature/],
    ['critical, keyCertSign, cRLSign', 'emailProtection', /has no digital signature/],
    ['critical, digitalSignature', 'critical, timeStamping', /extended key usage .* is for time stamps, OCSP or IPsec/],
    ['', 'OCSPSigning', /is for time stamps, OCSP or IPsec/],
  ];
  test.each(usages.map(([usage, purposes, expected], index) => ({ usage, purposes, expected, index })))(
    'with the key usage “$usage” and the purposes “$purposes” is judged as OpenSSL and Apple do',
    ({ usage, purposes, expected, index }) => {
      const own = issue(`usage-${index}`, { kind: 'ec', issuer: root, keyUsage: usage, extendedKeyUsage: purposes });
      const said = refusal(own, root.certificate);
      if (expected === undefined) expect(said).toBe('');
      else expect(said).toMatch(expected);
      // What OpenSSL takes for a signed message, we take too; and nothing whose key usage it refuses.
      if (takes(own, 'smimesign')) expect(said).toBe('');
      if (/has no digital/.test(said)) expect(takes(own, 'smimesign')).toBe(false);
    },
  );

  test('that may issue others signs where its key usage says so, or says nothing', () => {
    const free = issue('authority-free', { kind: 'ec', issuer: root, authority: true, keyUsage: '' });
    const both = issue('authority-both', {
      kind: 'ec',
      issuer: root,
      authority: true,
      keyUsage: 'critical, keyCertSign, digitalSignature',
    });
    for (const own of [free, both]) {
      expect(refusal(own, root.certificate)).toBe('');
      expect(takes(own, 'smimesign')).toBe(true);
    }
    const only = issue('authority-only', { kind: 'ec', issuer: root, authority: true });
    expect(refusal(only, root.certificate)).toMatch(/has no digital signature/);
    expect(takes(only, 'smimesign')).toBe(false);
  });

  test('with a critical extension signs where OpenSSL heeds it, and nowhere else in the chain either', () => {
    const heeded = issue('heeded', {
      kind: 'ec',
      issuer: root,
      extensions: ['policyConstraints = critical, requireExplicitPolicy:5'],
    });
    expect(refusal(heeded, root.certificate)).toBe('');
    const odd = issue('odd-authority', {
      kind: 'ec',
      issuer: root,
      authority: true,
      extensions: ['1.2.3.4 = critical, ASN1:NULL'],
    });
    const below = issue('below-odd', { kind: 'ec', issuer: odd });
    expect(refusal(below, odd.certificate, root.certificate)).toMatch(
      /^InputError: chain {2}“Éluard odd-authority” has the critical extension 1\.2\.3\.4/,
    );
  });

  test('below more authorities than one of them allows does not sign', () => {
    const own = issue('below-deep', { kind: 'ec', issuer: deep });
    expect(refusal(own, deep.certificate, crossed.certificate, root.certificate)).toMatch(
      /“Éluard purposes-crossed” allows fewer authorities below it/,
    );
  });

  test('is not looked for again and again in a file that is all beginnings', () => {
    const { signer } = chainOf('ec');
    const beginnings = '-----BEGIN CERTIFICATE-----\n'.repeat(30_000);
    expect(() => makeSigner({ key: text(signer.key), certificate: beginnings })).toThrow(
      /no certificate in PEM, or a damaged one/,
    );
    expect(() => makeSigner({ key: text(signer.key), certificate: text(signer.certificate) + beginnings })).toThrow(
      /damaged/,
    );
  });
});

describe('encrypted keys', () => {
  const { signer, intermediate, root } = chainOf('rsa');
  const chain = text(intermediate.certificate) + text(root.certificate);
  const modern = path('pkcs8.key');
  const legacy = path('legacy.key');
  openssl('pkcs8', '-topk8', '-in', signer.key, '-out', modern, '-passout', 'pass:Éluard 1');
  openssl('rsa', '-in', signer.key, '-traditional', '-aes128', '-out', legacy, '-passout', 'pass:Éluard 1');

  test.each([
    ['PKCS#8', modern, 'BEGIN ENCRYPTED PRIVATE KEY'],
    ['the older form', legacy, 'DEK-Info: AES-128-CBC'],
  ])('in %s open with their passphrase and with no other', (_, file, sign) => {
    expect(text(file)).toContain(sign);
    const credentials = { key: text(file), certificate: text(signer.certificate), chain };
    const made = makeSigner({ ...credentials, passphrase: 'Éluard 1' }).sign(content, noon);
    expect(made).toEqual(signerOf('rsa').sign(content, noon));
    expect(() => makeSigner(credentials)).toThrow(/^key {2}the key is encrypted/);
    // One wrong passphrase in some hundred makes sense to the cipher, and then not to the reader of keys.
    for (let number = 0; number < 20; number++) {
      expect(() => makeSigner({ ...credentials, passphrase: `wrong ${number}` })).toThrow(/passphrase does not open/);
    }
  });
});

test('a self-signed certificate needs no chain and trusts itself alone', () => {
  const alone = issue('alone', { kind: 'ec' });
  const signer = makeSigner({ key: text(alone.key), certificate: text(alone.certificate) });
  const file = path('alone.der');
  writeFileSync(file, signer.sign(content, new Date()));
  // PKI.js wants an authority for a root; OpenSSL takes the certificate itself.
  const through = (root: string) =>
    openssl('cms', '-verify', '-binary', '-inform', 'DER', '-in', file, '-CAfile', root, '-purpose', 'any');
  expect(through(alone.certificate)).toEqual(content);
  expect(() => through(chainOf('ec').root.certificate)).toThrow();
});

test('the key may be in PKCS#8 or in the forms of OpenSSL', async () => {
  const { signer } = chainOf('ec');
  const key = createPrivateKey(text(signer.key)).export({ format: 'pem', type: 'sec1' }).toString();
  const { intermediate, root } = chainOf('ec');
  const chain = text(intermediate.certificate) + text(root.certificate);
  expect(key).toContain('BEGIN EC PRIVATE KEY');
  const signed = makeSigner({ key, certificate: text(signer.certificate), chain }).sign(content, noon);
  expect((await readSigned(signed, { roots: text(root.certificate) })).certificates).toHaveLength(2);
});
