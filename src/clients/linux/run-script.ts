import type { Account, Language } from '../../model/account.ts';
import type { Run } from '../client.ts';
import { accountId, scriptWords } from './script.ts';

/** How a person runs a script of a client: among their downloads it bears the name of the program and of the mailbox, or the line for one would run that of another. */
export function runOf(client: string, script: 'install' | 'remove', account: Account, language: Language): Run {
  const name = `${client}-${accountId(account)}-${script}`;
  return {
    savedAs: `${name}.sh`,
    downloaded: runDownloaded(name, scriptWords(language).notDownloaded),
    here: `sh ${client}/${script}.sh`,
  };
}

/**
 * The line for a terminal that runs the newest download of this name, in whichever shell it is typed. A browser calls the second one `name (1).sh` or `name(1).sh`; nothing else
 * begins so, because the name ends in a word of ours. The folder has a name in the language of the desktop (xdg-user-dir, of every desktop); where none is set, that program names the
 * home, and browsers use `~/Downloads`.
 * @param missing what is said where it is not there; for a shell, between double quotes
 */
function runDownloaded(name: string, missing: string): string {
  const found = '"$(xdg-user-dir DOWNLOAD)/$0"*.sh ~/Downloads/"$0"*.sh';
  return `sh -c 'f=$(exec 2>/dev/null; ls -t ${found} | head -n 1); [ "$f" ] && exec sh "$f"; echo "${missing}" >&2; exit 1' ${name}`;
}
