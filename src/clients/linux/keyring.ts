import type { Server } from '../../model/account.ts';
import { shellWord } from '../../template/escape.ts';

/** The services that a password is kept for, as msmtp looks them up by itself (msmtp(1), "password"). */
export type KeyringService = 'imap' | 'smtp';

/** The command that prints a password out of the desktop's keyring (secret-tool(1), of libsecret). No password stands in a file of ours. */
export function lookupWords(service: KeyringService, { host, login }: Server): readonly string[] {
  return ['secret-tool', 'lookup', 'service', service, 'host', host, 'user', login];
}

/** The same for a shell. */
export function lookupCommand(service: KeyringService, server: Server): string {
  return commandLine(lookupWords(service, server));
}

/** What the person types once; the command asks for the password by itself. */
export function storeCommand(service: KeyringService, { host, login }: Server): string {
  return commandLine(['secret-tool', 'store', `--label=${host}`, 'service', service, 'host', host, 'user', login]);
}

/** Words as a shell reads them, with quotes where it needs them. */
function commandLine(words: readonly string[]): string {
  return words.map((word) => (isPlainWord(word) ? word : shellWord(word))).join(' ');
}

/** Has it no meaning for a shell, nor for a program that reads commands in its own way? */
export function isPlainWord(word: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(word);
}
