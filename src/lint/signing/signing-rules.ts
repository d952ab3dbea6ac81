import type { RuleOf } from '../lint-rule.ts';
import type { MobileconfigFacts } from '../mobileconfig/mobileconfig-facts.ts';
import { knownVariable } from '../mobileconfig/payload-rules.ts';
import type { SignerFacts } from './signature.ts';
import { signedSamples } from './signed-samples.ts';
import type { en } from './words.en.ts';

const MONTH = 30 * 24 * 3600 * 1000;

/** Fragments name what the sample is; each was signed once (scripts/signed-samples.ts). */
const names = {
  'signed with an RSA key of 2048 bits and SHA-256, with every certificate up to a public root': 'good',
  'signed with a key of P-256': 'elliptic',
  'signed with an RSA key of 1024 bits': 'short',
  'signed with a certificate that has ended': 'expired',
  'signed with a certificate that ends in two weeks': 'expiring',
  'signed with a certificate that begins in 2100': 'later',
  'signed with a certificate whose keyUsage is keyEncipherment': 'otherUse',
  'signed with a certificate of a private authority, whose root is inside': 'private',
  'signed without the certificate between the signer’s and the root': 'gap',
  'signed with SHA-1': 'sha1',
  'signed without the certificate of the signer': 'nobody',
  'signed twice, by two': 'two',
  'signed, with <string>$EMAIL</string> inside': 'variable',
} as const satisfies Record<string, keyof typeof signedSamples>;
type Name = keyof typeof names;

const GOOD: Name = 'signed with an RSA key of 2048 bits and SHA-256, with every certificate up to a public root';
const CHANGED = 'signed, and changed afterwards: imap.example.org is now imap.example.com';
const DETACHED = 'a signature alone (openssl cms -sign -outform DER, without -nodetach)';
const BROKEN = 'the first half of a signed profile';

const base64 = (fragment: string) => signedSamples[names[fragment as Name]];
const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const sample = (fragment: string) => {
  if (fragment === CHANGED) return changed(bytesOf(signedSamples.good));
  if (fragment === BROKEN) return bytesOf(signedSamples.good).subarray(0, 1_000);
  if (fragment === DETACHED) return DETACHED_BYTES;
  return fragment.startsWith('-----') ? fragment : bytesOf(base64(fragment));
};

/** SignedData (RFC 5652 §5.1) with no content and nobody who signs. */
const DETACHED_BYTES = Uint8Array.from([
  ...[0x30, 0x23, 6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 2, 0xa0, 0x16, 0x30, 0x14, 2, 1, 1, 0x31, 0],
  ...[0x30, 0x0b, 6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 1, 0x31, 0],
]);

/** The last letter of the host of IMAP. */
function changed(bytes: Uint8Array): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const copy = bytes.slice();
  const at = text.indexOf('imap.example.org');
  copy.set(new TextEncoder().encode('imap.example.com'), at);
  return copy;
}

type SigningRules = { readonly [N in keyof typeof en]: RuleOf<MobileconfigFacts, (typeof en)[N]> };

/** A rule about each who signed. */
const signed = { good: GOOD, frame: sample, hurts: { apple: 'not-trusted' } } as const;
const DOCUMENTS = 'Apple Platform Deployment; 9elements, “iOS configuration profiles”';

/** Rules about the signature of a profile. */
export const signingRules: SigningRules = {
  'not-cms': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: '9elements and iMazing: DER with the content inside, and neither PEM nor S/MIME text',
    bad: '-----BEGIN PKCS7-----\nMIIGxgYJKoZIhvcNAQcCoIIGtzCCBrMCAQExDzANBglghkgBZQMEAgEFADA=\n-----END PKCS7-----\n',
    good: GOOD,
    frame: sample,
    *find({ envelope }) {
      if (envelope.kind === 'armoured') yield { at: 0, detail: envelope.detail };
    },
  },
  detached: {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: '9elements and iMazing: DER with the content inside; RFC 5652 §5.2',
    bad: DETACHED,
    good: GOOD,
    frame: sample,
    *find({ envelope }) {
      if (envelope.kind === 'detached') yield {};
    },
  },
  broken: {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'RFC 5652 §5.1',
    bad: BROKEN,
    good: GOOD,
    frame: sample,
    *find({ envelope }) {
      if (envelope.kind === 'broken') yield { detail: envelope.detail };
    },
  },
  'content-changed': {
    ...signed,
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'RFC 5652 §5.6',
    bad: CHANGED,
    *find(facts) {
      if (signersIn(facts).some(({ name, whole }) => name !== '' && whole === false)) yield {};
    },
  },
  'signer-missing': {
    ...signed,
    severity: 'error',
    source: 'RFC 5652 §5.1',
    bad: 'signed without the certificate of the signer' satisfies Name,
    *find(facts) {
      if (signersIn(facts).some(({ name }) => name === '')) yield {};
    },
  },
  'several-signers': {
    ...signed,
    severity: 'note',
    hurts: {},
    source: 'RFC 5652 §5.1',
    bad: 'signed twice, by two' satisfies Name,
    *find(facts) {
      const count = signersIn(facts).length;
      if (count > 1) yield { count };
    },
  },
  'intermediate-missing': {
    ...signed,
    severity: 'warning',
    source: DOCUMENTS,
    bad: 'signed without the certificate between the signer’s and the root' satisfies Name,
    *find(facts) {
      for (const { chain, issuer } of named(facts)) if (chain === 'ends') yield { issuer };
    },
  },
  'private-root': {
    ...signed,
    severity: 'note',
    hurts: {},
    source: 'hwdsl2/setup-ipsec-vpn#1298: “Not Verified” until the root is there and trusted',
    bad: 'signed with a certificate of a private authority, whose root is inside' satisfies Name,
    *find(facts) {
      for (const { chain, issuer } of named(facts)) if (chain === 'own-root') yield { issuer };
    },
  },
  'signer-expired': {
    ...signed,
    severity: 'warning',
    source: 'fyr77/dns-mobileconfig#23: the profile is shown as not verified, and works',
    bad: 'signed with a certificate that has ended' satisfies Name,
    *find(facts) {
      for (const { name, to } of named(facts)) if (to !== undefined && to <= facts.now) yield { name, date: day(to) };
    },
  },
  'signer-expires-soon': {
    ...signed,
    severity: 'warning',
    source: 'fyr77/dns-mobileconfig#23',
    bad: 'signed with a certificate that ends in two weeks' satisfies Name,
    *find(facts) {
      for (const { name, to } of named(facts))
        if (to !== undefined && to > facts.now && to.getTime() - facts.now.getTime() < MONTH)
          yield { name, date: day(to) };
    },
  },
  'not-yet-valid': {
    ...signed,
    severity: 'warning',
    source: 'RFC 5280 §4.1.2.5',
    bad: 'signed with a certificate that begins in 2100' satisfies Name,
    *find(facts) {
      for (const { name, from } of named(facts))
        if (from !== undefined && from > facts.now) yield { name, date: day(from) };
    },
  },
  digest: {
    ...signed,
    severity: 'warning',
    hurts: {},
    source: 'RFC 6151, RFC 6194; whether today’s devices still take it is unverified',
    bad: 'signed with SHA-1' satisfies Name,
    *find(facts) {
      for (const { digest } of signersIn(facts)) if (digest === 'MD5' || digest === 'SHA-1') yield { digest };
    },
  },
  key: {
    ...signed,
    severity: 'warning',
    source: 'Apple trusts no RSA key below 2048 bits for TLS (support.apple.com/103769); for profiles unverified',
    bad: 'signed with an RSA key of 1024 bits' satisfies Name,
    *find(facts) {
      for (const { name, key } of named(facts))
        if (key.kind === 'rsa' && key.bits < 2048) yield { name, bits: key.bits };
    },
  },
  'key-ec': {
    ...signed,
    severity: 'note',
    hurts: {},
    source: 'No report of a device is known (unverified)',
    bad: 'signed with a key of P-256' satisfies Name,
    *find(facts) {
      for (const { name, key } of named(facts)) if (key.kind === 'ec') yield { name };
    },
  },
  'key-usage': {
    ...signed,
    severity: 'warning',
    hurts: {},
    source: 'RFC 5280 §4.2.1.3: verifiers such as OpenSSL’s refuse it; devices are unverified',
    bad: 'signed with a certificate whose keyUsage is keyEncipherment' satisfies Name,
    *find(facts) {
      for (const { name, otherUse } of named(facts)) if (otherUse) yield { name };
    },
  },
  'variable-inside': {
    ...signed,
    severity: 'error',
    hurts: { 'device-management': 'in-vain' },
    source: 'fleetdm/fleet#22966: putting values in breaks the signature; Jamf leaves a signed profile as it is',
    bad: 'signed, with <string>$EMAIL</string> inside' satisfies Name,
    *find({ envelope, profile }) {
      if (envelope.kind !== 'signed' || profile === undefined) return;
      const found = knownVariable(profile.node);
      if (found !== undefined) yield found;
    },
  },
};

function signersIn({ envelope }: MobileconfigFacts): readonly SignerFacts[] {
  return envelope.kind === 'signed' ? envelope.signers : [];
}

/** Those whose certificate is there. */
function named(facts: MobileconfigFacts): readonly SignerFacts[] {
  return signersIn(facts).filter(({ name }) => name !== '');
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
