import { portInstead } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import { type KeyFile, type KeyFileEntry, type KeyFileGroup, lastEntry, readKeyFile } from '../../read/key-file.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { lineFrame, wholeFile } from './line-frames.ts';
import { unixWords } from './words.ts';

interface ClawsFacts {
  readonly content: Content;
  readonly file: KeyFile;
  readonly accounts: readonly KeyFileGroup[];
}

/** Protocols (prefs_account.h), from config_version 1 on: news, a local mailbox and sending alone are there too. */
const POP3 = '0';
const IMAP = '1';
const protocols: readonly string[] = [POP3, IMAP, '2', '3', '4'];
/** The newest that any release writes (5, in the source of 2025). */
const NEWEST = 4;

const keyValue = (account: KeyFileGroup, key: string) => lastEntry(account, key)?.value;
const protocolOf = (account: KeyFileGroup) => keyValue(account, 'protocol') ?? POP3;

/** Services of an account: keys of each, and the way a connection begins. */
function* services(account: KeyFileGroup) {
  const protocol = protocolOf(account);
  if (protocol === IMAP) yield { name: 'imap', key: 'ssl_imap', port: 'imap_port', flag: 'set_imapport' } as const;
  if (protocol === POP3) yield { name: 'pop3', key: 'ssl_pop', port: 'pop_port', flag: 'set_popport' } as const;
  if (/^[014]$/.test(protocol))
    yield { name: 'smtp', key: 'ssl_smtp', port: 'smtp_port', flag: 'set_smtpport' } as const;
}

const file = `[Account: 1]
config_version=1
account_name=ODS
is_default=1
name=Ada
address=ada@example.org
protocol=1
receive_server=imap.example.org
smtp_server=smtp.example.org
user_id=ada@login.example
use_smtp_auth=1
smtp_user_id=ada@login.example
set_imapport=1
imap_port=993
ssl_imap=1
set_smtpport=1
smtp_port=465
ssl_smtp=1
ssl_certs_auto_accept=1
`;
const inAccount = lineFrame(file, /^(\w+)=/);
const without = (key: string) => file.replace(new RegExp(`^${key}=.*\\n`, 'm'), '');

/** Judges accounts of Claws Mail. */
export const accountrcKind = defineKind<ClawsFacts>({
  id: 'accountrc',
  read(content) {
    const read = readKeyFile(content.text ?? '');
    return { content, file: read, accounts: read.groups.filter(({ name }) => /^Account: ?\d+$/.test(name)) };
  },
  text: ({ content }) => content.text ?? '',
  rules: defineRules('accountrc', unixWords.accountrc, {
    group: {
      severity: 'error',
      hurts: { 'claws-mail': 'refuses-account' },
      source: 'Claws Mail 4.1.1, account.c: groups are called [Account: 1], [Account: 2] …',
      bad: '[Account:first]',
      good: '[Account: 1]',
      frame: (fragment) => file.replace('[Account: 1]', fragment),
      *find({ file: { groups } }) {
        for (const { name, at } of groups) if (!/^Account: [1-9]\d*$/.test(name)) yield { at, field: name, name };
      },
    },
    'group-twice': {
      severity: 'error',
      hurts: { 'claws-mail': 'replaces' },
      source: 'Claws Mail 4.1.1, account.c: the number is the identity of an account',
      bad: '[Account: 1]',
      good: '[Account: 2]',
      frame: (fragment) => `${file}\n${file.replace('[Account: 1]', fragment)}`,
      *find({ accounts }) {
        const seen = new Set<string>();
        for (const { name, at } of accounts) {
          if (seen.has(name)) yield { at, field: name, name };
          seen.add(name);
        }
      },
    },
    protocol: {
      severity: 'error',
      hurts: { 'claws-mail': 'misreads' },
      source: 'Claws Mail 4.1.1: IMAP was 3 up to version 0 of the file, and is 1 since',
      bad: 'protocol=1',
      good: 'config_version=1\nprotocol=1',
      frame: (fragment) => lineFrame(without('config_version'), /^(\w+)=/)(fragment),
      *find({ accounts }) {
        for (const account of accounts) {
          const version = Number(keyValue(account, 'config_version') ?? 0);
          const entry = lastEntry(account, 'protocol');
          if (entry !== undefined && !(version >= 1)) yield { at: entry.at, field: 'protocol', value: entry.value };
        }
      },
    },
    'protocol-unknown': {
      severity: 'error',
      hurts: { 'claws-mail': 'misreads' },
      source: 'Claws Mail 4.1.1, prefs_account.h (RecvProtocol)',
      bad: 'protocol=imap',
      good: 'protocol=1',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const entry = lastEntry(account, 'protocol');
          if (entry !== undefined && !protocols.includes(entry.value))
            yield { at: entry.valueAt, field: 'protocol', value: entry.value };
        }
      },
    },
    'version-new': {
      severity: 'warning',
      hurts: { 'claws-mail': 'asks' },
      source: 'Claws Mail 4.1.1: “Your Claws Mail configuration is from a newer version”',
      bad: 'config_version=9',
      good: 'config_version=1',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const entry = lastEntry(account, 'config_version');
          if (entry !== undefined && Number(entry.value) > NEWEST)
            yield { at: entry.valueAt, field: 'config_version', value: entry.value, most: NEWEST };
        }
      },
    },
    'port-key': {
      severity: 'error',
      hurts: { 'claws-mail': 'wrong-server' },
      source: 'Claws Mail 4.1.1, prefs_account.c: a port counts only beside its set_…port=1',
      bad: 'imapport=993',
      good: 'set_imapport=1\nimap_port=993',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          for (const entry of account.entries) {
            const right = OLD_PORTS[entry.key];
            if (right !== undefined) yield portKey(entry, right);
          }
          for (const { port, flag } of services(account)) {
            const entry = lastEntry(account, port);
            if (entry !== undefined && keyValue(account, flag) !== '1') yield portKey(entry, { port, flag });
          }
        }
      },
    },
    'port-security': {
      severity: 'error',
      hurts: { 'claws-mail': 'no-connection' },
      source: 'RFC 8314 §3; Claws Mail, common/ssl.h: 1 is TLS at once, 2 STARTTLS',
      bad: 'imap_port=993\nssl_imap=2',
      good: 'imap_port=993\nssl_imap=1',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts)
          for (const { name, key, port } of services(account)) {
            const [entry, security] = [lastEntry(account, port), keyValue(account, key) ?? '1'];
            const meant = ({ 1: 'tls', 2: 'starttls' } as const)[security];
            if (entry === undefined || meant === undefined) continue;
            if (portInstead(name, meant, Number(entry.value)) !== undefined)
              yield {
                at: entry.at,
                field: key,
                port: entry.value,
                key,
                value: security,
                right: security === '1' ? 2 : 1,
              };
          }
      },
    },
    'clear-text': {
      severity: 'error',
      hurts: { 'claws-mail': 'clear-text' },
      source: 'Claws Mail, common/ssl.h: 0 is no encryption',
      bad: 'ssl_imap=0',
      good: 'ssl_imap=1',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts)
          for (const { key } of services(account)) {
            const entry = lastEntry(account, key);
            if (entry?.value === '0') yield { at: entry.at, field: key, key };
          }
      },
    },
    'server-missing': {
      severity: 'error',
      hurts: { 'claws-mail': 'no-connection' },
      source: 'Claws Mail 4.1.1, prefs_account.c',
      bad: 'smtp_server=',
      good: 'smtp_server=smtp.example.org',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const protocol = protocolOf(account);
          const wanted = [
            ...(protocol === IMAP || protocol === POP3 ? ['receive_server'] : []),
            ...(/^[014]$/.test(protocol) ? ['smtp_server'] : []),
            'address',
          ];
          for (const key of wanted)
            if ((keyValue(account, key) ?? '') === '')
              yield { at: lastEntry(account, key)?.at ?? account.at, field: key, key, name: account.name };
        }
      },
    },
    certificates: {
      severity: 'note',
      hurts: { 'claws-mail': 'asks' },
      source: 'Claws Mail 4.1.1: a dialog for each certificate, of a valid chain too',
      bad: 'ssl_certs_auto_accept=0',
      good: 'ssl_certs_auto_accept=1',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const entry = lastEntry(account, 'ssl_certs_auto_accept');
          if (entry?.value === '0') yield { at: entry.at, field: entry.key };
        }
      },
    },
    'not-a-line': {
      severity: 'warning',
      hurts: { 'claws-mail': 'ignores' },
      source: 'Claws Mail 4.1.1, prefs.c: what has no = is left out',
      bad: `${file}use_smtp_auth 1`,
      good: file,
      frame: wholeFile,
      *find({ file: { stray } }) {
        // The rest of the line may be a password.
        for (const { at, text } of stray) yield { at, text: text.split(/\s/, 1)[0] ?? '' };
      },
    },
    password: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source: 'Claws Mail keeps passwords encrypted in passwordstorerc',
      bad: 'password=x',
      good: 'smtp_user_id=ada@login.example',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts)
          for (const { key, value, at } of account.entries)
            if (/^(?:smtp_)?password$/.test(key) && value !== '') yield { at, field: key, key };
      },
    },
  }),
});

interface PortKeys {
  readonly port: string;
  readonly flag: string;
}

/** Keys of public scripts that no release reads. */
const OLD_PORTS: Readonly<Record<string, PortKeys>> = {
  imapport: { port: 'imap_port', flag: 'set_imapport' },
  smtpport: { port: 'smtp_port', flag: 'set_smtpport' },
  popport: { port: 'pop_port', flag: 'set_popport' },
};

function portKey({ key, at, value }: KeyFileEntry, { port, flag }: PortKeys) {
  return { at, field: key, key, value, port, flag };
}
