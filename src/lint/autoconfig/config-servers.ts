import type { MailProtocol } from '../../model/ports.ts';
import { type ClientConfigFile, type ConfigServer, childOf } from '../../read/client-config-file.ts';
import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { Party } from '../parties.ts';
import type { ConfigFacts } from './config-facts.ts';

export const mailTypes = ['imap', 'pop3', 'smtp'] as const satisfies readonly MailProtocol[];
export type MailType = MailProtocol;

/** A server for mail, with its text as `textOf` gives it, and its ways to sign in. */
export interface ConfigMailServer extends ConfigServer {
  readonly type: MailType;
  /** In their order, without white space around. */
  readonly methods: readonly string[];
}

/** The servers for mail: IMAP and POP3 to receive, SMTP to send. */
export function mailServers({ config }: Pick<ConfigFacts, 'config'>): readonly ConfigMailServer[] {
  if (config === undefined) return [];
  const found =
    known.get(config) ??
    config.servers.flatMap((server) =>
      isMail(server) ? [{ ...server, type: server.type, methods: methodsOf(server) }] : [],
    );
  known.set(config, found);
  return found;
}

/** Nearly every rule asks for them. */
const known = new WeakMap<ClientConfigFile, readonly ConfigMailServer[]>();

export function isMail<Server extends ConfigServer>(server: Server): server is Server & { readonly type: MailType } {
  return server.direction === 'outgoing' ? server.type === 'smtp' : server.type === 'imap' || server.type === 'pop3';
}

function methodsOf({ element }: ConfigServer): string[] {
  return childrenNamed(element, 'authentication').map(({ text }) => text.trim());
}

/** The servers of each protocol that has any, in the order of the file. */
export function byProtocol(facts: ConfigFacts): (readonly [ConfigMailServer, ...ConfigMailServer[]])[] {
  const servers = mailServers(facts);
  return mailTypes.flatMap((type) => {
    const [first, ...more] = servers.filter((server) => server.type === type);
    return first === undefined ? [] : [[first, ...more] as const];
  });
}

/** How well a connection is protected; higher is better. What no client knows is nothing. */
export function protection(socket: string | undefined): number {
  return ['plain', 'STARTTLS', 'SSL'].indexOf(socket ?? '');
}

/** Where a finding about a child stands: at the child, or at the server that lacks it; and what all texts about a server show. */
export function inServer(server: ConfigServer, field: string, child: XmlElement | undefined = childOf(server, field)) {
  return { at: (child ?? server.element).at, field, number: server.number, type: server.type, ...sparing(server) };
}

/** Thunderbird for Android passes over every server that is not for IMAP or SMTP, whatever is in it (RealAutoconfigParser.kt). */
function sparing({ direction, type }: ConfigServer): { readonly spares?: readonly Party[] } {
  return type === (direction === 'incoming' ? 'imap' : 'smtp') ? {} : { spares: ['thunderbird-android'] };
}

/** Children of a server that have one value each. */
export const serverValues = ['hostname', 'port', 'socketType', 'username'] as const;

/** An element whose text clients use as it stands: one of the provider, or one of a server. */
export interface ValueElement {
  readonly element: XmlElement;
  readonly server: ConfigServer | undefined;
}

export function valueElements({ config }: ConfigFacts): readonly ValueElement[] {
  if (config === undefined) return [];
  const found = knownValues.get(config) ?? valuesIn(config);
  knownValues.set(config, found);
  return found;
}

const knownValues = new WeakMap<ClientConfigFile, readonly ValueElement[]>();

function valuesIn({ providers: [provider], servers }: ClientConfigFile): ValueElement[] {
  const found: ValueElement[] = [];
  for (const element of provider?.children ?? [])
    if (ofProvider.includes(element.name)) found.push({ element, server: undefined });
  for (const server of servers)
    for (const element of server.element.children) if (ofServer.includes(element.name)) found.push({ element, server });
  return found;
}

/** What every text about a value shows. */
export function valueShown({ element: { at, name }, server }: ValueElement) {
  const place = { at, field: name, name };
  return server === undefined ? place : { ...place, number: server.number, ...sparing(server) };
}

const ofProvider: readonly string[] = ['domain', 'displayName', 'displayShortName'];
const ofServer: readonly string[] = [...serverValues, 'authentication'];
