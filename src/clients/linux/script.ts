import type { Account, Language } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { bind } from '../../words/words.ts';
import { earlierAccountIds } from '../earlier-identity.ts';
import { identityOf } from '../identity.ts';
import { words } from './words.ts';

/**
 * What the shared parts of the scripts for Linux (`templates/linux`) need. A script includes `linux/begin.sh` first (which brings `linux/work.sh`), then
 * `linux/files.sh`, then what it uses of `linux/block.sh`, `linux/config-home.sh`, `linux/data-home.sh` and `linux/running.sh`; it plans its changes and
 * ends with `install` or `remove`.
 */
export function scriptContext(client: string, account: Account, language: Language): Context {
  const id = accountId(account);
  const { messages, removed, absent, kept } = scriptWords(language);
  return {
    client,
    account: id,
    earlier: earlierAccountIds(account),
    address: account.address,
    begin: `# >>> facteur ${client} ${id}`,
    end: `# <<< facteur ${client} ${id}`,
    messages: { ...messages, renamed: messages.renamed({ account: id }) },
    removed,
    absent,
    kept,
  };
}

/** What every script for Linux may say. */
export function scriptWords(language: Language) {
  return bind(words[language], language).scripts;
}

/**
 * What programs call the account, and its files: the address in lower case, where it is made of plain letters, because people type it; otherwise as much of it
 * as is, with eight digits that tell it from others. Nothing in it has a meaning for a shell or for a program's configuration.
 */
export function accountId(account: Account): string {
  const { address, digits } = identityOf(account);
  if (PLAIN.test(address)) return address;
  const letters = address.slice(0, address.lastIndexOf('@')).match(/[a-z0-9]+/g) ?? [];
  return `${[...letters, digits].join('-').slice(-50).replace(/^-+/, '')}@${account.domain.slice(0, 60)}`;
}

const PLAIN = /^[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9.-]{1,60}$/;
