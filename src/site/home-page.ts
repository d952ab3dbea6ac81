import { type Artifact, once } from '../artifacts/render.ts';
import type { Language } from '../model/account.ts';
import { frameContext } from '../pages/frame.ts';
import type { Profile } from '../profile/profile.ts';
import { ownTexts, senderAt } from '../server/app/people/home.ts';
import type { Context } from '../template/context.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { homeName, type PageGroup, pageLanguages } from './people-pages.ts';

/** The page to begin with, in each language: how addresses end, and where the steps for them are. It stands beside the folders of the groups. */
export function homePages(groups: readonly PageGroup[]): Artifact[] {
  const languages = pageLanguages(groups);
  const [first] = languages;
  return languages.map((language) => ({
    client: 'facteur',
    format: 'home',
    path: homeName(language, first ?? language),
    mediaType: 'text/html; charset=utf-8',
    audience: 'user',
    bytes: once(() => renderTemplate('site/home.html', siteHomeContext(groups, language, languages))),
  }));
}

/** What the template of that page shows. */
export function siteHomeContext(
  groups: readonly Pick<PageGroup, 'domains' | 'languages' | 'provider' | 'folder'>[],
  language: Language,
  languages: readonly Language[],
): Context {
  const [first = language] = languages;
  const profiles: readonly Profile[] = [
    ...new Set(groups.flatMap(({ domains }) => domains.map(({ profile }) => profile))),
  ];
  const catalogue = texts(language, ownTexts(profiles));
  return {
    whose: catalogue.kit.onSite.whose,
    groups: groups.map(({ domains, folder, languages: spoken, provider }) => {
      const shown = spoken.includes(language) ? language : (spoken[0] ?? language);
      return {
        href: `${folder}/${shown}/index.html`,
        language: shown,
        endings: domains.map(({ displayName }) => `@${displayName}`).join(', '),
        name: provider.name,
      };
    }),
    ...frameContext({
      provider: senderAt(profiles),
      language,
      texts: catalogue,
      translations: languages
        .filter((each) => each !== language)
        .map((each) => ({ language: each, name: speech(each).name, href: homeName(each, first) })),
      title: catalogue.home.title,
      back: undefined,
      sendsForms: false,
    }),
  };
}
