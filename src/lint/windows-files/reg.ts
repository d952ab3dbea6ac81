import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { type RegFacts, regFacts } from './reg-facts.ts';
import { regFileRules } from './reg-file-rules.ts';
import { regOutlookRules } from './reg-outlook-rules.ts';
import { regWords } from './reg-words.ts';

/** Judges registry files (`.reg`). */
export const regKind = defineKind<RegFacts>({
  id: 'reg',
  read: regFacts,
  text: ({ content }) => content.text ?? '',
  rules: defineRules('reg', regWords, { ...regFileRules, ...regOutlookRules }),
});
