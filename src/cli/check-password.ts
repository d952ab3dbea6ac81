import { checkWords, liveProblem } from '../check/words.ts';
import { InputError } from '../errors.ts';
import { passwordIn } from '../people/password-file.ts';
import type { Terminal } from './terminal.ts';

/**
 * The password of the mailbox that one may try: from a file, or asked for. It is kept nowhere.
 * @returns `undefined` where the person gives up
 * @throws InputError where there is nobody to ask
 */
export async function secretFor(
  { login = '', passwordFile }: { readonly login?: string | undefined; readonly passwordFile: string | undefined },
  { askSecret, language }: Terminal,
): Promise<string | undefined> {
  if (passwordFile !== undefined) return passwordIn(passwordFile);
  if (askSecret === undefined) throw new InputError(liveProblem('check.password', {}));
  const typed = await askSecret(checkWords(language).password({ login }));
  return typed === '' ? undefined : typed;
}
