import { InputError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import type { Profile } from '../profile/profile.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { accountIn } from '../resolve/resolve.ts';
import { type App, createApp } from '../server/app/app.ts';
import type { Answer } from '../server/app/question.ts';
import { targetOf } from '../server/app/target.ts';

/* What a site holds is what `facteur serve` would answer: it is asked, and its answers are written down. */

export type Ask = (url: string, method?: string) => Answer;

export function asking(profiles: readonly Profile[]): Ask {
  const app: App = createApp({
    profiles: () => profiles,
    onError: (error) => {
      throw error;
    },
  });
  return (url, method = 'GET') =>
    app.answer({ ...targetOf(url), method, header: () => undefined, body: method === 'POST' ? NOTHING : undefined });
}

const NOTHING = new Uint8Array();

/** Somebody of the domain, of whom nothing is told; `undefined` where no rule gives the login. */
export function anybodyIn(domain: MailDomain): Account | undefined {
  const { name } = domain;
  try {
    return accountIn(domain, { local: 'user', domain: name, text: `user@${name}` });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
