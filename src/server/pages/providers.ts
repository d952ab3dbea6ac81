import type { Language } from '../../account.ts';
import type { Context } from '../../clients/client.ts';
import { languages, texts } from '../../i18n/index.ts';
import type { Profile } from '../../profile.ts';

/** Below it stands, for each provider that describes it, how one gets the account. */
export const ACCOUNT = '/account';

/** Those that describe how one gets an account. */
export function describing(profiles: readonly Profile[]): Profile[] {
  return profiles.filter(({ onboarding }) => onboarding !== undefined);
}

/** What the template of the page shows on which a person chooses among providers. */
export function providersContext(profiles: readonly Profile[], language: Language): Context {
  const { page, onboarding, home } = texts(language);
  return {
    language,
    languagesTitle: page.languages,
    languages: languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, name: texts(each).language, href: `${ACCOUNT}?lang=${each}` })),
    skip: page.skip,
    provider: 'Facteur',
    title: onboarding.title,
    back: { href: `/?lang=${language}`, title: home.title },
    intro: onboarding.whose,
    privacy: home.privacy,
    providers: profiles.map(({ id, name }) => ({
      name,
      href: `${ACCOUNT}/${encodeURIComponent(id)}?lang=${language}`,
    })),
  };
}
