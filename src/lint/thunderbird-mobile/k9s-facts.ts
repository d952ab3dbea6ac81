import type { MailProtocol } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import { type K9sAccount, type K9sServer, type K9sSettings, k9sSettingsOf } from '../../read/k9s-settings.ts';
import { readXmlTree, type XmlDocument, type XmlFault } from '../../read/xml-tree.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './k9s-words.en.ts';

/** What the rules of settings files look at. */
export interface K9sFacts {
  readonly content: Content;
  readonly xml: XmlDocument | XmlFault;
  /** `undefined`: the XML cannot be read, and one rule says why. */
  readonly settings: K9sSettings | undefined;
  /** The version of the content; `undefined` where the app reads none. */
  readonly version: number | undefined;
  readonly accounts: readonly K9sAccount[];
  readonly servers: readonly K9sServerFacts[];
}

/** Some of the rules of settings files, with the texts that are theirs. */
export type K9sRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<K9sFacts, (typeof en)[N]> };

/** Worked out once, for all rules look at it. */
export function k9sFacts(content: Content): K9sFacts {
  const xml = readXmlTree(content.text ?? '');
  const settings = xml.kind === 'document' ? k9sSettingsOf(xml.root) : undefined;
  const accounts = settings?.accounts ?? [];
  const version = settings?.root.attributes.version ?? '';
  return {
    content,
    xml,
    settings,
    version: /^\+?0*[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined,
    accounts,
    servers: accounts.flatMap((account) => account.servers.map((server) => factsOf(account, server))),
  };
}

/** A server with what stands in it. */
export interface K9sServerFacts extends K9sServer {
  readonly account: K9sAccount;
  /** What it is called in messages: its element. */
  readonly name: string;
  /** Undefined where the type is none that the app can use. */
  readonly protocol: MailProtocol | undefined;
  readonly host: string;
  /** -1 where the app reads none. */
  readonly port: number;
  readonly security: string | undefined;
  readonly authentication: string | undefined;
  readonly login: string;
  /** Offset of a value, or of the server. */
  readonly at: (name: string) => number;
}

function factsOf(account: K9sAccount, server: K9sServer): K9sServerFacts {
  const { element, direction, type = '' } = server;
  const byName = new Map(element.children.toReversed().map((child) => [child.name, child]));
  const text = (name: string) => byName.get(name)?.text;
  return {
    ...server,
    account,
    name: element.name,
    protocol: protocols[direction].find((each) => each === type.toLowerCase()),
    host: text('host') ?? '',
    port: portOf(text('port') ?? ''),
    security: text('connection-security'),
    authentication: text('authentication-type'),
    login: text('username') ?? '',
    at: (name) => byName.get(name)?.at ?? element.at,
  };
}

const protocols = { incoming: ['imap', 'pop3'], outgoing: ['smtp'] } as const satisfies Record<string, MailProtocol[]>;

function portOf(given: string): number {
  // The app reads digits of other scripts too (seen when its code was run).
  const text = given.normalize('NFKC');
  const port = /^\+?\d{1,9}$/.test(text) ? Number(text) : -1;
  return port >= 1 && port <= 65_535 ? port : -1;
}
