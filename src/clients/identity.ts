import type { Account } from '../model/account.ts';
import { sparingly } from '../model/address.ts';
import { derive } from '../prepare/marks.ts';
import { namespace, uuidOf } from './uuid.ts';

/** Our own name space for UUIDs made from names (RFC 9562 §6.6). Never changes: the accounts on people's devices hang on it. */
export const NAMESPACE = namespace('ce8c240d-c711-4844-a977-d47d9c428329');

/**
 * What makes a mailbox one and the same for every file on a device: the provider's `identifier` and the address in one form. Nothing that may be corrected or renamed later is
 * in it: no login, no name, no host, not the `id` of a profile.
 */
export interface Identity {
  /** The address in its one form: NFC, lower case. */
  readonly address: string;
  /** A UUID of version 5, lower case. `part` says of what: the same part has the same one for ever. */
  readonly uuid: (part: string) => string;
  /** Eight hexadecimal digits that tell two mailboxes apart where a name has no room for an address, or where a path, a shell or a registry would read a part of it in its own way. */
  readonly digits: string;
}

const known = new WeakMap<Account, Identity>();

/** The identity of an account's mailbox: everything that names a file, a folder, a block or a payload of it on somebody's device comes from here. */
export function identityOf(account: Account): Identity {
  const found = known.get(account) ?? makeIdentity(account);
  known.set(account, found);
  return found;
}

function makeIdentity({ provider, address }: Account): Identity {
  const one = oneForm(address);
  const who = `${provider.identifier.toLowerCase()}\n${one}`;
  const uuid = (part: string) => derive(inNamespace, `${part}\n${who}`);
  let digits: string | undefined;
  return {
    address: one,
    uuid,
    get digits() {
      digits ??= derive(firstDigits, uuid('identifier'));
      return digits;
    },
  };
}

const inNamespace = (name: string) => uuidOf(name, NAMESPACE);
const firstDigits = (uuid: string) => uuid.slice(0, 8);

/** Further forms of a UUID, for `derive`. */
export const upperCase = (uuid: string) => uuid.toUpperCase();
export const withoutHyphens = (uuid: string) => uuid.replaceAll('-', '');

/** An address as it is compared: a person types it now one way, now another. The domain is in A-labels already. */
export function oneForm(address: string): string {
  const at = address.lastIndexOf('@');
  return derive(oneLocal, address.slice(0, at)) + oneText(address.slice(at));
}

const oneText = (text: string) => text.normalize('NFC').toLowerCase().normalize('NFC');
const oneLocal = (local: string) => oneText(sparingly(local));
