/**
 * Readers as strict as the app, written after thunderbird-android a59bd67 and not after our writer. QR code: payload/QrCodePayloadAdapter.kt,
 * QrCodePayloadValidator.kt, IntValueMapper.kt. Settings file: SettingsFileParser.kt, ServerSettingsDescriptions.kt and the validators beside them.
 */

export interface ReadServer {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly authentication: string;
  readonly username: string;
}

export interface ReadAccount {
  readonly name: string;
  readonly incoming: ReadServer;
  readonly outgoing: ReadServer;
  readonly identity: { readonly email: string; readonly name: string };
}

export interface ReadCode {
  readonly sequence: number;
  readonly count: number;
  readonly accounts: readonly ReadAccount[];
}

const INCOMING = ['IMAP', 'POP3'];
const OUTGOING = ['SMTP'];
const SECURITY = ['NONE', 'STARTTLS_REQUIRED', 'STARTTLS_REQUIRED', 'SSL_TLS_REQUIRED'];
const AUTHENTICATION = ['NONE', 'PLAIN', 'CRAM_MD5', undefined, undefined, 'EXTERNAL', 'XOAUTH2'];

/** @throws Error where the app would refuse the code */
export function readCode(text: string): ReadCode {
  const items = list(JSON.parse(text));
  const [version, sequenceItems, ...rest] = items;
  if (version !== 1) throw new Error('another version');
  const [sequence, count] = list(sequenceItems);
  if (rest.length === 0 || rest.length % 2 !== 0) throw new Error('an account is missing or half');
  const accounts: ReadAccount[] = [];
  for (let index = 0; index < rest.length; index += 2) accounts.push(readAccount(rest[index], rest[index + 1]));
  return { sequence: integer(sequence), count: integer(count), accounts };
}

function readAccount(incomingItem: unknown, groupsItem: unknown): ReadAccount {
  const incomingItems = list(incomingItem);
  const groups = list(groupsItem).map(readGroup);
  const [group] = groups;
  if (group === undefined) throw new Error('no outgoing server');
  const [identity] = group.identities;
  if (identity === undefined) throw new Error('no identity');
  const [accountName, password] = incomingItems.slice(6).map(singleLine);
  if (password !== undefined) throw new Error('a password travels');
  return {
    name: accountName || identity.email,
    incoming: readServer(incomingItems, INCOMING),
    outgoing: group.server,
    identity,
  };
}

function readGroup(item: unknown) {
  const [serverItem, ...identityItems] = list(item);
  if (identityItems.length === 0) throw new Error('no identity');
  const serverItems = list(serverItem);
  if (serverItems.length > 6) throw new Error('a password travels');
  const identities = identityItems.map((each) => {
    const [email, name] = list(each);
    return { email: identityAddress(singleLine(email)), name: singleLine(name) };
  });
  return { server: readServer(serverItems, OUTGOING), identities };
}

function readServer(items: readonly unknown[], protocols: readonly string[]): ReadServer {
  const [protocol, host, port, security, authentication, username] = items;
  return {
    type: word(protocols, protocol),
    host: hostName(singleLine(host)),
    port: portNumber(integer(port)),
    security: word(SECURITY, security),
    authentication: word(AUTHENTICATION, authentication),
    username: singleLine(username),
  };
}

function word(words: readonly (string | undefined)[], item: unknown): string {
  const found = words[integer(item)];
  if (found === undefined) throw new Error(`unsupported value ${String(item)}`);
  return found;
}

function list(item: unknown): unknown[] {
  if (!Array.isArray(item)) throw new Error('not an array');
  return item;
}

function integer(item: unknown): number {
  if (typeof item !== 'number' || !Number.isInteger(item)) throw new Error('not an integer');
  return item;
}

/** The app reads a string where JSON has `null` too, and throws. */
function singleLine(item: unknown): string {
  if (typeof item !== 'string') throw new Error('not a string');
  if (/[\r\n]/.test(item)) throw new Error('a line break');
  // It writes what it has read into a settings file, and its serializer throws (XmlSettingWriter.kt, KXmlSerializer.writeEscaped).
  if (/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(item)) throw new Error('not a character of XML');
  return item;
}

function portNumber(port: number): number {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error('not a port');
  return port;
}

/** HostNameUtils.isLegalHostName; dotted numbers are legal host names too. */
export function hostName(host: string): string {
  const label = '(?:[a-z0-9]|[a-z0-9][a-z0-9-]{0,61}[a-z0-9])';
  if (host.length > 255 || !new RegExp(`^(?:${label}\\.)*${label}\\.?$`, 'i').test(host)) throw new Error('not a host');
  return host;
}

/** EmailAddressParser with EmailAddressParserConfig.LIMITED, and then what the import behind the scanner asks too. */
function identityAddress(email: string): string {
  const [local = '', domain = '', ...more] = email.split('@');
  const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  if (more.length > 0 || !new RegExp(`^${atom}(?:\\.${atom})*$`).test(local)) throw new Error('not a local part');
  if (!/^[A-Za-z0-9](?:-*[A-Za-z0-9])*(?:\.[A-Za-z0-9](?:-*[A-Za-z0-9])*)*$/.test(domain))
    throw new Error('not a domain');
  if (domain.split('.').some(({ length }) => length > 63) || domain.length > 253) throw new Error('too long a domain');
  if (local.length > 64 || email.length > 254) throw new Error('too long an address');
  return importedAddress(email);
}

/** EmailAddressValidator.EMAIL_ADDRESS_PATTERN, which also takes a quoted local part. */
function importedAddress(email: string): string {
  const atext = "[0-9a-zA-Z!#$%&'*+\\-/=?^_`{|}~]";
  const quoted = '"(?:[ !#-[\\]-~\\t]|\\\\[ -~\\t])+"';
  const label = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?)';
  const top = '(?:[a-zA-Z](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?)';
  const pattern = new RegExp(`^(?:${atext}+(?:\\.${atext}+)*|${quoted})@(?:(?:${label}\\.)+${top}|${label})$`);
  if (!pattern.test(email)) throw new Error('not an address');
  return email;
}

type Tree = { readonly [key: string]: unknown };

/** Reads the tree of fast-xml-parser (attributes with `@_`, tag values as texts, the trim off). @throws Error where the app would refuse the file or the account */
export function readSettings(tree: unknown): {
  uuid: string;
  settings: ReadonlyMap<string, string>;
  account: ReadAccount;
} {
  const root = child(tree, 'k9settings');
  if (root['@_format'] !== '1') throw new Error('another format');
  const version = Number(root['@_version']);
  // Below 95 the word NONE is unknown.
  if (!Number.isInteger(version) || version < 95) throw new Error('another version');
  if ('global' in root) throw new Error('it would change the settings of the app');
  const of = child(child(root, 'accounts'), 'account');
  const uuid = String(of['@_uuid']);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new Error('not a UUID');
  const identity = child(child(of, 'identities'), 'identity');
  const values = child(of, 'settings').value;
  if (!Array.isArray(values)) throw new Error('no settings');
  return {
    uuid,
    settings: new Map(values.map((each: Tree) => [String(each['@_key']), String(each['#text'])])),
    account: {
      name: text(of.name),
      incoming: settingsServer(child(of, 'incoming-server'), INCOMING),
      outgoing: settingsServer(child(of, 'outgoing-server'), OUTGOING),
      identity: { email: importedAddress(text(identity.email)), name: text(identity.name ?? '') },
    },
  };
}

function settingsServer(server: Tree, types: readonly string[]): ReadServer {
  if ('password' in server) throw new Error('a password travels');
  const known = (words: readonly (string | undefined)[], value: unknown): string => {
    if (typeof value !== 'string' || !words.includes(value)) throw new Error(`unsupported value ${String(value)}`);
    return value;
  };
  return {
    type: known(types, server['@_type']),
    host: hostName(String(server.host)),
    port: portNumber(Number(server.port)),
    security: known(SECURITY, server['connection-security']),
    authentication: known(AUTHENTICATION, server['authentication-type']),
    username: singleLine(server.username ?? ''),
  };
}

/** A child element would cut it. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('not a text');
  return value;
}

function child(parent: unknown, name: string): Tree {
  const found = typeof parent === 'object' && parent !== null ? (parent as Tree)[name] : undefined;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new Error(`not one ${name}`);
  // An object that is neither null nor a list, as just seen.
  return found as Tree;
}
