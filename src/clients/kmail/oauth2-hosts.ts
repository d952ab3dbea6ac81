import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The hosts that KMail signs in to with XOAUTH2; for any other, it asks for a password and sends that as if it were a token (kdepim-runtime @e6bf0536,
 * passwordrequester.cpp; kmailtransport @62c92ea7, xoauthpasswordrequester.cpp: names that end with these, dot included).
 */
const table = {
  google: { below: ['gmail.com', 'googlemail.com'] },
  microsoft: { below: ['office365.com', 'outlook.com', 'hotmail.com'] },
} as const satisfies HostTable<string>;

/** Whom KMail signs in to at this server. */
export function issuerOf({ host }: SignInHost): keyof typeof table | undefined {
  return issuerAt(table, host);
}
