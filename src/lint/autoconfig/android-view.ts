import { issuerOf } from '../../clients/thunderbird-android/oauth2-hosts.ts';
import { type ClientConfigFile, serversIn } from '../../read/client-config-file.ts';
import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { filledHost, isHostName, isIpAddress } from './config-hosts.ts';
import { elementsWithin } from './flat-servers.ts';

/**
 * What Thunderbird for Android and K-9 Mail make of a clientConfig, where it is the only answer that they get (thunderbird-android a59bd67: RealAutoconfigParser.kt, then
 * GetAutoDiscovery.kt). One server that is wrong makes them refuse the whole file; values are not trimmed; known names count at any depth in a server.
 */
export function androidView(facts: ConfigFacts): View | undefined {
  const read = readAsAndroid(facts);
  return read instanceof Refusal ? { outcome: 'refuses' } : read;
}

/** Is the file an answer for them, whatever comes of it? Of one that they take, the ways to sign in are looked at last, and then no other is looked for. */
export function isTakenByAndroid(facts: ConfigFacts): boolean {
  const read = readAsAndroid(facts);
  return read !== undefined && (!(read instanceof Refusal) || read.late);
}

/** The element for which they refuse the file, where it is one. */
export function androidRefusal(facts: ConfigFacts): XmlElement | undefined {
  const read = readAsAndroid(facts);
  return read instanceof Refusal ? read.element : undefined;
}

function readAsAndroid({ content, xml, config }: ConfigFacts): View | Refusal | undefined {
  if (content.marked || content.encoding?.startsWith('utf-16')) return new Refusal();
  // A document type with declarations: its entities are not known, and the rest is read. Of two roots the last counts.
  if (xml.kind === 'fault') return READ_ON.includes(xml.what) ? undefined : new Refusal();
  if (config?.root.name !== 'clientConfig') return new Refusal(config?.root);
  try {
    return viewOf(config, content.encoding === 'utf-8');
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const READ_ON: readonly string[] = ['doctype', 'two-roots'];

/** An error of the file for the app. */
class Refusal extends Error {
  readonly element: XmlElement | undefined;
  /** Once the file has been read. */
  readonly late: boolean;
  constructor(element?: XmlElement, late = false) {
    super('refused');
    this.element = element;
    this.late = late;
  }
}

function viewOf({ root, providers }: ClientConfigFile, isUtf8: boolean): View {
  // Each has to be right, and the last counts.
  const [last] = providers.map(readProvider).toReversed();
  if (last?.incoming === undefined || last.outgoing === undefined) throw new Refusal(providers.at(-1) ?? root);
  const [incoming, outgoing] = [usable(last.incoming), usable(last.outgoing)];
  // It takes every file for UTF-8.
  const shown = (server: ViewedServer) =>
    isUtf8 ? server : { ...server, login: server.login?.replace(/[^\0-\x7f]/g, '\ufffd') };
  return { outcome: 'takes', incoming: shown(incoming), outgoing: shown(outgoing), skipped: last.skipped };
}

interface Found extends Omit<ViewedServer, 'authentication'> {
  readonly element: XmlElement;
  readonly protocol: 'imap' | 'smtp';
  readonly login: string;
  readonly ways: readonly string[];
}

function readProvider(provider: XmlElement) {
  if (!isHost((provider.attributes.id ?? '').trim())) throw new Refusal(provider);
  // Every one is read, so that an element in any is an error.
  const domains = childrenNamed(provider, 'domain').map((domain) => isHost(filledHost(textIn(domain)).trim()));
  if (!domains.includes(true)) throw new Refusal(provider);
  const servers = serversIn(provider).map(({ element, type, direction, number }) => {
    const wanted = direction === 'incoming' ? 'imap' : 'smtp';
    return { number, direction, found: type === wanted ? readServer(element, wanted) : undefined };
  });
  const first = (wanted: string) =>
    servers.find(({ direction, found }) => direction === wanted && found !== undefined)?.found;
  const skipped = servers.filter(({ found }) => found === undefined).map(({ number }) => number);
  return { incoming: first('incoming'), outgoing: first('outgoing'), skipped };
}

function readServer(element: XmlElement, protocol: Found['protocol']): Found {
  const values: { host?: string; port?: number; security?: ViewedServer['security']; login?: string } = {};
  const ways: string[] = [];
  for (const child of elementsWithin(element)) {
    if (child.name === 'hostname') values.host = hostIn(child);
    else if (child.name === 'port') values.port = portIn(child);
    else if (child.name === 'socketType') values.security = securityIn(child);
    else if (child.name === 'username') values.login = textIn(child);
    else if (child.name === 'authentication') {
      const way = methods.get(textIn(child));
      if (way !== undefined) ways.push(way);
    }
  }
  const { host, port, security, login } = values;
  if (host === undefined || port === undefined || security === undefined || login === undefined || ways.length === 0)
    throw new Refusal(element);
  // Port 0, and white space around a host, end the whole search.
  if (port === 0 || host !== host.trim()) throw new Refusal(element);
  return { element, protocol, host, port, security, login, ways };
}

const methods: ReadonlyMap<string, string> = new Map([
  ['OAuth2', 'oauth2'],
  ['password-cleartext', 'password'],
  ['password-encrypted', 'cram-md5'],
]);

/** OAuth 2.0 of a host that is not built in is taken out, and then the first way counts. */
function usable({ ways, element, ...server }: Found): ViewedServer {
  const { host, protocol, login } = server;
  const authentication = ways.find(
    (way) => way !== 'oauth2' || issuerOf({ host: host.toLowerCase(), protocol }) !== undefined,
  );
  // A login of several lines is read, and then no account can be made of it.
  if (authentication === undefined || /[\r\n]/.test(login)) throw new Refusal(element, true);
  return { ...server, authentication };
}

/** A value has text and nothing else; comments and CDATA sections are joined. */
function textIn(element: XmlElement): string {
  if (element.children.length > 0) throw new Refusal(element);
  return element.text;
}

function hostIn(element: XmlElement): string {
  const text = textIn(element);
  if (!isHost(filledHost(text).trim())) throw new Refusal(element);
  return text;
}

function isHost(text: string): boolean {
  return isHostName(text) || isIpAddress(text);
}

function securityIn(element: XmlElement): ViewedServer['security'] {
  const text = textIn(element);
  if (text === 'SSL') return 'tls';
  if (text === 'STARTTLS') return 'starttls';
  throw new Refusal(element);
}

/** As Kotlin's toInt() reads it: a sign may be there, and digits of any script. */
function portIn(element: XmlElement): number {
  const text = textIn(element);
  const known = /^[+-]?\p{Nd}{1,20}$/u.test(text);
  const number = known ? Number(text.replace(/[^\x00-\x7f]/gu, digitValue)) : Number.NaN;
  if (!(number >= 0 && number <= 65_535)) throw new Refusal(element);
  return number;
}

/** Each script has its digits in a row, from 0 (Unicode 16 §4.6). */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
