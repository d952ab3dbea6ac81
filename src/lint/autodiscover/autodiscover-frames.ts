const OUTER = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006';
const INNER = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';

const block = (type: string, host: string, port: number) => `        <Type>${type}</Type>
        <Server>${host}</Server>
        <Port>${port}</Port>
        <LoginName>ada@login.example</LoginName>
        <DomainRequired>off</DomainRequired>
        <SPA>off</SPA>
        <SSL>on</SSL>
        <Encryption>SSL</Encryption>
        <AuthRequired>on</AuthRequired>`;

const IMAP = block('IMAP', 'imap.example.org', 993);
const SMTP = block('SMTP', 'smtp.example.org', 465);

interface Parts {
  readonly before?: string;
  readonly root?: string;
  readonly response?: string;
  readonly head?: string;
  readonly blocks?: string;
  readonly first?: string;
}

/** An answer of which no rule says anything, with one part of it in the place of ours: what samples of rules are made of. */
function answerOf(parts: Parts): string {
  const {
    before = '<?xml version="1.0" encoding="utf-8"?>',
    root = `<Autodiscover xmlns="${OUTER}">`,
    response = `<Response xmlns="${INNER}">`,
    head = '<AccountType>email</AccountType>\n      <Action>settings</Action>',
    first = '',
    blocks = `      <Protocol>\n${IMAP}\n      </Protocol>\n      <Protocol>\n${SMTP}\n      </Protocol>`,
  } = parts;
  return `${before}
${root}
  ${response}
    <Account>
${first}      ${head}
${blocks}
    </Account>
  </Response>
</Autodiscover>
`;
}

/** The lines without those of which the fragment has the element or names it with `-`, and then the fragment. */
function replaced(lines: string, fragment: string): string {
  const names = new Set(Array.from(fragment.matchAll(/<(\w+)|^-(\w+)/gm), ([, there, gone]) => there ?? gone));
  const kept = lines.split('\n').filter((line) => !names.has(/<(\w+)/.exec(line)?.[1]));
  const own = fragment.split('\n').filter((line) => line !== '' && !line.startsWith('-'));
  return [...kept, ...own.map((line) => `        ${line}`)].join('\n');
}

const blocksWith = (imap: string, smtp: string, more = '') =>
  `      <Protocol>\n${replaced(IMAP, imap)}\n      </Protocol>\n      <Protocol>\n${replaced(SMTP, smtp)}\n      </Protocol>${more}`;

/** Frames, by what the fragment stands for. */
export const answerFrames = {
  whole: (fragment: string) => fragment,
  before: (before: string) => answerOf({ before }),
  root: (root: string) => answerOf({ root }),
  response: (response: string) => answerOf({ response }),
  /** What stands before the first block. */
  head: (head: string) => answerOf({ head }),
  /** In the place of the element of the same name of the IMAP block, of the SMTP block. */
  imap: (fragment: string) => answerOf({ blocks: blocksWith(fragment, '') }),
  smtp: (fragment: string) => answerOf({ blocks: blocksWith('', fragment) }),
  /** The type of a third block. */
  third: (type: string) =>
    answerOf({
      blocks: blocksWith('', '', `\n      <Protocol>\n${block(type, 'mail.example.org', 995)}\n      </Protocol>`),
    }),
  /** What stands in the account before everything else. */
  first: (fragment: string) => answerOf({ first: `      ${fragment}\n` }),
} as const;

export const goodAnswer = answerOf({});
