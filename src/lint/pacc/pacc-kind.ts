import { defineKind } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { type PaccFacts, paccFacts, paccRules } from './pacc-rules.ts';
import { paccWords } from './words.ts';

const rules: readonly Rule<PaccFacts>[] = defineRules('pacc', paccWords, paccRules);

/** Judges documents of PACC (draft-ietf-mailmaint-pacc). */
export const paccKind = defineKind({
  id: 'pacc',
  read: paccFacts,
  text: ({ content }: PaccFacts) => content.text ?? '',
  says: ({ pacc }) => ({
    addressHosts: (pacc?.protocols ?? []).flatMap(({ host, at }) =>
      typeof host?.value === 'string' ? [{ name: host.value, at }] : [],
    ),
  }),
  rules,
});
