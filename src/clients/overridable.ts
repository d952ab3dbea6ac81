import type { Language } from '../model/account.ts';
import { pageWords } from '../words/index.ts';
import { clients } from './index.ts';

/** The words that a provider may put its own in the place of: those of pages, and those that people read of each client. */
export function overridable(language: Language) {
  return {
    ...pageWords[language],
    clients: Object.fromEntries(clients.map(({ id, overridable: words }) => [id, words[language]])),
  };
}
