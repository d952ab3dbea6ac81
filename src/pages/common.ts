import type { Account } from '../model/account.ts';
import { bindName } from '../model/directory.ts';
import type { Catalogue } from '../words/index.ts';
import { loginsOf } from './logins.ts';

/*
 * Guides that are written once for many: what is a person's stands on a page of their own, and here are words in its place. What is decided is decided for one of them, of whom nothing
 * is shown.
 */

/** What a page shows in the place of what is a person's. */
export interface Common {
  /** Says where their own values are. */
  readonly lead: string;
  /** The words, by the value of the one for whom the page decides. */
  readonly words: ReadonlyMap<string, string>;
}

/** @param ofDomain whether hosts have the name of the domain in them, and there are many domains */
export function commonFor(account: Account, { kit }: Catalogue, ofDomain: boolean): Common {
  const { address, displayAddress, calendar, contacts, exchange, directory, incoming, outgoing } = account;
  const { yours } = kit;
  const several = loginsOf(account).kind === 'several';
  const words = new Map<string, string>();
  const add = (value: string | undefined, word: string) => {
    if (value !== undefined && !words.has(value)) words.set(value, word);
  };
  add(address, yours.address);
  add(displayAddress, yours.address);
  for (const { login } of [...incoming, ...(exchange ? [exchange] : [])])
    add(login, several ? yours.loginIncoming : yours.login);
  for (const { login } of outgoing) add(login, several ? yours.loginOutgoing : yours.login);
  for (const { login } of [account, calendar, contacts, directory].filter((each) => each !== undefined))
    add(login, yours.login);
  add(directory && bindName(directory), yours.login);
  for (const service of [calendar, contacts]) if (service?.principal) add(service.url, yours.url);
  if (!ofDomain) return { lead: kit.common, words };
  for (const service of [...incoming, ...outgoing, exchange, directory]) {
    if (!service?.host.includes(account.domain)) continue;
    add(service.host, yours.host);
    if ('port' in service) add(`${service.host}:${service.port}`, `${yours.host}:${service.port}`);
  }
  return { lead: kit.common, words };
}

/** A value as the page shows it. */
export function shownTo(common: Common | undefined, value: string): string {
  return common?.words.get(value) ?? value;
}

/** A sentence that names values. */
export function saidTo(common: Common | undefined, text: string): string {
  let said = text;
  for (const [value, word] of common?.words ?? []) said = said.replaceAll(value, word);
  return said;
}
