import type { Role } from '../../../model/account.ts';
import { redirect } from '../answer.ts';
import { formOf, translatedFrom, typedName } from '../people/form.ts';
import { languageAmong } from '../people/language.ts';
import { indexIn, pathTo, roleOf } from '../people/paths.ts';
import { isTwice, typedIn } from '../query.ts';
import type { Answer } from '../question.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { askAgain } from './asking.ts';
import { accountSaid, LONGEST, locatedAt } from './located.ts';

/* The page to begin with: it asks for the address, and leads to the pages of the mailbox. */

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
 * that can be opened again. Whoever asks for another language stays here.
 */
const homeSent: Handler = (visit) => {
  const received = formOf(visit.question, visit.profiles);
  if ('refused' in received) return received.refused;
  const { form } = received;
  const typed = (form.get('who') ?? '').trim();
  const name = (form.get('name') ?? '').trim();
  const ask = { typed: typed.slice(0, LONGEST), name: name.slice(0, LONGEST) };
  const told = translatedFrom(form);
  if (told === 'nothing') return askAgain(visit, ask);
  if (told === 'page') return askAgain(visit, { ...ask, problem: { kind: 'page' } }, 404);
  if (typedName(form) === 'malformed') return askAgain(visit, { ...ask, problem: { kind: 'name' } }, 400);
  const page = firstPage(ask, 'additional', visit);
  if (typeof page !== 'string') return page;
  if (told !== undefined) return askAgain(visit, ask);
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
  const account = accountSaid(located, role);
  if (!('asks' in account)) return pathTo(account, indexIn(account, visit), visit);
  // Where no rule gives the login, the page asks for it.
  const language = languageAmong(located.domain.provider.languages, visit);
  return pathTo({ address: located.address.text, role }, `?lang=${language}`, visit);
}

export const homeRoutes: readonly Route[] = [{ path: '/', name: 'people', GET: home, POST: homeSent }];
