import type {
  Account,
  DavService,
  DirectoryService,
  ExchangeService,
  IncomingServer,
  Login,
  Server,
} from '../../model/account.ts';
import { bindName } from '../../model/directory.ts';
import type { Context } from '../../template/context.ts';
import type { Bound } from '../../words/words.ts';
import type { Choice } from '../choose.ts';
import { envelope } from './icon.ts';
import { authorityPart, type Part, type PayloadIdentity } from './payload-identity.ts';
import type { MailServers } from './servers.ts';
import type { OwnWords } from './words.ts';

/** One payload: what the template writes, and what the profile tells the person about it. */
export interface Payload {
  readonly context: Context;
  readonly services: readonly (keyof OwnWords['service'])[];
  readonly logins: readonly string[];
  /** The person signs in on a page of the provider, and the device asks for no password. */
  readonly byPage?: boolean;
  /** Where it is not always the same. */
  readonly part?: Part;
}

/** The parts of a profile by the names that the template has for them. */
export type Payloads = Partial<
  Record<
    'authority' | 'mail' | 'calendar' | 'contacts' | 'activeSync' | 'webServices' | 'directory' | 'webmail',
    Payload
  >
>;

const accountType = { imap: 'EmailTypeIMAP', pop3: 'EmailTypePOP' } as const satisfies Record<
  IncomingServer['protocol'],
  string
>;

/**
 * com.apple.mail.managed. What it leaves out: passwords (the device asks); allowMailDrop, off by default, because Mail Drop sends large attachments by way of
 * iCloud and that is for the organisation to allow; PreventMove, PreventAppSheet and disableMailRecentsSyncing, which only take something away from the person;
 * IncomingMailServerIMAPPathPrefix, which hides folders where it is not needed. No key makes an account the default one, so the role changes nothing here.
 * What it brings for S/MIME (smime.mobileconfig) switches nothing on and names no certificate: it lets people choose their own, which Mail does not let them do in an
 * account that came with a profile without these keys (mailcow, pull request 3622). Nobody has tried ours on a device. The Mac has no such keys, and needs none.
 * An address beyond ASCII is written as it is (RFC 6531): nobody has reported what Mail does with it.
 */
export function mailPayload(account: Account, { incoming, outgoing }: MailServers): Payload {
  const sameLogin = incoming.server.login === outgoing.server.login;
  const bothProve = proves(incoming) && proves(outgoing);
  return {
    services: ['mail'],
    logins: [incoming, outgoing].filter(proves).map(({ server }) => server.login),
    context: {
      type: accountType[incoming.server.protocol],
      name: account.name ?? false,
      address: account.address,
      incoming: serverContext(incoming),
      outgoing: serverContext(outgoing),
      // The device then asks once; with two logins there may be two passwords.
      samePassword: sameLogin && bothProve,
    },
  };
}

function serverContext(choice: Choice<Server, string>): Context {
  const { host, port, security, login } = choice.server;
  return {
    authentication: choice.method,
    host,
    port,
    // Also for STARTTLS: see `upgradePorts`. False means plain text.
    useSsl: security !== 'none',
    username: proves(choice) && login,
  };
}

function proves({ method }: Choice<Server, string>): boolean {
  return method !== 'EmailAuthNone';
}

/**
 * com.apple.caldav.account or com.apple.carddav.account. A path goes into …PrincipalURL, in the form that Mail-in-a-Box writes, only where it is the person's own: a
 * place where all calendars are is an error there on a Mac (Mail-in-a-Box, commit b0b5d8e7, which took the key away), and a server that wants a path for each person
 * has it so (mailcow issue 6445, with the @ percent-encoded). Without it the device asks at /.well-known (RFC 6764 §6), as macOS always does for contacts
 * (CardDAVPrincipalURL: n/a in the schema).
 */
export function davPayload(service: DavService, name: 'calendar' | 'contacts'): Payload {
  const { hostname, port, pathname, search } = new URL(service.url);
  return {
    services: [name],
    logins: [service.login],
    context: {
      host: hostname,
      // Profiles have https addresses only, and a URL is silent about its protocol's own port.
      port: port === '' ? 443 : Number(port),
      path: service.principal && `${pathname}${search}`,
      username: service.login,
    },
  };
}

/** com.apple.eas.account for iPhone and iPad, with S/MIME as in mail, and com.apple.ews.account for the Mac, which has no keys for it. Both bring everything that Exchange has. */
export function exchangePayload(account: Account, exchange: ExchangeService): Payload {
  const { host, login } = exchange;
  const oauth = exchangeOpensPage(exchange);
  return {
    services: ['mail', 'calendar', 'contacts', 'reminders', 'notes'],
    logins: [login],
    byPage: oauth,
    context: {
      address: account.address,
      host,
      username: login,
      oauth,
      signInUrl: (oauth && account.provider.oauth2?.authorizationUrl) ?? false,
      tokenUrl: (oauth && account.provider.oauth2?.tokenUrl) ?? false,
    },
  };
}

/**
 * Does a device open a page of the provider? iOS knows OAuth since 12, macOS since 10.14, and neither takes a password beside it. Without a sign-in address, a device finds
 * the server and the page by itself, as with Microsoft 365, and passes over Host, which an older one needs; with one, it looks for nothing and needs Host
 * (com.apple.eas.account.yaml, com.apple.ews.account.yaml; OAuthTokenRequestURL is for iOS alone).
 */
export function exchangeOpensPage({ authentication }: ExchangeService): boolean {
  return authentication[0] === 'oauth2';
}

/**
 * Can com.apple.ldap.account say where this directory is? It has a Boolean for TLS and no key for a port, so the port is the usual one of the two (RFC 4511 §5.2 and the
 * registered 636; that the device takes these is unverified), and it has no word for StartTLS.
 */
export function canSayDirectory({ port, security }: DirectoryService): boolean {
  return (security === 'tls' && port === 636) || (security === 'none' && port === 389);
}

/** com.apple.ldap.account: who looks up an address in Mail or Contacts finds the people of the provider. */
function directoryPayload(directory: DirectoryService, { provider }: Account): Payload {
  const { host, security, searchBases } = directory;
  return {
    services: ['directory'],
    // Nobody types a distinguished name; the device has it from here.
    logins: [],
    context: {
      host,
      useSsl: security === 'tls',
      // LDAPAccountUserName is optional (com.apple.ldap.account.yaml): without it the device binds as nobody.
      username: bindName(directory) ?? false,
      searchBases,
      searchName: provider.name,
    },
  };
}

/** com.apple.webClip.managed: an icon on the home screen, in the Dock of a Mac. Without a picture of ours it would be a white square (says the schema). */
function webmailPayload(url: string, { provider }: Account): Payload {
  return {
    services: ['webmail'],
    logins: [],
    context: { url, title: `Webmail ${provider.shortName}`, icon: envelope },
  };
}

/** com.apple.security.root: what the devices need to trust servers with certificates of an authority that is not public. */
function authorityPayload(certificate: string, { provider }: Account): Payload {
  return {
    // It is told apart from them (see `consent`).
    services: [],
    logins: [],
    part: authorityPart(certificate),
    context: { certificate, fileName: `${provider.id}.cer` },
  };
}

/** Without it the devices trust no server of a provider with an authority of its own, so it is in each profile. */
export function authorityOf(account: Account): Payloads {
  const { certificateAuthority } = account.provider;
  return certificateAuthority === undefined ? {} : { authority: authorityPayload(certificateAuthority, account) };
}

/** What goes with the mailbox into each profile but that for mail alone, by whatever way the mailbox is reached. */
export function companions(account: Account): Payloads {
  const { directory, provider } = account;
  const { webmail } = provider;
  return {
    ...(directory && canSayDirectory(directory) && { directory: directoryPayload(directory, account) }),
    ...(webmail && { webmail: webmailPayload(webmail, account) }),
  };
}

const parts = {
  authority: { part: 'ca.', title: 'authority' },
  mail: { part: 'account', title: 'mail' },
  calendar: { part: 'caldav', title: 'calendar' },
  contacts: { part: 'carddav', title: 'contacts' },
  activeSync: { part: 'eas', title: 'exchange' },
  webServices: { part: 'ews', title: 'exchange' },
  directory: { part: 'ldap', title: 'directory' },
  webmail: { part: 'webclip', title: 'webmail' },
} as const satisfies Record<keyof Payloads, { part: Part; title: keyof OwnWords['payload'] }>;

/** A payload with what every payload has; `false` where the profile has none. */
export function framed(
  payloads: Payloads,
  name: keyof Payloads,
  account: Account,
  identity: PayloadIdentity,
  words: Bound<OwnWords>,
) {
  const payload = payloads[name];
  if (payload === undefined) return false;
  const { part, title } = parts[name];
  const { identifier, uuid } = identity.payload(payload.part ?? part);
  const frame = {
    identifier,
    uuid,
    displayName: words.payload[title],
    organization: account.provider.organization,
    // The account's name in the list of mailboxes: short, and with the address that tells it from the others.
    label: `${account.provider.shortName} – ${account.displayAddress}`,
  };
  // Spread syntax takes several times as long on objects that all have other members.
  return Object.assign(frame, payload.context);
}

/** The logins and services of a whole profile, each once, for its texts. */
export function summary(payloads: Payloads): { services: Payload['services']; logins: Login['login'][] } {
  const all = Object.values(payloads);
  return {
    services: [...new Set(all.flatMap(({ services }) => services))],
    logins: [...new Set(all.flatMap(({ logins }) => logins))],
  };
}
