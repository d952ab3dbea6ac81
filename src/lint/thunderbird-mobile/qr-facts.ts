import type { Content } from '../../read/content.ts';
import type { JsonDocument, JsonFault } from '../../read/json-tree.ts';
import type { QrPayload, QrServer, QrValue } from '../../read/qr-payload.ts';
import type { QrPicture } from '../../read/qr-picture.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { Protocol } from './android-mail.ts';
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
}

/** Some of the rules of account codes, with the texts that are theirs. */
export type QrRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<QrFacts, (typeof en)[N]> };

/** The servers, each with its protocol where the app knows it. */
export function* serversIn({ payload }: QrFacts): Generator<QrServer & { readonly speaks: Protocol | undefined }> {
  for (const { incoming, groups } of payload?.accounts ?? [])
    for (const server of [incoming, ...groups.map(({ outgoing }) => outgoing)]) {
      const known: readonly Protocol[] = server.direction === 'incoming' ? ['imap', 'pop3'] : ['smtp'];
      yield { ...server, speaks: known[server.protocol?.value ?? -1] };
    }
}

/** All texts of the code. */
export function* textsIn(facts: QrFacts): Generator<QrValue<string>> {
  for (const { host, login, accountName, password } of serversIn(facts))
    yield* [host, login, accountName, password].filter((each) => each !== undefined);
  for (const { groups } of facts.payload?.accounts ?? [])
    for (const { identities } of groups)
      for (const { email, name } of identities) yield* [email, name].filter((each) => each !== undefined);
}
