import { pageName } from '../artifacts/guide-pages.ts';
import { codeOf } from '../clients/qr.ts';
import type { Account, Device, Language, Role } from '../model/account.ts';
import { isLoopback } from '../model/loopback.ts';
import { PHONES } from '../model/phones.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { OtherBrowser } from './device.ts';

/** What only a server knows when it shows the pages of a bundle: who reads them, and where. A bundle in a folder has nothing of it. */
export interface Served {
  /** What the reader seems to use; it comes first, and the others follow. */
  readonly device: Device | undefined;
  /** The browser, where it would not hand a profile to the settings. */
  readonly otherBrowser?: OtherBrowser | undefined;
  /** Where the overview sends another login of the person's, by POST: to itself. Only where a rule gives the login, or another was sent already. */
  readonly otherLogin?: boolean;
  /** Where one types one's address: the root of the server as a whole URL, with `/` at its end; `undefined` where no other device would find it there. */
  readonly start: string | undefined;
}

/** A page of a bundle. */
interface Place {
  readonly account: Account;
  /** In the bundle. */
  readonly path: string;
  readonly language: Language;
  readonly served: Served | undefined;
  /** It is nobody's own. */
  readonly common?: object;
}

const OTHER = { additional: 'primary', primary: 'additional' } as const satisfies Record<Role, Role>;

/** A link to the page that asks for the address. The server keeps a bundle three folders below it: `mailbox/<address>/<role>/`. */
export function anotherAddress(path: string, { page }: Catalogue) {
  return { href: '../'.repeat(path.split('/').length + 2), title: page.anotherAddress };
}

/** A link to the same page for the other role. The server keeps the bundles of both beside each other. */
export function otherRole({ role }: Account, path: string): string {
  const up = '../'.repeat(path.split('/').length);
  return `${up}${OTHER[role]}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A form for who logs in otherwise than the rules of the provider say. */
export function otherLogin(path: string, { name }: Account, { home }: Catalogue): Context {
  const { another, anotherText, label, anotherSubmit } = home.ownLogin;
  return { action: path, title: another, text: anotherText, label, submit: anotherSubmit, name: name ?? false };
}

/** Do programs find the settings of this provider by themselves? They do where a server answers. */
export function isPublished({
  account,
  served,
  common,
}: Pick<Place, 'account' | 'served'> & { readonly common?: { readonly onSite?: object } }): boolean {
  return served !== undefined || common?.onSite !== undefined || account.provider.site !== undefined;
}

/** Does the provider's site have this person's pages, as they are? */
export function hasOwnPages(account: Account): boolean {
  return folderAt(account, undefined) !== undefined;
}

/** Where the page stands for everybody; `undefined` where it stands nowhere, or would say something else there. */
export function addressOfPage({ account, path, language, served, common }: Place): string | undefined {
  const folder = folderAt(account, served);
  if (folder === undefined || common !== undefined) return undefined;
  const { languages } = account.provider;
  // Only the provider's first language has pages of plain names there; who made these files may have chosen another.
  const inLanguage = account.language === languages[0] || !languages.includes(language) ? '' : `?lang=${language}`;
  return `${folder}${path.split('/').map(encodeURIComponent).join('/')}${inLanguage}`;
}

/**
 * An address that leads near the page and is short enough to be typed: the server goes on from the person's address. Where that would lead to another login, it is that of
 * the first page; `undefined` where there is no server.
 */
export function typedAddress({ account, served }: Pick<Place, 'account' | 'served'>): string | undefined {
  const { provider, address, role } = account;
  // Where the provider says that it is found counts before what a request was sent to.
  const start = provider.site ?? served?.start;
  if (start === undefined || !account.loginsByRule) return start;
  const who = encodeURIComponent(address).replace('%40', '@');
  return `${start.replace(/\/?$/, '/')}?who=${who}${role === 'primary' ? '&role=primary' : ''}`;
}

/** The folder of the bundle. A login that somebody typed is in no address: where a rule gives another, its page is that of another account. */
function folderAt(account: Account, served: Served | undefined): string | undefined {
  const root = siteOf(account) ?? served?.start;
  return root === undefined || !account.loginsByRule ? undefined : `${root}mailbox/${mailboxFolder(account)}`;
}

/** As a URL goes over the wire: what reads a code need not know names and paths beyond ASCII. */
function siteOf({ provider: { site } }: Account): string | undefined {
  return site && new URL(site).href.replace(/\/?$/, '/');
}

/** The code that opens the page on the phone, for who reads it on a computer. */
export function pageCode(place: Place, { page }: Catalogue) {
  const code = drawnCode(place);
  return (
    code && {
      title: page.onPhone,
      text: toldOfCode(page.onPhoneText, place.account, page),
      label: page.onPhoneCode,
      ...code,
    }
  );
}

/** On the page of a computer's program: the code that opens the page of the mailbox, where the phone finds its own programs. */
export function mailboxCode({ account, language, served }: Omit<Place, 'path'>, { page }: Catalogue) {
  const code = drawnCode({ account, language, served, path: pageName('index', account, language) });
  return (
    code && {
      title: page.onPhone,
      text: toldOfCode(page.onPhoneMailbox, account, page),
      label: page.onPhoneMailboxCode,
      ...code,
    }
  );
}

function drawnCode(place: Place) {
  const url = addressOfPage(place);
  const { device } = place.served ?? {};
  if (url === undefined || isAtHome(place.account) || (device !== undefined && PHONES.includes(device))) return false;
  return codeOf(url).drawing();
}

/** Is mail read on somebody's own computer only? A phone has nothing to open there. */
function isAtHome({ incoming, outgoing, exchange }: Account): boolean {
  return (
    exchange === undefined &&
    [incoming, outgoing].some((servers) => servers.length > 0 && servers.every(({ host }) => isLoopback(host)))
  );
}

function toldOfCode(text: string, account: Account, { onPhoneAsks, onPhoneNameless }: Catalogue['page']): string {
  const { name } = account;
  return [text, ...(asksThere(account) ? [onPhoneAsks] : []), ...(name === undefined ? [] : [onPhoneNameless])].join(
    ' ',
  );
}

/** Is the login asked for there, before the page? Where no rule gives it, nobody else can say it. */
export function asksThere({ incoming, outgoing, exchange, loginsByRule }: Account): boolean {
  const ways = incoming.length > 0 ? [...incoming, ...outgoing] : [exchange];
  return loginsByRule && ways.some((way) => way !== undefined && way.loginRule === undefined);
}

/** Where a server keeps a mailbox's pages, below all mailboxes: they tell the device and the language themselves. */
export function mailboxFolder({ address, role }: Pick<Account, 'address' | 'role'>): string {
  return `${encodeURIComponent(address).replace('%40', '@')}/${role}/`;
}
