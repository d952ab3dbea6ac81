import { portInstead } from '../../model/ports.ts';
import { type Content, contentOf } from '../../read/content.ts';
import { type KeyFile, type KeyFileEntry, type KeyFileGroup, lastEntry, readKeyFile } from '../../read/key-file.ts';
import { type MailUrl, mailUrlOf } from '../../read/mail-url.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { lineFrame } from './line-frames.ts';
import { unixWords } from './words.ts';

interface AercFacts {
  readonly content: Content;
  readonly file: KeyFile;
  readonly servers: readonly AercServer[];
}

interface AercServer {
  readonly account: KeyFileGroup;
  readonly entry: KeyFileEntry;
  readonly url: MailUrl;
  /** The scheme without the way to log in. */
  readonly scheme: string;
}

function factsOf(content: Content): AercFacts {
  const file = readKeyFile(content.text ?? '');
  const servers = file.groups.flatMap((account) =>
    ['source', 'outgoing'].flatMap((key): AercServer[] => {
      const entry = lastEntry(account, key);
      const url = entry === undefined ? undefined : mailUrlOf(entry.value);
      if (entry === undefined || url === undefined) return [];
      return [{ account, entry, url, scheme: url.scheme.split('+')[0] ?? '' }];
    }),
  );
  return { content, file, servers };
}

/** What aerc 0.14 and later have workers and senders for. */
const schemes = {
  source: ['imap', 'imaps', 'jmap', 'maildir', 'maildirpp', 'mbox', 'notmuch'],
  outgoing: ['smtp', 'smtps', 'jmap'],
} as const satisfies Record<string, readonly string[]>;

const isInsecure = ({ url }: AercServer) => /\+insecure\b/.test(url.scheme);

const file = `[ods]
source = imaps://ada%40login.example@imap.example.org:993
source-cred-cmd = pass mail/ods
outgoing = smtps+plain://ada%40login.example@smtp.example.org:465
outgoing-cred-cmd = pass mail/ods
from = Ada <ada@example.org>
default = INBOX
`;
const inAccount = lineFrame(file, /^([\w-]+) = /);

/** Judges accounts of aerc. */
export const aercKind = defineKind<AercFacts>({
  id: 'aerc',
  read: factsOf,
  text: ({ content }) => content.text ?? '',
  rules: defineRules('aerc', unixWords.aerc, {
    'plain-smtp': {
      severity: 'error',
      hurts: { aerc: 'clear-text' },
      source: 'aerc 0.14.0, aerc-smtp(5): smtp:// is plain text without smtp-starttls = yes',
      bad: 'outgoing = smtp+plain://ada%40login.example@smtp.example.org:587',
      good: 'outgoing = smtp+plain://ada%40login.example@smtp.example.org:587\nsmtp-starttls = yes',
      frame: inAccount,
      *find({ servers }) {
        for (const server of servers) {
          const starttls = /^(?:yes|true|1)$/i.test(lastEntry(server.account, 'smtp-starttls')?.value ?? '');
          if (server.scheme === 'smtp' && !starttls && !isInsecure(server))
            yield { at: server.entry.valueAt, field: 'outgoing', name: server.account.name };
        }
      },
    },
    insecure: {
      severity: 'error',
      hurts: { aerc: 'clear-text' },
      source: 'aerc-imap(5), aerc-smtp(5)',
      bad: 'source = imap+insecure://ada%40login.example@imap.example.org:143',
      good: 'source = imaps://ada%40login.example@imap.example.org:993',
      frame: inAccount,
      *find({ servers }) {
        for (const server of servers)
          if (isInsecure(server)) yield { at: server.entry.valueAt, field: server.entry.key, key: server.entry.key };
      },
    },
    'url-at': {
      severity: 'error',
      hurts: { aerc: 'no-connection' },
      source: 'RFC 3986 §3.2.1; Go, net/url',
      bad: 'source = imaps://ada@login.example@imap.example.org:993',
      good: 'source = imaps://ada%40login.example@imap.example.org:993',
      frame: inAccount,
      *find({ servers }) {
        for (const { entry, url } of servers)
          if (url.bareAt) yield { at: entry.valueAt, field: entry.key, key: entry.key };
      },
    },
    scheme: {
      severity: 'error',
      hurts: { aerc: 'refuses-account' },
      source: 'aerc-accounts(5): source and outgoing are URLs',
      bad: 'source = pop3://ada%40login.example@pop.example.org:995',
      good: 'source = imaps://ada%40login.example@imap.example.org:993',
      frame: inAccount,
      *find({ servers }) {
        for (const { entry, scheme } of servers) {
          const known: readonly string[] = entry.key === 'source' ? schemes.source : schemes.outgoing;
          if (!known.includes(scheme)) yield { at: entry.valueAt, field: entry.key, key: entry.key, scheme };
        }
      },
    },
    'not-a-line': {
      severity: 'error',
      hurts: { aerc: 'refuses-file' },
      source: 'aerc 0.14.0: no account of such a file is there; go-ini, “key-value delimiter not found”',
      bad: 'from Ada <ada@example.org>',
      good: 'from = Ada <ada@example.org>',
      frame: (fragment) => file.replace(/^from = .*/m, `from = Ada <ada@example.org>\n${fragment}`),
      *find({ file: { stray } }) {
        for (const { at, text } of stray) yield { at, text };
      },
    },
    'source-missing': {
      severity: 'error',
      hurts: { aerc: 'refuses-file' },
      source: 'aerc 0.14.0, config/accounts.go (“Expected source for account”)',
      bad: '[second]\nfrom = Ada <ada@example.com>',
      good: '[second]\nsource = maildir:///home/ada/Mail\nfrom = Ada <ada@example.com>',
      frame: (fragment) => `${file}\n${fragment}\n`,
      *find({ file: { groups } }) {
        for (const group of groups)
          if ((lastEntry(group, 'source')?.value ?? '') === '')
            yield { at: group.at, field: 'source', name: group.name };
      },
    },
    'from-missing': {
      severity: 'error',
      hurts: { aerc: 'refuses-file' },
      source: 'aerc 0.14.0, config/accounts.go (“Expected from for account”)',
      bad: '[second]\nsource = imaps://ada%40example.com@imap.example.com:993',
      good: '[second]\nsource = imaps://ada%40example.com@imap.example.com:993\nfrom = Ada <ada@example.com>',
      frame: (fragment) => `${file}\n${fragment}\n`,
      *find({ file: { groups } }) {
        for (const group of groups)
          if ((lastEntry(group, 'from')?.value ?? '') === '') yield { at: group.at, field: 'from', name: group.name };
      },
    },
    'port-scheme': {
      severity: 'error',
      hurts: { aerc: 'no-connection' },
      source: 'RFC 8314 §3',
      bad: 'source = imaps://ada%40login.example@imap.example.org:143',
      good: 'source = imaps://ada%40login.example@imap.example.org:993',
      frame: inAccount,
      *find({ servers }) {
        for (const server of servers) {
          const { scheme, entry, url } = server;
          if (!/^(?:imap|smtp)s?$/.test(scheme) || url.port === undefined || isInsecure(server)) continue;
          const protocol = scheme.startsWith('imap') ? 'imap' : 'smtp';
          const instead = portInstead(protocol, scheme.endsWith('s') ? 'tls' : 'starttls', url.port);
          if (instead !== undefined)
            yield { at: entry.valueAt, field: entry.key, key: entry.key, scheme, port: url.port, instead };
        }
      },
    },
    'account-twice': {
      severity: 'error',
      hurts: { aerc: 'misreads' },
      source: 'go-ini: sections of one name are one',
      bad: '[ods]',
      good: '[second]',
      frame: (fragment) => `${file}\n${file.replace('[ods]', fragment)}`,
      *find({ file: { groups } }) {
        const seen = new Set<string>();
        for (const { name, at } of groups) {
          if (seen.has(name)) yield { at, name };
          seen.add(name);
        }
      },
    },
    password: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source: 'aerc-accounts(5), “source-cred-cmd”',
      bad: 'source = imaps://ada%40login.example:x@imap.example.org:993',
      good: 'source = imaps://ada%40login.example@imap.example.org:993\nsource-cred-cmd = pass mail/ods',
      frame: inAccount,
      *find({ servers }) {
        for (const { entry, url } of servers)
          if (url.hasPassword) yield { at: entry.valueAt, field: entry.key, key: entry.key };
      },
    },
    mode: {
      severity: 'error',
      hurts: { aerc: 'refuses-file' },
      source: 'aerc 0.14.0, config: it does not start while others may read the file',
      bad: '644',
      good: '600',
      frame: (mode) => ({
        ...contentOf('accounts.conf', new TextEncoder().encode(file)),
        mode: Number.parseInt(mode, 8),
      }),
      *find({ content: { mode } }) {
        if (mode !== undefined && (mode & 0o044) !== 0) yield { mode: mode.toString(8) };
      },
    },
  }),
});
