import { movedTo } from '../../../artifacts/guide-pages.ts';
import { makeBundle } from '../../../bundle/bundle.ts';
import { clients } from '../../../clients/index.ts';
import type { Account, Role } from '../../../model/account.ts';
import { deviceOf, otherBrowserOf } from '../../../pages/device.ts';
import { lookOf } from '../../../pages/look.ts';
import { accountPageScript } from '../../../pages/onboarding-context.ts';
import type { Located } from '../../../resolve/locate.ts';
import type { MailDomain } from '../../../resolve/mail-domain.ts';
import { type Catalogue, texts } from '../../../words/index.ts';
import { attached, page, personal, personalKind } from '../answer.ts';
import { type AskedLogin, fieldsOf, saidBy } from '../people/asked-logins.ts';
import { formOf, type Refused, translatedFrom, typedLogins, typedName } from '../people/form.ts';
import { languageAmong } from '../people/language.ts';
import { indexIn, inLanguage, MAILBOXES, roleOf, toPage } from '../people/paths.ts';
import { sentAgain } from '../people/sent-again.ts';
import { startOf } from '../people/start.ts';
import { decode } from '../query.ts';
import type { Answer } from '../question.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { notSigned, orUnsigned, UNSIGNED } from '../unsigned.ts';
import { askLogin } from './ask-login.ts';
import { askAgain } from './asking.ts';
import { accountSaid, LONGEST, locatedAt } from './located.ts';

/* The pages and files of a mailbox: what `facteur generate` would write into the folder of its address. */

const utf8 = new TextEncoder();
const HTML = 'text/html; charset=utf-8';

/** A page or file of a mailbox: as the rules say it, or, by POST, with the login that the person says. */
const mailbox: Handler = (visit) => {
  const asked = mailboxAsked(visit);
  if ('refused' in asked) return asked.refused;
  const { located, role, path } = asked;
  const account = accountSaid(located, role);
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
  const name = typedName(form);
  if (name === 'malformed') return askAgain(visit, { typed: located.address.text, problem: { kind: 'name' } }, 400);
  const { missing, malformed } = textsFor(located.domain, visit).home.ownLogin;
  const again = (problem: string) => askLogin(located, { ...asked, typed, name, problem }, visit, 400);
  const told = translatedFrom(form);
  if (told === 'nothing') return askLogin(located, { ...asked, typed, name }, visit);
  const sent = fields.some((each) => form.has(each.name));
  if (sent && fields.some(({ name, needed }) => needed && !typed.has(name))) return again(missing);
  const account = accountSaid(located, role, { ...saidBy(fields, typed), ...(name !== undefined && { name }) });
  if ('asks' in account) return sent ? again(malformed) : askLogin(located, { ...asked, name }, visit);
  // What was wrong is mended, and it was another language that was asked for.
  if (told !== undefined) return askLogin(located, { ...asked, typed, name }, visit);
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

export const mailboxRoutes: readonly Route[] = [
  { path: MAILBOXES.slice(0, -1), name: 'people', GET: mailbox },
  { path: `${MAILBOXES}**`, name: 'people', cost: 4, GET: mailbox, POST: posted },
];

interface Asked {
  readonly located: Located;
  readonly role: Role;
  /** What of the bundle. */
  readonly path: string;
}

function mailboxAsked(visit: Visit): Asked | Refused {
  const [who, roleName, ...rest] = visit.question.path.slice(MAILBOXES.length).split('/').map(decode);
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
  const userAgent = visit.question.header('user-agent');
  const served = {
    device: deviceOf(userAgent),
    otherBrowser: otherBrowserOf(userAgent),
    otherLogin,
    start: startOf(visit),
  };
  const artifact = orUnsigned(() => {
    const found = makeBundle(account, clients, { served, sign: visit.sign }).at(path);
    return found && found.audience !== 'admin' ? { ...found, bytes: found.bytes() } : undefined;
  });
  if (artifact === UNSIGNED) return notSigned();
  if (artifact === undefined) return askAgain(visit, { typed: account.displayAddress, problem: { kind: 'page' } }, 404);
  const { bytes, mediaType, format, savedAs = path.slice(path.lastIndexOf('/') + 1) } = artifact;
  if (mediaType !== HTML) return personal(bytes, personalKind(mediaType, ...attached(savedAs)));
  const scriptHash = format === 'account' ? accountPageScript(account.provider) : undefined;
  const { styleHash } = lookOf(account.provider);
  return page(utf8.encode(finish(new TextDecoder().decode(bytes))), 200, { scriptHash, styleHash });
}

function textsFor({ provider }: MailDomain, visit: Visit): Catalogue {
  return texts(languageAmong(provider.languages, visit), provider.texts);
}
