import type { Language } from '../../../model/account.ts';
import { frameContext } from '../../../pages/frame.ts';
import type { Profile } from '../../../profile/profile.ts';
import type { Context } from '../../../template/context.ts';
import { texts } from '../../../words/index.ts';
import { languages, speech } from '../../../words/languages.ts';
import { rootFrom } from '../relative.ts';

/** Below it stands, for each provider that describes it, how one gets the account. */
export const ACCOUNT = '/account';

/** That path from a page, by the way to the root of all. */
export function accountsBelow(root: string): string {
  return root + ACCOUNT.slice(1);
}

/** Those that describe how one gets an account. */
export function describing(profiles: readonly Profile[]): Profile[] {
  return profiles.filter(({ onboarding }) => onboarding !== undefined);
}

/** What the template of the page shows on which a person chooses among providers; it stands at `ACCOUNT`. */
export function providersContext(profiles: readonly Profile[], language: Language): Context {
  const root = rootFrom(ACCOUNT);
  const accounts = accountsBelow(root);
  const catalogue = texts(language);
  const { onboarding, home } = catalogue;
  return {
    intro: onboarding.whose,
    ...frameContext({
      // Nobody knows yet whose.
      provider: undefined,
      language,
      texts: catalogue,
      translations: languages
        .filter((each) => each !== language)
        .map((each) => ({ language: each, name: speech(each).name, href: `${accounts}?lang=${each}` })),
      title: onboarding.title,
      back: { href: `${root}?lang=${language}`, title: home.title },
      sendsForms: true,
    }),
    providers: profiles.map(({ id, name }) => ({
      name,
      href: `${accounts}/${encodeURIComponent(id)}?lang=${language}`,
    })),
  };
}
