import type { Account, Authentication, DavService, IncomingServer, Login, Server } from '../model/account.ts';
import { hasFilter } from '../model/rule.ts';
import { sha256 } from '../platform.ts';
import { defaultPorts } from '../profile/profile.ts';

/*
 * PACC (draft-ietf-mailmaint-pacc-03): one JSON document for a domain, and a DNS record with the digest of its bytes. It knows no login, no port and
 * no STARTTLS: clients log in with the address, at the usual port for TLS from the start. A service for which that is not so is not in it,
 * and a domain that is left without reading or without sending has no document.
 */

/** Longest name of a provider (§4.1 of the draft). */
const NAME_LIMIT = 60;

/** The document of this account's domain, byte for byte; `undefined` where PACC cannot express it. Holds nothing of the person. */
export function paccDocument(account: Account): Uint8Array | undefined {
  const { provider, calendar, contacts } = account;
  const byProtocol = (protocol: IncomingServer['protocol']) =>
    account.incoming.find((server) => server.protocol === protocol && isExpressed(server, protocol, account));
  const imap = byProtocol('imap');
  const pop3 = byProtocol('pop3');
  const submit = account.outgoing.find((server) => isExpressed(server, 'smtp', account));
  if ((imap ?? pop3) === undefined || submit === undefined) return undefined;
  const caldav = calendar !== undefined && isContext(calendar, account) && calendar.url;
  const carddav = contacts !== undefined && isContext(contacts, account) && contacts.url;
  const [documentation] = provider.documentation;
  const document = {
    protocols: {
      ...(imap && { imap: { host: imap.host } }),
      ...(pop3 && { pop3: { host: pop3.host } }),
      submit: { host: submit.host },
      ...(caldav && { caldav: { url: caldav } }),
      ...(carddav && { carddav: { url: carddav } }),
    },
    // Clients without an account at the provider would have to register by themselves for OAuth 2.0; a profile does not say whether they can.
    authentication: { password: true },
    info: {
      provider: {
        name: [...provider.name].length <= NAME_LIMIT ? provider.name : provider.shortName,
        shortName: provider.shortName,
      },
      ...(documentation && { help: { documentation: documentation.url } }),
    },
  };
  return new TextEncoder().encode(JSON.stringify(document));
}

/** A TXT record. */
export interface DigestRecord {
  readonly name: string;
  readonly text: string;
}

/** The record without which no client accepts these bytes, in DNS. Anything that changes a byte on the way makes them worthless. */
export function paccRecord(domain: string, document: Uint8Array): DigestRecord {
  return { name: `_ua-auto-config.${domain}`, text: `v=UAAC1; a=sha256; d=${sha256(document)}` };
}

/** SASL mechanisms that take a password. */
const BY_PASSWORD: readonly Authentication[] = ['password', 'cram-md5'];

function isExpressed(server: Server, protocol: keyof typeof defaultPorts, account: Account): boolean {
  return (
    server.security === 'tls' &&
    server.port === defaultPorts[protocol].tls &&
    isAddress(server, account) &&
    server.authentication.some((each) => BY_PASSWORD.includes(each))
  );
}

/** A path at the usual port, the same for everybody, and not a bare origin. */
function isContext(service: DavService, account: Account): boolean {
  const { port, pathname } = new URL(service.url);
  return isAddress(service, account) && !service.principal && port === '' && pathname !== '/';
}

/** Is the login everybody's address? A filter may leave this one as it is, and not the next. */
function isAddress({ login, loginRule }: Login, { address }: Account): boolean {
  return login === address && loginRule !== undefined && !hasFilter(loginRule);
}
