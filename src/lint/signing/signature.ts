import {
  Certificate,
  CertificateChainValidationEngine,
  type RelativeDistinguishedNames,
  type SignedData,
  type SignedDataVerifyError,
} from 'pkijs';
import { beyondLimit } from '../../read/beyond-limit.ts';

/** One who signed. */
export interface SignerFacts {
  /** The certificate's name; empty where none of those inside is the signer's. */
  readonly name: string;
  readonly digest: string;
  readonly key: { readonly kind: 'rsa' | 'ec' | 'other'; readonly bits: number };
  /** Does it say what the key is for, without signatures? */
  readonly otherUse: boolean;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Content, digest and signature belong together; `undefined`: made in a way that is not verified here. */
  readonly whole: boolean | undefined;
  /** Where the certificates lead: to a root that is known, to one that stands among them, or nowhere. */
  readonly chain: 'known' | 'own-root' | 'ends' | 'unasked';
  /** Of the last certificate of the chain that stands there. */
  readonly issuer: string;
}

/** More certificates than any chain has, of whose ways there would be too many to try. */
const MOST = { certificates: 20, signers: 8 } as const;

const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** Looks at who signed, and verifies it with PKI.js. @param roots in DER @throws InputError where there are more than we look at */
export async function signersOf(data: SignedData, roots?: () => readonly Uint8Array[]): Promise<SignerFacts[]> {
  const certificates = (data.certificates ?? []).filter((each): each is Certificate => each instanceof Certificate);
  if (certificates.length > MOST.certificates) throw beyondLimit('certificates', MOST.certificates);
  if (data.signerInfos.length > MOST.signers) throw beyondLimit('signers', MOST.signers);
  const facts: SignerFacts[] = [];
  for (const [index, { sid, digestAlgorithm }] of data.signerInfos.entries()) {
    const serial = (sid as { serialNumber?: { isEqual: (other: unknown) => boolean } } | undefined)?.serialNumber;
    const own = certificates.find(({ serialNumber }) => serial?.isEqual(serialNumber) ?? false);
    facts.push({
      digest: digests[digestAlgorithm.algorithmId] ?? digestAlgorithm.algorithmId,
      whole: await isWhole(data, index),
      ...(own === undefined ? NOBODY : await certificateFacts(own, certificates, roots)),
    });
  }
  return facts;
}

const NOBODY = {
  name: '',
  key: { kind: 'other', bits: 0 },
  otherUse: false,
  from: undefined,
  to: undefined,
  chain: 'unasked',
  issuer: '',
} as const;

async function certificateFacts(
  own: Certificate,
  all: readonly Certificate[],
  roots: (() => readonly Uint8Array[]) | undefined,
): Promise<Omit<SignerFacts, 'digest' | 'whole'>> {
  const last = await lastOf(own, all);
  const known = roots === undefined ? [] : issuersOf(last, roots());
  const at = new Date((own.notBefore.value.getTime() + own.notAfter.value.getTime()) / 2);
  const chain = (await leads(own, all, known, at))
    ? 'known'
    : (await leads(own, all, all.filter(isOwnIssuer), at))
      ? 'own-root'
      : roots === undefined
        ? 'unasked'
        : 'ends';
  return {
    name: nameOf(own.subject),
    key: keyOf(own),
    otherUse: isForOther(own),
    from: own.notBefore.value,
    to: own.notAfter.value,
    chain,
    issuer: nameOf(last.issuer),
  };
}

/** Is there a way from the certificate to one of these (RFC 5280 §6)? Who has expired is another question: each time has its own rule. */
async function leads(own: Certificate, all: readonly Certificate[], to: readonly Certificate[], checkDate: Date) {
  if (to.length === 0) return false;
  // The engine takes the last one for the one that is asked about.
  const certs = [...all.filter((each) => each !== own && !to.includes(each)), own];
  const engine = new CertificateChainValidationEngine({ certs, trustedCerts: [...to], checkDate });
  try {
    return (await engine.verify()).result;
  } catch {
    return false;
  }
}

/** The end of the way that the certificates inside show. */
async function lastOf(own: Certificate, all: readonly Certificate[]): Promise<Certificate> {
  let last = own;
  for (let steps = 0; steps < all.length && !isOwnIssuer(last); steps += 1) {
    const next = all.find((each) => each !== last && each.subject.isEqual(last.issuer));
    if (next === undefined) break;
    last = next;
  }
  return last;
}

/** Those of the roots that have the issuer's name, or are the certificate itself. All are searched for the name before any is read: there are many. */
function issuersOf({ issuer }: Certificate, roots: readonly Uint8Array[]): Certificate[] {
  const name = new Uint8Array(issuer.toSchema().toBER());
  const found: Certificate[] = [];
  for (const der of roots) {
    if (!includes(der, name)) continue;
    const root = Certificate.fromBER(Uint8Array.from(der).buffer);
    if (root.subject.isEqual(issuer)) found.push(root);
  }
  return found;
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  for (let at = bytes.indexOf(part[0] ?? 0); at >= 0; at = bytes.indexOf(part[0] ?? 0, at + 1))
    if (part.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function isOwnIssuer({ subject, issuer }: Certificate): boolean {
  return subject.isEqual(issuer);
}

async function isWhole(data: SignedData, signer: number): Promise<boolean | undefined> {
  try {
    const { signatureVerified } = await data.verify({ signer, checkChain: false, extendedMode: true });
    return signatureVerified ?? undefined;
  } catch (error) {
    // Its code for what is amiss while verifying: a digest that is not the content's, or an algorithm that the engine has not.
    const { code, message = '', signatureVerified } = error as Partial<SignedDataVerifyError>;
    if (signatureVerified === false || (code === 15 && message.includes('digest'))) return false;
    return undefined;
  }
}

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';

function keyOf({ subjectPublicKeyInfo }: Certificate): SignerFacts['key'] {
  const { algorithmId } = subjectPublicKeyInfo.algorithm;
  const parsed = subjectPublicKeyInfo.parsedKey;
  if (algorithmId === EC) return { kind: 'ec', bits: 0 };
  if (algorithmId !== RSA || parsed === undefined || !('modulus' in parsed)) return { kind: 'other', bits: 0 };
  const bytes = parsed.modulus.valueBlock.valueHexView;
  return { kind: 'rsa', bits: (bytes[0] === 0 ? bytes.length - 1 : bytes.length) * 8 };
}

/** keyUsage is there, and has neither digitalSignature nor nonRepudiation (RFC 5280 §4.2.1.3). */
function isForOther({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue as
    | { readonly valueBlock?: { readonly valueHexView?: Uint8Array } }
    | undefined;
  const [bits] = usage?.valueBlock?.valueHexView ?? [];
  return bits !== undefined && (bits & 0b1100_0000) === 0;
}

/** The common name, else the organisation. */
function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const value = (type: string) =>
    typesAndValues.find((each) => String(each.type) === type)?.value.valueBlock.value as unknown;
  return String(value('2.5.4.3') ?? value('2.5.4.10') ?? '').slice(0, 100);
}
