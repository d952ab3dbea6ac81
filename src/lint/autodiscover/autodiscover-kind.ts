import { childText } from '../../read/autodiscover-file.ts';
import { personSaid } from '../common/file-says.ts';
import type { View } from '../kind.ts';
import { defineKind } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { type AnswerFacts, answerFacts, mailBlocks } from './answer-facts.ts';
import { answerRules } from './answer-rules.ts';
import { blockRules } from './block-rules.ts';
import { answerWords } from './words.ts';

const rules: readonly Rule<AnswerFacts>[] = defineRules('autodiscover', answerWords, { ...answerRules, ...blockRules });

const refusing = rules.filter(({ hurts }) => hurts.outlook === 'refuses-file');

/** Judges the plain XML answers of Autodiscover ("POX"), as a server gives them or a file on a computer holds them. */
export const autodiscoverKind = defineKind({
  id: 'autodiscover',
  read: answerFacts,
  text: ({ content, xml }: AnswerFacts) =>
    xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n'),
  says: (facts) => {
    const { user } = facts.answer ?? {};
    const address = user && (childText(user, 'AutoDiscoverSMTPAddress') || childText(user, 'EMailAddress'));
    const [block] = [...mailBlocks(facts)].filter(({ mail }) => mail !== 'SMTP');
    return {
      people: personSaid(address, block?.value('LoginName'), block?.value('Server'), block?.place('LoginName').at),
    };
  },
  rules,
  views: { outlook: outlookView },
});

/** What classic Outlook takes from the answer: `Encryption` before `SSL` (MS-OXDSCLI §2.2.4.1.1.2.6.22). That its simplified wizard uses it is reported now so and now not. */
function outlookView(facts: AnswerFacts): View | undefined {
  const blocks = [...mailBlocks(facts)];
  const viewed = (mail: readonly string[]) => {
    const block = blocks.find((each) => mail.includes(each.mail));
    if (block === undefined) return undefined;
    const { value } = block;
    const port = Number(value('Port'));
    const word = value('Encryption') ?? (value('SSL') === 'off' ? 'None' : 'SSL');
    const securities: Readonly<Record<string, 'tls' | 'starttls' | 'none'>> = {
      SSL: 'tls',
      TLS: 'starttls',
      None: 'none',
    };
    return {
      protocol: block.mail.toLowerCase(),
      host: value('Server') ?? '',
      port: Number.isInteger(port) && port > 0 ? port : undefined,
      security: securities[word] ?? 'tls',
      authentication: value('SPA') === 'off' ? 'password' : 'NTLM',
      login: value('LoginName'),
    } as const;
  };
  if (refusing.some((rule) => [...rule.find(facts)].length > 0)) return { outcome: 'refuses' };
  const [incoming, outgoing] = [viewed(['IMAP', 'POP3']), viewed(['SMTP'])];
  if (incoming === undefined && outgoing === undefined) return undefined;
  return { outcome: incoming?.login === undefined ? 'asks' : 'takes', incoming, outgoing };
}
