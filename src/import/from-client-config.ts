import type { Place, Problem } from '../errors.ts';
import { InputError } from '../errors.ts';
import type { Authentication, Language, LocalizedText, Security } from '../model/account.ts';
import { type ConfigServer, clientConfigOf } from '../read/client-config-file.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { childrenNamed, readXmlTree, type XmlElement } from '../read/xml-tree.ts';
import { languages } from '../words/languages.ts';
import { unreadable } from './file-reading.ts';
import { isPageUrl } from './page-url.ts';
import type { SaidLogin, SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem, loss } from './words.ts';

/**
 * What a clientConfig says of a provider. Of the servers all for mail; other elements that have a place in a profile; everything else is a loss with its line.
 * @throws InputError where it is no clientConfig that a program can read
 */
export function fromClientConfig(content: Content): Testimony {
  const xml = readXmlTree(content.text ?? '');
  const file = content.name;
  if (xml.kind === 'fault') throw unreadable(content, 'clientConfig', xml.detail, xml.at);
  const position = positionsIn(xml.text);
  const reading: Reading = { losses: [], placeOf: ({ at }) => ({ file, ...position(at) }) };
  const { providers, servers, domains } = clientConfigOf(xml.root);
  const [provider, ...others] = providers;
  if (provider === undefined) throw new InputError(importProblem('import.nothing', {}, { file }));
  for (const other of others) lose(reading, other, 'import.other-provider', { name: other.attributes.id ?? '' });
  const documentation = childrenNamed(provider, 'documentation').flatMap((each) => documentationOf(reading, each));
  const { id = '' } = provider.attributes;
  const isDomain = domains.some(({ text }) => text.trim().toLowerCase() === id.toLowerCase());
  if (!isDomain) lose(reading, provider, 'import.lost-value', { what: 'id', value: id });
  const testimony = {
    file,
    domains: distinct(reading, domains),
    name: named(reading, provider, 'displayName'),
    shortName: named(reading, provider, 'displayShortName'),
    servers: servers.flatMap((server) => serverOf(reading, server)),
    exchange: exchangeOf(reading, servers),
    documentation,
    webmail: webmailOf(reading, xml.root),
    oauth2: oauth2Of(reading, xml.root),
    losses: reading.losses,
  };
  loseOthers(reading, provider, PROVIDER);
  loseOthers(reading, xml.root, ROOT);
  return testimony;
}

interface Reading {
  readonly losses: Problem[];
  readonly placeOf: (element: XmlElement) => Place;
}

const PROVIDER = ['domain', 'displayName', 'displayShortName', 'incomingServer', 'outgoingServer', 'documentation'];
const ROOT = ['emailProvider', 'webMail', 'oAuth2'];

function lose<Code extends Parameters<typeof loss>[0]>(
  { losses, placeOf }: Reading,
  element: XmlElement,
  ...[code, details]: [Code, Parameters<typeof loss<Code>>[1]]
): void {
  losses.push(loss(code, details, placeOf(element)));
}

/** What has no place in a profile. */
function loseOthers(reading: Reading, parent: XmlElement, known: readonly string[]): void {
  for (const child of parent.children)
    if (!known.includes(child.name)) lose(reading, child, 'import.lost', { what: `<${child.name}>` });
}

function distinct(reading: Reading, domains: readonly XmlElement[]): Stated<string>[] {
  const found = new Map<string, Stated<string>>();
  for (const element of domains) {
    const value = element.text.trim().toLowerCase();
    if (found.has(value)) lose(reading, element, 'import.repeated', { what: '<domain>', value });
    else if (/[%\s]|^$/.test(value)) lose(reading, element, 'import.lost-host', { value });
    else found.set(value, { value, place: reading.placeOf(element) });
  }
  return [...found.values()];
}

function named(reading: Reading, provider: XmlElement, name: string): Stated<string> | undefined {
  const [element, ...others] = childrenNamed(provider, name);
  for (const other of others) lose(reading, other, 'import.repeated', { what: `<${name}>`, value: other.text.trim() });
  const value = element?.text.trim().replace(/\s+/g, ' ') ?? '';
  if (element === undefined || value === '') return undefined;
  if (/%[A-Z]+%/.test(value)) {
    lose(reading, element, 'import.lost-placeholder', { what: `<${name}>`, value });
    return undefined;
  }
  return { value, place: reading.placeOf(element) };
}

const securities: Readonly<Record<string, Security>> = { SSL: 'tls', STARTTLS: 'starttls', plain: 'none' };

/** What the values mean, the two old ones (Thunderbird 3) too. */
const methods: Readonly<Record<string, Authentication>> = {
  'password-cleartext': 'password',
  plain: 'password',
  'password-encrypted': 'cram-md5',
  secure: 'cram-md5',
  NTLM: 'ntlm',
  GSSAPI: 'gssapi',
  OAuth2: 'oauth2',
  'TLS-client-cert': 'certificate',
  none: 'none',
  'client-IP-address': 'none',
};

const SERVER = ['hostname', 'port', 'socketType', 'username', 'authentication'];

function serverOf(reading: Reading, { element, type }: ConfigServer): SaidServer[] {
  if (type !== 'imap' && type !== 'pop3' && type !== 'smtp') {
    if (!EXCHANGE.includes(type)) lose(reading, element, 'import.lost-server', { value: type });
    return [];
  }
  const child = (name: string) => element.children.find((each) => each.name === name);
  const host = withDomain(child('hostname')?.text.trim() ?? '');
  const socket = child('socketType')?.text.trim() ?? '';
  const security = Object.hasOwn(securities, socket) ? securities[socket] : undefined;
  const missing = host === '' ? '<hostname>' : security === undefined ? '<socketType>' : undefined;
  if (missing !== undefined || security === undefined) {
    lose(reading, element, 'import.lost-incomplete', { what: missing ?? '<socketType>' });
    return [];
  }
  const port = portOf(reading, child('port'));
  const authentication = childrenNamed(element, 'authentication').flatMap((each) => methodOf(reading, each));
  loseOthers(reading, element, SERVER);
  const place = reading.placeOf(element);
  return [
    {
      protocol: type,
      host,
      port,
      security,
      authentication: [...new Set(authentication)],
      login: loginOf(reading, child('username')),
      place,
    },
  ];
}

/** Types under which files name Exchange's web services (Thunderbird, readFromXML.sys.mjs). */
const EXCHANGE: readonly string[] = ['exchange', 'ews'];

/** The first of them that says where they are; what else it says of them is lost. */
function exchangeOf(reading: Reading, servers: readonly ConfigServer[]): Testimony['exchange'] {
  let found: Testimony['exchange'];
  for (const { element, type } of servers.filter(({ type }) => EXCHANGE.includes(type))) {
    const child = (...names: readonly string[]) =>
      element.children.find(({ name }) => names.includes(name))?.text.trim() ?? '';
    const url = child('url', 'ewsURL');
    const host = child('hostname') || (URL.canParse(url) ? new URL(url).hostname : '');
    if (host === '' || (found !== undefined && found.host !== host)) {
      lose(reading, element, 'import.lost-server', { value: type });
      continue;
    }
    const methods = childrenNamed(element, 'authentication').flatMap((each) => methodOf(reading, each));
    const authentication = methods.filter((each) => each === 'password' || each === 'oauth2');
    const username = element.children.find(({ name }) => name === 'username');
    found ??= {
      host: withDomain(host),
      activeSync: false,
      webServices: true,
      authentication: [...new Set(authentication)],
      login: loginOf(reading, username),
      place: reading.placeOf(element),
    };
    loseOthers(reading, element, [...SERVER, 'url', 'ewsURL']);
  }
  return found;
}

function portOf(reading: Reading, element: XmlElement | undefined): number | undefined {
  if (element === undefined) return undefined;
  const port = Number(element.text.trim());
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  lose(reading, element, 'import.lost-port', { value: element.text.trim() });
  return undefined;
}

function methodOf(reading: Reading, element: XmlElement): Authentication[] {
  const value = element.text.trim();
  const method = Object.hasOwn(methods, value) ? methods[value] : undefined;
  if (method !== undefined) return [method];
  lose(reading, element, 'import.lost-authentication', { value });
  return [];
}

/** A host or login with our placeholders in the place of Mozilla's. */
function withDomain(text: string): string {
  return text.replaceAll('%EMAILDOMAIN%', '{domain}');
}

function loginOf(reading: Reading, element: XmlElement | undefined): SaidLogin | undefined {
  const text = element?.text.trim() ?? '';
  if (element === undefined || text === '') return undefined;
  const place = reading.placeOf(element);
  if (!/%[A-Z]+%?/.test(text)) return { value: { login: text }, place };
  const rule = withDomain(text).replaceAll('%EMAILADDRESS%', '{address}').replaceAll('%EMAILLOCALPART%', '{local}');
  // `{local}@{domain}` is the address.
  const simple = rule === '{local}@{domain}' ? '{address}' : rule;
  if (!/%[A-Z]+/.test(simple)) return { value: { rule: simple }, place };
  lose(reading, element, 'import.lost-placeholder', { what: '<username>', value: text });
  return undefined;
}

function documentationOf(reading: Reading, element: XmlElement): NonNullable<Testimony['documentation']>[number][] {
  const { url = '' } = element.attributes;
  if (!isPageUrl('<documentation>', url, reading.placeOf(element), reading.losses)) return [];
  const title: { [L in Language]?: string } = {};
  for (const descr of childrenNamed(element, 'descr')) {
    const text = descr.text.trim().replace(/\s+/g, ' ');
    if (text === '') continue;
    const { lang = 'en' } = descr.attributes;
    const language = languages.find((each) => lang.toLowerCase().split(/[-_]/)[0] === each);
    if (language === undefined) lose(reading, descr, 'import.lost-language', { what: '<descr>', value: lang });
    else title[language] ??= text;
  }
  loseOthers(reading, element, ['descr']);
  return [{ value: { url, title: title satisfies LocalizedText }, place: reading.placeOf(element) }];
}

function webmailOf(reading: Reading, root: XmlElement): Stated<string> | undefined {
  const [webmail, ...others] = childrenNamed(root, 'webMail');
  for (const other of others) lose(reading, other, 'import.lost', { what: '<webMail>' });
  if (webmail === undefined) return undefined;
  loseOthers(reading, webmail, ['loginPage']);
  const [page] = childrenNamed(webmail, 'loginPage');
  if (page === undefined) return undefined;
  const { url = '' } = page.attributes;
  if (/%[A-Z]+%/.test(url)) lose(reading, page, 'import.lost-placeholder', { what: '<loginPage>', value: url });
  else if (isPageUrl('<loginPage>', url, reading.placeOf(page), reading.losses))
    return { value: url, place: reading.placeOf(page) };
  return undefined;
}

function oauth2Of(reading: Reading, root: XmlElement): Testimony['oauth2'] {
  const [element, ...others] = childrenNamed(root, 'oAuth2');
  for (const other of others) lose(reading, other, 'import.lost', { what: '<oAuth2>' });
  if (element === undefined) return undefined;
  loseOthers(reading, element, ['issuer', 'scope', 'authURL', 'tokenURL']);
  const child = (name: string) => element.children.find((each) => each.name === name)?.text.trim() ?? '';
  const issuer = /^https:/i.test(child('issuer')) ? child('issuer') : `https://${child('issuer')}`;
  const [authorizationUrl, tokenUrl, scope] = [
    child('authURL'),
    child('tokenURL'),
    child('scope').replace(/\s+/g, ' '),
  ];
  const missing = Object.entries({
    issuer: child('issuer'),
    authURL: authorizationUrl,
    tokenURL: tokenUrl,
    scope,
  }).find(([, value]) => value === '')?.[0];
  if (missing !== undefined) {
    lose(reading, element, 'import.lost-part', { what: '<oAuth2>', missing: `<${missing}>` });
    return undefined;
  }
  const urls = { issuer, authURL: authorizationUrl, tokenURL: tokenUrl };
  const place = reading.placeOf(element);
  if (!Object.entries(urls).every(([what, url]) => isPageUrl(`<${what}>`, url, place, reading.losses)))
    return undefined;
  return { value: { issuer, authorizationUrl, tokenUrl, scope }, place };
}
