import type { Content } from '../../read/content.ts';
import { readJsonTree } from '../../read/json-tree.ts';
import { isPng } from '../../read/png.ts';
import { qrPayloadOf } from '../../read/qr-payload.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { qrCodeRules } from './qr-code-rules.ts';
import { type QrFacts, serversAndTexts } from './qr-facts.ts';
import { qrValueRules } from './qr-value-rules.ts';
import { qrWords } from './qr-words.ts';

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
  rules: defineRules('qr', qrWords, { ...qrCodeRules, ...qrValueRules }),
});

/** Who judges texts needs no reader of pictures. */
async function pictureOf({ bytes }: Content): Promise<QrFacts['picture']> {
  return isPng(bytes) ? (await import('../../read/qr-picture.ts')).readQrPicture(bytes) : undefined;
}
