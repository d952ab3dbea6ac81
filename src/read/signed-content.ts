import { OctetString } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';

/** CMS SignedData as it stands (RFC 5652 §5), unjudged. */
export interface SignedContent {
  readonly kind: 'signed';
  /** What was signed; `undefined`: the signature came without it. */
  readonly content: Uint8Array | undefined;
  /** For whoever looks further. */
  readonly data: SignedData;
}

/** What makes bytes no signed content. */
export interface CmsFault {
  readonly kind: 'fault';
  readonly detail: string;
}

/** Reads signed content in DER or BER; asn1js bounds depth and number of its elements. */
export function readSignedContent(bytes: Uint8Array): SignedContent | CmsFault {
  try {
    const { contentType, content: inner } = ContentInfo.fromBER(Uint8Array.from(bytes).buffer);
    if (contentType !== ContentInfo.SIGNED_DATA) return { kind: 'fault', detail: contentType };
    const data = new SignedData({ schema: inner });
    const { eContent } = data.encapContentInfo;
    // The content may be in pieces.
    const content = eContent && new Uint8Array(new OctetString({ valueHex: eContent.getValue() }).getValue());
    return { kind: 'signed', content, data };
  } catch (error) {
    return {
      kind: 'fault',
      detail: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 120) : '',
    };
  }
}
