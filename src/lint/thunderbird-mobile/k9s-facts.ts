import type { Content } from '../../read/content.ts';
import { type K9sAccount, type K9sServer, type K9sSettings, k9sValue } from '../../read/k9s-settings.ts';
import type { XmlDocument, XmlFault } from '../../read/xml-tree.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { Protocol } from './android-mail.ts';
import type { en } from './k9s-words.en.ts';

/** What the rules of settings files look at. */
export interface K9sFacts {
  readonly content: Content;
  readonly xml: XmlDocument | XmlFault;
  /** `undefined`: the XML cannot be read, and one rule says why. */
  readonly settings: K9sSettings | undefined;
}

/** Some of the rules of settings files, with the texts that are theirs. */
export type K9sRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<K9sFacts, (typeof en)[N]> };

/** The version of the content; `undefined` where the app reads none. */
export function versionOf({ settings }: K9sFacts): number | undefined {
  const version = settings?.root.attributes.version ?? '';
  return /^\+?0*[1-9]\d{0,8}$/.test(version) ? Number(version) : undefined;
}

export function accountsOf({ settings }: K9sFacts): readonly K9sAccount[] {
  return settings?.accounts ?? [];
}

/** A server with what stands in it. */
export interface K9sServerFacts extends K9sServer {
  readonly account: K9sAccount;
  /** What it is called in messages: its element. */
  readonly name: string;
  /** Undefined where the type is none that the app can use. */
  readonly protocol: Protocol | undefined;
  readonly host: string;
  /** -1 where the app reads none. */
  readonly port: number;
  readonly security: string | undefined;
  readonly authentication: string | undefined;
  readonly login: string;
  /** Offset of a value, or of the server. */
  readonly at: (name: string) => number;
}

export function* serversOf(facts: K9sFacts): Generator<K9sServerFacts> {
  for (const account of accountsOf(facts))
    for (const server of account.servers) {
      const { element, direction, type = '' } = server;
      const text = (name: string) => k9sValue(element, name)?.text;
      yield {
        ...server,
        account,
        name: element.name,
        protocol: protocols[direction].find((each) => each === type.toLowerCase()),
        host: text('host') ?? '',
        port: portOf(text('port') ?? ''),
        security: text('connection-security'),
        authentication: text('authentication-type'),
        login: text('username') ?? '',
        at: (name) => k9sValue(element, name)?.at ?? element.at,
      };
    }
}

const protocols = { incoming: ['imap', 'pop3'], outgoing: ['smtp'] } as const satisfies Record<string, Protocol[]>;

function portOf(given: string): number {
  // The app reads digits of other scripts too (seen when its code was run).
  const text = given.normalize('NFKC');
  const port = /^\+?\d{1,9}$/.test(text) ? Number(text) : -1;
  return port >= 1 && port <= 65_535 ? port : -1;
}
