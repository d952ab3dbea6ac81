import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Account, Language } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { type AccountPage, accountPageContext } from './onboarding-context.ts';
import type { Served } from './served.ts';

/** The page about getting the account, made when its bytes are asked for; `undefined` where its provider describes nothing. */
export function accountPage(page: AccountPage): (() => Uint8Array) | undefined {
  const { onboarding } = page.provider;
  return onboarding && (() => renderTemplate('onboarding/account.html', accountPageContext(page, onboarding)));
}

/** Where a bundle has the page in this language; `undefined` where its provider describes nothing. */
export function accountPagePath(account: Account, language: Language): string | undefined {
  return account.provider.onboarding && pageName('account', account, language);
}

/** The page in each language that the overview has too. */
export function renderAccountPages(account: Account, served?: Served): Artifact[] {
  const { provider } = account;
  const languages = languagesOf(account);
  return languages.flatMap((language) => {
    const others = languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, href: pageName('account', account, each) }));
    const home = pageName('index', account, language);
    const bytes = accountPage({ provider, account, language, others, home, sendsForms: served !== undefined });
    if (bytes === undefined) return [];
    const path = pageName('account', account, language);
    const facts = {
      client: 'facteur',
      format: 'account',
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
    } as const;
    return [{ ...facts, path, bytes: once(bytes) }];
  });
}
