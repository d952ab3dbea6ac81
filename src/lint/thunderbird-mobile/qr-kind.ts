import type { Content } from '../../read/content.ts';
import { readJsonTree } from '../../read/json-tree.ts';
import { isMarkup, isPng } from '../../read/png.ts';
import { qrPayloadOf } from '../../read/qr-payload.ts';
import { personSaid } from '../common/file-says.ts';
import { defineKind, type View } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { importView, methodsOfModel, securitiesOfModel } from './import-view.ts';
import { qrCodeRules } from './qr-code-rules.ts';
import { type QrFacts, serversAndTexts } from './qr-facts.ts';
import { qrValueRules } from './qr-value-rules.ts';
import { qrWords } from './qr-words.ts';

const rules: readonly Rule<QrFacts>[] = defineRules('qr', qrWords, { ...qrCodeRules, ...qrValueRules });

/** Judges account codes of Thunderbird: the text, or a picture of it. */
export const qrKind = defineKind<QrFacts>({
  id: 'qr',
  async read(content) {
    const picture = await pictureOf(content);
    const text = picture === undefined ? (content.text ?? '') : picture.kind === 'text' ? picture.text : '';
    const json = text.trimStart().startsWith('[') ? readJsonTree(text) : undefined;
    const payload = json?.kind === 'document' ? qrPayloadOf(json.root) : undefined;
    return { content, picture, text, json, payload, ...serversAndTexts(payload) };
  },
  text: ({ text }) => text,
  says: ({ payload }) => ({
    people: (payload?.accounts ?? []).flatMap(({ incoming: { host, login }, groups }) => {
      const email = groups[0]?.identities[0]?.email;
      return personSaid(email?.value, login?.value, host?.value, login?.at);
    }),
  }),
  rules,
  views: { 'thunderbird-android': viewOf },
});

/** Who judges texts needs no reader of pictures. */
async function pictureOf({ bytes, text = '' }: Content): Promise<QrFacts['picture']> {
  if (!isPng(bytes) && !isMarkup(text)) return undefined;
  const { readQrPicture } = await import('../../read/qr-picture.ts');
  return readQrPicture(bytes, text);
}

/** The first account. */
function viewOf(facts: QrFacts): View | undefined {
  const servers = facts.servers.map(({ direction, speaks = '', host, port, security, authentication, login }) => ({
    direction,
    server: {
      protocol: speaks,
      host: host?.value ?? '',
      port: port?.value,
      security: securitiesOfModel[security?.value ?? ''] ?? 'tls',
      authentication: methodsOfModel[authentication?.value ?? ''],
      login: login?.value,
    },
  }));
  return importView(rules, facts, servers);
}
