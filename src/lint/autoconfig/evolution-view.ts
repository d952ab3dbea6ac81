import { issuerOf } from '../../clients/evolution/oauth2-hosts.ts';
import type { XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { type MailType, mailTypes } from './config-servers.ts';

/**
 * What Evolution's assistant makes of a clientConfig (e-mail-autoconfig.c, which reads by GMarkup of GLib): one place for each of IMAP, POP3 and SMTP, filled value by
 * value in the order of the file, so that the last server of a protocol counts. The root and the provider are not looked at.
 */
export function evolutionView({ content, xml }: ConfigFacts): View | undefined {
  if (content.marked || content.encoding !== 'utf-8') return REFUSED;
  if (xml.kind === 'fault') return isLoose(xml) ? undefined : REFUSED;
  const servers = serversBelow(xml.root);
  // It wants this attribute, and no other.
  if (servers.some(({ attributes }) => attributes.type === undefined || Object.keys(attributes).length > 1))
    return REFUSED;
  const places: Partial<Record<MailType, Place>> = {};
  const last: Partial<Record<MailType, number>> = {};
  for (const [index, element] of servers.entries()) {
    const type = mailTypes.find((each) => each === element.attributes.type);
    if (type === undefined) continue;
    places[type] ??= {};
    fill(places[type], element);
    last[type] = index + 1;
  }
  const protocol = last.imap === undefined ? 'pop3' : 'imap';
  const [incoming, outgoing] = [viewed(protocol, places[protocol]), viewed('smtp', places.smtp)];
  if (incoming === undefined && outgoing === undefined) return REFUSED;
  const complete = [incoming, outgoing].every((server) => server?.host && server.port !== undefined && server.login);
  const used = [last[protocol], last.smtp];
  const skipped = servers.map((_, index) => index + 1).filter((number) => !used.includes(number));
  return { outcome: complete ? 'takes' : 'asks', incoming, outgoing, skipped };
}

const REFUSED: View = { outcome: 'refuses' };

/** GMarkup takes some of what XML does not allow, and knows nothing of a document type: what it then reads is not for us to say. */
function isLoose({ what, detail }: { readonly what: string; readonly detail: string }): boolean {
  if (what !== 'malformed') return what !== 'entity' && what !== 'character';
  return /repeated|declaration|in a comment|CDATA section|in an attribute/.test(detail);
}

/** What is known of a protocol so far. */
interface Place {
  host?: string;
  port?: number;
  login?: string;
  security?: ViewedServer['security'];
  method?: string;
}

function fill(place: Place, element: XmlElement): void {
  for (const child of element.children) {
    // Text comes in the pieces between comments, sections and children, and each counts as a value. Of an empty element nothing comes.
    if (child.runs.length > 1 || child.text !== '') for (const text of child.runs) take(place, child.name, text);
    fill(place, child);
  }
}

function take(place: Place, name: string, text: string): void {
  if (name === 'hostname') place.host = text;
  else if (name === 'username') place.login = text;
  else if (name === 'port') {
    const port = Number.parseInt(text, 10);
    if (port >= 1 && port <= 65_535) place.port = port;
  } else if (name === 'socketType') {
    const security = sockets.get(text);
    if (security !== undefined) place.security = security;
  } else if (name === 'authentication') {
    const method = methods.get(text);
    if (method !== undefined) place.method = method;
  }
}

const sockets: ReadonlyMap<string, ViewedServer['security']> = new Map([
  ['plain', 'none'],
  ['SSL', 'tls'],
  ['STARTTLS', 'starttls'],
]);
const methods: ReadonlyMap<string, string> = new Map([
  ['password-cleartext', 'password'],
  ['plain', 'password'],
  ['password-encrypted', 'cram-md5'],
]);

/** Without a method the sign-in is that of the protocol; SMTP has none. */
function defaultMethod(type: MailType): string | undefined {
  return type === 'smtp' ? undefined : 'password';
}

/** Whatever the file says, it signs in by OAuth 2.0 where it knows the host. Without a socketType nothing is protected. */
function viewed(protocol: MailType, place: Place | undefined): ViewedServer | undefined {
  if (place === undefined || Object.keys(place).length === 0) return undefined;
  const { host = '', port, login, security = 'none', method = defaultMethod(protocol) } = place;
  const authentication = issuerOf({ host: host.toLowerCase(), protocol }) === undefined ? method : 'oauth2';
  return { protocol, host, port, security, authentication, login };
}

function serversBelow(element: XmlElement, found: XmlElement[] = []): XmlElement[] {
  if (element.name === 'incomingServer' || element.name === 'outgoingServer') found.push(element);
  else for (const child of element.children) serversBelow(child, found);
  return found;
}
