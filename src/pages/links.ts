import type { Provider } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { ProgramPage } from './guide-page.ts';
import { accountPagePath } from './render-onboarding.ts';

/** What a page links to of a provider. */
export function providerLinks(
  { webmail, portal, passwordRecovery }: Partial<Pick<Provider, 'webmail' | 'portal' | 'passwordRecovery'>>,
  titles: Catalogue['overview'],
): Context[] {
  const link = (url: string | undefined, title: string) => (url === undefined ? [] : [{ url, title }]);
  return [
    ...link(webmail, titles.webmail),
    ...link(portal, titles.portal),
    ...link(passwordRecovery, titles.passwordRecovery),
  ];
}

/** The page about getting the account, from the page of a program; `undefined` where its provider describes nothing. */
export function accountPageFrom({ account, language }: Pick<ProgramPage, 'account' | 'language'>): string | undefined {
  const path = accountPagePath(account, language);
  return path && `../${path}`;
}

/** The way there for who has not activated theirs yet, where that has to be done. */
export function activationContext(page: ProgramPage): Context | false {
  const href = accountPageFrom(page);
  // Guides for many stand elsewhere, beside another page of that kind.
  if (href === undefined || page.common !== undefined || page.account.provider.onboarding?.activation === undefined)
    return false;
  const { guides, onboarding } = page.texts;
  return { say: guides.activation, href, title: onboarding.overviewLink };
}
