import type { Address } from '../../model/address.ts';
import type { Net } from '../../net/net.ts';

/** What a person has typed into a program, and what the world is told of it. */
export interface Enquiry {
  readonly net: Net;
  /** Of the address; ASCII, lower case. */
  readonly domain: string;
  /** As it is shown: the person's own, or a variable where a domain alone was given. */
  readonly shown: string;
  /** As it is sent: with the part before the @ of somebody who is not there, unless the address may be told. */
  readonly told: Address;
  /** A redirect from https to http is followed where the program follows it. Off: that is said, and nothing is asked there. */
  readonly lowers: boolean;
}

/** The part before the @ where there is no person: as rules of profiles write it. */
export const ANYBODY = '{local}';

/** What was answered for the address that was told, as it would be for the one that is shown. */
export function shownFor({ shown, told }: Pick<Enquiry, 'shown' | 'told'>, text: string): string {
  if (shown === told.text) return text;
  const at = told.text.toLowerCase();
  const start = told.local.toLowerCase();
  // Servers repeat an address in lower case, too.
  return text.replace(new RegExp(`${escaped(at)}|${escaped(start)}`, 'gi'), (found) =>
    found.toLowerCase() === at ? shown : shown.slice(0, shown.lastIndexOf('@')),
  );
}

/** Is anything of the address that was told in it? */
export function namesTold({ told }: Pick<Enquiry, 'told'>, text: string): boolean {
  return text.toLowerCase().includes(told.local.toLowerCase());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
