import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import type { FileOffers } from '../artifacts/offers.ts';
import { type Artifact, type ArtifactFacts, type LeftOut, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { adminContext } from './admin-context.ts';

/** What was made of an account, and what not. */
interface Made {
  readonly offers: FileOffers;
  readonly artifacts: readonly ArtifactFacts[];
  readonly leftOut: readonly LeftOut[];
}

/** What administrators want to know of a bundle and people do not, in each language of the provider. @param made asked for when a page is written */
export function renderAdministration(account: Account, made: () => Made, clients: readonly Client[]): Artifact[] {
  const languages = languagesOf(account);
  return languages.map((language) => {
    const translations = languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, name: speech(each).name, href: pageName('admin', account, each) }));
    const context = () =>
      adminContext({
        ...{ account, language, translations, clients },
        ...{ texts: texts(language, account.provider.texts), ...made() },
      });
    return {
      client: 'facteur',
      format: 'administration',
      path: pageName('admin', account, language),
      mediaType: 'text/html; charset=utf-8',
      audience: 'admin',
      bytes: once(() => renderTemplate('admin/admin.html', context())),
    };
  });
}
