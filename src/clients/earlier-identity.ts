import type { Account } from '../model/account.ts';
import { oneForm } from './identity.ts';
import { namespace, URL, uuidOf } from './uuid.ts';

/*
 * What version 0.1 called a mailbox on people's computers, so that installers and removers find it there and take it over. It took the address as somebody had typed it and, in
 * some files, the `id` of the profile. Where that was another spelling than the one that is known now, only what has the address itself in it is found (without regard to case).
 */

/** Both spellings that we can know of. */
function spellings({ address }: Account): readonly string[] {
  return [...new Set([address, oneForm(address)])];
}

/** Eight digits of an address. */
function digitsOf(address: string): string {
  return uuidOf(`mailto:${address}`, URL).slice(0, 8);
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[a-z0-9.-]{1,60}$/;

/** Names of the account in scripts for Linux, but for those that are a plain address: they are the same, without regard to case. */
export function earlierAccountIds(account: Account): readonly string[] {
  return spellings(account).flatMap((address) => {
    if (PLAIN.test(address)) return [];
    const local = address.slice(0, address.lastIndexOf('@'));
    const letters = local.match(/[A-Za-z0-9]+/g) ?? [];
    const name = [...letters, digitsOf(address)].join('-').slice(-50).replace(/^-+/, '');
    return [`${name}@${account.domain.slice(0, 60)}`];
  });
}

/** Folders of `autodiscover.xml`. */
export function earlierOutlookFolders(account: Account): readonly string[] {
  return spellings(account).map((address) => `${account.provider.id.slice(0, 40)}-${digitsOf(address)}`);
}

const EVOLUTION = namespace('0f7a1c52-53a5-4c53-8a0e-53a6e2b0a1d4');

/** Names of Evolution's sources. */
export function earlierSources(account: Account): readonly string[] {
  return named(account, EVOLUTION).map((uuid) => `facteur-${uuid}`);
}

const THUNDERBIRD = namespace('439ac071-75f8-4b9d-9cbe-281ba6375ee2');

/** What the keys of Thunderbird's preferences end with. */
export function earlierPreferenceKeys(account: Account): readonly string[] {
  return named(account, THUNDERBIRD).map((uuid) => uuid.slice(0, 12));
}

function named(account: Account, space: Uint8Array): readonly string[] {
  return spellings(account).map((address) => uuidOf(`${account.provider.id} ${address}`, space).replaceAll('-', ''));
}
