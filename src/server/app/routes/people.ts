import { languagesOf, pageName } from '../../../artifacts/guide-pages.ts';
import { makeBundle } from '../../../bundle/bundle.ts';
import { clients } from '../../../clients/index.ts';
import { describe, InputError, type Problem } from '../../../errors.ts';
import type { Account, Role } from '../../../model/account.ts';
import { deviceOf } from '../../../pages/device.ts';
import { lookOf } from '../../../pages/look.ts';
import { accountPageScript } from '../../../pages/onboarding-context.ts';
import { mailboxFolder } from '../../../pages/served.ts';
import type { Located } from '../../../resolve/locate.ts';
import { displayAddress } from '../../../resolve/locate.ts';
import type { MailDomain } from '../../../resolve/mail-domain.ts';
import { accountIn } from '../../../resolve/resolve.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { type Catalogue, texts } from '../../../words/index.ts';
import { sentence } from '../../../words/text.ts';
import { attached, page, personal, personalKind, plainText, redirect } from '../answer.ts';
import { withHelp } from '../help.ts';
import { isNobody } from '../nobody.ts';
import { type AskedLogin, fieldsOf, saidBy, type TypedLogins } from '../people/asked-logins.ts';
import { type LoginPage, loginContext } from '../people/login.ts';
import { sentAgain } from '../people/sent-again.ts';
import { decode, isTwice, parameter, typedIn } from '../query.ts';
import type { Answer, Question } from '../question.ts';
import { prefixOf, rootFrom } from '../relative.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { notSigned, orUnsigned, UNSIGNED } from '../unsigned.ts';
import { askAgain, languageAmong, languageFor, locateAsked, type SaidLogins, wordsFor } from './asking.ts';

/*
 * The pages for people: `/` asks for the address, and below `/mailbox/<address>/<role>/` stands what `facteur generate` would write into the folder of that
 * address. Nobody is looked up: every address of a domain has its pages.
 */

const utf8 = new TextEncoder();
const HTML = 'text/html; charset=utf-8';
const BASE = '/mailbox/';

/** Far above what an address may have, with room for what was meant. */
const LONGEST = 1000;

const home: Handler = (visit) => {
  if (isTwice(visit.question, ['who', 'role'])) {
    return askAgain(visit, { typed: '', role: 'additional', problem: wordsFor(visit).home.problems.missing }, 400);
  }
  const who = typedIn(visit.question, 'who');
  const typed = (who ?? '').trim();
  const role = roleOf(typedIn(visit.question, 'role') ?? '') ?? 'additional';
  const ask = { typed, role };
  if (who === undefined) return askAgain(visit, ask);
  if (typed === '') {
    return askAgain(visit, { ...ask, problem: wordsFor(visit).home.problems.missing }, 400);
  }
  const located = locatedAt(typed, role, visit);
  if ('refused' in located) return located.refused;
  const { address, domain } = located;
  const account = accountOf(located, role);
  // Where no rule gives the login, the page asks for it.
  if ('asks' in account) {
    const language = languageAmong(domain.provider.languages, visit);
    return toPage({ address: address.text, role }, `?lang=${language}`, visit);
  }
  return toPage(account, indexIn(account, visit), visit);
};

/** A page or file of a mailbox: as the rules say it, or, by POST, with the login that the person says. */
const mailbox: Handler = (visit) => {
  const asked = mailboxAsked(visit);
  if ('refused' in asked) return asked.refused;
  const { located, role, path } = asked;
  const account = accountOf(located, role);
  if ('asks' in account) return askLogin(located, asked, visit);
  if (path === '') return toPage(account, indexIn(account, visit), visit);
  const wanted = inLanguage(path, account, visit);
  // In the language that was asked for: a redirect would have lost it.
  const leads = { otherLogin: takesLogin(fieldsOf(located.domain)), phone: true };
  const answer = artifactOf(account, wanted, visit, leads, (html) => html);
  return answer.status === 200 && wanted !== path ? toPage(account, wanted, visit) : answer;
};

const posted: Handler = (visit) => {
  const asked = mailboxAsked(visit);
  if ('refused' in asked) return asked.refused;
  const { located, role, path } = asked;
  const typed = typedLogins(visit.question, located.domain);
  if ('refused' in typed) return typed.refused;
  const { missing, malformed } = textsFor(located.domain, visit).home.ownLogin;
  const fields = fieldsOf(located.domain);
  const again = (problem: string) => askLogin(located, { ...asked, typed, problem }, visit, 400);
  if (fields.some(({ name, needed }) => needed && !typed.has(name))) return again(missing);
  const account = accountOf(located, role, saidBy(fields, typed));
  if ('asks' in account) return again(malformed);
  const wanted = path === '' ? indexIn(account, visit) : inLanguage(path, account, visit);
  const leads = {
    otherLogin: takesLogin(fields),
    // The code for a phone has no login in it: where a rule gives one, that would be another.
    phone: 'asks' in accountOf(located, role),
  };
  return artifactOf(account, wanted, visit, leads, (html) => sentAgain(html, typed));
};

/** Is the person's own login one of these? */
function takesLogin(fields: readonly AskedLogin[]): boolean {
  return fields.some(({ service }) => service === undefined);
}

export const peopleRoutes: readonly Route[] = [
  { path: '/', name: 'people', GET: home },
  { path: BASE.slice(0, -1), name: 'people', GET: mailbox },
  { path: `${BASE}**`, name: 'people', cost: 4, GET: mailbox, POST: posted },
];

interface Asked {
  readonly located: Located;
  readonly role: Role;
  /** What of the bundle. */
  readonly path: string;
}

interface Refused {
  readonly refused: Answer;
}

function mailboxAsked(visit: Visit): Asked | Refused {
  const [who, roleName, ...rest] = visit.question.path.slice(BASE.length).split('/').map(decode);
  const role = roleOf(roleName ?? 'additional');
  if (who === undefined || role === undefined || rest.includes(undefined)) {
    const ask = { typed: (who ?? '').slice(0, LONGEST), role: role ?? 'additional' };
    return { refused: askAgain(visit, { ...ask, problem: wordsFor(visit).home.problems.unknownPage }, 404) };
  }
  const located = locatedAt(who, role, visit);
  return 'refused' in located ? located : { located, role, path: rest.join('/') };
}

/** What a page leads to beside the bundle: the same with another login, and the same on a phone. */
interface Leads {
  readonly otherLogin: boolean;
  readonly phone: boolean;
}

/** The file of the bundle at that path, which is made for this answer alone. @param finish what a page is like that leads on */
function artifactOf(
  account: Account,
  path: string,
  visit: Visit,
  { otherLogin, phone }: Leads,
  finish: (html: string) => string,
): Answer {
  const { canonicalHost, question } = visit;
  const origin = canonicalHost === undefined ? `${question.scheme}://${question.host}` : `https://${canonicalHost}`;
  const served = {
    device: deviceOf(question.header('user-agent')),
    otherLogin,
    mailboxes: phone ? `${origin}${prefixOf(question)}${BASE}` : undefined,
  };
  const artifact = orUnsigned(() => {
    const found = makeBundle(account, clients, { served, sign: visit.sign }).at(path);
    return found && { ...found, bytes: found.bytes() };
  });
  if (artifact === UNSIGNED) return notSigned();
  if (artifact === undefined) {
    const { unknownFile: problem } = wordsFor(visit).home.problems;
    return askAgain(visit, { typed: account.displayAddress, role: account.role, problem }, 404);
  }
  const { bytes, mediaType, format } = artifact;
  if (mediaType !== HTML)
    return personal(bytes, personalKind(mediaType, ...attached(path.slice(path.lastIndexOf('/') + 1))));
  const scriptHash = format === 'account' ? accountPageScript(account.provider) : undefined;
  const { styleHash } = lookOf(account.provider);
  return page(utf8.encode(finish(new TextDecoder().decode(bytes))), 200, { scriptHash, styleHash });
}

/** Far above what the fields may hold. */
const BODY_LIMIT = 8 * 1024;

/** What was typed into the fields of this domain's form; or the answer to what no form has sent. */
function typedLogins({ header, body = new Uint8Array() }: Question, domain: MailDomain): TypedLogins | Refused {
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(header('content-type') ?? '');
  const refuse = (status: number, text: string) => ({ refused: plainText(status, withHelp(text, [domain.profile])) });
  if (!isForm) return refuse(415, 'Send the form of the page.');
  if (body.length > BODY_LIMIT) return refuse(413, 'The request is too long.');
  const form = new URLSearchParams(new TextDecoder().decode(body));
  const names = fieldsOf(domain).map(({ name }) => name);
  // Readers do not agree on which of two values counts.
  if (names.some((name) => form.getAll(name).length > 1)) return refuse(400, 'A field of the form stands there twice.');
  const typed = names.map((name) => [name, (form.get(name) ?? '').trim()] as const);
  return new Map(typed.filter(([, login]) => login !== ''));
}

/** The page that asks for the login that no rule gives; what it is sent to is what was asked for. */
function askLogin(
  { address, domain }: Located,
  { role, path, typed = new Map(), problem }: Omit<Asked, 'located'> & Partial<Pick<LoginPage, 'typed' | 'problem'>>,
  visit: Visit,
  status = 200,
): Answer {
  const language = languageAmong(domain.provider.languages, visit);
  const root = rootFrom(visit.question.path);
  const below = path.split('/').map(encodeURIComponent).join('/');
  const context = loginContext({
    provider: domain.provider,
    language,
    address: displayAddress(address, domain),
    root,
    action: `${root}${BASE.slice(1)}${mailboxFolder({ address: address.text, role })}${below}?lang=${language}`,
    fields: fieldsOf(domain),
    typed,
    problem,
  });
  const { styleHash } = lookOf(domain.provider);
  return page(renderTemplate('server/login.html', context), status, { styleHash });
}

function textsFor({ provider }: MailDomain, visit: Visit): Catalogue {
  return texts(languageAmong(provider.languages, visit), provider.texts);
}

/** Whose mailbox it is, or the answer that says what is wrong with the address. */
function locatedAt(who: string, role: Role, visit: Visit): Located | Refused {
  const refuse = refusing(who, role, visit);
  if (who.length > LONGEST) return refuse(wordsFor(visit).home.problems.tooLong, 400);
  try {
    const located = locateAsked(who, visit);
    return isNobody(located.address) ? refuse(wordsFor(visit).home.problems.nobody, 404) : located;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = error.problems
      .map((problem) => sentence(describe(problem, languageFor(visit), 'person')))
      .join(' ');
    return refuse(message, error.problems.some(({ code }) => UNKNOWN.has(code)) ? 404 : 400);
  }
}

/** The account by the rules and by what the person says; `asks` where these give no login. */
function accountOf({ address, domain }: Located, role: Role, said: SaidLogins = {}): Account | { readonly asks: true } {
  try {
    return accountIn(domain, address, { role, ...said });
  } catch (error) {
    // Nothing but a login can be wrong here, and what the problem says of options is for administrators.
    if (error instanceof InputError) return { asks: true };
    throw error;
  }
}

function refusing(who: string, role: Role, visit: Visit) {
  return (problem: string, status: number): Refused => ({
    refused: askAgain(visit, { typed: who.slice(0, LONGEST), role, problem }, status),
  });
}

/** Well written, but nothing of ours. */
const UNKNOWN: ReadonlySet<Problem['code']> = new Set(['who.unknown-domain', 'who.unknown-login']);

/** A redirect to a page of an account. */
function toPage(account: Pick<Account, 'address' | 'role'>, page: string, { question }: Visit): Answer {
  return redirect(`${rootFrom(question.path)}${pathOf(account)}${page}`);
}

/** Where the pages of an account stand. */
export function pathOf(account: Pick<Account, 'address' | 'role'>): string {
  return `${BASE.slice(1)}${mailboxFolder(account)}`;
}

/** The page of all devices in the reader's language, or in the provider's where it does not speak that. */
function indexIn(account: Account, visit: Visit): string {
  return pageName('index', account, languageAmong(languagesOf(account), visit));
}

/** How pages are called, and nothing that could lead elsewhere from a redirect. */
const PAGE = /^((?:[\w-]+\/)?[\w-]+)(?:\.(?:fr|en))?\.html$/;

/** The same page in the language that the URL names; other files have none. */
function inLanguage(path: string, account: Account, { question }: Visit): string {
  const language = languagesOf(account).find((each) => each === parameter(question, 'lang'));
  const [, name] = PAGE.exec(path) ?? [];
  return language === undefined || name === undefined ? path : pageName(name, account, language);
}

function roleOf(text: string): Role | undefined {
  return (['additional', 'primary'] as const).find((each) => each === text);
}
