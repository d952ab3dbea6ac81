import { XMLParser } from 'fast-xml-parser';
import { hostName, type ReadServer } from './android-reader.ts';

/**
 * A reader of clientConfig files as strict as the app, written after thunderbird-android a59bd67 and not after our writer: RealAutoconfigParser.kt, then
 * GetAutoDiscovery.kt and AutoDiscoveryMapper.kt. Of XML it knows what our files have; the app's parser is stricter and looser in other corners.
 */

/** `nothing`: the person sets it up by hand. `stops`: an exception ends the whole search. `signIn`: the first thing that the app asks for. */
export type Found =
  | { readonly verdict: 'nothing' | 'stops'; readonly reason: string }
  | {
      readonly verdict: 'configured';
      readonly incoming: ReadServer;
      readonly outgoing: ReadServer;
      readonly signIn: 'oauth2' | 'password';
    };

interface Person {
  readonly address: string;
  readonly builtIn: (host: string) => boolean;
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly ways: readonly string[];
  readonly username: string;
}

/** Elements in their order; a text is a node of its own. */
type Node = Readonly<Record<string, unknown>>;

class Refused extends Error {}
class Stops extends Error {}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

/** What the app makes of this file where it is the only one that it finds. */
export function discover(xml: string, person: Person): Found {
  try {
    const [incoming, outgoing] = serversOf(parser.parse(xml) as Node[], person).map((server) => usable(server, person));
    if (incoming === undefined || outgoing === undefined) throw new Refused('no usable sign-in');
    const signIn = incoming.authentication === 'XOAUTH2' ? 'oauth2' : 'password';
    return {
      verdict: 'configured',
      incoming: { ...incoming, type: 'imap' },
      outgoing: { ...outgoing, type: 'smtp' },
      signIn,
    };
  } catch (error) {
    if (error instanceof Refused) return { verdict: 'nothing', reason: error.message };
    if (error instanceof Stops) return { verdict: 'stops', reason: error.message };
    throw error;
  }
}

function serversOf(document: readonly Node[], person: Person): readonly [Server, Server] {
  const roots = document.filter((node) => nameOf(node) === 'clientConfig');
  const providers = roots.map((root) =>
    childrenOf(root)
      .filter((node) => nameOf(node) === 'emailProvider')
      .map((node) => provider(node, person))
      .at(-1),
  );
  const found = providers.at(-1);
  if (found === undefined) throw new Refused('no provider');
  return found;
}

function provider(node: Node, person: Person): readonly [Server, Server] {
  if (!isHost(attribute(node, 'id') ?? '')) throw new Refused('id');
  let domain = false;
  let incoming: Server | undefined;
  let outgoing: Server | undefined;
  for (const child of childrenOf(node)) {
    if (nameOf(child) === 'domain') domain = isHost(filled(textOf(child), person)) || domain;
    if (nameOf(child) === 'incomingServer') incoming ??= server(child, 'imap', person);
    if (nameOf(child) === 'outgoingServer') outgoing ??= server(child, 'smtp', person);
    // Further ones are read all the same.
    else if (nameOf(child) === 'incomingServer') server(child, 'imap', person);
    if (nameOf(child) === 'outgoingServer') server(child, 'smtp', person);
  }
  if (!domain) throw new Refused('no domain');
  if (incoming === undefined || outgoing === undefined) throw new Refused('no server');
  return [incoming, outgoing];
}

function server(node: Node, type: string, person: Person): Server | undefined {
  if (attribute(node, 'type') !== type) return undefined;
  const known: { host?: string; port?: number; security?: string; username?: string } = {};
  const ways: string[] = [];
  // Known names count at any depth.
  for (const child of descendants(node)) {
    const name = nameOf(child);
    if (name === 'hostname') known.host = host(filled(textOf(child), person));
    if (name === 'port') known.port = port(textOf(child));
    if (name === 'socketType') known.security = security(textOf(child));
    if (name === 'username') known.username = filled(textOf(child), person);
    if (name === 'authentication') ways.push(...[WAYS[textOf(child)]].filter((each) => each !== undefined));
  }
  const { host: name, port: number, security: word, username } = known;
  if (name === undefined || number === undefined || word === undefined || username === undefined || ways.length === 0)
    throw new Refused('something is missing');
  if (name !== name.trim()) throw new Stops('white space around the host');
  if (number === 0) throw new Stops('port 0');
  return { host: name, port: number, security: word, ways, username };
}

const WAYS: Readonly<Record<string, string>> = {
  OAuth2: 'XOAUTH2',
  'password-cleartext': 'PLAIN',
  'password-encrypted': 'CRAM_MD5',
};
const SECURITY: Readonly<Record<string, string>> = { SSL: 'SSL_TLS_REQUIRED', STARTTLS: 'STARTTLS_REQUIRED' };

/** OAuth 2.0 of another host is taken out, and then the first way counts. */
function usable({ host, port, security, ways, username }: Server, { builtIn }: Person): ReadServer | undefined {
  const authentication = ways.find((way) => way !== 'XOAUTH2' || builtIn(host.toLowerCase()));
  return authentication === undefined ? undefined : { type: '', host, port, security, authentication, username };
}

function security(text: string): string {
  const word = SECURITY[text];
  if (word === undefined) throw new Refused(`socketType ${text}`);
  return word;
}

function port(text: string): number {
  // Digits of every script.
  const number = /^[+-]?\p{Nd}+$/u.test(text) ? Number(text.replace(/\p{Nd}/gu, digit)) : Number.NaN;
  if (!(number >= 0 && number <= 65_535)) throw new Refused(`port ${text}`);
  return number;
}

/** Each script has its digits in a row from nought. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function host(text: string): string {
  if (!isHost(text)) throw new Refused(`hostname ${text}`);
  return text;
}

function isHost(text: string): boolean {
  const cleaned = text.trim();
  if (/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(cleaned)) return true;
  try {
    return hostName(cleaned) === cleaned;
  } catch {
    return false;
  }
}

/** One after the other, each in the result of the last. */
function filled(text: string, { address }: Person): string {
  const at = address.lastIndexOf('@');
  return text
    .replaceAll('%EMAILDOMAIN%', () => address.slice(at + 1).toLowerCase())
    .replaceAll('%EMAILLOCALPART%', () => address.slice(0, at))
    .replaceAll('%EMAILADDRESS%', () => address);
}

function textOf(node: Node): string {
  return childrenOf(node)
    .map((child) => {
      const text = child['#text'];
      if (typeof text !== 'string') throw new Refused('an element in a value');
      return text;
    })
    .join('');
}

function* descendants(node: Node): Generator<Node> {
  for (const child of childrenOf(node)) {
    if (nameOf(child) === '#text') continue;
    yield child;
    yield* descendants(child);
  }
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function childrenOf(node: Node): readonly Node[] {
  const children = node[nameOf(node)];
  // As fast-xml-parser gives an element in this mode.
  return Array.isArray(children) ? (children as Node[]) : [];
}

function attribute(node: Node, name: string): string | undefined {
  const value = (node[':@'] as Node | undefined)?.[`@_${name}`];
  return typeof value === 'string' ? value : undefined;
}
