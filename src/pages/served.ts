import { codeOf } from '../clients/qr.ts';
import type { Account, Device, Role } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';

/** What only a server knows when it shows the pages of a bundle: who reads them, and where. A bundle in a folder has nothing of it. */
export interface Served {
  /** What the reader seems to use; it comes first, and the others follow. */
  readonly device: Device | undefined;
  /** Where the overview sends another login of the person's, by POST: to itself. Only where a rule gives the login, or another was sent already. */
  readonly otherLogin?: boolean;
  /** The address below which the server keeps mailboxes, as a whole URL with `/` at its end; `undefined` where nothing at that address would be the same. */
  readonly mailboxes: string | undefined;
}

const OTHER = { additional: 'primary', primary: 'additional' } as const satisfies Record<Role, Role>;

/** A link to the page that asks for the address. The server keeps a bundle three folders below it: `mailbox/<address>/<role>/`. */
export function anotherAddress(path: string, { page }: Catalogue): Context {
  return { href: '../'.repeat(path.split('/').length + 2), title: page.anotherAddress };
}

/** A link to the same page for the other role. The server keeps the bundles of both beside each other. */
export function otherRole({ role }: Account, path: string, { page }: Catalogue): Context {
  const other = OTHER[role];
  const up = '../'.repeat(path.split('/').length);
  return { href: `${up}${other}/${path.split('/').map(encodeURIComponent).join('/')}`, title: page.toRole[other] };
}

/** A form for who logs in otherwise than the rules of the provider say. */
export function otherLogin(path: string, { home }: Catalogue): Context {
  const { another, anotherText, label, anotherSubmit } = home.ownLogin;
  return { action: path, title: another, text: anotherText, label, submit: anotherSubmit };
}

const PHONES: readonly (Device | undefined)[] = ['android', 'ios'];

/** The code that opens the page on the phone, for who reads it on a computer. */
export function phoneContext(account: Account, { device, mailboxes }: Served, { page }: Catalogue): Context | false {
  if (mailboxes === undefined || PHONES.includes(device)) return false;
  const drawing = codeOf(mailboxes + mailboxFolder(account)).drawing();
  return { title: page.onPhone, text: page.onPhoneText, label: page.onPhoneCode, ...drawing };
}

/** Where a server keeps a mailbox's pages, below all mailboxes: they tell the device and the language themselves. */
export function mailboxFolder({ address, role }: Pick<Account, 'address' | 'role'>): string {
  return `${encodeURIComponent(address).replace('%40', '@')}/${role}/`;
}
