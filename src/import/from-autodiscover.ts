import { InputError, type Place, type Problem } from '../errors.ts';
import type { Security } from '../model/account.ts';
import { beginsInClear } from '../model/ports.ts';
import { autodiscoverOf, childNamed, childText } from '../read/autodiscover-file.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { readXmlTree, type XmlElement } from '../read/xml-tree.ts';
import { unreadable } from './file-reading.ts';
import { isPageUrl } from './page-url.ts';
import type { SaidLogin, SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem, loss } from './words.ts';

/**
 * What a plain XML Autodiscover answer (MS-OXDSCLI; “POX”) says: servers for mail, and Exchange's ActiveSync or web services.
 * @throws InputError where it is no answer that a program can read
 */
export function fromAutodiscover(content: Content): Testimony {
  const file = content.name;
  const xml = readXmlTree(content.text ?? '');
  if (xml.kind === 'fault') throw unreadable(content, 'Autodiscover', xml.detail, xml.at);
  const { root, response, error, user, account, protocols } = autodiscoverOf(xml.root);
  if (response === undefined) throw unreadable(content, 'Autodiscover', `<${root.name}>`, root.at);
  const position = positionsIn(xml.text);
  const reading: Reading = { losses: [], placeOf: ({ at }) => ({ file, ...position(at) }) };
  if (error !== undefined) {
    const value = `${childText(error, 'ErrorCode') ?? ''} ${childText(error, 'Message') ?? ''}`.trim();
    throw new InputError(importProblem('import.answer-error', { value }, reading.placeOf(error)));
  }
  const address = stated(reading, user, 'EMailAddress') ?? stated(reading, user, 'AutoDiscoverSMTPAddress');
  refuseRedirect(reading, response, account);
  const servers = protocols.flatMap(({ element, type }) => serverOf(reading, element, type));
  const exchange =
    protocols.map(({ element, type }) => exchangeOf(reading, element, type)).find((each) => each !== undefined) ??
    mobileSyncOf(reading, response);
  const dav = (wanted: 'CALDAV' | 'CARDDAV') =>
    protocols.flatMap(({ element, type }) => (type.toUpperCase() === wanted ? davOf(reading, element, type) : []))[0];
  const services = { calendar: dav('CALDAV'), contacts: dav('CARDDAV') };
  const others = response.children.filter((each) => each !== account && /(?:^|:)Account$/.test(each.name));
  for (const other of others) reading.losses.push(loss('import.lost', { what: '<Account>' }, reading.placeOf(other)));
  if (account !== undefined) loseOthers(reading, account, ['AccountType', 'Action', 'Protocol']);
  return { file, address, servers, exchange, ...services, losses: reading.losses };
}

/** An answer that has no settings and names where they are. @throws InputError */
function refuseRedirect(reading: Reading, response: XmlElement, account: XmlElement | undefined): void {
  const action = childNamed(response, 'Action');
  const address = stated(reading, account, 'RedirectAddr') ?? (action && stated(reading, action, 'Redirect'));
  const url = stated(reading, account, 'RedirectUrl');
  const asked = childText(account ?? response, 'Action')?.toLowerCase() ?? '';
  const found = asked === 'redirecturl' ? (url ?? address) : (address ?? url);
  if (found === undefined || (asked === 'settings' && account !== undefined)) return;
  const code = found === url ? 'import.redirect-url' : 'import.redirect-address';
  throw new InputError(importProblem(code, { value: found.value }, found.place));
}

interface Reading {
  readonly losses: Problem[];
  readonly placeOf: (element: XmlElement) => Place;
}

function stated(reading: Reading, parent: XmlElement | undefined, name: string): Stated<string> | undefined {
  const element = parent && childNamed(parent, name);
  const value = element?.text.trim() ?? '';
  return element === undefined || value === '' ? undefined : { value, place: reading.placeOf(element) };
}

function loseOthers(reading: Reading, parent: XmlElement, known: readonly string[]): void {
  for (const child of parent.children) {
    const name = child.name.slice(child.name.indexOf(':') + 1);
    if (!known.includes(name)) reading.losses.push(loss('import.lost', { what: `<${name}>` }, reading.placeOf(child)));
  }
}

const protocols: Readonly<Record<string, SaidServer['protocol']>> = {
  IMAP: 'imap',
  POP3: 'pop3',
  POP: 'pop3',
  SMTP: 'smtp',
};
const EXCHANGE: readonly string[] = ['EXCH', 'EXPR', 'EXHTTP', 'WEB', 'MobileSync'];

const KNOWN = [
  ...['Type', 'Server', 'Port', 'LoginName', 'DomainRequired', 'SPA', 'SSL', 'Encryption', 'AuthRequired'],
  ...['UsePOPAuth', 'SMTPLast', 'TTL', 'ExpirationDate'],
];

function serverOf(reading: Reading, element: XmlElement, type: string): SaidServer[] {
  const protocol = Object.hasOwn(protocols, type.toUpperCase()) ? protocols[type.toUpperCase()] : undefined;
  const place = reading.placeOf(element);
  if (protocol === undefined) {
    if (!EXCHANGE.includes(type) && !/^C(?:AL|ARD)DAV$/i.test(type))
      reading.losses.push(loss('import.lost-server', { value: type }, place));
    return [];
  }
  const host = childText(element, 'Server') ?? '';
  if (host === '') {
    reading.losses.push(loss('import.lost-incomplete', { what: '<Server>' }, place));
    return [];
  }
  loseOthers(reading, element, KNOWN);
  const number = Number(childText(element, 'Port') ?? '');
  const port = Number.isInteger(number) && number > 0 && number < 65536 ? number : undefined;
  const security = securityOf(element, port);
  const isOn = (name: string, otherwise: boolean) => {
    const text = childText(element, name)?.toLowerCase();
    return text === undefined || text === '' ? otherwise : text === 'on';
  };
  const open = protocol === 'smtp' && !isOn('AuthRequired', true);
  const method = open ? 'none' : isOn('SPA', true) ? 'ntlm' : 'password';
  return [{ protocol, host, port, security, authentication: [method], login: loginOf(reading, element), place }];
}

/** Encryption wins over SSL where both are there (MS-OXDSCLI §2.2.4.1.1.2.6.9 and .35); on a port that begins in clear, SSL alone means STARTTLS as mail programs read it. */
function securityOf(element: XmlElement, port: number | undefined): Security {
  const encryption = childText(element, 'Encryption')?.toUpperCase();
  if (encryption === 'TLS') return 'starttls';
  if (encryption === 'SSL') return 'tls';
  if (encryption === 'NONE') return 'none';
  if (childText(element, 'SSL')?.toLowerCase() === 'off') return 'none';
  return beginsInClear(port) ? 'starttls' : 'tls';
}

function loginOf(reading: Reading, element: XmlElement): SaidLogin | undefined {
  const login = stated(reading, element, 'LoginName');
  return login && { value: { login: login.value }, place: login.place };
}

/** Calendars and contacts, which some servers name beside mail (mailcow does), with their whole address as the server. */
function davOf(reading: Reading, element: XmlElement, type: string): NonNullable<Testimony['calendar']>[] {
  const url = stated(reading, element, 'Server');
  if (url === undefined || !isPageUrl(type, url.value, url.place, reading.losses)) return [];
  return [{ url: url.value, login: loginOf(reading, element), place: url.place }];
}

/** Web services, by the URL that Outlook and others are told. */
function exchangeOf(reading: Reading, element: XmlElement, type: string): Testimony['exchange'] {
  if (!EXCHANGE.includes(type)) return undefined;
  const url = stated(reading, element, 'EwsUrl') ?? stated(reading, element, 'ASUrl');
  if (url !== undefined && !URL.canParse(url.value))
    reading.losses.push(loss('import.lost-url', { what: '<EwsUrl>', value: url.value }, url.place));
  if (url === undefined || !URL.canParse(url.value)) {
    reading.losses.push(loss('import.lost-server', { value: type }, reading.placeOf(element)));
    return undefined;
  }
  const { hostname: host } = new URL(url.value);
  return { host, activeSync: false, webServices: true, authentication: [], login: undefined, place: url.place };
}

/** ActiveSync's own answer (MS-ASCMD §2.2.1.1). */
function mobileSyncOf(reading: Reading, response: XmlElement): Testimony['exchange'] {
  const action = childNamed(response, 'Action');
  const settings = action && childNamed(action, 'Settings');
  const server = settings && childNamed(settings, 'Server');
  const url = stated(reading, server, 'Url') ?? stated(reading, server, 'Name');
  if (url === undefined || !URL.canParse(url.value)) return undefined;
  const { hostname: host } = new URL(url.value);
  return { host, activeSync: true, webServices: false, authentication: [], login: undefined, place: url.place };
}
