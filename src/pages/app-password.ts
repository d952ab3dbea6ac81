import type { Language, Provider } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { spokenText } from './spoken.ts';

/** What stands wherever a program asks for a password, where the provider wants one of the program's own; `false` where the account's will do. */
export function appPasswordContext(
  { appPassword }: Provider,
  language: Language,
  { guides }: Catalogue,
): Context | false {
  if (appPassword === undefined) return false;
  const { url, note } = appPassword;
  return { ...guides.appPassword, url, note: note !== undefined && spokenText(note, language) };
}
