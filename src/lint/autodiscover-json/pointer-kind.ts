import { defineKind } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { type PointerFacts, pointerFacts, pointerRules } from './pointer-rules.ts';
import { pointerWords } from './words.ts';

const rules: readonly Rule<PointerFacts>[] = defineRules('autodiscover', pointerWords, pointerRules);

/** Judges the answers of Autodiscover v2 (`autodiscover.json`). */
export const pointerKind = defineKind({
  id: 'autodiscover-v2',
  read: pointerFacts,
  text: ({ content }: PointerFacts) => content.text ?? '',
  rules,
});
