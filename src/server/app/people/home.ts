import type { Language, OwnTexts, Role } from '../../../model/account.ts';
import { providerLinks } from '../../../pages/links.ts';
import { type Look, lookOf } from '../../../pages/look.ts';
import { supportContext } from '../../../pages/support-context.ts';
import type { Links, Profile } from '../../../profile/profile.ts';
import { brandOf, supportOf } from '../../../resolve/mail-domain.ts';
import type { Context } from '../../../template/context.ts';
import { texts } from '../../../words/index.ts';
import { languages, speech } from '../../../words/languages.ts';
import { accountsBelow, describing } from './providers.ts';

export interface Home {
  readonly language: Language;
  /** The way from the page to the root of all, which ends in a slash. */
  readonly root: string;
  /** Whose mail services are answered for here, or the one that the host's name names. */
  readonly profiles: readonly Profile[];
  /** Pages of that provider. */
  readonly links: Links;
  /** What was typed; it is shown again, so that nobody has to type it twice. */
  readonly typed: string;
  readonly role: Role;
  /** What is wrong with it, in the reader's language. */
  readonly problem?: string;
}

/** The one provider whose page it is; `undefined` where several are answered for. */
function onlyOne(profiles: readonly Profile[]): Profile | undefined {
  const [profile, ...others] = profiles;
  return others.length === 0 ? profile : undefined;
}

/** What a page says in the provider's words, where it is the page of one. */
export function ownTexts(profiles: readonly Profile[]): OwnTexts | undefined {
  return onlyOne(profiles)?.texts;
}

/** How a page looks, where it is the page of one provider. */
export function lookAt(profiles: readonly Profile[]): Look {
  const brand = onlyOne(profiles)?.brand;
  return lookOf({ brand: brand && brandOf(brand) });
}

/** No page can hold these (HTML Standard §13.1.1). */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** What was typed, as a page can show it again. */
export function shownAgain(typed: string): string {
  return typed.replace(UNWRITABLE, '');
}

const ROLES = ['additional', 'primary'] as const satisfies readonly Role[];

/** What the template of the page shows on which a person types the address. */
export function homeContext({ language, root, profiles, links, typed, role, problem }: Home): Context {
  const { home, page, overview, onboarding } = texts(language, ownTexts(profiles));
  const only = onlyOne(profiles);
  const example = only?.example;
  const shown = shownAgain(typed);
  // Asked again in the other language, so that what is wrong is said there too.
  const again = shown === '' ? '' : `&who=${encodeURIComponent(shown)}&role=${role}`;
  const { style, logo } = lookAt(profiles);
  return {
    style,
    logo,
    language,
    languagesTitle: page.languages,
    languages: languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, name: speech(each).name, href: `${root}?lang=${each}${again}` })),
    skip: page.skip,
    provider: only?.shortName ?? 'Facteur',
    title: only === undefined ? home.title : `${home.title} – ${only.name}`,
    heading: home.title,
    intro: home.intro,
    action: root,
    whoLabel: home.who,
    whoHint: example === undefined ? false : home.whoHint({ example }),
    typed: shown,
    roleLabel: home.role,
    roles: ROLES.map((value) => ({ value, title: home.roles[value], checked: value === role })),
    submit: home.submit,
    noPassword: home.noPassword,
    problemTitle: home.problemTitle,
    problem: problem ?? false,
    account: describing(profiles).length > 0 && {
      text: onboarding.none,
      href: `${accountsBelow(root)}?lang=${language}`,
      title: onboarding.noneLink,
    },
    linksTitle: overview.links,
    links: providerLinks(links, overview),
    support: supportContext(only?.support && supportOf(only.support), { page }),
    privacy: home.privacy,
  };
}
