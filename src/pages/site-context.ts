import type { SiteGuide } from '../clients/guide.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import { say } from '../words/words.ts';
import { shownTo } from './common.ts';
import { guideFrame } from './guide-context.ts';
import type { ProgramPage } from './guide-page.ts';
import { activationContext } from './links.ts';
import { partHashes } from './styles.generated.ts';

/** What the template of a site shows, at that address. */
export function siteContext(page: ProgramPage, guide: SiteGuide, url: string): Context {
  const { account, texts } = page;
  const { address, login, provider } = account;
  const { guides } = texts;
  const words = guide.words(page.language, provider.texts);
  const kind = login === address ? 'same' : 'differs';
  const typed = typesPassword(asksOfAccount(account));
  const { passwordRecovery } = provider;
  return {
    link: { url, title: words.link },
    logIn: words.logIn,
    fields: [
      {
        label: texts.page.login,
        value: shownTo(page.common, login),
        literal: page.common === undefined,
        login: kind === 'differs',
        note: kind === 'differs' && guides.notAddress,
      },
      // Where one signs in by OAuth 2.0, the provider's own page says what it wants.
      ...(typed
        ? [{ label: words.password, value: guides.yourPassword, literal: false, login: false, note: false }]
        : []),
    ],
    logOut: words.logOut({ typed }),
    refusedTitle: typed ? guides.refused : guides.notLetIn.title,
    stop: guides.stop,
    refused: say(words.refused[kind], { login: shownTo(page.common, login), typed }),
    activation: activationContext(page),
    recovery: passwordRecovery !== undefined && { url: passwordRecovery, title: texts.overview.passwordRecovery },
    ...guideFrame(page, words.title, partHashes.site),
  };
}
