import type { Account } from '../model/account.ts';
import { concatenated } from '../model/bytes.ts';
import { aroundLetters, letterAmongMany } from '../pages/render-letter.ts';
import { prepared } from '../prepare/prepared.ts';
import { encodeUtf8 } from '../template/encode.ts';
import { templatesInUse } from '../template/templates.ts';

/** A letter for a file with those of many: one sheet of paper, in the language of its person. */
export function letterOf(account: Account): Uint8Array {
  const work = { text: letterAmongMany, encode: encodeUtf8 };
  return prepared(account, templatesInUse(), 'letter', work)?.() ?? encodeUtf8(letterAmongMany(account));
}

/**
 * A file to print with these letters, a sheet of paper each.
 * @param like somebody of the same provider, in whose language the file itself is
 * @param letters as `letterOf` gives them
 */
export function printed(like: Account, letters: readonly Uint8Array[]): Uint8Array {
  const [begin, end] = aroundLetters(like);
  return concatenated([encodeUtf8(begin), ...letters, encodeUtf8(end)]);
}

/** The letters of these people, all of one provider, as a file to print. */
export function lettersOf(accounts: readonly [Account, ...Account[]]): Uint8Array {
  return printed(accounts[0], accounts.map(letterOf));
}
