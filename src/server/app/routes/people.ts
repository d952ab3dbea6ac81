import { languagesOf, pageName } from '../../../artifacts/guide-pages.ts';
import { makeBundle } from '../../../bundle/bundle.ts';
import { clients } from '../../../clients/index.ts';
import { describe, InputError, type Problem } from '../../../errors.ts';
import type { Account, Role } from '../../../model/account.ts';
import { deviceOf } from '../../../pages/device.ts';
import { accountPageScript } from '../../../pages/onboarding-context.ts';
import { attachment, page, redirect } from '../answer.ts';
import { isNobody } from '../nobody.ts';
import { decode, parameter, typedIn } from '../query.ts';
import { prefixOf, rootFrom } from '../relative.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { notSigned, orUnsigned, UNSIGNED } from '../unsigned.ts';
import { accountFor, askAgain, languageAmong, languageFor, wordsFor } from './asking.ts';

/*
 * The pages for people: `/` asks for the address, and below `/mailbox/<address>/<role>/` stands what `facteur generate` would write into the folder of that
 * address. Nobody is looked up: every address of a domain has its pages.
 */

const HTML = 'text/html; charset=utf-8';
const BASE = '/mailbox/';

/** Far above what an address may have, with room for what was meant. */
const LONGEST = 1000;

const home: Handler = (visit) => {
  const who = typedIn(visit.target, 'who');
  const typed = (who ?? '').trim();
  const role = roleOf(typedIn(visit.target, 'role') ?? '') ?? 'additional';
  const ask = { typed, role };
  if (who === undefined) return askAgain(visit, ask);
  if (typed === '') {
    return askAgain(visit, { ...ask, problem: wordsFor(visit).home.problems.missing }, 400);
  }
  const account = accountOf(typed, role, visit);
  if ('refused' in account) return account.refused;
  return toPage(account, indexIn(account, visit), visit);
};

const mailbox: Handler = (visit) => {
  const [who, roleName, ...rest] = visit.target.path.slice(BASE.length).split('/').map(decode);
  const role = roleOf(roleName ?? 'additional');
  const path = rest.join('/');
  const typed = (who ?? '').slice(0, LONGEST);
  const { problems } = wordsFor(visit).home;
  const nowhere = (problem: string) => askAgain(visit, { typed, role: role ?? 'additional', problem }, 404);
  if (who === undefined || role === undefined || rest.includes(undefined)) return nowhere(problems.unknownPage);
  const account = accountOf(who, role, visit);
  if ('refused' in account) return account.refused;
  if (path === '') return toPage(account, indexIn(account, visit), visit);

  const wanted = inLanguage(path, account, visit);
  const { canonicalHost, target, request } = visit;
  const origin = canonicalHost === undefined ? `${target.scheme}://${target.host}` : `https://${canonicalHost}`;
  const served = {
    device: deviceOf(request.headers.get('User-Agent')),
    url: `${origin}${prefixOf(request)}${BASE}${folderOf(account)}`,
  };
  const artifact = orUnsigned(() => {
    const found = makeBundle(account, clients, { served, sign: visit.sign }).at(wanted);
    return found && { ...found, bytes: found.bytes() };
  });
  if (artifact === UNSIGNED) return notSigned();
  // In the language that was asked for: a redirect would have lost it.
  if (artifact === undefined) return nowhere(problems.unknownFile);
  if (wanted !== path) return toPage(account, wanted, visit);
  const { bytes, mediaType, format } = artifact;
  return mediaType === HTML
    ? page(bytes, 200, format === 'account' ? accountPageScript(account.provider) : undefined)
    : attachment(bytes, mediaType, path.slice(path.lastIndexOf('/') + 1));
};

export const peopleRoutes: readonly Route[] = [
  { path: '/', name: 'people', GET: home },
  { path: BASE.slice(0, -1), name: 'people', GET: mailbox },
  { path: `${BASE}**`, name: 'people', cost: 4, GET: mailbox },
];

/** The account by the rules, or the answer that says what is wrong with the address. */
function accountOf(who: string, role: Role, visit: Visit): Account | { readonly refused: Response } {
  const language = languageFor(visit);
  const refuse = (problem: string, status: number) => ({
    refused: askAgain(visit, { typed: who.slice(0, LONGEST), role, problem }, status),
  });
  if (who.length > LONGEST) return refuse(wordsFor(visit).home.problems.tooLong, 400);
  try {
    const account = accountFor(who, role, visit);
    return isNobody(account) ? refuse(wordsFor(visit).home.problems.nobody, 404) : account;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = error.problems.map((problem) => sentence(describe(problem, language))).join(' ');
    return refuse(message, error.problems.some(({ code }) => UNKNOWN.has(code)) ? 404 : 400);
  }
}

/** Well written, but nothing of ours. */
const UNKNOWN: ReadonlySet<Problem['code']> = new Set(['who.unknown-domain', 'who.unknown-login']);

/** Problems are written as lines of a list. */
function sentence(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[?!.]$/.test(line) ? '' : '.'}`;
}

/** A redirect to a page of an account. */
function toPage(account: Account, page: string, { target }: Visit): Response {
  return redirect(`${rootFrom(target.path)}${BASE.slice(1)}${folderOf(account)}${page}`);
}

/** Where the pages of an account stand, below `BASE`. */
function folderOf({ address, role }: Account): string {
  return `${encodeURIComponent(address).replace('%40', '@')}/${role}/`;
}

/** The page of all devices in the reader's language, or in the provider's where it does not speak that. */
function indexIn(account: Account, visit: Visit): string {
  return pageName('index', account, languageAmong(languagesOf(account), visit));
}

/** How pages are called, and nothing that could lead elsewhere from a redirect. */
const PAGE = /^((?:[\w-]+\/)?[\w-]+)(?:\.(?:fr|en))?\.html$/;

/** The same page in the language that the URL names; other files have none. */
function inLanguage(path: string, account: Account, { target }: Visit): string {
  const language = languagesOf(account).find((each) => each === parameter(target, 'lang'));
  const [, name] = PAGE.exec(path) ?? [];
  return language === undefined || name === undefined ? path : pageName(name, account, language);
}

function roleOf(text: string): Role | undefined {
  return (['additional', 'primary'] as const).find((each) => each === text);
}
