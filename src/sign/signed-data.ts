import { hash, type KeyObject, sign } from 'node:crypto';
import {
  DigestAlgorithmIdentifier,
  DigestAlgorithmIdentifiers,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  SignatureAlgorithmIdentifier,
} from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import {
  Set as AsnSet,
  BaseBlock,
  Constructed,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  UTCTime,
} from 'asn1js';
import { LRUCache } from 'lru-cache';

const SHA256 = '2.16.840.1.101.3.4.2.1';
/** In DER. RSA has no parameters, which is written NULL; with ECDSA they are left out (RFC 3370 §3.2, RFC 5754 §3.3). */
const NULL = new Uint8Array([5, 0]).buffer;

/** How a signature is named for each kind of key that signs profiles. */
const signatureAlgorithms = {
  rsa: { algorithm: '1.2.840.113549.1.1.1', parameters: NULL },
  /** ECDSA with SHA-256. */
  ec: { algorithm: '1.2.840.10045.4.3.2' },
} as const;

export type KeyKind = keyof typeof signatureAlgorithms;

/** Puts content into a signature. */
export type Encoder = (content: Uint8Array, signingTime: Date) => Uint8Array;

/**
 * Encodes SignedData (RFC 5652 §5.1) for one key. Everything but content, time, digest and signature is the same for all contents of one length, so it is encoded once for
 * each length; what remains are two hashes and the signature (`npm run bench:sign`).
 * @param certificates DER, the signer's first
 */
export function makeEncoder(key: KeyObject, kind: KeyKind, certificates: readonly Uint8Array[]): Encoder {
  const frame = makeFrames(kind, certificates);
  const attributes = { utc: skeleton(new UTCTime(OLD)), generalized: skeleton(new GeneralizedTime(OLD)) };
  return (content, signingTime) => {
    const time = timeOf(signingTime);
    // In asn1js a GeneralizedTime is a UTCTime too.
    const signed = attributes[time instanceof GeneralizedTime ? 'generalized' : 'utc'].slice();
    const text = new Uint8Array(time.toBER()).subarray(2);
    signed.set(text, signed.length - DIGEST_ATTRIBUTE - text.length);
    signed.set(hash('sha256', content, 'buffer'), signed.length - DIGEST);
    const signature = sign('sha256', signed, key);
    // What is signed has the tag of a set; what is written, that of its place (RFC 5652 §5.4).
    signed[0] = 0xa0;
    const { before, between, after } = frame(content.length, signed.length, signature.length);
    return Buffer.concat([before, content, between, signed, after, signature]);
  };
}

/** The bytes before the content, between it and the attributes, and between these and the signature. */
interface Frame {
  readonly before: Uint8Array;
  readonly between: Uint8Array;
  readonly after: Uint8Array;
}

/** Profiles of a provider have some hundred lengths, and signatures of P-256 three or four. */
const FRAMES = 500;

function makeFrames(kind: KeyKind, certificates: readonly Uint8Array[]) {
  const { issuer, serialNumber } = AsnConvert.parse(certificates[0] as Uint8Array, Certificate).tbsCertificate;
  const digestAlgorithm = new DigestAlgorithmIdentifier({ algorithm: SHA256 });
  const signer = new IssuerAndSerialNumber({ issuer, serialNumber });
  const version = new Integer({ value: 1 });
  const included = tagged(
    0,
    [...certificates].sort(Buffer.compare).map((der) => new Encoded(der)),
  );
  const digestAlgorithms = ofSchema(new DigestAlgorithmIdentifiers([digestAlgorithm]));
  const signerHead = [version, ofSchema(signer), ofSchema(digestAlgorithm)];
  const algorithm = ofSchema(new SignatureAlgorithmIdentifier(signatureAlgorithms[kind]));
  const data = new ObjectIdentifier({ value: id_data });
  const frames = new LRUCache<string, Frame>({ max: FRAMES });

  const make = (content: number, attributes: number, signature: number): Frame => {
    const signatureValue = octets(new Uint8Array(signature));
    const signerInfo = new Sequence({
      value: [...signerHead, new Encoded(new Uint8Array(attributes)), algorithm, signatureValue],
    });
    const signerInfos = new AsnSet({ value: [signerInfo] });
    const encapsulated = new Sequence({ value: [data, tagged(0, [octets(new Uint8Array(content))])] });
    const signedData = new Sequence({ value: [version, digestAlgorithms, encapsulated, included, signerInfos] });
    const contentInfo = new Sequence({
      value: [new ObjectIdentifier({ value: id_signedData }), tagged(0, [signedData])],
    });
    const whole = new Uint8Array(contentInfo.toBER());
    // From the end: signature, its header and algorithm, attributes, the rest of the signer's and the certificates, content.
    const end = whole.length - signature;
    const afterAttributes = end - (algorithm.size + signatureValue.toBER(true).byteLength - signature);
    const beforeAttributes = afterAttributes - attributes;
    const tail = [included, signerInfos].reduce((sum, block) => sum + block.toBER(true).byteLength, 0);
    const afterContent = whole.length - tail;
    return {
      before: whole.slice(0, afterContent - content),
      between: whole.slice(afterContent, beforeAttributes),
      after: whole.slice(afterAttributes, end),
    };
  };
  return (content: number, attributes: number, signature: number): Frame => {
    const name = `${content} ${attributes} ${signature}`;
    const known = frames.get(name) ?? make(content, attributes, signature);
    frames.set(name, known);
    return known;
  };
}

const OLD = { valueDate: new Date(0) };
/** Bytes of a SHA-256 digest, and of the attribute that ends with one. */
const DIGEST = 32;
const DIGEST_ATTRIBUTE = 49;

/**
 * The signed attributes (RFC 5652 §11) as Apple's and OpenSSL's signers have them: what is signed, when, and its digest. DER wants a set in the order of its members'
 * bytes (X.690 §11.6); these begin with their lengths, which grow in this order.
 */
function skeleton(time: UTCTime | GeneralizedTime): Uint8Array {
  const attribute = (type: string, value: BaseBlock) =>
    new Sequence({ value: [new ObjectIdentifier({ value: type }), new AsnSet({ value: [value] })] });
  const attributes = [
    attribute(id_contentType, new ObjectIdentifier({ value: id_data })),
    attribute(id_signingTime, time),
    attribute(id_messageDigest, octets(new Uint8Array(DIGEST))),
  ];
  return new Uint8Array(new AsnSet({ value: attributes }).toBER());
}

/** UTCTime until 2049, then GeneralizedTime, in whole seconds (RFC 5652 §11.3). */
function timeOf(date: Date): UTCTime | GeneralizedTime {
  const valueDate = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return valueDate.getUTCFullYear() < 2050 ? new UTCTime({ valueDate }) : new GeneralizedTime({ valueDate });
}

function octets(valueHex: Uint8Array): OctetString {
  return new OctetString({ valueHex });
}

function tagged(tagNumber: number, value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

/**
 * What is encoded already, in one piece. (asn1js has RawData for that, but writes nothing of it where it stands within another block; seen with 3.1.0.)
 */
class Encoded extends BaseBlock {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = new Uint8Array(bytes).buffer;
  }

  get size(): number {
    return this.#bytes.byteLength;
  }

  override toBER(_sizeOnly?: boolean, writer?: Parameters<BaseBlock['toBER']>[1]): ArrayBuffer {
    writer?.write(this.#bytes);
    return this.#bytes;
  }
}

/** What the schemas of RFC 5652 encode. */
function ofSchema(value: object): Encoded {
  return new Encoded(new Uint8Array(AsnConvert.serialize(value)));
}
