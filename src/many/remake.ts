import { InputError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import type { Row } from '../people/source.ts';
import { folderName } from '../sinks/folder-name.ts';
import type { Remade } from './parts-sink.ts';
import { mailboxLogin } from './screen.ts';
import { makeFor, type Recipe } from './work.ts';

/**
 * Makes the files of those who have one of these folders. The list is read once more for it: what is damaged is found when a ZIP is put together, behind the rows of those in it, and seldom.
 * @param folders in lower case
 */
export async function remadeFrom(
  rows: AsyncIterable<Row>,
  folders: ReadonlySet<string>,
  recipe: Recipe,
  digest: (account: Account) => string,
): Promise<readonly Remade[]> {
  const remade = new Map<string, Remade>();
  for await (const { person } of rows) {
    const account = person && resolved(() => recipe.resolve(person));
    const folder = account && folderName(account.address).toLowerCase();
    if (!person || !account || !folder || !folders.has(folder) || remade.has(folder)) continue;
    const made = makeFor(person, { as: 'parts' }, recipe);
    if (!('packed' in made) || made.packed === undefined) continue;
    const { address } = account;
    remade.set(folder, { address, login: mailboxLogin(account), digest: digest(account), packed: made.packed });
    if (remade.size === folders.size) break;
  }
  return [...remade.values()];
}

function resolved(resolve: () => Account): Account | undefined {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
