import { parse, v5 } from 'uuid';
import type { Account } from '../../model/account.ts';

/** Our own name space for UUIDs made from names (RFC 9562 §6.6). Never changes: the accounts on people's devices hang on it. */
const NAMESPACE = parse('ce8c240d-c711-4844-a977-d47d9c428329');

const utf8 = new TextEncoder();

/** What stands in PayloadIdentifier and PayloadUUID. */
export interface Identifiers {
  readonly identifier: string;
  readonly uuid: string;
}

/** A payload's place in a profile: the end of its identifier. */
export type Part =
  | 'account'
  | 'caldav'
  | 'carddav'
  | 'eas'
  | 'ews'
  | 'ldap'
  | 'webclip'
  | `ca.${string}`
  | 'outlook'
  | 'outlook.preferences';

/** The part of an authority's certificate. Another certificate is another payload: one is removed and the other added, instead of updated into it. */
export function authorityPart(certificate: string): Part {
  return `ca.${v5(certificate, NAMESPACE).slice(0, 8)}`;
}

export interface Identity {
  readonly mobileconfig: Identifiers;
  readonly payload: (part: Part) => Identifiers;
}

/**
 * The identifiers of an account's profile. A profile with a PayloadIdentifier that is already there replaces that one, and a payload in it whose identifier
 * and UUID are both the same is updated in place instead of deleted and fetched anew (TopLevel.yaml and CommonPayloadKeys.yaml of Apple's schema).
 * So they come from what stays the same — provider, login, address — and from no host, port, name or language. Letter case does not count, because the same
 * person types an address now one way, now another.
 */
export function identify({ provider, login, address }: Account): Identity {
  const who = `${provider.identifier}\n${login}\n${address}`.toLowerCase();
  const uuid = (part: string) => v5(utf8.encode(`${part}\n${who}`), NAMESPACE).toUpperCase();
  // A reverse domain name, hexadecimal digits and fixed words: nothing beyond A-Z a-z 0-9 . and -.
  const outer = `${provider.identifier}.mail.${uuid('identifier').slice(0, 8).toLowerCase()}`;
  return {
    mobileconfig: { identifier: outer, uuid: uuid('profile') },
    payload: (part) => ({ identifier: `${outer}.${part}`, uuid: uuid(part) }),
  };
}
