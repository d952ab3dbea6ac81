import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The services that Evolution signs in to, under the names that `[Authentication] Method` has for them, and the hosts for which its assistant offers each
 * (evolution-data-server 3.61.2 @ccb3cba2: e-oauth2-service-google.c, -outlook.c, -yahoo.c; 3.46 has the three). A method of a service on another host would send its
 * token to somebody else.
 */
const table = {
  Google: { domains: ['gmail.com', 'googlemail.com', 'google.com', 'googleapis.com'] },
  Outlook: { domains: ['outlook.com', 'office365.com'] },
  Yahoo: { domains: ['yahoo.com'] },
} as const satisfies HostTable<string>;

/** Is this the name of a service, and not a way to prove a login with a password? */
export function isService(method: string): boolean {
  return Object.hasOwn(table, method);
}

/** The service for this server: that of Microsoft for IMAP and for sending only. */
export function issuerOf(server: SignInHost): keyof typeof table | undefined {
  const issuer = issuerAt(table, server.host);
  return issuer === 'Outlook' && server.protocol === 'pop3' ? undefined : issuer;
}
