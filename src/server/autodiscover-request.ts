import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Address } from '../address.ts';
import { decodeXml } from './body.ts';
import { readAddress } from './query.ts';

/** What a client asks of plain XML Autodiscover (“POX”, MS-OXDSCLI 3.2.5). */
export interface AutodiscoverRequest {
  readonly address: Address;
  /** The namespace of the answer that is wanted, without its scheme, in lower case. */
  readonly schema: string;
}

/**
 * Reads a request; `undefined` where it is none that can be answered.
 *
 * Namespaces, prefixes, order and letter case of the elements do not matter: clients differ in all of them. A request with LegacyDN asks for
 * that and not for the address beside it (MS-OXDSCLI 3.2.5); it names a mailbox of Exchange, of which we know none.
 */
export function readAutodiscoverRequest(bytes: Uint8Array): AutodiscoverRequest | undefined {
  const text = decodeXml(bytes);
  const document = text === undefined || !harmless(text) ? undefined : parse(text);
  const request = member(member(document, 'autodiscover'), 'request');
  const email = textOf(member(request, 'emailaddress'));
  const schema = textOf(member(request, 'acceptableresponseschema'));
  if (email === undefined || schema === undefined || textOf(member(request, 'legacydn'))) return undefined;
  const address = readAddress(email);
  return address && { address, schema: bare(schema) };
}

/** Microsoft's own pages print these namespaces with https, which some clients copy. */
function bare(namespace: string): string {
  return namespace
    .toLowerCase()
    .replace(/^https?:/, '')
    .replace(/\/$/, '');
}

/** More tags than any client sends; what nests thousands of elements has them, and is refused before a parser sees it. */
const TAG_LIMIT = 100;
/** Longer than any tag that a client sends, namespaces included. */
const LONGEST_TAG = 1000;

/** Characters that XML 1.0 has not (production 2 [Char]); the parser lets them pass, and drops references to them. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;
/** An ampersand that begins none of the references that a document without a DTD can have. */
const UNDEFINED_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/;

/** Nothing in it can keep a parser busy, make it look elsewhere or be read in two ways: no DTD and so no entities of its own, few tags, none of them long. */
function harmless(text: string): boolean {
  const tags = text.split('<');
  if (tags.length > TAG_LIMIT || NO_CHARACTER.test(text) || !tags.every(shortTag)) return false;
  const outside = text.replace(CDATA, '');
  if (UNDEFINED_ENTITY.test(outside)) return false;
  return [...outside.matchAll(/&#(?:x([\dA-Fa-f]+)|(\d+));/g)].every(([, hex, decimal]) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && !NO_CHARACTER.test(String.fromCodePoint(code));
  });
}

/** What stands between one `<` and the next: a tag and the text after it, a comment, CDATA, and no declaration of any kind. */
function shortTag(piece: string): boolean {
  if (piece.startsWith('!')) return piece.startsWith('!--') || piece.startsWith('![CDATA[');
  const [tag = ''] = TAG.exec(piece) ?? [];
  return tag.length < LONGEST_TAG;
}

/** To the `>` that is not in a quoted value; to the end where there is none. */
const TAG = /^(?:[^>"']|"[^"]*"|'[^']*')*/;

const parser = new XMLParser({
  // No attribute is of interest, and without them an element with text is its text.
  ignoreAttributes: true,
  removeNSPrefix: true,
  transformTagName: (name) => name.toLowerCase(),
  parseTagValue: false,
  trimValues: true,
  htmlEntities: true,
  maxNestedTags: 20,
});

function parse(text: string): unknown {
  const document = text.replace(/^\ufeff/, '').trim();
  try {
    // The parser itself takes unclosed tags.
    return XMLValidator.validate(document) === true ? parser.parse(document) : undefined;
  } catch {
    return undefined;
  }
}

/** The one element of that name; several are a list, which has no members. */
function member(parent: unknown, name: string): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return undefined;
  return (parent as Readonly<Record<string, unknown>>)[name];
}

function textOf(element: unknown): string | undefined {
  return typeof element === 'string' ? element.trim() : undefined;
}
