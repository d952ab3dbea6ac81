import type { Provider } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';

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
