import type { Accountrc, AccountrcGroup } from '../../read/accountrc-file.ts';
import type { Content } from '../../read/content.ts';
import type { KeyFileEntry } from '../../read/key-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { unixWords } from '../unix/words.ts';
import { type ClawsAccount, isOn, NEWEST } from './claws-accounts.ts';

/** What the rules of an accountrc look at. */
export interface ClawsFacts {
  readonly content: Content;
  readonly file: Accountrc;
  readonly accounts: readonly ClawsAccount[];
}

type Texts = (typeof unixWords)['accountrc']['en'];

/** Some of the rules of an accountrc, with the texts that are theirs. */
export type ClawsRules<Name extends keyof Texts> = { readonly [N in Name]: RuleOf<ClawsFacts, Texts[N]> };

/** The entry of a key, where the program finds it. */
export function clawsEntry(account: ClawsAccount, key: string): KeyFileEntry | undefined {
  return account.settings?.values.get(key);
}

export function clawsText(account: ClawsAccount, key: string): string | undefined {
  return clawsEntry(account, key)?.value;
}

/** The program says that the file is of a newer release, and asks whether to go on. */
export function isNewer({ version = 0 }: ClawsAccount): boolean {
  return version > NEWEST;
}

/** It asks about each certificate that it has not seen yet. */
export function asksOfCertificates(account: ClawsAccount): boolean {
  const secured = account.services.some(({ security }) => security !== 'none');
  return secured && !isOn(clawsText(account, 'ssl_certs_auto_accept'));
}

/** What stands in the brackets of a group. */
export function clawsName({ line }: AccountrcGroup): string {
  return line.trim().replace(/^\[|\]$/g, '');
}
