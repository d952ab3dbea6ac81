import type { Content } from '../../read/content.ts';
import { type PrfAccount, type PrfEntry, type PrfFile, prfAccounts, prfEntry } from '../../read/prf-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './prf-words.en.ts';

/** What the rules of profile files look at. */
export interface PrfFacts {
  readonly content: Content;
  readonly file: PrfFile;
  /** What part 3 lists. */
  readonly accounts: readonly PrfAccount[];
  /** Those of them whose values are there. */
  readonly mailboxes: readonly PrfMailbox[];
}

/** Some of the rules of profile files, with the texts that are theirs. */
export type PrfRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<PrfFacts, (typeof en)[N]> };

/** An account whose values are there. */
export interface PrfMailbox extends PrfAccount {
  /** `IMAP` or `POP3`: what keys of its incoming server begin with. */
  readonly prefix: 'IMAP' | 'POP3';
  readonly entry: (key: string) => PrfEntry | undefined;
  readonly value: (key: string) => string;
  /** Where a key stands, or the account. */
  readonly place: (key: string) => number;
}

/** Worked out once, for all rules look at it. */
export function prfFacts(content: Content, file: PrfFile): PrfFacts {
  const accounts = prfAccounts(file);
  return { content, file, accounts, mailboxes: accounts.flatMap(mailboxOf) };
}

function mailboxOf(account: PrfAccount): PrfMailbox[] {
  const { values, protocol } = account;
  if (values === undefined || protocol === undefined) return [];
  const entry = (key: string) => prfEntry(values, key);
  return [
    {
      ...account,
      prefix: protocol === 'imap' ? 'IMAP' : 'POP3',
      entry,
      value: (key) => entry(key)?.value ?? '',
      place: (key) => entry(key)?.at ?? values.at,
    },
  ];
}
