import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The servers that both apps sign in to; for any other, an account with OAuth 2.0 imports and then cannot sign in (thunderbird-android a59bd67:
 * TbOAuthConfigurationFactory.kt, K9OAuthConfigurationFactory.kt, which name hosts and nothing below them).
 */
const table = {
  google: { hosts: ['imap.gmail.com', 'imap.googlemail.com', 'smtp.gmail.com', 'smtp.googlemail.com'] },
  microsoft: { hosts: ['outlook.office365.com', 'smtp.office365.com', 'smtp-mail.outlook.com'] },
  yahoo: { hosts: ['imap.mail.yahoo.com', 'smtp.mail.yahoo.com'] },
  aol: { hosts: ['imap.aol.com', 'smtp.aol.com'] },
  fastmail: { hosts: ['imap.fastmail.com', 'smtp.fastmail.com'] },
  thundermail: { hosts: ['mail.thundermail.com', 'mail.tb.pro'] },
} as const satisfies HostTable<string>;

/** Whom the app signs in to at this server: not over POP3 (thunderbird-android issue 8571). */
export function issuerOf(server: SignInHost): keyof typeof table | undefined {
  return server.protocol === 'pop3' ? undefined : issuerAt(table, server.host);
}
