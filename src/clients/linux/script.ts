import type { Account, Language } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { bind } from '../../words/words.ts';
import { fingerprint } from '../fingerprint.ts';
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
    address: account.address,
    begin: `# >>> facteur ${client} ${id}`,
    end: `# <<< facteur ${client} ${id}`,
    messages,
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
 * What programs call the account, and its files: the address where it is made of plain letters; otherwise as much of it as is, with eight digits that tell
 * it from others. Nothing in it has a meaning for a shell or for a program's configuration.
 */
export function accountId({ address, local, domain }: Account): string {
  if (PLAIN.test(address)) return address;
  const letters = local.match(/[A-Za-z0-9]+/g) ?? [];
  return `${[...letters, fingerprint(address)].join('-').slice(-50).replace(/^-+/, '')}@${domain.slice(0, 60)}`;
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[a-z0-9.-]{1,60}$/;
