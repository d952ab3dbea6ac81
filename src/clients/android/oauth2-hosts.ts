import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

const google = ['imap.gmail.com', 'smtp.gmail.com'];
const microsoft = ['outlook.office365.com', 'smtp.office365.com'];

/** FairEmail in its official builds (providers.xml @e23dd9df); that of F-Droid signs in nowhere. */
const fairEmail = {
  google: { hosts: google },
  microsoft: { hosts: microsoft },
  yahoo: { hosts: ['imap.mail.yahoo.com', 'smtp.mail.yahoo.com'] },
  aol: { hosts: ['imap.aol.com', 'smtp.aol.com'] },
  fastmail: { hosts: ['imap.fastmail.com', 'smtp.fastmail.com'] },
  yandex: { hosts: ['imap.yandex.com', 'smtp.yandex.com'] },
  mailRu: { hosts: ['imap.mail.ru', 'smtp.mail.ru'] },
  thundermail: { hosts: ['mail.thundermail.com'] },
} as const satisfies HostTable<string>;

/** The buttons of Gmail and of Samsung Email (from memory; held against no device). */
const gmail = {
  google: { domains: ['gmail.com', 'googlemail.com'] },
  microsoft: { domains: ['office365.com', 'outlook.com', 'hotmail.com'] },
  yahoo: { domains: ['yahoo.com'] },
} as const satisfies HostTable<string>;
const samsung = { ...gmail, aol: { domains: ['aol.com'] } } as const satisfies HostTable<string>;

/** Whom each app signs in to at this server, over IMAP or as Exchange. */
export const issuerOf = { fairEmail: by(fairEmail), gmail: by(gmail), samsung: by(samsung) } as const;

function by<Issuer extends string>(table: HostTable<Issuer>) {
  return (server: SignInHost): Issuer | undefined =>
    server.protocol === 'pop3' ? undefined : issuerAt(table, server.host);
}
