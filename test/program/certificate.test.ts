import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { isAuthority } from '../../src/profile/certificate.ts';
import { makeProfile } from '../fixtures.ts';
import { chainOf, kinds, text } from './sign/certificates.ts';

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
});
