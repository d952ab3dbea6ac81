import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Account } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { letterContext } from './letter-context.ts';

/** One sheet of paper to hand over with the mailbox, in each language of the provider: `letter.html` in the account's. */
export function renderLetters(account: Account): Artifact[] {
  const languages = languagesOf(account);
  return languages.map((language) => {
    const others = languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, name: speech(each).name, href: pageName('letter', account, each) }));
    const context = () => letterContext(account, language, texts(language, account.provider.texts), others);
    return {
      client: 'facteur',
      format: 'letter',
      path: pageName('letter', account, language),
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      bytes: once(() => renderTemplate('letter/letter.html', context())),
    };
  });
}
