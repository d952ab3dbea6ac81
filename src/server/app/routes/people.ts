import { languagesOf, movedTo, pageName } from '../../../artifacts/guide-pages.ts';
import { makeBundle } from '../../../bundle/bundle.ts';
import { clients } from '../../../clients/index.ts';
import { describe, InputError, type Problem } from '../../../errors.ts';
import type { Account, Person, Role } from '../../../model/account.ts';
import { deviceOf, otherBrowserOf } from '../../../pages/device.ts';
import { lookOf } from '../../../pages/look.ts';
import { accountPageScript } from '../../../pages/onboarding-context.ts';
import { mailboxFolder } from '../../../pages/served.ts';
import type { Profile } from '../../../profile/profile.ts';
import type { Located } from '../../../resolve/locate.ts';
import { displayAddress } from '../../../resolve/locate.ts';
import type { MailDomain } from '../../../resolve/mail-domain.ts';
import { accountIn, isName } from '../../../resolve/resolve.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { type Catalogue, texts } from '../../../words/index.ts';
import { sentence } from '../../../words/text.ts';
import { attached, page, personal, personalKind, plainText, redirect } from '../answer.ts';
import { withHelp } from '../help.ts';
import { isNobody } from '../nobody.ts';
import { type AskedLogin, fieldsOf, saidBy, type TypedLogins } from '../people/asked-logins.ts';
import type { HomeProblem } from '../people/home.ts';
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
    return askAgain(visit, { typed: '', problem: { kind: 'missing' } }, 400);
  }
  const who = typedIn(visit.question, 'who');
  if (who === undefined) return askAgain(visit, { typed: '' });
  // Links that somebody made may say it; the form does not ask, because the page of a program does.
  const role = roleOf(typedIn(visit.question, 'role') ?? '') ?? 'additional';
  const typed = who.trim();
  const page = firstPage({ typed, name: '' }, role, visit);
  return typeof page === 'string' ? redirect(page) : page;
};

/**
 * What the form sends. A name is in no URL, so that no proxy keeps it: whoever gives one has the form sent on to the page, as it is (307); whoever gives none has a page
 * that can be opened again.
 */
const homeSent: Handler = (visit) => {
  const received = formOf(visit.question, visit.profiles);
  if ('refused' in received) return received.refused;
  const { form } = received;
  const typed = (form.get('who') ?? '').trim();
  const name = (form.get('name') ?? '').trim();
  const ask = { typed: typed.slice(0, LONGEST), name: name.slice(0, LONGEST) };
  if (nameIn(form) === 'malformed') return askAgain(visit, { ...ask, problem: { kind: 'name' } }, 400);
  const page = firstPage(ask, 'additional', visit);
  if (typeof page !== 'string') return page;
  return name === '' ? redirect(page, 303) : redirect(page, 307);
};

/** Where the pages of that address begin, from here; or the answer that says what is wrong with it. */
function firstPage(
  { typed, name }: { readonly typed: string; readonly name: string },
  role: Role,
  visit: Visit,
): string | Answer {
  if (typed === '') return askAgain(visit, { typed, name, problem: { kind: 'missing' } }, 400);
  const located = locatedAt(typed, visit, name);
  if ('refused' in located) return located.refused;
  const account = accountOf(located, role);
  if (!('asks' in account)) return pathTo(account, indexIn(account, visit), visit);
  // Where no rule gives the login, the page asks for it.
  const language = languageAmong(located.domain.provider.languages, visit);
  return pathTo({ address: located.address.text, role }, `?lang=${language}`, visit);
}

/** A page or file of a mailbox: as the rules say it, or, by POST, with the login that the person says. */
const mailbox: Handler = (visit) => {
  const asked = mailboxAsked(visit);
  if ('refused' in asked) return asked.refused;
  const { located, role, path } = asked;
  const account = accountOf(located, role);
  if ('asks' in account) return askLogin(located, asked, visit);
  if (path === '') return toPage(account, indexIn(account, visit), visit);
  const wanted = inLanguage(path, account, visit);
  const moved = movedTo(wanted, account, clients);
  if (moved !== undefined) return toPage(account, moved, visit);
  // In the language that was asked for: a redirect would have lost it.
  const answer = artifactOf(account, wanted, visit, takesLogin(fieldsOf(located.domain)), (html) => html);
  return answer.status === 200 && wanted !== path ? toPage(account, wanted, visit) : answer;
};

const posted: Handler = (visit) => {
  const asked = mailboxAsked(visit);
  if ('refused' in asked) return asked.refused;
  const { located, role, path } = asked;
  const received = formOf(visit.question, [located.domain.profile]);
  if ('refused' in received) return received.refused;
  const { form } = received;
  const fields = fieldsOf(located.domain);
  const typed = typedLogins(form, fields);
  const name = nameIn(form);
  if (name === 'malformed') return askAgain(visit, { typed: located.address.text, problem: { kind: 'name' } }, 400);
  const { missing, malformed } = textsFor(located.domain, visit).home.ownLogin;
  const again = (problem: string) => askLogin(located, { ...asked, typed, name, problem }, visit, 400);
  const sent = fields.some((each) => form.has(each.name));
  if (sent && fields.some(({ name, needed }) => needed && !typed.has(name))) return again(missing);
  const account = accountOf(located, role, { ...saidBy(fields, typed), ...(name !== undefined && { name }) });
  if ('asks' in account) return sent ? again(malformed) : askLogin(located, { ...asked, name }, visit);
  const named = path === '' ? indexIn(account, visit) : inLanguage(path, account, visit);
  // A redirect would lose what was sent.
  const wanted = movedTo(named, account, clients) ?? named;
  const otherLogin = takesLogin(fields);
  const kept = name === undefined ? typed : new Map([...typed, ['name', name]]);
  return artifactOf(account, wanted, visit, otherLogin, (html) => sentAgain(html, kept));
};

/** Is the person's own login one of these? */
function takesLogin(fields: readonly AskedLogin[]): boolean {
  return fields.some(({ service }) => service === undefined);
}

export const peopleRoutes: readonly Route[] = [
  { path: '/', name: 'people', GET: home, POST: homeSent },
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
    return { refused: askAgain(visit, { typed: (who ?? '').slice(0, LONGEST), problem: { kind: 'page' } }, 404) };
  }
  const located = locatedAt(who, visit);
  return 'refused' in located ? located : { located, role, path: rest.join('/') };
}

/**
 * The file of the bundle at that path, which is made for this answer alone. What is for administrators is in the bundle that they make.
 * @param otherLogin may the overview lead to the same with another login?
 * @param finish what a page is like that leads on
 */
function artifactOf(
  account: Account,
  path: string,
  visit: Visit,
  otherLogin: boolean,
  finish: (html: string) => string,
): Answer {
  const { canonicalHost, question } = visit;
  const origin = canonicalHost === undefined ? `${question.scheme}://${question.host}` : `https://${canonicalHost}`;
  const userAgent = question.header('user-agent');
  const served = {
    device: deviceOf(userAgent),
    otherBrowser: otherBrowserOf(userAgent),
    otherLogin,
    start: `${origin}${prefixOf(question)}/`,
  };
  const artifact = orUnsigned(() => {
    const found = makeBundle(account, clients, { served, sign: visit.sign }).at(path);
    return found && found.audience !== 'admin' ? { ...found, bytes: found.bytes() } : undefined;
  });
  if (artifact === UNSIGNED) return notSigned();
  if (artifact === undefined) return askAgain(visit, { typed: account.displayAddress, problem: { kind: 'page' } }, 404);
  const { bytes, mediaType, format } = artifact;
  if (mediaType !== HTML)
    return personal(bytes, personalKind(mediaType, ...attached(path.slice(path.lastIndexOf('/') + 1))));
  const scriptHash = format === 'account' ? accountPageScript(account.provider) : undefined;
  const { styleHash } = lookOf(account.provider);
  return page(utf8.encode(finish(new TextDecoder().decode(bytes))), 200, { scriptHash, styleHash });
}

/** Far above what the fields may hold. */
const BODY_LIMIT = 8 * 1024;

/** What a form has sent; or the answer to what no form has. @param of whose mail service that is, where it is clear */
function formOf({ header, body = new Uint8Array() }: Question, of: readonly Profile[]): Form | Refused {
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(header('content-type') ?? '');
  const refuse = (status: number, text: string) => ({ refused: plainText(status, withHelp(text, of)) });
  // Another site would put its words on our page, as somebody's login or name (Fetch Metadata §2.3; older browsers send nothing).
  if (header('sec-fetch-site') === 'cross-site') return refuse(403, 'Send the form of the page.');
  if (!isForm) return refuse(415, 'Send the form of the page.');
  if (body.length > BODY_LIMIT) return refuse(413, 'The request is too long.');
  const form = new URLSearchParams(new TextDecoder().decode(body));
  const names = [...form.keys()];
  // Readers do not agree on which of two values counts.
  return new Set(names).size < names.length ? refuse(400, 'A field of the form stands there twice.') : { form };
}

interface Form {
  readonly form: URLSearchParams;
}

/** What was typed into the fields for logins. */
function typedLogins(form: URLSearchParams, fields: ReturnType<typeof fieldsOf>): TypedLogins {
  const typed = fields.map(({ name }) => [name, (form.get(name) ?? '').trim()] as const);
  return new Map(typed.filter(([, login]) => login !== ''));
}

/** What hides or turns the letters around it, and what was lost; joiners are letters' own (Persian, emoji). */
const NOT_SEEN = /\ufffd|(?![\u200c\u200d])\p{Cf}/u;

/** The name, where it is one that a person can read: anybody may have put it into the form. */
function nameIn(form: URLSearchParams): string | 'malformed' | undefined {
  const name = (form.get('name') ?? '').trim();
  if (name === '') return undefined;
  return isName(name) && !NOT_SEEN.test(name) && /[^\p{Cf}\s]/u.test(name) ? name : 'malformed';
}

/** The page that asks for the login that no rule gives; what it is sent to is what was asked for. */
function askLogin(
  { address, domain }: Located,
  {
    role,
    path,
    typed = new Map(),
    ...ask
  }: Omit<Asked, 'located'> & Partial<Pick<LoginPage, 'typed' | 'name' | 'problem'>>,
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
    ...ask,
  });
  const { styleHash } = lookOf(domain.provider);
  return page(renderTemplate('server/login.html', context), status, { styleHash });
}

function textsFor({ provider }: MailDomain, visit: Visit): Catalogue {
  return texts(languageAmong(provider.languages, visit), provider.texts);
}

/** Whose mailbox it is, or the answer that says what is wrong with the address. */
function locatedAt(who: string, visit: Visit, name = ''): Located | Refused {
  const refuse = (problem: HomeProblem, status: number): Refused => ({
    refused: askAgain(visit, { typed: who.slice(0, LONGEST), name, problem }, status),
  });
  const { problems } = wordsFor(visit).home;
  if (who.length > LONGEST) return refuse({ kind: 'wrong', text: problems.tooLong }, 400);
  try {
    const located = locateAsked(who, visit);
    return isNobody(located.address) ? refuse({ kind: 'unknown', text: problems.nobody }, 404) : located;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const codes = error.problems.map(({ code }) => code);
    // To a stranger, nothing tells which domains are served here, and for which several logins are the same.
    if (codes.some((code) => UNKNOWN.has(code))) return refuse({ kind: 'unknown' }, 404);
    if (codes.some((code) => AMBIGUOUS.has(code))) return refuse({ kind: 'wrong', text: problems.several }, 400);
    const text = error.problems.map((problem) => sentence(describe(problem, languageFor(visit), 'person'))).join(' ');
    return refuse({ kind: 'wrong', text }, 400);
  }
}

/** The account by the rules and by what the person says; `asks` where these give no login. */
function accountOf(
  { address, domain }: Located,
  role: Role,
  said: SaidLogins & Pick<Person, 'name'> = {},
): Account | { readonly asks: true } {
  try {
    return accountIn(domain, address, { role, ...said });
  } catch (error) {
    // Nothing but a login can be wrong here, and what the problem says of options is for administrators.
    if (error instanceof InputError) return { asks: true };
    throw error;
  }
}

/** Well written, but nothing of ours. */
const UNKNOWN: ReadonlySet<Problem['code']> = new Set(['who.unknown-domain', 'who.unknown-login']);

/** A login that may be of several mailboxes. */
const AMBIGUOUS: ReadonlySet<Problem['code']> = new Set(['who.ambiguous-login', 'who.one-way-login']);

/** A redirect to a page of an account. */
function toPage(account: Pick<Account, 'address' | 'role'>, page: string, visit: Visit): Answer {
  return redirect(pathTo(account, page, visit));
}

/** A page of an account, from here. */
function pathTo(account: Pick<Account, 'address' | 'role'>, page: string, { question }: Visit): string {
  return `${rootFrom(question.path)}${pathOf(account)}${page}`;
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
