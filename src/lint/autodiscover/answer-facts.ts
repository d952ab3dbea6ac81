import type { MailProtocol } from '../../model/ports.ts';
import {
  type AutodiscoverFile,
  type AutodiscoverProtocol,
  autodiscoverOf,
  childNamed,
  childText,
} from '../../read/autodiscover-file.ts';
import type { Content } from '../../read/content.ts';
import { readXmlTree, type XmlDocument, type XmlFault } from '../../read/xml-tree.ts';

/** What the rules of an Autodiscover answer look at. */
export interface AnswerFacts {
  readonly content: Content;
  readonly xml: XmlDocument | XmlFault;
  /** `undefined`: the XML cannot be read, and one rule says why. */
  readonly answer: AutodiscoverFile | undefined;
}

export function answerFacts(content: Content): AnswerFacts {
  const xml = readXmlTree(content.text ?? '');
  return { content, xml, answer: xml.kind === 'document' ? autodiscoverOf(xml.root) : undefined };
}

/** The types of blocks for mail, and what they speak. */
export const protocols = { IMAP: 'imap', POP3: 'pop3', SMTP: 'smtp' } as const satisfies Record<string, MailProtocol>;

export interface MailBlock extends AutodiscoverProtocol {
  readonly mail: keyof typeof protocols;
  readonly value: (name: string) => string | undefined;
  /** Where a child stands; where it is missing, the block. */
  readonly place: (name: string) => { readonly at: number; readonly field: string };
}

/** The blocks for mail. Those of Exchange, of web pages and of calendars have rules of their own. */
export function* mailBlocks({ answer }: AnswerFacts): Generator<MailBlock> {
  for (const protocol of answer?.protocols ?? []) {
    const type = protocol.type.toUpperCase();
    const mail = type === 'POP' ? 'POP3' : type;
    if (mail !== 'IMAP' && mail !== 'POP3' && mail !== 'SMTP') continue;
    const { element } = protocol;
    yield {
      ...protocol,
      mail,
      value: (name) => childText(element, name),
      place: (name) => ({ at: childNamed(element, name)?.at ?? element.at, field: name }),
    };
  }
}
