import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/*
 * The providers whose own page Outlook opens once it has the address, and the hosts of each (from memory, for the versions that Microsoft sells; held against no
 * program). No file of ours can ask for that: neither a profile file nor Autodiscover has a word for it.
 */
const google = { domains: ['gmail.com', 'googlemail.com'] } as const;
const microsoft = { domains: ['office365.com', 'outlook.com', 'hotmail.com'] } as const;

/** Classic Outlook on Windows, 2016 and later. */
const classic = { microsoft, google } as const satisfies HostTable<string>;

/** The new one, and those for Mac and for phones. */
const modern = { ...classic, yahoo: { domains: ['yahoo.com'] } } as const satisfies HostTable<string>;

/** Whom an Outlook signs in to at this server, over IMAP or as Exchange. */
export const issuerOf = { classic: by(classic), modern: by(modern) } as const;

function by<Issuer extends string>(table: HostTable<Issuer>) {
  return (server: SignInHost): Issuer | undefined =>
    server.protocol === 'pop3' ? undefined : issuerAt(table, server.host);
}
