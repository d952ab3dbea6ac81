import { createHash, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { readSigned } from '../../readers/cms.ts';
import { bundle, chainOf, issue, kinds, openssl, path, text } from '../sign/certificates.ts';

const cnrs = 'prenom.nom@ods.services';
const { root, intermediate, signer } = chainOf('rsa');
const chain = bundle('chain.pem', intermediate.certificate, root.certificate);
const flags = ['--sign-key', signer.key, '--sign-cert', signer.certificate, '--sign-chain', chain];
const sameTime = ['--sign-time', new Date(Date.now() + 60_000).toISOString().replace(/\.\d+/, '')];

const generate = (out: string, ...args: readonly string[]) =>
  facteur(['generate', cnrs, '--client', 'apple', '--out', out, ...args]);
const profileIn = (out: string) => readFileSync(join(out, 'prenom.nom@cnrs.fr', 'apple', 'cnrs.mobileconfig'));
const pageIn = (out: string) => readFileSync(join(out, 'prenom.nom@cnrs.fr', 'apple', 'mail-ios.html'), 'utf8');
const roots = text(root.certificate);

describe('a signed bundle', () => {
  test.each(kinds)('has in its profile what an unsigned one has, in a signature (%s)', async (kind) => {
    const own = chainOf(kind);
    const [signed, unsigned] = [temporaryFolder(), temporaryFolder()];
    const pem = bundle(`chain-${kind}.pem`, own.intermediate.certificate, own.root.certificate);
    const { code, err } = await generate(
      signed,
      ...['--sign-key', own.signer.key, '--sign-cert', own.signer.certificate, '--sign-chain', pem],
    );
    expect(code, err).toBe(0);
    await generate(unsigned);
    const { content } = await readSigned(profileIn(signed), { roots: text(own.root.certificate) });
    expect(Buffer.from(content)).toEqual(profileIn(unsigned));
    expect(parse(Buffer.from(content).toString())).toMatchObject({ PayloadType: 'Configuration' });
  });

  test('has the digest and the media type of the signed bytes in its manifest', async () => {
    const out = temporaryFolder();
    await generate(out, ...flags);
    const manifest = JSON.parse(readFileSync(join(out, 'prenom.nom@cnrs.fr', 'manifest.json'), 'utf8'));
    const { sha256, bytes, mediaType } = manifest.artifacts.find((each: { client: string }) => each.client === 'apple');
    expect(sha256).toBe(createHash('sha256').update(profileIn(out)).digest('hex'));
    expect(bytes).toBe(profileIn(out).length);
    expect(mediaType).toBe('application/x-apple-aspen-config');
  });

  test('says what the device will say of it, and an unsigned one the opposite', async () => {
    const [signed, unsigned] = [temporaryFolder(), temporaryFolder()];
    await generate(signed, ...flags, '--lang', 'en');
    await generate(unsigned, '--lang', 'en');
    expect(pageIn(signed)).toMatch(/“Verified” where it trusts/);
    expect(pageIn(signed)).not.toContain('Not Signed');
    expect(pageIn(unsigned)).toContain('“Not Signed”');
  });

  test('comes out the same again with the same signing time', async () => {
    const out = temporaryFolder();
    await generate(out, ...flags, ...sameTime);
    expect((await generate(out, ...flags, ...sameTime)).err).toContain('unchanged');
  });

  test('takes the chain from the file of the certificate too', async () => {
    const out = temporaryFolder();
    const full = bundle('fullchain.pem', signer.certificate, chain);
    expect((await generate(out, '--sign-key', signer.key, '--sign-cert', full)).code).toBe(0);
    expect((await readSigned(profileIn(out), { roots })).certificates).toHaveLength(2);
  });

  test('is made with an encrypted key and its passphrase from a file, and nothing shows it', async () => {
    const out = temporaryFolder();
    const key = path('secret.key');
    openssl('pkcs8', '-topk8', '-in', signer.key, '-out', key, '-passout', 'pass:très secret');
    const secret = path('passphrase');
    writeFileSync(secret, 'très secret\nnot this line\n', { mode: 0o600 });
    const { code, err } = await generate(
      out,
      ...['--sign-key', key, ...flags.slice(2), '--sign-passphrase-file', secret],
    );
    expect(code, err).toBe(0);
    expect((await readSigned(profileIn(out), { roots })).content.length).toBeGreaterThan(1000);
    expect(err).not.toContain('secret');
  });

  test.each([
    ['a byte-order mark', Buffer.from('\ufefftrès secret\n')],
    ['CRLF', Buffer.from('très secret\r\nnot this line\r\n')],
    ['CR alone', Buffer.from('très secret\rnot this line\r')],
    ['both', Buffer.from('\ufefftrès secret\r\n')],
    ['no end of its line', Buffer.from('très secret')],
  ])('is made where the file of the passphrase has %s', async (_, bytes) => {
    const key = path('marked.key');
    openssl('pkcs8', '-topk8', '-in', signer.key, '-out', key, '-passout', 'pass:très secret');
    const secret = path('marked');
    writeFileSync(secret, bytes, { mode: 0o600 });
    const args = ['--sign-key', key, ...flags.slice(2), '--sign-passphrase-file', secret];
    const { code, err } = await generate(temporaryFolder(), ...args);
    expect(code, err).toBe(0);
  });

  test('is made with a passphrase that is no UTF-8, as OpenSSL takes it', async () => {
    const [key, secret] = [path('latin.key'), path('latin')];
    writeFileSync(secret, Buffer.from('tr\xe8s secret\n', 'latin1'), { mode: 0o600 });
    openssl('pkcs8', '-topk8', '-in', signer.key, '-out', key, '-passout', `file:${secret}`);
    const args = ['--sign-key', key, ...flags.slice(2), '--sign-passphrase-file', secret];
    expect((await generate(temporaryFolder(), ...args)).code).toBe(0);
  });

  test('is made with a key and certificates that have a byte-order mark', async () => {
    const marked = [signer.key, signer.certificate, chain].map((file, index) => {
      writeFileSync(path(`marked-${index}.pem`), `\ufeff${text(file)}`, { mode: 0o600 });
      return path(`marked-${index}.pem`);
    });
    const [key = '', certificate = '', issuers = ''] = marked;
    const args = ['--sign-key', key, '--sign-cert', certificate, '--sign-chain', issuers];
    const { code, err } = await generate(temporaryFolder(), ...args);
    expect(code, err).toBe(0);
  });

  test('comes with a warning where the certificate ends within 30 days', async () => {
    const soon = issue('soon', { kind: 'rsa', issuer: intermediate, days: 29 });
    const late = issue('late', { kind: 'rsa', issuer: intermediate, days: 31 });
    const ask = (own: typeof soon) =>
      generate(temporaryFolder(), '--sign-key', own.key, '--sign-cert', own.certificate, '--sign-chain', chain);
    expect(await ask(soon)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/“Éluard soon” ends on .* in 28 days/),
    });
    expect((await ask(late)).err).not.toContain('ends on');
  });
});

describe('bad input', () => {
  const expired = issue('expired', { kind: 'rsa', issuer: intermediate, days: -1 });
  const endedAuthority = issue('ended', { kind: 'rsa', issuer: root, authority: true, days: -1 });
  const underEnded = issue('under-ended', { kind: 'rsa', issuer: endedAuthority });
  const other = issue('other', { kind: 'rsa', issuer: intermediate });
  const small = issue('small', { kind: 'rsa', issuer: intermediate, newKey: ['rsa:1024'] });
  const odd = issue('odd', { kind: 'ec', issuer: intermediate, newKey: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] });
  const encrypted = path('encrypted.key');
  openssl('pkcs8', '-topk8', '-in', signer.key, '-out', encrypted, '-passout', 'pass:right');
  const file = (name: string, content: string | Uint8Array, mode = 0o600) => {
    writeFileSync(path(name), content, { mode });
    chmodSync(path(name), mode);
    return path(name);
  };
  const wrong = file('wrong', 'wrong\n');
  const pair = (own: { key: string; certificate: string }) => [
    ...['--sign-key', own.key, '--sign-cert', own.certificate, '--sign-chain', chain],
  ];
  const key = (name: string) => ['--sign-key', name, ...flags.slice(2)];
  const certificates = (...files: readonly string[]) => [
    ...flags.slice(0, 4),
    ...['--sign-chain', bundle(`chain-${files.length}-${files.join().length}.pem`, ...files)],
  ];

  test.each<[string, readonly string[], RegExp]>([
    ['a key without its certificate', flags.slice(0, 2), /^--sign-key and --sign-cert belong together/],
    ['a certificate without its key', flags.slice(2, 4), /^--sign-key and --sign-cert belong together/],
    ['a chain alone', flags.slice(4), /^--sign-chain says nothing without --sign-key/],
    ['a time alone', sameTime, /^--sign-time says nothing without --sign-key/],
    [
      'a time without its zone',
      [...flags, '--sign-time', '2026-11-22T10:00:00'],
      /^--sign-time {2}“2026-11-22T10:00:00” is not a time/,
    ],
    [
      'a time in which the certificate was not valid',
      [...flags, '--sign-time', '2001-01-01T00:00:00Z'],
      /holds from .* on/,
    ],
    ['a file that is not there', key(path('absent')), /absent {2}cannot be read \(ENOENT\)/],
    [
      'a key that everybody can read',
      key(file('open.key', text(signer.key), 0o644)),
      /open\.key {2}everybody .*chmod o=/,
    ],
    ['a key that is none', key(file('none.key', 'x')), /none\.key {2}is no private key in PEM/],
    [
      'a certificate in the place of the key',
      key(signer.certificate),
      /signer-rsa\.pem {2}(everybody|is no private key)/,
    ],
    ['a key of 1024 bits', pair(small), /kind rsa 1024: use RSA of 2048/],
    ['a key on another curve', pair(odd), /kind ec secp384r1: use RSA/],
    [
      'a certificate that is none',
      [...flags.slice(0, 2), '--sign-cert', signer.key],
      /signer-rsa\.key {2}has no certificate in PEM/,
    ],
    [
      'a damaged certificate',
      [...flags.slice(0, 2), '--sign-cert', file('damaged.pem', text(signer.certificate).replace(/M/g, 'N'))],
      /damaged\.pem {2}has no certificate in PEM, or a damaged one/,
    ],
    [
      'a key of another certificate',
      key(other.key),
      /other\.key {2}the key does not belong to the first certificate of .*signer-rsa\.pem/,
    ],
    [
      'a chain that lacks its beginning',
      certificates(root.certificate),
      /“Éluard root-rsa” has not issued “Éluard signer-rsa”/,
    ],
    [
      'a chain that lacks its end',
      certificates(intermediate.certificate),
      /the chain ends at “Éluard intermediate-rsa”, and “Éluard root-rsa”, its issuer, is no public root/,
    ],
    ['no chain', flags.slice(0, 4), /the chain ends at “Éluard signer-rsa”/],
    [
      'a chain in the wrong order',
      certificates(root.certificate, intermediate.certificate),
      /“Éluard root-rsa” stands after “Éluard signer-rsa”, whose issuer comes later/,
    ],
    ['a certificate that has ended', pair(expired), /“Éluard expired” ended on \d{4}-\d\d-\d\d: renew it/],
    [
      'an authority that has ended',
      [
        ...['--sign-key', underEnded.key, '--sign-cert', underEnded.certificate],
        ...['--sign-chain', bundle('ended-chain.pem', endedAuthority.certificate, root.certificate)],
      ],
      /ended-chain\.pem {2}the certificate “Éluard ended” ended on \d{4}-\d\d-\d\d: renew it/,
    ],
    [
      'an encrypted key without its passphrase',
      key(encrypted),
      /encrypted\.key {2}the key is encrypted: .*--sign-passphrase-file/,
    ],
    [
      'a wrong passphrase',
      [...key(encrypted), '--sign-passphrase-file', wrong],
      /encrypted\.key {2}the passphrase does not open this key/,
    ],
    [
      'an empty passphrase',
      [...key(encrypted), '--sign-passphrase-file', file('empty', '\nright\n')],
      /empty {2}the first line is empty/,
    ],
    [
      'a passphrase that everybody can read',
      [...key(encrypted), '--sign-passphrase-file', file('open', 'right\n', 0o644)],
      /open {2}everybody/,
    ],
    [
      'a passphrase in UTF-16',
      [...key(encrypted), '--sign-passphrase-file', file('utf16', Buffer.from('\ufeffright\n', 'utf16le'))],
      /utf16 {2}is in UTF-16, which makes another passphrase of it: save it as UTF-8/,
    ],
    [
      'a passphrase in UTF-16 without its mark',
      [...key(encrypted), '--sign-passphrase-file', file('utf16-bare', Buffer.from('right\n', 'utf16le'))],
      /utf16-bare {2}is in UTF-16/,
    ],
    [
      'a certificate in UTF-16',
      [
        ...flags.slice(0, 2),
        '--sign-cert',
        file('utf16.pem', Buffer.from(`\ufeff${text(signer.certificate)}`, 'utf16le')),
      ],
      /utf16\.pem {2}is in UTF-16, where OpenSSL finds no PEM/,
    ],
    [
      'a certificate in DER',
      [...flags.slice(0, 2), '--sign-cert', file('cert.der', new X509Certificate(text(signer.certificate)).raw)],
      /cert\.der {2}is binary \(DER, .*openssl x509 -inform DER/,
    ],
    [
      'a certificate whose key may not sign',
      pair(issue('no-signature', { kind: 'rsa', issuer: intermediate, keyUsage: 'critical, keyEncipherment' })),
      /no-signature\.pem {2}the key usage of “Éluard no-signature” has no digital signature/,
    ],
    [
      'a device in the place of the certificate',
      [...flags.slice(0, 2), '--sign-cert', '/dev/zero'],
      /zero {2}cannot be read \(ENODEV\)/,
    ],
    ['an option that is given twice', [...flags, '--sign-key', signer.key], /--sign-key is given twice/],
  ])('%s is one line, exit code 2, and nothing is written', async (_, args, message) => {
    for (const language of ['en', 'fr'] as const) {
      const out = join(temporaryFolder(), 'new');
      const { code, out: answer, err } = await facteur(['generate', cnrs, '--out', out, ...args], language);
      expect(code, err).toBe(2);
      expect(answer).toBe('');
      expect(err.split('\n')).toHaveLength(1);
      if (language === 'en') expect(err).toMatch(message);
      expect(err).not.toMatch(/PRIVATE KEY-----[^ ,:]|right$/);
      expect(existsSync(out)).toBe(false);
    }
  });
});

test('a passphrase that the person does not give is one line too', async () => {
  const encrypted = path('asked.key');
  openssl('pkcs8', '-topk8', '-in', signer.key, '-out', encrypted, '-passout', 'pass:right');
  const asked: string[] = [];
  const { run } = await import('../../../src/cli/run.ts');
  const err: string[] = [];
  const out = temporaryFolder();
  const answers = [undefined, 'wrong', 'right'];
  const codes: number[] = [];
  for (const answer of answers) {
    codes.push(
      await run(['generate', cnrs, '--out', out, '--sign-key', encrypted, ...flags.slice(2)], {
        language: 'en',
        print: () => {},
        say: (line) => err.push(line),
        askSecret: async (message) => {
          asked.push(message);
          return answer;
        },
      }),
    );
  }
  expect(codes).toEqual([2, 2, 0]);
  expect(asked).toEqual(answers.map(() => `Passphrase of ${encrypted}`));
  expect(err[0]).toMatch(/the key is encrypted/);
  expect(err[1]).toMatch(/does not open this key/);
  expect((await readSigned(profileIn(out), { roots })).content.length).toBeGreaterThan(1000);
});
