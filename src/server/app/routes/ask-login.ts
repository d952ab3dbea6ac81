import type { Role } from '../../../model/account.ts';
import { lookOf } from '../../../pages/look.ts';
import { mailboxFolder } from '../../../pages/served.ts';
import type { Located } from '../../../resolve/locate.ts';
import { displayAddress } from '../../../resolve/locate.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { page } from '../answer.ts';
import { fieldsOf } from '../people/asked-logins.ts';
import { languageAmong } from '../people/language.ts';
import { type LoginPage, loginContext } from '../people/login.ts';
import { MAILBOXES } from '../people/paths.ts';
import type { Answer } from '../question.ts';
import { rootFrom } from '../relative.ts';
import type { Visit } from '../route.ts';

/** What is asked for before the login is known. */
export interface LoginAsked extends Partial<Pick<LoginPage, 'typed' | 'name' | 'problem'>> {
  readonly role: Role;
  /** What of the bundle. */
  readonly path: string;
}

/** The page that asks for the login that no rule gives; what it is sent to is what was asked for. */
export function askLogin(
  { address, domain }: Located,
  { role, path, typed = new Map(), ...ask }: LoginAsked,
  visit: Visit,
  status = 200,
): Answer {
  const language = languageAmong(domain.provider.languages, visit);
  const root = rootFrom(visit.question.path);
  const here = `${root}${MAILBOXES.slice(1)}${mailboxFolder({ address: address.text, role })}`;
  const below = path.split('/').map(encodeURIComponent).join('/');
  const context = loginContext({
    provider: domain.provider,
    language,
    address: displayAddress(address, domain),
    root,
    actionIn: (each) => `${here}${below}?lang=${each}`,
    fields: fieldsOf(domain),
    typed,
    ...ask,
  });
  const { styleHash } = lookOf(domain.provider);
  return page(renderTemplate('server/login.html', context), status, { styleHash });
}
