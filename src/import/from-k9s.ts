import type { Authentication, Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { type K9sAccount, type K9sServer, k9sSettingsOf, k9sValue } from '../read/k9s-settings.ts';
import { positionsIn } from '../read/lines.ts';
import { childrenNamed, readXmlTree, type XmlElement } from '../read/xml-tree.ts';
import { type FileReading, lose, personalLogin, unreadable } from './file-reading.ts';
import { type SaidAccount, testimoniesOf } from './said-accounts.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';

const securities: Readonly<Record<string, Security>> = {
  SSL_TLS_REQUIRED: 'tls',
  SSL_TLS_OPTIONAL: 'tls',
  STARTTLS_REQUIRED: 'starttls',
  STARTTLS_OPTIONAL: 'starttls',
  NONE: 'none',
};

const methods: Readonly<Record<string, Authentication>> = {
  PLAIN: 'password',
  LOGIN: 'password',
  AUTOMATIC: 'password',
  CRAM_MD5: 'cram-md5',
  EXTERNAL: 'certificate',
  XOAUTH2: 'oauth2',
  NONE: 'none',
};

const VALUES = ['host', 'port', 'connection-security', 'authentication-type', 'username', 'password'];

/**
 * What a settings file of Thunderbird for Android or K-9 Mail says of a provider: its first account, and those at the same servers.
 * @throws InputError where it is none that can be read
 */
export function fromK9s(content: Content): Testimony[] {
  const xml = readXmlTree(content.text ?? '');
  const file = content.name;
  if (xml.kind === 'fault') throw unreadable(content, '.k9s', xml.detail, xml.at);
  const position = positionsIn(xml.text);
  const reading: FileReading<XmlElement> = { losses: [], placeOf: ({ at }) => ({ file, ...position(at) }) };
  const { global, accounts } = k9sSettingsOf(xml.root);
  if (global !== undefined) lose(reading, global, 'import.lost', { what: '<global>' });
  return testimoniesOf(
    { file, losses: reading.losses },
    accounts.map((account) => accountOf({ ...reading, losses: [] }, account)),
  );
}

function accountOf(reading: FileReading<XmlElement>, account: K9sAccount): SaidAccount {
  const { element, number } = account;
  const address = addressIn(reading, account);
  const servers = account.servers.flatMap((server) => serverOf(reading, server));
  loseRest(reading, account);
  return {
    name: element.children.find(({ name }) => name === 'name')?.text.trim() || (address?.value ?? String(number)),
    address,
    shortName: nameOf(reading, account),
    servers,
    place: reading.placeOf(element),
    losses: reading.losses,
  };
}

function addressIn(reading: FileReading<XmlElement>, { identities }: K9sAccount): Stated<string> | undefined {
  const [identity, ...others] = identities;
  for (const other of others) lose(reading, other, 'import.lost', { what: '<identity>' });
  const email = identity?.children.find(({ name }) => name === 'email');
  if (email === undefined) return undefined;
  const value = email.text.trim();
  if (addressOf(value) !== undefined) return { value, place: reading.placeOf(email) };
  lose(reading, email, 'import.lost-address', { value });
  return undefined;
}

/** The name of the account is that of the provider, unless the person has called it by the address or their own name. */
function nameOf(reading: FileReading<XmlElement>, { element, identities }: K9sAccount): Stated<string> | undefined {
  const name = element.children.find((child) => child.name === 'name');
  const value = name?.text.trim().replace(/\s+/g, ' ') ?? '';
  const persons = identities.flatMap(({ children }) => children.filter(({ name: its }) => its === 'name'));
  const isPerson = persons.some(({ text }) => text.trim().replace(/\s+/g, ' ') === value);
  return name === undefined || value === '' || isPerson || value.includes('@')
    ? undefined
    : { value, place: reading.placeOf(name) };
}

function serverOf(reading: FileReading<XmlElement>, { element, direction, type = '' }: K9sServer): SaidServer[] {
  const protocol = type.toLowerCase();
  const known = direction === 'incoming' ? protocol === 'imap' || protocol === 'pop3' : protocol === 'smtp';
  if (!known) {
    lose(reading, element, 'import.lost-server', { value: type });
    return [];
  }
  const text = (name: string) => k9sValue(element, name)?.text.trim() ?? '';
  const security = securities[text('connection-security')];
  if (text('host') === '' || security === undefined) {
    lose(reading, element, 'import.lost-incomplete', {
      what: text('host') === '' ? '<host>' : '<connection-security>',
    });
    return [];
  }
  for (const child of element.children) {
    if (child.name === 'password' && child.text !== '') lose(reading, child, 'import.lost-password', {});
    else if (!VALUES.includes(child.name)) lose(reading, child, 'import.lost', { what: `<${child.name}>` });
  }
  const authentication = methods[text('authentication-type')];
  if (authentication === undefined)
    lose(reading, element, 'import.lost-authentication', { value: text('authentication-type') });
  const port = Number(text('port').normalize('NFKC'));
  const valid = text('port') !== '' && Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (!valid && text('port') !== '') lose(reading, element, 'import.lost-port', { value: text('port') });
  const login = element.children.find(({ name }) => name === 'username') ?? element;
  return [
    {
      protocol: protocol as SaidServer['protocol'],
      host: text('host'),
      port: valid ? port : undefined,
      security,
      authentication: authentication === undefined ? [] : [authentication],
      login: personalLogin(text('username'), reading.placeOf(login)),
      place: reading.placeOf(element),
    },
  ];
}

/** Choices of the person, which no provider makes, and servers that a program reads none of. */
function loseRest(reading: FileReading<XmlElement>, { element, identities }: K9sAccount): void {
  for (const name of ['incoming-server', 'outgoing-server'])
    for (const child of childrenNamed(element, name).slice(1))
      lose(reading, child, 'import.lost', { what: `<${name}>` });
  for (const name of ['settings', 'folders'])
    for (const child of childrenNamed(element, name))
      if (child.children.length > 0) lose(reading, child, 'import.lost', { what: `<${name}>` });
  for (const child of identities[0]?.children ?? [])
    if (child.name !== 'email' && (child.text.trim() !== '' || child.children.length > 0))
      lose(reading, child, 'import.lost', { what: `<identity><${child.name}>` });
}
