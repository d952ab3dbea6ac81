import type { MailProtocol } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import type { JsonDocument, JsonFault } from '../../read/json-tree.ts';
import type { QrPayload, QrServer, QrValue } from '../../read/qr-payload.ts';
import type { QrPicture } from '../../read/qr-picture.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './qr-words.en.ts';

/** What the rules of account codes look at. */
export interface QrFacts {
  readonly content: Content;
  /** `undefined`: the file is the text itself. */
  readonly picture: QrPicture | undefined;
  /** `''` where the picture says none. */
  readonly text: string;
  readonly json: JsonDocument | JsonFault | undefined;
  /** `undefined`: the JSON cannot be read, and one rule says why. */
  readonly payload: QrPayload | undefined;
  /** Each with its protocol where the app knows it. */
  readonly servers: readonly QrServerFacts[];
  /** All texts of the code. */
  readonly texts: readonly QrValue<string>[];
}

export interface QrServerFacts extends QrServer {
  readonly speaks: MailProtocol | undefined;
}

/** Some of the rules of account codes, with the texts that are theirs. */
export type QrRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<QrFacts, (typeof en)[N]> };

/** Worked out once, for all rules look at it. */
export function serversAndTexts(payload: QrPayload | undefined): Pick<QrFacts, 'servers' | 'texts'> {
  const accounts = payload?.accounts ?? [];
  const servers = accounts.flatMap(({ incoming, groups }) => [incoming, ...groups.map(({ outgoing }) => outgoing)]);
  const identities = accounts.flatMap(({ groups }) => groups.flatMap((group) => group.identities));
  const texts = [
    ...servers.flatMap(({ host, login, accountName, password }) => [host, login, accountName, password]),
    ...identities.flatMap(({ email, name }) => [email, name]),
  ];
  return { servers: servers.map(withProtocol), texts: texts.filter((each) => each !== undefined) };
}

function withProtocol(server: QrServer): QrServerFacts {
  const known: readonly MailProtocol[] = server.direction === 'incoming' ? ['imap', 'pop3'] : ['smtp'];
  return { ...server, speaks: known[server.protocol?.value ?? -1] };
}
