import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { k9sAccountRules } from './k9s-account-rules.ts';
import { type K9sFacts, k9sFacts } from './k9s-facts.ts';
import { k9sFileRules } from './k9s-file-rules.ts';
import { k9sWords } from './k9s-words.ts';

/** Judges settings files of Thunderbird for Android and K-9 Mail (`.k9s`). */
export const k9sKind = defineKind<K9sFacts>({
  id: 'k9s',
  read: k9sFacts,
  text: ({ content, xml }) => (xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n')),
  rules: defineRules('k9s', k9sWords, { ...k9sFileRules, ...k9sAccountRules }),
});
