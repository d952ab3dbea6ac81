import type { Content } from '../../read/content.ts';
import { type PrfAccount, type PrfEntry, type PrfFile, prfAccounts, prfEntry, prfText } from '../../read/prf-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './prf-words.en.ts';

/** What the rules of profile files look at. */
export interface PrfFacts {
  readonly content: Content;
  readonly file: PrfFile;
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

export function* mailboxes({ file }: PrfFacts): Generator<PrfMailbox> {
  for (const account of prfAccounts(file)) {
    const { values, protocol, at } = account;
    if (values === undefined || protocol === undefined) continue;
    yield {
      ...account,
      prefix: protocol === 'imap' ? 'IMAP' : 'POP3',
      entry: (key) => prfEntry(values, key),
      value: (key) => prfText(values, key),
      place: (key) => prfEntry(values, key)?.at ?? values.at ?? at,
    };
  }
}
