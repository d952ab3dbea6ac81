import { type Content, contentOf } from '../../read/content.ts';
import { beginsSigned, isBinaryList } from '../../read/file-signs.ts';
import {
  type PlistFault,
  type PlistNode,
  type PropertyList,
  readPropertyList,
  textAt,
} from '../../read/property-list.ts';
import type { Circumstances } from '../kind.ts';
import type { SignerFacts } from '../signing/signature.ts';
import { type SchemaFinding, schemaFindings } from './schema-findings.ts';

/** What the rules of Apple's profiles and of their signatures look at. */
export interface MobileconfigFacts {
  readonly content: Content;
  readonly now: Date;
  readonly envelope: Envelope;
  /** The text of the property list, in which offsets count. */
  readonly text: string;
  /** `undefined` where there is no text to read. */
  readonly list: PropertyList | PlistFault | undefined;
  /** `undefined` where the property list cannot be read, or is none of a profile. */
  readonly profile: AppleProfile | undefined;
}

/** What is around the property list. */
export type Envelope =
  | { readonly kind: 'none' | 'binary' }
  | { readonly kind: 'signed'; readonly signers: readonly SignerFacts[] }
  /** No device takes it: not in DER, without its content, or broken. */
  | { readonly kind: 'armoured' | 'detached' | 'broken'; readonly detail: string };

export interface AppleProfile {
  readonly node: PlistNode;
  readonly payloads: readonly ProfilePayload[];
  readonly schema: readonly SchemaFinding[];
}

/** A dictionary of PayloadContent. */
export interface ProfilePayload {
  readonly node: PlistNode;
  readonly index: number;
  /** From 1, as messages count. */
  readonly number: number;
  readonly type: string;
}

/** Text in which somebody has put what should be bytes. */
const ARMOUR = /^\s*(?:-----BEGIN [A-Z\d #]+-----|MIME-Version:|Content-[A-Za-z-]+:|MI[A-Za-z\d+/])/;

/** Opens a profile, signed or not. The signature's library is loaded for those that are signed alone. */
export async function mobileconfigFacts(content: Content, { now, roots }: Circumstances): Promise<MobileconfigFacts> {
  const { bytes, text = '' } = content;
  const base = { content, now, text: '', list: undefined, profile: undefined };
  if (isBinaryList(bytes)) return { ...base, envelope: { kind: 'binary' } };
  if (ARMOUR.test(text.slice(0, 200)))
    return {
      ...base,
      text,
      envelope: { kind: 'armoured', detail: text.trim().split(/\r?\n/, 1)[0]?.slice(0, 40) ?? '' },
    };
  if (!beginsSigned(bytes)) return { ...base, ...listFacts(text), envelope: { kind: 'none' } };
  const { readSignedContent } = await import('../../read/signed-content.ts');
  const signed = readSignedContent(bytes);
  if (signed.kind === 'fault') return { ...base, envelope: { kind: 'broken', detail: signed.detail } };
  if (signed.content === undefined) return { ...base, envelope: { kind: 'detached', detail: '' } };
  const { signersOf } = await import('../signing/signature.ts');
  const inner = contentOf(content.name, signed.content);
  return {
    ...base,
    ...listFacts(inner.text ?? ''),
    envelope: { kind: 'signed', signers: await signersOf(signed.data, roots) },
  };
}

function listFacts(given: string): Pick<MobileconfigFacts, 'text' | 'list' | 'profile'> {
  const list = readPropertyList(given);
  if (list.kind === 'fault') return { text: given.replace(/\r\n?/g, '\n'), list, profile: undefined };
  const { root: node, text } = list;
  if (node.type !== 'dictionary' || textAt(node, 'PayloadType') !== 'Configuration')
    return { text, list, profile: undefined };
  const items = node.entries.get('PayloadContent')?.node.items ?? [];
  const payloads = items.flatMap((each, index) =>
    each.type === 'dictionary'
      ? [{ node: each, index, number: index + 1, type: textAt(each, 'PayloadType') ?? '' }]
      : [],
  );
  return { text, list, profile: { node, payloads, schema: schemaFindings(node.value) } };
}

/** The payloads of this type. */
export function payloadsOf({ profile }: MobileconfigFacts, ...types: readonly string[]): ProfilePayload[] {
  return (profile?.payloads ?? []).filter(({ type }) => types.includes(type));
}

/** Where a key of a payload stands: itself, else its dictionary. */
export function placeOf({ node, index }: ProfilePayload, key: string): { at: number; field: string } {
  return { at: node.entries.get(key)?.at ?? node.at, field: `PayloadContent[${index}].${key}` };
}
