import type { Account } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { earlierOutlookFolders } from '../earlier-identity.ts';
import { identityOf } from '../identity.ts';

/**
 * The folder of one account's `autodiscover.xml`, relative to where Windows keeps such things. Eight digits of the identity tell two accounts of a
 * provider apart, and the whole is never a name that Windows reserves (`con`, `nul`), nor one with a character that a path, cmd or the registry
 * reads in its own way.
 */
export function folderOf(account: Account): string {
  const provider = account.provider.identifier.toLowerCase().replaceAll('.', '-').slice(0, 40);
  return `${provider}-${identityOf(account).digits}`;
}

/** What the folder was called before: who finds one takes it over. */
export function formerFolders(account: Account): readonly string[] {
  return earlierOutlookFolders(account).filter((folder) => folder !== folderOf(account));
}

/** By this end of a path ours is told from another's, wherever the person's folder was or has moved to since: it has the account's digits in it. */
export function pathEnding(account: Account): string {
  return `\\Facteur\\outlook\\${folderOf(account)}\\autodiscover.xml`;
}

/**
 * Where `install.reg` points: a .reg file writes its text as it is, so the path must be the same for everybody, and no other user of the computer
 * may be able to write there (in `C:\Users\Public` or a folder of `C:\ProgramData` made by somebody else, one could redirect one's neighbour's mail).
 */
export function sharedPath(account: Account): string {
  return `C:\\Program Files${pathEnding(account)}`;
}

/** Where a GPO takes the file from: every domain has this share, which everybody in it may read and only administrators may change. */
export function netlogonPath(account: Account): string {
  return `\\\\%LogonDomain%\\NETLOGON${pathEnding(account)}`;
}

/** MAPI allows letters, digits, underscores and inner spaces, 64 at most (IProfAdmin::CreateProfile, remarks). */
export function mapiProfileName(account: Account): string {
  const { address, digits } = identityOf(account);
  return `${derive(inWords, address)} ${digits}`;
}

function inWords(address: string): string {
  const words = address.match(/[a-z0-9]+/g) ?? [];
  return words.join(' ').slice(0, 50).trimEnd();
}
