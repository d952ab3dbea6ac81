import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The providers to which Mail signs in by a button of its list of accounts, and the hosts of each (from memory, for iOS 18 and macOS 15; held against no device). An
 * account of “Other” takes a password alone, and no payload changes that (com.apple.mail.managed.yaml).
 */
const table = {
  google: { domains: ['gmail.com', 'googlemail.com'] },
  microsoft: { domains: ['office365.com', 'outlook.com', 'hotmail.com'] },
  yahoo: { domains: ['yahoo.com'] },
  aol: { domains: ['aol.com'] },
} as const satisfies HostTable<string>;

/** The button for this server; those accounts are read over IMAP or as Exchange. */
export function issuerOf(server: SignInHost): keyof typeof table | undefined {
  return server.protocol === 'pop3' ? undefined : issuerAt(table, server.host);
}
