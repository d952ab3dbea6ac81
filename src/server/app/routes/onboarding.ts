import { lookOf } from '../../../pages/look.ts';
import { accountPageScript } from '../../../pages/onboarding-context.ts';
import { accountPage as onboardingPage } from '../../../pages/render-onboarding.ts';
import type { Profile } from '../../../profile/profile.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { page } from '../answer.ts';
import { languageAmong } from '../people/language.ts';
import { ACCOUNT, describing, providersContext } from '../people/providers.ts';
import { decode } from '../query.ts';
import type { Answer } from '../question.ts';
import { rootFrom } from '../relative.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { askAgain, languageFor, profilesAt, providerAt } from './asking.ts';

/* How one gets the account, for who has none yet and so no address to type: the same page as in a bundle, without a person. */

const account: Handler = (visit) => {
  const described = describing(profilesAt(visit));
  const [first, ...others] = described;
  if (others.length === 0) return accountPage(first, visit);
  return page(renderTemplate('server/providers.html', providersContext(described, languageFor(visit))));
};

const accountOfProvider: Handler = (visit) => {
  const { path } = visit.question;
  const id = decode(path.slice(ACCOUNT.length + 1));
  const found = describing(profilesAt(visit)).find((each) => each.id === id);
  return accountPage(found, visit);
};

export const accountRoutes: readonly Route[] = [
  { path: ACCOUNT, name: 'account', GET: account },
  { path: `${ACCOUNT}/*`, name: 'account', GET: accountOfProvider },
];

/** In a language of the provider, as in its bundles. */
function accountPage(profile: Profile | undefined, visit: Visit): Answer {
  const nowhere = () => askAgain(visit, { typed: '', problem: { kind: 'page' } }, 404);
  if (profile === undefined) return nowhere();
  const provider = providerAt(profile, visit);
  const language = languageAmong(provider.languages, visit);
  const others = provider.languages
    .filter((each) => each !== language)
    .map((each) => ({ language: each, href: `?lang=${each}` }));
  const home = `${rootFrom(visit.question.path)}?lang=${language}`;
  const bytes = onboardingPage({ provider, account: undefined, language, others, home });
  return bytes === undefined
    ? nowhere()
    : page(bytes(), 200, { scriptHash: accountPageScript(provider), styleHash: lookOf(provider).styleHash });
}
