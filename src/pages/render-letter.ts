import { languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Account } from '../model/account.ts';
import { fillTemplate, renderTemplate } from '../template/fill.ts';
import { texts } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import type { Translation } from './frame.ts';
import { letterContext } from './letter-context.ts';

/** One sheet of paper to hand over with the mailbox, in each language of the provider: `letter.html` in the account's. */
export function renderLetters(account: Account): Artifact[] {
  const languages = languagesOf(account);
  return languages.map((language) => {
    const others = languages
      .filter((each) => each !== language)
      .map((each) => ({ language: each, name: speech(each).name, href: pageName('letter', account, each) }));
    return {
      client: 'facteur',
      format: 'letter',
      path: pageName('letter', account, language),
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      bytes: once(() => renderTemplate('letter/letter.html', contextFor(account, others, language))),
    };
  });
}

/** The letter as one of many in a file to print, in the account's language. */
export function letterAmongMany(account: Account): string {
  return fillTemplate('letter/among-many.html', contextFor(account, []));
}

/** What stands in such a file in front of all letters of this account's provider, and behind them. */
export function aroundLetters(account: Account): readonly [begin: string, end: string] {
  const context = contextFor(account, []);
  return [
    `${fillTemplate('letter/begin.html', context)}<main>\n`,
    `</main>\n${fillTemplate('letter/end.html', context)}`,
  ];
}

function contextFor(account: Account, others: readonly Translation[], language = account.language) {
  return letterContext(account, language, texts(language, account.provider.texts), others);
}
