import { source } from '../../words/words.ts';

export const en = source({
  'not-cms': {
    says: 'the file is a text around a signature ({detail}), and no signature in DER',
    remedy: 'write it again with -outform DER',
  },
  detached: {
    says: 'the signature comes without the profile that it signs',
    remedy: 'sign with the content inside: openssl cms -sign -nodetach -binary -outform DER',
  },
  broken: {
    says: 'the signature cannot be read: {detail}',
    remedy: 'get the whole file again, or sign anew',
  },
  'content-changed': {
    says: 'the signature is not of this content',
    remedy: 'sign anew, with -binary and after the last change',
  },
  'signer-missing': {
    says: 'the certificate of who signed is not inside',
    remedy: 'sign with it inside, and those between it and the root (-certfile)',
  },
  'several-signers': {
    says: '{count} have signed: which of them a device names is unverified',
    remedy: 'sign once, with one certificate',
  },
  'intermediate-missing': {
    says: 'the certificates end at one of “{issuer}”, which is neither inside nor a public root',
    remedy: "put those between the signer's and the root into the signature (-certfile)",
  },
  'private-root': {
    says: 'the certificates lead to “{issuer}”, which is no public root',
    remedy: 'have the devices trust it first, or sign with a certificate of a public authority',
  },
  'signer-expired': {
    says: 'the certificate of “{name}” has ended on {date}',
    remedy: 'renew it and sign anew; best at each download',
  },
  'signer-expires-soon': {
    says: 'the certificate of “{name}” ends on {date}',
    remedy: 'renew it and sign anew; best at each download',
  },
  'not-yet-valid': {
    says: 'the certificate of “{name}” begins on {date} only',
    remedy: 'wait for it, or sign with the former one',
  },
  digest: {
    says: 'the digest is {digest}, which is broken',
    remedy: 'sign with SHA-256 (-md sha256)',
  },
  key: {
    says: 'the key of “{name}” is RSA with {bits} bits',
    remedy: 'sign with 2048 bits or more',
  },
  'key-ec': {
    says: 'the key of “{name}” is one of an elliptic curve: that devices verify it is unverified',
    remedy: 'try it on a device, or sign with an RSA key',
  },
  'key-usage': {
    says: 'the certificate of “{name}” says what its key is for, and not for signatures',
    remedy: 'sign with one whose keyUsage has digitalSignature',
  },
  'variable-inside': {
    says: 'the variable “{value}” is inside the signature: no product replaces it there without breaking it',
    remedy: 'load the template unsigned: the product signs what it sends',
  },
});
