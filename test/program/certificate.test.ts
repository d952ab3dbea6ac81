import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describe as describeProblem, InputError, readProfile } from '../../src/index.ts';
import { isAuthority, isSelfIssued } from '../../src/profile/certificate.ts';
import { makeProfile } from '../fixtures.ts';
import { chainOf, issue, kinds, openssl, path, text } from './sign/certificates.ts';

const { root, intermediate, signer } = chainOf('ec');
const authority = text(root.certificate);

describe('the certificate of a provider’s own authority', () => {
  test.each(kinds)('is that of an authority, of either kind of key (%s)', (kind) => {
    expect(isAuthority(text(chainOf(kind).root.certificate))).toBe(true);
    expect(isAuthority(text(chainOf(kind).signer.certificate))).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['a server’s certificate', text(signer.certificate)],
    ['two certificates', authority + text(intermediate.certificate)],
    ['a key', text(root.key)],
    ['a certificate with its key', authority + text(root.key)],
    ['a certificate that is cut', authority.replace(/^(?:[^\n]*\n){2}/, '-----BEGIN CERTIFICATE-----\n')],
    ['what is no base64', authority.replace(/[A-Z]{2}(?=\n)/, '====')],
  ])('is not %s, and the message repeats nothing of it', (_, pem) => {
    try {
      makeProfile({ certificateAuthority: pem });
      expect.unreachable();
    } catch (error) {
      const { message } = error as InputError;
      expect(error).toBeInstanceOf(InputError);
      expect(message).toMatch(/not the certificate of an authority/);
      expect(message).not.toMatch(/MII|MHc|MIG/);
    }
  });

  test('may stand in the profile', () => {
    expect(makeProfile({ certificateAuthority: authority }).certificateAuthority).toBe(authority);
  });

  test('has been issued by itself: devices begin to trust with no other', () => {
    expect(isSelfIssued(authority)).toBe(true);
    expect(isAuthority(text(intermediate.certificate))).toBe(true);
    expect(isSelfIssued(text(intermediate.certificate))).toBe(false);
    expect(refusals(text(intermediate.certificate))).toEqual([
      expect.stringMatching(
        /^made\.yaml:1:\d+ certificateAuthority {2}this certificate was issued by another authority/,
      ),
    ]);
  });

  test('is none of its own name that another key has signed, as when an authority changes its key', () => {
    const again = path('again.pem');
    const config = path('again.cnf');
    const extensions = [
      'basicConstraints = critical, CA:TRUE',
      'subjectKeyIdentifier = hash',
      'authorityKeyIdentifier = keyid',
    ];
    writeFileSync(config, ['[ext]', ...extensions, ''].join('\n'));
    const asked = path('again.csr');
    const named = ['-utf8', '-subj', '/CN=Éluard root-ec/O=Test & Co'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', path('again.key')];
    openssl('req', '-new', ...key, ...named, '-out', asked);
    const by = ['-CA', root.certificate, '-CAkey', root.key, '-extfile', config, '-extensions', 'ext'];
    openssl('x509', '-req', '-in', asked, ...by, '-days', '90', '-out', again);
    const { subject, issuer } = new X509Certificate(text(again));
    expect(subject).toBe(issuer);
    expect(isAuthority(text(again))).toBe(true);
    expect(isSelfIssued(text(again))).toBe(false);
  });

  test('may sign certificates, where it says what its key is for', () => {
    const other = issue('digital', { kind: 'ec', authority: true, keyUsage: 'critical, digitalSignature' });
    expect(isAuthority(text(other.certificate))).toBe(false);
    const silent = issue('silent', { kind: 'ec', authority: true, keyUsage: '' });
    expect(isAuthority(text(silent.certificate))).toBe(true);
  });
});

/** What a reader is told of a profile with this authority. */
function refusals(pem: string): string[] {
  try {
    makeProfile({ certificateAuthority: pem });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((each) => describeProblem(each, 'en'));
    throw error;
  }
}

describe('an authority that devices will not trust is warned of:', () => {
  const DAY = 86_400_000;
  const now = new Date();
  const inDays = (days: number) => new Date(now.getTime() + days * DAY);

  /** The codes of the warnings of a profile with this authority. */
  function warned(pem: string, at = inDays(1)): string[] {
    const profile = makeProfile({ certificateAuthority: pem });
    return readProfile(JSON.stringify(profile), 'p.yaml', at).warnings.map(
      ({ code, details: { value, bits }, place }) => {
        expect(place.field).toBe('certificateAuthority');
        return [code, value, bits].filter((each) => each !== undefined).join(' ');
      },
    );
  }

  /** A root that is made with these arguments of `openssl req -x509`. */
  function made(
    name: string,
    { key = ['rsa:2048'], subject = '/O=Test/CN=Root', digest = '-sha256', more = [] as string[] } = {},
  ): string {
    const file = path(`${name}.pem`);
    const files = ['-keyout', path(`${name}.key`), '-out', file];
    const about = ['-subj', subject, '-days', '90', '-addext', 'keyUsage=critical,keyCertSign', digest, ...more];
    openssl('req', '-x509', '-newkey', ...key, '-noenc', ...files, ...about);
    return text(file);
  }

  test('not one as it should be', () => {
    expect(warned(authority)).toEqual([]);
    expect(warned(text(chainOf('rsa').root.certificate))).toEqual([]);
    expect(warned(made('good'))).toEqual([]);
    expect(warned(made('pss', { more: ['-sigopt', 'rsa_padding_mode:pss'] }))).toEqual([]);
  });

  test.each([
    ['without a common name', { subject: '/O=Test' }, ['warning.authority-nameless']],
    ['signed with MD5', { digest: '-md5' }, ['warning.authority-digest MD5']],
    ['signed with SHA-1', { digest: '-sha1' }, ['warning.authority-digest SHA-1']],
    [
      'signed with SHA-1 in the form of PSS',
      { digest: '-sha1', more: ['-sigopt', 'rsa_padding_mode:pss'] },
      ['warning.authority-digest SHA-1'],
    ],
    [
      'signed with SHA-1 by an elliptic curve',
      { digest: '-sha1', key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] },
      ['warning.authority-digest SHA-1'],
    ],
    ['with a key of 1024 bits', { key: ['rsa:1024'] }, ['warning.authority-key 1024']],
    ['with a key of 2047 bits', { key: ['rsa:2047'] }, ['warning.authority-key 2047']],
    [
      'with all of it',
      { key: ['rsa:1024'], digest: '-sha1', subject: '/O=Test' },
      ['warning.authority-nameless', 'warning.authority-digest SHA-1', 'warning.authority-key 1024'],
    ],
  ])('%s', (name, how, codes) => {
    expect(warned(made(name.replaceAll(' ', '-'), how))).toEqual(codes);
  });

  test('that has ended, ends soon or has not begun, by the time that is given', () => {
    const pem = made('times');
    expect(warned(pem, inDays(59))).toEqual([]);
    expect(warned(pem, inDays(61))).toEqual(['warning.authority-ends-soon']);
    expect(warned(pem, inDays(91))).toEqual(['warning.authority-ended']);
    expect(warned(pem, inDays(-1))).toEqual(['warning.authority-not-yet']);
  });
});
