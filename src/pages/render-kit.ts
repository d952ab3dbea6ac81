import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import type { FileOffers } from '../artifacts/offers.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { type GuideLinks, kitContext } from './kit-context.ts';

/**
 * The page of a small kit, one for each language of the provider: `index.html` in the account's.
 * @param clients those whose files are in the kit
 * @param links to the guides, where there are any
 */
export function renderKit(
  account: Account,
  clients: readonly Client[],
  offers: FileOffers,
  links: GuideLinks | undefined,
): Artifact[] {
  const pages = languagesOf(account).map((language) => ({
    language,
    name: speech(language).name,
    href: pageName('index', account, language),
  }));
  return pages.map(({ language, href: path }) => {
    const context = () =>
      kitContext({
        ...{ account, language, path, clients, offers, links },
        texts: texts(language, account.provider.texts),
        translations: pages.filter((each) => each.language !== language),
      });
    return {
      client: 'facteur',
      format: 'overview',
      path,
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      bytes: once(() => renderTemplate('kit/index.html', context())),
    };
  });
}
