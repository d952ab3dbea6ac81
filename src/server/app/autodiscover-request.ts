import type { Address } from '../../model/address.ts';
import { decodeXml } from './body.ts';
import { readAddress } from './query.ts';
import { type Element, readXml } from './xml.ts';

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
  const root = text === undefined ? undefined : readXml(text);
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
