import type { Place, Problem } from '../errors.ts';
import type { Authentication, Security } from '../model/account.ts';
import { beginsInClear } from '../model/ports.ts';
import { isAuthority } from '../profile/certificate.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { nodeAt, type PlistNode, readPropertyList, textAt } from '../read/property-list.ts';
import { mergedPayloads, type SaidPayload } from './merged-payloads.ts';
import { propertyListText, unarmoured, unreadableProfile } from './opened-profile.ts';
import { isPageUrl } from './page-url.ts';
import { testimoniesOf } from './said-accounts.ts';
import type { SaidLogin, SaidServer, Stated, Testimony } from './testimony.ts';
import { withoutPerson } from './without-person.ts';
import { loss } from './words.ts';

/**
 * What an Apple profile says of a provider: mail, calendars, contacts, a directory, Exchange, the webmail's link, the certificate of its authority. A signature is opened and
 * not judged: that is for lint.
 * @throws InputError where no device could read it
 */
export async function fromMobileconfig(content: Content): Promise<readonly Testimony[]> {
  const file = content.name;
  const opened = unarmoured(content);
  const [line = ''] = (content.text ?? '').trim().split(/\r?\n/, 1);
  if (opened === content && /^(?:-----BEGIN|MIME-Version:|Content-)/.test(line))
    throw unreadableProfile(file, line.slice(0, 40));
  const text = await propertyListText(opened);
  const list = readPropertyList(text);
  if (list.kind === 'fault') throw unreadableProfile(file, list.detail, positionsIn(text)(list.at));
  const position = positionsIn(list.text);
  const reading: Reading = { losses: [], placeOf: (at) => ({ file, ...position(at) }) };
  if (opened !== content) reading.losses.push(loss('import.armoured', {}, { file }));
  const payloads = nodeAt(list.root, ['PayloadContent'])?.items ?? [];
  const all = payloads.map((payload) => ({ part: partOf(reading, payload), at: payload.at }));
  const mail = all.filter(({ part }) => part.servers !== undefined);
  const [account, ...others] = mail.map(({ part, at }) => ({
    name: part.address?.value ?? '',
    address: part.address,
    servers: part.servers ?? [],
    place: reading.placeOf(at),
  }));
  const parts = all.map(({ part }) => part);
  const person = mail.map(({ part }) => part.personName).find((name) => name !== undefined);
  const clean = (name: Stated<string> | undefined) => {
    const value = withoutPerson(name?.value ?? '', [person, account?.address?.value.split('@', 1)[0]]);
    return name === undefined || value === '' ? undefined : { ...name, value };
  };
  const identifier = identifierOf(said(reading, list.root, 'PayloadIdentifier'));
  const [first, ...more] =
    account === undefined ? [] : testimoniesOf({ file, losses: reading.losses }, [account, ...others]);
  const { servers: _, personName: __, ...services } = mergedPayloads(reading, parts);
  return [
    {
      ...services,
      file,
      address: first?.address ?? services.address,
      name: clean(said(reading, list.root, 'PayloadDisplayName')),
      shortName: clean(parts.find(({ shortName }) => shortName !== undefined)?.shortName),
      organization: clean(said(reading, list.root, 'PayloadOrganization')),
      ...(identifier !== undefined && { identifier }),
      servers: first?.servers ?? [],
      losses: reading.losses,
    },
    ...more,
  ];
}

interface Reading {
  readonly losses: Problem[];
  readonly placeOf: (at: number) => Place;
}

/** Our own profiles are called after the provider's identifier. */
function identifierOf(outer: Stated<string> | undefined): Stated<string> | undefined {
  const [, identifier] = /^([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\.mail\.[0-9a-f]{8}$/.exec(outer?.value ?? '') ?? [];
  return outer === undefined || identifier === undefined ? undefined : { ...outer, value: identifier };
}

function said(reading: Reading, node: PlistNode, key: string): Stated<string> | undefined {
  const value = textAt(node, key)?.trim() ?? '';
  const at = node.entries.get(key)?.at;
  return value === '' || at === undefined ? undefined : { value, place: reading.placeOf(at) };
}

function lose(reading: Reading, at: number, what: string): void {
  reading.losses.push(loss('import.lost', { what }, reading.placeOf(at)));
}

/** Keys of every payload, which say nothing of a provider. */
const EVERY = /^Payload/;
/** Ways of Mail that a profile of ours always has. */
const USUAL = /^(?:SMIME|Prevent|disableMailRecentsSyncing|allowMailDrop|OutgoingPasswordSameAsIncomingPassword$)/;
const PASSWORD = /Password$/;

/** What has no place in a profile; a password is never shown. */
function loseOthers(reading: Reading, payload: PlistNode, known: RegExp): void {
  for (const [key, { at, node }] of payload.entries) {
    if (EVERY.test(key) || known.test(key) || USUAL.test(key)) continue;
    if (PASSWORD.test(key) && node.type === 'string')
      reading.losses.push(loss('import.lost-password', {}, reading.placeOf(at)));
    else lose(reading, at, key);
  }
}

function partOf(reading: Reading, payload: PlistNode): SaidPayload {
  const type = textAt(payload, 'PayloadType') ?? '';
  const read = Object.hasOwn(parts, type) ? parts[type] : undefined;
  if (read !== undefined) return read(reading, payload);
  lose(reading, payload.at, type === '' ? 'PayloadContent' : type);
  return {};
}

const parts: Readonly<Record<string, (reading: Reading, payload: PlistNode) => SaidPayload>> = {
  'com.apple.mail.managed': mailPart,
  'com.apple.caldav.account': (reading, payload) => davPart(reading, payload, 'CalDAV', 'calendar'),
  'com.apple.carddav.account': (reading, payload) => davPart(reading, payload, 'CardDAV', 'contacts'),
  'com.apple.ldap.account': directoryPart,
  'com.apple.eas.account': (reading, payload) =>
    exchangePart(reading, payload, { activeSync: true, webServices: false }),
  'com.apple.ews.account': (reading, payload) =>
    exchangePart(reading, payload, { activeSync: false, webServices: true }),
  'com.apple.webClip.managed': webClipPart,
  'com.apple.security.root': authorityPart,
};

const methods: Readonly<Record<string, Authentication>> = {
  EmailAuthPassword: 'password',
  EmailAuthCRAMMD5: 'cram-md5',
  EmailAuthNTLM: 'ntlm',
  EmailAuthNone: 'none',
};

function mailPart(reading: Reading, payload: PlistNode): SaidPayload {
  const pop = textAt(payload, 'EmailAccountType') === 'EmailTypePOP';
  const servers = [
    ...mailServer(reading, payload, 'Incoming', pop ? 'pop3' : 'imap'),
    ...mailServer(reading, payload, 'Outgoing', 'smtp'),
  ];
  loseOthers(
    reading,
    payload,
    /^(?:EmailAccount(?:Type|Name|Description)|EmailAddress|(?:Incoming|Outgoing)MailServer(?:Authentication|HostName|PortNumber|UseSSL|Username))$/,
  );
  return {
    personName: textAt(payload, 'EmailAccountName')?.trim(),
    address: said(reading, payload, 'EmailAddress'),
    shortName: said(reading, payload, 'EmailAccountDescription'),
    servers,
  };
}

function mailServer(
  reading: Reading,
  payload: PlistNode,
  direction: 'Incoming' | 'Outgoing',
  protocol: SaidServer['protocol'],
): SaidServer[] {
  const key = (name: string) => `${direction}MailServer${name}`;
  const host = textAt(payload, key('HostName'))?.trim() ?? '';
  const at = payload.entries.get(key('HostName'))?.at ?? payload.at;
  if (host === '') {
    reading.losses.push(loss('import.lost-incomplete', { what: key('HostName') }, reading.placeOf(at)));
    return [];
  }
  const value = payload.entries.get(key('PortNumber'))?.node.value;
  const port = typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65536 ? value : undefined;
  const encrypted = payload.entries.get(key('UseSSL'))?.node.value === true;
  const security: Security = !encrypted ? 'none' : beginsInClear(port) ? 'starttls' : 'tls';
  const method = said(reading, payload, key('Authentication'));
  const authentication = method && (Object.hasOwn(methods, method.value) ? methods[method.value] : undefined);
  if (method !== undefined && authentication === undefined)
    reading.losses.push(loss('import.lost-authentication', { value: method.value }, method.place));
  return [
    {
      protocol,
      host,
      port,
      security,
      authentication: authentication === undefined ? [] : [authentication],
      login: login(said(reading, payload, key('Username'))),
      place: reading.placeOf(at),
    },
  ];
}

function login(stated: Stated<string> | undefined): SaidLogin | undefined {
  return stated && { value: { login: stated.value }, place: stated.place };
}

function davPart(
  reading: Reading,
  payload: PlistNode,
  prefix: 'CalDAV' | 'CardDAV',
  service: 'calendar' | 'contacts',
): SaidPayload {
  const host = said(reading, payload, `${prefix}HostName`);
  loseOthers(
    reading,
    payload,
    new RegExp(`^${prefix}(?:AccountDescription|HostName|Port|PrincipalURL|UseSSL|Username)$`),
  );
  if (host === undefined) return {};
  const port = payload.entries.get(`${prefix}Port`)?.node.value;
  if (payload.entries.get(`${prefix}UseSSL`)?.node.value === false) {
    reading.losses.push(loss('import.lost-http', { what: prefix, value: host.value }, host.place));
    return {};
  }
  const principal = textAt(payload, `${prefix}PrincipalURL`)?.trim() ?? '/';
  const url = /^https:/i.test(principal)
    ? principal
    : `https://${host.value}${port === undefined || port === 443 ? '' : `:${port}`}${principal.startsWith('/') ? principal : `/${principal}`}`;
  if (!isPageUrl(prefix, url, host.place, reading.losses)) return {};
  return { [service]: { url, login: login(said(reading, payload, `${prefix}Username`)), place: host.place } };
}

function directoryPart(reading: Reading, payload: PlistNode): SaidPayload {
  const host = said(reading, payload, 'LDAPAccountHostName');
  loseOthers(reading, payload, /^LDAP(?:Account(?:Description|HostName|UseSSL|UserName)|SearchSettings)$/);
  const searches = nodeAt(payload, ['LDAPSearchSettings'])?.items ?? [];
  const searchBases = searches.flatMap((each) => textAt(each, 'LDAPSearchSettingSearchBase')?.trim() || []);
  if (host === undefined || searchBases.length === 0) {
    if (host !== undefined)
      reading.losses.push(loss('import.lost-incomplete', { what: 'LDAPSearchSettings' }, host.place));
    return {};
  }
  const user = said(reading, payload, 'LDAPAccountUserName');
  // Absent means true, as Apple documents it.
  const security = payload.entries.get('LDAPAccountUseSSL')?.node.value === false ? 'none' : 'tls';
  const directory = { host: host.value, port: undefined, security, searchBases: [...new Set(searchBases)] } as const;
  return {
    directory: {
      ...directory,
      authentication: user === undefined ? ['none'] : [],
      login: login(user),
      place: host.place,
    },
  };
}

function exchangePart(
  reading: Reading,
  payload: PlistNode,
  offers: { readonly activeSync: boolean; readonly webServices: boolean },
): SaidPayload {
  const host = said(reading, payload, 'Host');
  loseOthers(
    reading,
    payload,
    /^(?:EmailAddress|Host|UserName|SSL|OAuth|OAuthSignInURL|OAuthTokenRequestURL|Port|Path|Enable\w+|\w+UserOverridable)$/,
  );
  if (host === undefined) return {};
  const oauth = payload.entries.get('OAuth')?.node.value === true;
  const exchange = { host: host.value, ...offers, login: login(said(reading, payload, 'UserName')), place: host.place };
  return {
    address: said(reading, payload, 'EmailAddress'),
    exchange: { ...exchange, authentication: oauth ? ['oauth2'] : [] },
  };
}

function webClipPart(reading: Reading, payload: PlistNode): SaidPayload {
  const url = said(reading, payload, 'URL');
  if (url === undefined) return {};
  return isPageUrl('URL', url.value, url.place, reading.losses) ? { webmail: url } : {};
}

/** A certificate in DER, or in PEM, which devices take too. */
function authorityPart(reading: Reading, payload: PlistNode): SaidPayload {
  const entry = payload.entries.get('PayloadContent');
  if (entry === undefined || !(entry.node.value instanceof Uint8Array)) return {};
  const text = Array.from(entry.node.value, (byte) => String.fromCharCode(byte)).join('');
  const [, armoured] = /-----BEGIN CERTIFICATE-----([A-Za-z\d+/=\s]+)-----END/.exec(text) ?? [];
  const lines = (armoured?.replace(/\s+/g, '') ?? btoa(text)).match(/.{1,64}/g) ?? [];
  const value = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  const place = reading.placeOf(entry.at);
  if (isAuthority(value)) return { certificateAuthority: { value, place } };
  reading.losses.push(loss('import.lost-certificate', {}, place));
  return {};
}
