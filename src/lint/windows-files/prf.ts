import { readPrf } from '../../read/prf-file.ts';
import { personSaid } from '../common/file-says.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { prfAccountRules } from './prf-account-rules.ts';
import { type PrfFacts, prfFacts } from './prf-facts.ts';
import { prfFileRules } from './prf-file-rules.ts';
import { prfWords } from './prf-words.ts';

/** Judges profile files of Outlook (`.prf`). */
export const prfKind = defineKind<PrfFacts>({
  id: 'prf',
  read: (content) => prfFacts(content, readPrf(content.text ?? '')),
  text: ({ content }) => content.text ?? '',
  says: ({ mailboxes }) => ({
    people: mailboxes.flatMap(({ value, place, prefix }) =>
      personSaid(
        value('EmailAddress'),
        value(`${prefix}UserName`),
        value(`${prefix}Server`),
        place(`${prefix}UserName`),
      ),
    ),
  }),
  rules: defineRules('prf', prfWords, { ...prfFileRules, ...prfAccountRules }),
});
