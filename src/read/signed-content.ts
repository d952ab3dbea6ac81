import { fromBER, OctetString } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { beyondLimit } from './beyond-limit.ts';

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

/** Those of asn1js, which says in its own words where they end. */
const LIMIT = { levels: 100, values: 10_000 } as const;
const ENDS = { 'nesting depth exceeded': 'levels', 'node count exceeded': 'values' } as const;

/** Reads signed content in DER or BER. @throws InputError where it has more levels or values than we read */
export function readSignedContent(bytes: Uint8Array): SignedContent | CmsFault {
  const { result, offset } = fromBER(Uint8Array.from(bytes).buffer, {
    maxDepth: LIMIT.levels,
    maxNodes: LIMIT.values,
  });
  for (const [end, what] of Object.entries(ENDS))
    if (offset < 0 && result.error.includes(end)) throw beyondLimit(what, LIMIT[what]);
  if (offset < 0) return { kind: 'fault', detail: result.error.slice(0, 120) };
  try {
    const { contentType, content: inner } = new ContentInfo({ schema: result });
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
