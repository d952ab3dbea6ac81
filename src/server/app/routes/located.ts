import { describe, InputError, type Problem } from '../../../errors.ts';
import type { Account, Person, Role } from '../../../model/account.ts';
import type { Located } from '../../../resolve/locate.ts';
import { accountIn } from '../../../resolve/resolve.ts';
import { sentence } from '../../../words/text.ts';
import { typedValue } from '../../../words/typed-value.ts';
import { isNobody } from '../nobody.ts';
import type { Refused } from '../people/form.ts';
import type { HomeProblem } from '../people/home.ts';
import type { Visit } from '../route.ts';
import { askAgain, languageFor, locateAsked, type SaidLogins, wordsFor } from './asking.ts';

/* Whose mailbox a person asks for. Nobody is looked up: every address of a domain has its pages. */

/** Far above what an address may have, with room for what was meant. */
export const LONGEST = 1000;

/** Whose mailbox it is, or the answer that says what is wrong with the address. */
export function locatedAt(who: string, visit: Visit, name = ''): Located | Refused {
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
    const text = error.problems
      .map((problem) => sentence(describe(problem, languageFor(visit), 'person', typedValue)))
      .join(' ');
    return refuse({ kind: 'wrong', text }, 400);
  }
}

/** The account by the rules and by what the person says; `asks` where these give no login. */
export function accountSaid(
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
