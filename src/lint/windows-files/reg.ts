import { registryAccounts, registryValue } from '../../read/outlook-accounts.ts';
import { type FileSays, personSaid } from '../common/file-says.ts';
import { defineKind } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { type RegFacts, regFacts } from './reg-facts.ts';
import { regFileRules } from './reg-file-rules.ts';
import { regOutlookRules } from './reg-outlook-rules.ts';
import { registryTogether } from './reg-together.ts';
import { regWords } from './reg-words.ts';

const rules: readonly Rule<RegFacts>[] = defineRules('reg', regWords, { ...regFileRules, ...regOutlookRules });

/** Judges registry files (`.reg`). */
export const regKind = defineKind({
  id: 'reg',
  read: regFacts,
  text: ({ content }: RegFacts) => content.text ?? '',
  says: saysOf,
  across: registryTogether,
  rules,
});

function saysOf({ file, domains }: RegFacts): FileSays {
  return {
    namedDomains: domains.filter(({ kind }) => kind !== 'deleted'),
    people: registryAccounts(file).flatMap((account) => {
      const text = (...names: readonly string[]) => registryValue(account, ...names)?.text;
      const login = registryValue(account, 'IMAP User', 'IMAP User Name', 'POP3 User', 'POP3 User Name');
      const host = text('IMAP Server', 'POP3 Server');
      return personSaid(text('Email', 'SMTP Email Address'), login?.text, host, login?.entry.at);
    }),
  };
}
