import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The one provider whose accounts GNOME hands on to Geary with servers and a token (goa-mediator.vala @3e8d4f1a; gnome-online-accounts @0a85e7c8, goagoogleprovider.c:
 * its account of Microsoft has no IMAP). `geary.ini` has no word for OAuth 2.0.
 */
const table = { google: { domains: ['gmail.com', 'googlemail.com'] } } as const satisfies HostTable<string>;

/** Whose account of GNOME reaches this server. */
export function issuerOf({ host }: SignInHost): keyof typeof table | undefined {
  return issuerAt(table, host);
}
