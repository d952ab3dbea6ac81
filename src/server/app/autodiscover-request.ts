import { type Address, addressOfParts, PLAIN_ADDRESS } from '../../model/address.ts';
import { readAddress } from './query.ts';
import { decodeXml, type Element, readXml } from './xml.ts';

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
  return text === undefined ? undefined : (readPlain(text) ?? readAny(text));
}

/** A URL as namespaces are, and nothing that XML would read as anything else. */
const NAMESPACE = String.raw`[\w:/.-]+`;

/**
 * The request of Outlook and of phones (MS-OXDSCLI 4.1), which Thunderbird spaces out (153, ExchangeAutoDiscover.sys.mjs): to parse it as XML takes longer than to
 * answer it.
 */
const PLAIN = new RegExp(
  [
    '^(?:<\\?xml version="1\\.0" encoding="utf-8"\\?>)?',
    `<Autodiscover xmlns="${NAMESPACE}">`,
    '<Request>',
    `<EMailAddress>(${PLAIN_ADDRESS.local})@(${PLAIN_ADDRESS.domain})</EMailAddress>`,
    `<AcceptableResponseSchema>(${NAMESPACE})</AcceptableResponseSchema>`,
    '</Request>',
    '</Autodiscover>',
    '$',
  ].join('[ \\t\\r\\n]*'),
);

/** The same, for plain requests only; what it reads, it reads as the other does. */
export function readPlain(text: string): AutodiscoverRequest | undefined {
  const [, local = '', domain = '', schema = ''] = PLAIN.exec(text) ?? [];
  const address = schema === '' ? undefined : addressOfParts(local, domain);
  return address && { address, schema: bare(schema) };
}

/** The same, for any. */
export function readAny(text: string): AutodiscoverRequest | undefined {
  const root = readXml(text);
  const request = root?.name === 'autodiscover' ? member(root, 'request') : undefined;
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

/** The one element of that name. */
function member(parent: Element | undefined, name: string): Element | undefined {
  const [found, ...more] = parent?.children.filter((child) => child.name === name) ?? [];
  return more.length === 0 ? found : undefined;
}

function textOf(element: Element | undefined): string | undefined {
  return element?.children.length === 0 ? element.text.trim() : undefined;
}
