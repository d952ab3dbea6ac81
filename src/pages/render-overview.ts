import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type FileOffers, offers } from '../artifacts/offers.ts';
import { type Artifact, type ArtifactFacts, type LeftOut, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { overviewContext } from './overview-context.ts';
import type { Served } from './served.ts';

/** What an account has. */
interface Made {
  readonly offers: FileOffers;
  /** Guides are found among them. */
  readonly artifacts: readonly Pick<ArtifactFacts, 'path'>[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The page that a person opens first, one for each language of the provider: `index.html` in the account's, `index.<language>.html` in the others.
 * It says which file is for which device, what could not be made and why, and what to type by hand.
 * @param made what the page tells of; asked for when one is written
 */
export function renderOverview(
  account: Account,
  made: () => Made,
  clients: readonly Client[],
  served?: Served,
): Artifact[] {
  const pages = languagesOf(account).map((language) => ({
    language,
    name: speech(language).name,
    path: pageName('index', account, language),
  }));
  return pages.map(({ language, path }) => {
    const context = () => {
      const texts = textsOf(language, account.provider.texts);
      const { offers: files, artifacts, leftOut } = made();
      return overviewContext({
        account,
        language,
        texts,
        pages,
        leftOut,
        clients,
        offers: offers(files, artifacts, clients, account, language),
        served,
      });
    };
    return {
      client: 'facteur',
      format: 'overview',
      path,
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      bytes: once(() => renderTemplate('overview/index.html', context())),
    };
  });
}
