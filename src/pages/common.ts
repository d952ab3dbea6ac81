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
  /** Where the page stands, if that is a web site. */
  readonly onSite?: OnSite;
}

/** The place of such pages on a provider's web site, where programs find their settings, too. */
export interface OnSite {
  /** Somebody to show how an address becomes a login; `undefined` where each has a login of their own. */
  readonly sample: Account | undefined;
  /** The page to begin with, from the list of programs; `undefined` where that list is all there is. */
  readonly home: string | undefined;
  /** The same page for the other role, which has a folder of its own. */
  readonly otherRole: (path: string) => string;
}

/** @param ofDomain whether hosts have the name of the domain in them, and there are many domains */
export function commonFor(account: Account, { kit }: Catalogue, ofDomain: boolean, onSite?: OnSite): Common {
  const { address, displayAddress, calendar, contacts, exchange, directory, incoming, outgoing } = account;
  const { yours } = kit;
  const logins = onSite === undefined ? yours : kit.onSite;
  const several = loginsOf(account).kind === 'several';
  const words = new Map<string, string>();
  const add = (value: string | undefined, word: string) => {
    if (value !== undefined && !words.has(value)) words.set(value, word);
  };
  add(address, yours.address);
  add(displayAddress, yours.address);
  for (const { login } of [...incoming, ...(exchange ? [exchange] : [])])
    add(login, several ? logins.loginIncoming : logins.login);
  for (const { login } of outgoing) add(login, several ? logins.loginOutgoing : logins.login);
  for (const { login } of [account, calendar, contacts, directory].filter((each) => each !== undefined))
    add(login, logins.login);
  add(directory && bindName(directory), logins.login);
  for (const name of ['calendar', 'contacts'] as const) {
    const shown = onSite?.sample?.[name]?.url;
    if (!account[name]?.principal) continue;
    const word = shown && kit.onSite.url({ url: shown, address: onSite?.sample?.displayAddress ?? '' });
    add(account[name].url, word ?? yours.url);
  }
  const common = { lead: leadOf(account, kit, onSite), words, ...(onSite && { onSite }) };
  if (!ofDomain) return common;
  for (const service of [...incoming, ...outgoing, exchange, directory]) {
    if (!service?.host.includes(account.domain)) continue;
    const { host } = service;
    const word = onSite === undefined ? yours.host : kit.onSite.host({ host, domain: account.domain });
    add(host, word);
    if ('port' in service) add(`${host}:${service.port}`, `${word}:${service.port}`);
  }
  return common;
}

/** What a person has to know to put their own values in. */
function leadOf(account: Account, { common, onSite: words }: Catalogue['kit'], onSite: OnSite | undefined): string {
  if (onSite === undefined) return common;
  const { sample } = onSite;
  if (sample === undefined) return loginsOf(account).kind === 'same' ? words.same : words.asked;
  const { kind, incoming, outgoing } = loginsOf(sample);
  const address = sample.displayAddress;
  if (kind === 'same') return words.same;
  return kind === 'several'
    ? words.several({ address, incoming, outgoing })
    : words.differs({ address, login: incoming });
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
