import { languagesOf, pageName } from '../../../artifacts/guide-pages.ts';
import type { Account, Role } from '../../../model/account.ts';
import { mailboxFolder } from '../../../pages/served.ts';
import { redirect } from '../answer.ts';
import { parameter } from '../query.ts';
import type { Answer } from '../question.ts';
import { rootFrom } from '../relative.ts';
import type { Visit } from '../route.ts';
import { languageAmong } from './language.ts';

/* Where the pages of a mailbox stand: what `facteur generate` would write into the folder of its address, below `/mailbox/<address>/<role>/`. */

/** Below it stand the pages of all mailboxes. */
export const MAILBOXES = '/mailbox/';

/** A redirect to a page of an account. */
export function toPage(account: Pick<Account, 'address' | 'role'>, page: string, visit: Visit): Answer {
  return redirect(pathTo(account, page, visit));
}

/** A page of an account, from here. */
export function pathTo(account: Pick<Account, 'address' | 'role'>, page: string, { question }: Visit): string {
  return `${rootFrom(question.path)}${pathOf(account)}${page}`;
}

/** Where the pages of an account stand. */
export function pathOf(account: Pick<Account, 'address' | 'role'>): string {
  return `${MAILBOXES.slice(1)}${mailboxFolder(account)}`;
}

/** The page of all devices in the reader's language, or in the provider's where it does not speak that. */
export function indexIn(account: Account, visit: Visit): string {
  return pageName('index', account, languageAmong(languagesOf(account), visit));
}

/** How pages are called, and nothing that could lead elsewhere from a redirect. */
const PAGE = /^((?:[\w-]+\/)?[\w-]+)(?:\.(?:fr|en))?\.html$/;

/** The same page in the language that the URL names; other files have none. */
export function inLanguage(path: string, account: Account, { question }: Visit): string {
  const language = languagesOf(account).find((each) => each === parameter(question, 'lang'));
  const [, name] = PAGE.exec(path) ?? [];
  return language === undefined || name === undefined ? path : pageName(name, account, language);
}

/** The role that a part of a path names. */
export function roleOf(text: string): Role | undefined {
  return (['additional', 'primary'] as const).find((each) => each === text);
}
