import { portInstead } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import { type MbsyncLine, type MbsyncSection, mbsyncLine, readMbsyncrc } from '../../read/mbsyncrc.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { mbsyncKeywords as keywords, listKeywords, newKeywords } from './mbsync-keywords.ts';
import { unixWords } from './words.ts';

interface MbsyncFacts {
  readonly content: Content;
  readonly sections: readonly MbsyncSection[];
}

/** Names that section headers have in messages. */
const TITLES: Readonly<Record<string, string>> = {
  imapaccount: 'IMAPAccount',
  imapstore: 'IMAPStore',
  maildirstore: 'MaildirStore',
  channel: 'Channel',
  group: 'Group',
};

const lower = ({ keyword }: MbsyncLine) => keyword.toLowerCase();
const firstValue = (section: MbsyncSection, ...names: readonly string[]) =>
  mbsyncLine(section, ...names)?.values[0]?.text;
const isServer = ({ type }: MbsyncSection) => type === 'imapaccount' || type === 'imapstore';
/** Sections that say a server: a store that names an account has that of the account. */
const servers = ({ sections }: MbsyncFacts) =>
  sections.filter((section) => isServer(section) && mbsyncLine(section, 'account') === undefined);
const sides = ['far', 'near', 'master', 'slave'] as const;

/** Lines with their sections; the header of a section has been read as such. */
function* linesOf({ sections }: MbsyncFacts): Generator<{ section: MbsyncSection; line: MbsyncLine }> {
  for (const section of sections)
    for (const line of section.lines) if (line.at !== section.at || section.type === '') yield { section, line };
}

/** `IMAPS`, where old keywords do not say so in another way. */
function securityOf(section: MbsyncSection): 'tls' | 'starttls' | 'none' | undefined {
  const type = firstValue(section, 'ssltype', 'tlstype')?.toLowerCase();
  if (type === undefined) return undefined;
  return ({ imaps: 'tls', starttls: 'starttls', none: 'none' } as const)[type];
}

const base = (changes: Readonly<Record<'account' | 'store' | 'maildir' | 'channel', string>>) =>
  `IMAPAccount ods
${changes.account}

IMAPStore ods-remote
${changes.store}

MaildirStore ods-local
${changes.maildir}

Channel ods
${changes.channel}
`;
const SERVER = 'Host imap.example.org\nPort 993\nUser ada@login.example\nPassCmd "pass mail/ods"\nSSLType IMAPS';
const parts = {
  account: SERVER,
  store: 'Account ods',
  maildir: 'Path ~/Mail/ods/\nInbox ~/Mail/ods/INBOX',
  channel: 'Far :ods-remote:\nNear :ods-local:',
};
const inAccount = (fragment: string) => base({ ...parts, account: replaced(SERVER, fragment) });
const inChannel = (channel: string) => base({ ...parts, channel });
const inMaildir = (maildir: string) => base({ ...parts, maildir });
const inStore = (of: string) => base({ ...parts, store: of });

/** The lines without those that the fragment has too, and then the fragment. */
function replaced(lines: string, fragment: string): string {
  const keys = new Set(fragment.split('\n').map((line) => line.split(' ')[0]));
  return [...lines.split('\n').filter((line) => !keys.has(line.split(' ')[0])), fragment].join('\n');
}

/** Judges configurations of mbsync. */
export const mbsyncrcKind = defineKind<MbsyncFacts>({
  id: 'mbsyncrc',
  read: (content) => ({ content, sections: readMbsyncrc(content.text ?? '') }),
  text: ({ content }) => content.text ?? '',
  rules: defineRules('mbsyncrc', unixWords.mbsyncrc, {
    'blank-line': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source:
        'isync 1.4.4, config.c: an empty line ends a section (“is not a recognized section-starting or global keyword”)',
      bad: `Host imap.example.org\nSSLType IMAPS\nPassCmd "pass mail/ods"\n\nUser ada@login.example`,
      good: `Host imap.example.org\nSSLType IMAPS\nPassCmd "pass mail/ods"\nUser ada@login.example`,
      frame: (fragment) => base({ ...parts, account: fragment }),
      *find({ sections }) {
        let before: MbsyncSection | undefined;
        for (const section of sections) {
          if (section.type !== '') before = section;
          const [line] = section.lines;
          if (section.type !== '' || line === undefined || before === undefined) continue;
          const name = lower(line);
          if (keywords['']?.[name] !== undefined || keywords[before.type]?.[name] === undefined) continue;
          yield {
            at: line.at,
            field: line.keyword,
            keyword: line.keyword,
            section: TITLES[before.type] ?? '',
            name: before.name,
          };
        }
      },
    },
    'unknown-keyword': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4, config.c (“is not recognized in … sections”)',
      bad: 'Hostname imap.example.org',
      good: 'Host imap.example.org',
      frame: inAccount,
      *find(facts) {
        let before = '';
        for (const { section, line } of linesOf(facts)) {
          if (section.type !== '') before = section.type;
          const name = lower(line);
          if (keywords[section.type]?.[name] !== undefined) continue;
          // That is what an empty line does, and another rule says so.
          if (section.type === '' && keywords[before]?.[name] !== undefined) continue;
          yield { at: line.at, field: line.keyword, keyword: line.keyword, section: TITLES[section.type] ?? '' };
        }
      },
    },
    'newer-keyword': {
      severity: 'warning',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4 (“is not recognized in IMAPAccount sections”); NEWS of 1.5',
      bad: 'TLSType IMAPS',
      good: 'SSLType IMAPS',
      frame: inAccount,
      *find(facts) {
        for (const { section, line } of linesOf(facts))
          if (newKeywords.includes(lower(line)) && keywords[section.type]?.[lower(line)] !== undefined)
            yield { at: line.at, field: line.keyword, keyword: line.keyword };
      },
    },
    quotes: {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4, config.c (“missing closing quote”, “unterminated escape sequence”)',
      bad: 'PassCmd "pass mail/ods',
      good: 'PassCmd "pass mail/ods"',
      frame: inAccount,
      *find({ sections }) {
        for (const { lines } of sections)
          for (const line of lines)
            if (line.fault !== undefined) yield { at: line.at, field: line.keyword, keyword: line.keyword };
      },
    },
    'value-missing': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4, config.c (“parameter missing”)',
      bad: 'Host',
      good: 'Host imap.example.org',
      frame: inAccount,
      *find({ sections }) {
        for (const { lines } of sections)
          for (const line of lines)
            if (line.values.length === 0) yield { at: line.at, field: line.keyword, keyword: line.keyword };
      },
    },
    'value-excess': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4, config.c (“excess token”)',
      bad: 'PassCmd pass mail/ods',
      good: 'PassCmd "pass mail/ods"',
      frame: inAccount,
      *find({ sections }) {
        for (const { lines } of sections)
          for (const line of lines)
            if (line.values.length > 1 && line.fault === undefined && !listKeywords.includes(lower(line)))
              yield { at: line.values[1]?.at, field: line.keyword, keyword: line.keyword };
      },
    },
    'bad-value': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4 (“Invalid SSL type”, “invalid boolean value”, “invalid integer value” …)',
      bad: 'SSLType TLS',
      good: 'SSLType IMAPS',
      frame: inAccount,
      *find(facts) {
        for (const { section, line } of linesOf(facts)) {
          const pattern = keywords[section.type]?.[lower(line)];
          const wrong = line.values.find(({ text }) => pattern?.test(text) === false);
          const port = lower(line) === 'port' && Number(line.values[0]?.text) > 65535 ? line.values[0] : undefined;
          const value = wrong ?? port;
          if (value !== undefined)
            yield { at: value.at, field: line.keyword, keyword: line.keyword, value: value.text };
        }
      },
    },
    'host-missing': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4 (“has neither Tunnel nor Host”)',
      bad: 'User ada@login.example\nSSLType IMAPS',
      good: 'Host imap.example.org\nUser ada@login.example\nSSLType IMAPS',
      frame: (fragment) => base({ ...parts, account: fragment }),
      *find(facts) {
        for (const section of servers(facts))
          if (mbsyncLine(section, 'host', 'tunnel') === undefined)
            yield { at: section.at, field: 'Host', section: TITLES[section.type] ?? '', name: section.name };
      },
    },
    'name-unknown': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4 (“unknown IMAP account”, “unknown store”)',
      bad: 'Account work',
      good: 'Account ods',
      frame: inStore,
      *find({ sections }) {
        const [accounts, stores] = [new Set<string>(), new Set<string>()];
        for (const section of sections) {
          if (section.type === 'imapaccount') accounts.add(section.name);
          if (section.type === 'imapstore' || section.type === 'maildirstore') stores.add(section.name);
          const named = mbsyncLine(section, 'account')?.values[0];
          if (section.type === 'imapstore' && named !== undefined && !accounts.has(named.text))
            yield { at: named.at, field: 'Account', what: 'IMAPAccount', name: named.text };
          if (section.type !== 'channel') continue;
          for (const side of sides) {
            const value = mbsyncLine(section, side)?.values[0];
            const name = /^:([^:]*):/.exec(value?.text ?? '')?.[1];
            if (name !== undefined && !stores.has(name)) yield { at: value?.at, field: side, what: 'IMAPStore', name };
          }
        }
      },
    },
    'side-missing': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4, config.c (“refers to no near side store”, “malformed mailbox spec”)',
      bad: 'Far :ods-remote:',
      good: 'Far :ods-remote:\nNear :ods-local:',
      frame: inChannel,
      *find({ sections }) {
        for (const section of sections) {
          if (section.type !== 'channel') continue;
          if (mbsyncLine(section, 'far', 'master') === undefined)
            yield { at: section.at, name: section.name, side: 'Far' };
          if (mbsyncLine(section, 'near', 'slave') === undefined)
            yield { at: section.at, name: section.name, side: 'Near' };
        }
      },
    },
    'pass-twice': {
      severity: 'error',
      hurts: { isync: 'refuses-file' },
      source: 'isync 1.4.4 (“has both Pass and PassCmd”)',
      bad: 'Pass x\nPassCmd "pass mail/ods"',
      good: 'PassCmd "pass mail/ods"',
      frame: inAccount,
      *find({ sections }) {
        for (const section of sections)
          for (const [one, other] of [
            ['pass', 'passcmd'],
            ['user', 'usercmd'],
          ] as const) {
            const line = mbsyncLine(section, one);
            if (line !== undefined && mbsyncLine(section, other) !== undefined)
              yield { at: line.at, field: line.keyword, keyword: line.keyword };
          }
      },
    },
    'near-far': {
      severity: 'warning',
      hurts: { isync: 'misreads' },
      source: 'isync 1.4.4 (“Master/Slave are deprecated; use Far/Near instead”)',
      bad: 'Master :ods-remote:\nSlave :ods-local:',
      good: 'Far :ods-remote:\nNear :ods-local:',
      frame: inChannel,
      *find(facts) {
        for (const { line } of linesOf(facts)) {
          const right = ({ master: 'Far', slave: 'Near' } as const)[lower(line)];
          if (right !== undefined) yield { at: line.at, field: line.keyword, keyword: line.keyword, right };
        }
      },
    },
    path: {
      severity: 'warning',
      hurts: { isync: 'misreads' },
      source: 'mbsync(1), “Path”: names of mailboxes are put behind it as it stands',
      bad: 'Path ~/Mail/ods\nInbox ~/Mail/ods/INBOX',
      good: 'Path ~/Mail/ods/\nInbox ~/Mail/ods/INBOX',
      frame: inMaildir,
      *find({ sections }) {
        for (const section of sections) {
          const value = mbsyncLine(section, 'path')?.values[0];
          if (section.type === 'maildirstore' && value !== undefined && !value.text.endsWith('/'))
            yield { at: value.at, field: 'Path', value: value.text };
        }
      },
    },
    'clear-text': {
      severity: 'error',
      hurts: { isync: 'clear-text' },
      source: 'mbsync(1), “SSLType”',
      bad: 'SSLType None',
      good: 'SSLType IMAPS',
      frame: inAccount,
      *find(facts) {
        for (const section of servers(facts))
          if (securityOf(section) === 'none' && mbsyncLine(section, 'tunnel') === undefined)
            yield { at: mbsyncLine(section, 'ssltype', 'tlstype')?.at, field: 'SSLType', name: section.name };
      },
    },
    'port-security': {
      severity: 'error',
      hurts: { isync: 'no-connection' },
      source: 'RFC 8314 §3; mbsync(1), “SSLType”: STARTTLS unless it is said',
      bad: 'Port 993\nSSLType STARTTLS',
      good: 'Port 993\nSSLType IMAPS',
      frame: inAccount,
      *find(facts) {
        for (const section of servers(facts)) {
          const security = securityOf(section) ?? 'starttls';
          const line = mbsyncLine(section, 'port');
          // What says it in another way, or needs no other.
          if (mbsyncLine(section, 'useimaps', 'requiressl', 'tunnel') !== undefined) continue;
          const port = Number(line?.values[0]?.text);
          if (security === 'none' || portInstead('imap', security, port) === undefined) continue;
          yield { at: line?.at, field: 'Port', port, type: security === 'tls' ? 'STARTTLS' : 'IMAPS' };
        }
      },
    },
    'user-missing': {
      severity: 'warning',
      hurts: { isync: 'wrong-login' },
      source: 'mbsync(1), “User”: the name of the user at this computer otherwise',
      bad: 'Host imap.example.org\nSSLType IMAPS\nPassCmd "pass mail/ods"',
      good: 'Host imap.example.org\nSSLType IMAPS\nPassCmd "pass mail/ods"\nUser ada@login.example',
      frame: (fragment) => base({ ...parts, account: fragment }),
      *find(facts) {
        for (const section of servers(facts))
          if (mbsyncLine(section, 'user', 'usercmd', 'tunnel') === undefined)
            yield { at: section.at, field: 'User', name: section.name };
      },
    },
    xoauth2: {
      severity: 'warning',
      hurts: { isync: 'no-sign-in' },
      source: 'isync 1.4.4 (“selected SASL mechanism(s) not available”) without a plug-in of Cyrus SASL',
      bad: 'AuthMechs XOAUTH2',
      good: 'AuthMechs PLAIN',
      frame: inAccount,
      *find(facts) {
        for (const { line } of linesOf(facts)) {
          const value = /^authmechs?$/.test(lower(line))
            ? line.values.find(({ text }) => /^(?:xoauth2|oauthbearer)$/i.test(text))
            : undefined;
          if (value !== undefined) yield { at: value.at, field: line.keyword, value: value.text };
        }
      },
    },
    password: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source: 'mbsync(1), “PassCmd”',
      bad: 'Pass x\nUser ada@login.example',
      good: 'PassCmd "pass mail/ods"',
      frame: (fragment) =>
        base({ ...parts, account: replaced(SERVER.replace('\nPassCmd "pass mail/ods"', ''), fragment) }),
      *find({ sections }) {
        for (const section of sections) {
          const line = mbsyncLine(section, 'pass');
          if (line !== undefined && line.values.length > 0)
            yield { at: line.at, field: line.keyword, name: section.name };
        }
      },
    },
  }),
});
