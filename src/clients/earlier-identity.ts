import type { Account } from '../model/account.ts';
import { type Derivation, derive, sampled } from '../prepare/marks.ts';
import { oneForm } from './identity.ts';
import { namespace, URL, uuidOf } from './uuid.ts';

/*
 * What version 0.1 called a mailbox on people's computers, so that installers and removers find it there and take it over. It took the address as somebody had typed it and, in
 * some files, the `id` of the profile. Where that was another spelling than the one that is known now, only what has the address itself in it is found (without regard to case).
 */

/** Both spellings that we can know of. */
function spellings({ address }: Account): readonly string[] {
  const one = oneForm(address);
  return sampled(one) === sampled(address) ? [address] : [address, one];
}

/** Eight digits of an address. */
function digitsOf(address: string): string {
  return derive(firstDigits, `mailto:${address}`);
}

const firstDigits = (url: string) => uuidOf(url, URL).slice(0, 8);

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
const inEvolution = (name: string) => uuidOf(name, EVOLUTION).replaceAll('-', '');

/** Names of Evolution's sources. */
export function earlierSources(account: Account): readonly string[] {
  return named(account, inEvolution).map((uuid) => `facteur-${uuid}`);
}

const THUNDERBIRD = namespace('439ac071-75f8-4b9d-9cbe-281ba6375ee2');
const inThunderbird = (name: string) => uuidOf(name, THUNDERBIRD).replaceAll('-', '').slice(0, 12);

/** What the keys of Thunderbird's preferences end with. */
export function earlierPreferenceKeys(account: Account): readonly string[] {
  return named(account, inThunderbird);
}

function named(account: Account, inSpace: Derivation): readonly string[] {
  return spellings(account).map((address) => derive(inSpace, `${account.provider.id} ${address}`));
}
