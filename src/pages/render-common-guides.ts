import { guidePages } from '../artifacts/guide-pages.ts';
import { type FileOffers, offers } from '../artifacts/offers.ts';
import { type Artifact, type ArtifactFacts, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account, Language } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { commonFor, type OnSite } from './common.ts';
import { overviewContext } from './overview-context.ts';
import { writeGuide } from './render-guides.ts';
import { accountPage } from './render-onboarding.ts';

/** Nobody's files stand beside pages that are everybody's. */
const NO_FILES: FileOffers = () => [];

/**
 * Guides for all people like this one, a folder for each language of the provider: a list of them, the pages of these clients, and the one about getting the account.
 * @param ofDomain whether its servers have the name of its domain, and others have other domains
 * @param onSite where they stand on the provider's web site
 */
export function renderCommonGuides(
  like: Account,
  clients: readonly Client[],
  ofDomain: boolean,
  onSite?: (language: Language) => OnSite,
): Artifact[] {
  const { languages } = like.provider;
  return languages.flatMap((language) => {
    const account: Account = { ...like, language, name: undefined };
    const texts = textsOf(language, account.provider.texts);
    const common = commonFor(account, texts, ofDomain, onSite?.(language));
    const others = languages.filter((each) => each !== language);
    const inOthers = (path: string) =>
      others.map((each) => ({
        language: each,
        name: speech(each).name,
        href: `${'../'.repeat(path.split('/').length)}${each}/${path}`,
      }));
    const pages = guidePages(account, clients).filter((each) => each.language === language);
    const page = (facts: Pick<ArtifactFacts, 'client' | 'format' | 'path'>, bytes: () => Uint8Array): Artifact => ({
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      ...facts,
      path: `${language}/${facts.path}`,
      bytes: once(bytes),
    });
    const list = () =>
      overviewContext({
        ...{ account, language, texts, clients, common },
        pages: [
          { language, name: '', path: 'index.html' },
          ...inOthers('index.html').map(({ href, ...each }) => ({ ...each, path: href })),
        ],
        leftOut: [],
        offers: offers(
          NO_FILES,
          pages.map(({ facts }) => facts),
          clients,
          account,
          language,
        ),
        served: undefined,
      });
    const getting = accountPage({
      ...{ provider: account.provider, account: undefined, language },
      others: inOthers('account.html'),
      home: 'index.html',
    });
    return [
      page({ client: 'facteur', format: 'overview', path: 'index.html' }, () =>
        renderTemplate('overview/index.html', list()),
      ),
      ...(getting === undefined ? [] : [page({ client: 'facteur', format: 'account', path: 'account.html' }, getting)]),
      ...pages.map((each) =>
        page(each.facts, () =>
          writeGuide(each, account, { offers: NO_FILES, clients }, { common, translations: inOthers(each.facts.path) }),
        ),
      ),
    ];
  });
}
