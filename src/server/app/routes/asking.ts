import { InputError } from '../../../errors.ts';
import type { Account, Language, Person, Provider, Role } from '../../../model/account.ts';
import { addressOf } from '../../../model/address.ts';
import { lookOf } from '../../../pages/look.ts';
import { commonLinks, type Links, type Profile } from '../../../profile/profile.ts';
import { type Located, locate } from '../../../resolve/locate.ts';
import { entryFor, providerOf } from '../../../resolve/mail-domain.ts';
import { accountIn } from '../../../resolve/resolve.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { type Catalogue, texts } from '../../../words/index.ts';
import { languages } from '../../../words/languages.ts';
import { page } from '../answer.ts';
import { type Home, homeContext, ownTexts, senderAt } from '../people/home.ts';
import { languageAmong } from '../people/language.ts';
import type { Answer } from '../question.ts';
import { rootFrom } from '../relative.ts';
import type { Visit } from '../route.ts';

/* What the pages for people have in common that belong to no account: whose they are, their language, and the form to begin with. */

/** What was typed, and what is wrong with it. */
export type Asking = Pick<Home, 'typed' | 'name' | 'problem'>;

/** The page that asks for the address, with that. */
export function askAgain(visit: Visit, ask: Asking, status = 200): Answer {
  const root = rootFrom(visit.question.path);
  const profiles = profilesAt(visit);
  const context = homeContext({ language: languageFor(visit), root, profiles, links: linksAt(visit), ...ask });
  const { styleHash } = lookOf({ brand: senderAt(profiles)?.brand });
  return page(renderTemplate('server/home.html', context), status, { styleHash });
}

/** The pages of the one provider, where they are those of whoever reads it: of the domain that the host's name says, or of all of its domains. */
function linksAt(visit: Visit): Links {
  const [profile, ...others] = profilesAt(visit);
  if (profile === undefined || others.length > 0) return {};
  return visit.host === undefined ? commonLinks(profile) : visit.host.domain.provider;
}

/** The providers that are answered for at the host that was asked: the one that its name names, or all. */
export function profilesAt({ host, profiles }: Visit): readonly Profile[] {
  return host === undefined ? profiles : [host.domain.profile];
}

/** What the pages of a provider show: with what the domain has in place of it, where the host's name says which one. */
export function providerAt(profile: Profile, { host }: Visit): Provider {
  return host?.domain.profile === profile ? host.domain.provider : providerOf(profile);
}

/** The language of a page that belongs to no account: the first of the provider's, where nobody asks for another. */
export function languageFor(visit: Visit): Language {
  const [profile]: readonly (Profile | undefined)[] = profilesAt(visit);
  const own = profile?.languages ?? [];
  return languageAmong([...own, ...languages.filter((each) => !own.includes(each))], visit);
}

/** The words of such a page, in that language. */
export function wordsFor(visit: Visit): Catalogue {
  return texts(languageFor(visit), ownTexts(profilesAt(visit)));
}

/** Below a wildcard of the provider at whose host it is asked, the domain may be one that another provider lists. */
function isOfAnother(who: string, visit: Visit): boolean {
  const address = addressOf(who);
  const here = address && entryFor(address.domain, profilesAt(visit));
  return here !== undefined && here !== entryFor(address?.domain ?? '', visit.profiles);
}

/** What a person says of their logins. */
export type SaidLogins = Pick<Person, 'login' | 'logins'>;

/**
 * The account that is asked for.
 * @throws InputError that names nothing of others, or `login.asked` where no rule gives the login and nobody has said it
 */
export function accountFor(who: string, role: Role, visit: Visit, said: SaidLogins = {}): Account {
  const { domain, address } = locateAsked(who, visit);
  return accountIn(domain, address, { role, ...said });
}

/**
 * Whose account is asked for: by the rules of the provider at whose host it is asked, and of others only where a domain is named, too. A login alone may be
 * somebody's everywhere.
 * @throws InputError that names nothing of others
 */
export function locateAsked(who: string, visit: Visit): Located {
  const own = isOfAnother(who, visit) ? visit.profiles : profilesAt(visit);
  try {
    return locate({ who }, own);
  } catch (error) {
    if (!(error instanceof InputError) || own === visit.profiles || !who.includes('@')) throw error;
    try {
      return locate({ who }, visit.profiles);
    } catch {
      throw error;
    }
  }
}
