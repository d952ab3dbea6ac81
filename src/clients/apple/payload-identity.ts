import type { Account } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { identityOf, NAMESPACE, upperCase } from '../identity.ts';
import { uuidOf } from '../uuid.ts';

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
  return `ca.${uuidOf(certificate, NAMESPACE).slice(0, 8)}`;
}

export interface PayloadIdentity {
  readonly mobileconfig: Identifiers;
  readonly payload: (part: Part) => Identifiers;
}

/**
 * The identifiers of an account's profile. A profile with a PayloadIdentifier that is already there replaces that one, and a payload in it whose identifier
 * and UUID are both the same is updated in place instead of deleted and fetched anew (TopLevel.yaml and CommonPayloadKeys.yaml of Apple's schema).
 * So they come from the mailbox's identity alone, and from no login, host, port, name or language.
 */
export function identify(account: Account): PayloadIdentity {
  const { uuid, digits } = identityOf(account);
  // A reverse domain name, hexadecimal digits and fixed words: nothing beyond A-Z a-z 0-9 . and -.
  const outer = `${account.provider.identifier}.mail.${digits}`;
  return {
    mobileconfig: { identifier: outer, uuid: derive(upperCase, uuid('profile')) },
    payload: (part) => ({ identifier: `${outer}.${part}`, uuid: derive(upperCase, uuid(part)) }),
  };
}
