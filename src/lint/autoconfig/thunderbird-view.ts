import { issuerOf } from '../../clients/thunderbird/oauth2-hosts.ts';
import type { ClientConfigFile, ConfigServer } from '../../read/client-config-file.ts';
import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { isHostName, isIpAddress } from './config-hosts.ts';
import { type JxonValue, jxonParsed, jxonValue } from './jxon.ts';
import { hasOpenPrefix } from './xml-prefixes.ts';

/**
 * What Thunderbird makes of a clientConfig (153: readFromXML.sys.mjs, JXON.sys.mjs, InputSanitizer.sys.mjs, AccountConfig.sys.mjs). Logins and hosts have their
 * placeholders, which it replaces in the servers that are shown here. Held against the program by test/system/thunderbird/lint-views.test.ts. Versions
 * before know no `ews`, and fewer hosts for OAuth 2.0: the table is theirs.
 */
export function thunderbirdView({ xml, config }: ConfigFacts): View | undefined {
  // Its parser knows what a document type declares, and bounds of its own.
  if (xml.kind === 'fault') return xml.what === 'doctype' ? undefined : REFUSED;
  const [provider] = config?.providers ?? [];
  if (config?.root.name !== 'clientConfig' || provider === undefined || hasOpenPrefix(config.root)) return REFUSED;
  if (hostOf(attributeValue(provider, 'id')) === undefined) return REFUSED;
  if (!childrenNamed(provider, 'domain').some((domain) => hostOf(jxonValue(domain)) !== undefined)) return REFUSED;
  const skipped: number[] = [];
  const taken: Partial<Record<ConfigServer['direction'], Taken>> = {};
  for (const { server, viewed } of serversRead(config)) {
    if (viewed === undefined) skipped.push(server.number);
    else taken[server.direction] ??= { element: server.element, viewed };
  }
  const { incoming, outgoing } = taken;
  if (incoming === undefined || outgoing === undefined) return REFUSED;
  // Of Exchange (`ews`) it needs the URL alone.
  const exchange = incoming.viewed.protocol === 'ews' && childrenNamed(incoming.element, 'url').length > 0;
  const complete = exchange || (isComplete(incoming) && (isComplete(outgoing) || prefersOwn(outgoing)));
  return { outcome: complete ? 'takes' : 'asks', incoming: incoming.viewed, outgoing: outgoing.viewed, skipped };
}

interface Taken {
  readonly element: XmlElement;
  readonly viewed: ViewedServer;
}

function isComplete({ viewed: { port, login } }: Taken): boolean {
  return port !== undefined && login !== undefined;
}

/** The server for sending that the person has already is to be used. */
function prefersOwn({ element }: Taken): boolean {
  const [own] = childrenNamed(element, 'useGlobalPreferredServer');
  return own !== undefined && jxonValue(own) === true;
}

const REFUSED: View = { outcome: 'refuses' };

/** The servers that it leaves out, by their number, also where it then refuses the file. */
export function skippedByThunderbird({ config }: ConfigFacts): number[] {
  if (config === undefined) return [];
  return serversRead(config).flatMap(({ server, viewed }) => (viewed === undefined ? [server.number] : []));
}

interface ReadServer {
  readonly server: ConfigServer;
  readonly viewed: ViewedServer | undefined;
}

/** Rules ask for them, and whoever wants the view. */
const known = new WeakMap<ClientConfigFile, readonly ReadServer[]>();

function serversRead(config: ClientConfigFile): readonly ReadServer[] {
  const read = known.get(config) ?? config.servers.map((server) => ({ server, viewed: readServer(server) }));
  known.set(config, read);
  return read;
}

/** A server, or `undefined` where anything about it is an error for Thunderbird. */
function readServer({ element, direction, children }: ConfigServer): ViewedServer | undefined {
  const protocol = String(attributeValue(element, 'type'));
  if (!types[direction].includes(protocol)) return undefined;
  const value = (name: string) => {
    const first = children.get(name);
    return first === undefined ? undefined : jxonValue(first);
  };
  const [named, number, url] = [value('hostname'), value('port'), direction === 'incoming' ? value('url') : undefined];
  const ownHost = hostOf(named);
  const port = portOf(number);
  // An outgoing server has to have both; an incoming one may lack them, but not have wrong ones.
  if ((named !== undefined || direction === 'outgoing') && ownHost === undefined) return undefined;
  if ((number !== undefined || direction === 'outgoing') && port === undefined) return undefined;
  const place = url === undefined ? undefined : placeOf(String(url));
  const host = place?.host ?? ownHost;
  const socket = childrenNamed(element, 'socketType')
    .map((each) => sockets[String(jxonValue(each))])
    .find((each) => each !== undefined);
  const security = socket ?? place?.security;
  if (host === undefined || security === undefined) return undefined;
  const authentication = childrenNamed(element, 'authentication')
    .map((each) => methods[direction][String(jxonValue(each))])
    .find((each) => each !== undefined && (each !== 'oauth2' || signsIn(host, protocol)));
  if (authentication === undefined) return undefined;
  const login = value('username');
  // Where a password is to be sent, a user name that is not there becomes the text “undefined”.
  const needed = direction === 'incoming' || authentication === 'password' || authentication === 'cram-md5';
  return {
    protocol,
    host,
    port,
    security,
    authentication,
    login: login === undefined && !needed ? undefined : String(login),
  };
}

/** Of Exchange it skips `graph`, unless a preference says otherwise. */
const types: Readonly<Record<ConfigServer['direction'], readonly string[]>> = {
  incoming: ['pop3', 'imap', 'nntp', 'exchange', 'ews', 'owa'],
  outgoing: ['smtp'],
};

const sockets: Readonly<Record<string, ViewedServer['security']>> = own({
  plain: 'none',
  SSL: 'tls',
  STARTTLS: 'starttls',
});

const passwords = {
  'password-cleartext': 'password',
  plain: 'password',
  'password-encrypted': 'cram-md5',
  secure: 'cram-md5',
  GSSAPI: 'gssapi',
  NTLM: 'ntlm',
  OAuth2: 'oauth2',
};
const methods: Readonly<Record<ConfigServer['direction'], Readonly<Record<string, string>>>> = {
  incoming: own(passwords),
  outgoing: own({ ...passwords, none: 'none', 'client-IP-address': 'none', 'smtp-after-pop': 'none' }),
};

/** A table that has these keys and no others, whatever text is looked up. */
function own<Value>(table: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null), table) as Readonly<Record<string, Value>>;
}

/** Its table names, for mail, hosts; of Exchange, Microsoft alone. */
function signsIn(host: string, protocol: string): boolean {
  const issuer = issuerOf({ host });
  if (protocol === 'ews' || protocol === 'exchange') return issuer === 'microsoft';
  return issuer !== undefined && protocol !== 'owa' && protocol !== 'nntp';
}

/** `InputSanitizer.hostname()`: without white space around, in lower case unless it has a placeholder. */
function hostOf(value: JxonValue | undefined): string | undefined {
  // As JavaScript sees it: an empty text, 0, false and NaN are nothing.
  if (!value) return undefined;
  const text = String(value).trim();
  if (/^[a-zA-Z\d.-]*(?:%[A-Z\d]+%[a-zA-Z\d.-]*)+$/.test(text)) return text;
  return isHostName(text) || isIpAddress(text) ? text.toLowerCase() : undefined;
}

/** `InputSanitizer.integerRange()`: what begins with a number is one. */
function portOf(value: JxonValue | undefined): number | undefined {
  const number = typeof value === 'number' ? Math.trunc(value) : Number.parseInt(String(value), 10);
  return number >= 1 && number <= 65_535 ? number : undefined;
}

/** A URL in the place of host and socketType. With a port in it, its host is none. */
function placeOf(url: string): { readonly host: string; readonly security: ViewedServer['security'] } | undefined {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return undefined;
  const { host, protocol } = new URL(url);
  const name = hostOf(host);
  return name === undefined ? undefined : { host: name, security: protocol === 'https:' ? 'tls' : 'none' };
}

function attributeValue({ attributes }: XmlElement, name: string): JxonValue | undefined {
  const text = attributes[name];
  // An attribute goes through the same reading as a text.
  return text === undefined ? undefined : jxonParsed(text);
}
