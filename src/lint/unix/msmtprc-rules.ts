import { portInstead } from '../../model/ports.ts';
import { type Content, contentOf } from '../../read/content.ts';
import { accountLine, type MsmtpAccount, type Msmtprc, type MsmtpStatement, readMsmtprc } from '../../read/msmtprc.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { lineFrame } from './line-frames.ts';
import { unixWords } from './words.ts';

interface MsmtpFacts extends Msmtprc {
  readonly content: Content;
}

const onOff = /^(?:on|off)$/;
const number = /^[1-9]\d*$/;

/** Commands whose argument msmtp 1.8.23 looks at; the others take any. A missing one is fine but for `needed`. */
const checked: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      ...['auto_from', 'allow_from_override', 'keepbcc', 'tls', 'tls_starttls', 'tls_certcheck'],
      ...['add_missing_from_header', 'add_missing_date_header', 'remove_bcc_headers', 'undisclosed_recipients'],
    ].map((command) => [command, onOff]),
  ),
  port: number,
  proxy_port: number,
  timeout: /^(?:off|[1-9]\d*)$/,
  connect_timeout: /^(?:off|[1-9]\d*)$/,
  protocol: /^(?:smtp|lmtp)$/,
  set_from_header: /^(?:on|off|auto)$/,
  set_date_header: /^(?:off|auto)$/,
  set_msgid_header: /^(?:off|auto)$/,
  dsn_notify: /^(?:off|never|(?:failure|delay|success)(?:,(?:failure|delay|success))*)$/,
  dsn_return: /^(?:off|headers|full|hdrs)$/,
  // Of newer releases too.
  auth: /^(?:on|off|plain|scram-sha-(?:1|256)(?:-plus)?|cram-md5|digest-md5|gssapi|external|login|ntlm|oauthbearer|xoauth2)$/,
  tls_min_dh_prime_bits: /^\d+$/,
};

const needed: readonly string[] = ['host', 'port', 'timeout', 'connect_timeout', 'protocol', 'dsn_notify'].concat(
  ...['dsn_return', 'eval'],
);

/** Commands that take any argument, or none. */
const free: readonly string[] = [
  ...['host', 'domain', 'from', 'maildomain', 'tls_trust_file', 'tls_crl_file', 'tls_fingerprint', 'tls_key_file'],
  ...['tls_cert_file', 'tls_nocertcheck', 'tls_nostarttls', 'tls_force_sslv3', 'tls_priorities', 'tls_host_override'],
  ...['user', 'password', 'passwordeval', 'ntlmdomain', 'logfile', 'logfile_time_format', 'syslog', 'aliases'],
  ...['proxy_host', 'source_ip', 'socket', 'eval', 'account', 'defaults', 'from_full_name'],
];

/** Port, where it says one that can be; the usual one is that of the file's protocol. */
function portOf(account: MsmtpAccount): number | undefined {
  const written = account.settings.get('port')?.argument;
  return written !== undefined && number.test(written) ? Number(written) : undefined;
}

const isOn = (account: MsmtpAccount, command: string, otherwise: boolean) => {
  const statement = account.settings.get(command);
  return statement === undefined ? otherwise : statement.argument !== 'off';
};

const usesTls = (account: MsmtpAccount) => isOn(account, 'tls', false);
const authOf = (account: MsmtpAccount) => account.settings.get('auth')?.argument ?? 'off';
const startsTls = (account: MsmtpAccount) =>
  isOn(account, 'tls_starttls', true) && !account.settings.has('tls_nostarttls');
const nameOf = ({ name }: Pick<MsmtpAccount, 'name'>) => name ?? 'default';

const key = /^(\w+)/;
const base = `account ods
host smtp.example.org
port 587
tls on
tls_starttls on
auth on
user ada@login.example
passwordeval "pass mail/ods"
from ada@example.org

account default : ods
`;
const inAccount = lineFrame(base, key);
const behind = (fragment: string) => `${base}\n${fragment}\n`;
const withMode = (mode: string): Content => ({
  ...contentOf('msmtprc', new TextEncoder().encode(mode === '600' ? base : inAccount('password x'))),
  mode: Number.parseInt(mode, 8),
});

const known = (statement: MsmtpStatement) =>
  Object.hasOwn(checked, statement.command) || free.includes(statement.command);

/** Judges configurations of msmtp. */
export const msmtprcKind = defineKind<MsmtpFacts>({
  id: 'msmtprc',
  read: (content) => ({ content, ...readMsmtprc(content.text ?? '') }),
  text: ({ content }) => content.text ?? '',
  rules: defineRules('msmtprc', unixWords.msmtprc, {
    'unknown-command': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“unknown command”)',
      bad: 'hostname smtp.example.org',
      good: 'host smtp.example.org',
      frame: inAccount,
      *find({ statements }) {
        for (const statement of statements)
          if (!known(statement)) yield { at: statement.at, field: statement.command, command: statement.command };
      },
    },
    'bad-value': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“invalid argument”)',
      bad: 'tls yes',
      good: 'tls on',
      frame: inAccount,
      *find({ statements }) {
        for (const { command, argument, argumentAt } of statements) {
          const pattern = Object.hasOwn(checked, command) ? checked[command] : undefined;
          const wrong = argument !== undefined && pattern !== undefined && !pattern.test(argument);
          const large = command === 'port' && Number(argument) > 65535;
          if (wrong || large) yield { at: argumentAt, field: command, command, value: argument ?? '' };
        }
      },
    },
    'value-missing': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“needs an argument”, “missing account name”)',
      bad: 'host',
      good: 'host smtp.example.org',
      frame: inAccount,
      *find({ statements }) {
        for (const { command, argument, at } of statements)
          if ((needed.includes(command) && argument === undefined) || (command === 'account' && nameless(argument)))
            yield { at, field: command, command };
      },
    },
    'value-in-vain': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“does not take an argument”)',
      bad: 'tls_nocertcheck on',
      good: 'tls_certcheck on',
      frame: inAccount,
      *find({ statements }) {
        for (const { command, argument, argumentAt } of statements)
          if (/^(?:defaults|tls_nocertcheck|tls_nostarttls)$/.test(command) && argument !== undefined)
            yield { at: argumentAt, field: command, command };
      },
    },
    'line-length': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“line longer than 500 characters”)',
      bad: `passwordeval ${'pass mail/ods | '.repeat(32)}cat`,
      good: 'passwordeval "pass mail/ods"',
      frame: inAccount,
      *find({ statements }) {
        for (const { at, length, command } of statements)
          if (length > LONGEST) yield { at, field: command, most: LONGEST };
      },
    },
    'account-twice': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“was already defined”); marlam/msmtp#117',
      bad: 'account ods\nhost smtp.example.com',
      good: 'account other\nhost smtp.example.com\nfrom ada@example.com',
      frame: behind,
      *find({ accounts }) {
        const seen = new Set<string>();
        for (const account of accounts) {
          const name = nameOf(account);
          if (seen.has(name) && name !== '') yield { at: account.at, field: 'account', name };
          seen.add(name);
        }
      },
    },
    'parent-unknown': {
      severity: 'error',
      hurts: { msmtp: 'refuses-file' },
      source: 'msmtp 1.8.23, conf.c (“not (yet) defined”)',
      bad: 'account second : work',
      good: 'account second : ods',
      frame: behind,
      *find({ accounts }) {
        const seen = new Set<string>();
        for (const account of accounts) {
          for (const parent of account.parents)
            if (!seen.has(parent)) yield { at: account.at, field: 'account', name: nameOf(account), parent };
          seen.add(nameOf(account));
        }
      },
    },
    'host-missing': {
      severity: 'error',
      hurts: { msmtp: 'refuses-account' },
      source: 'msmtp 1.8.23 (“host not set”)',
      bad: 'account second\nfrom ada@example.org',
      good: 'account second\nhost smtp.example.com\nfrom ada@example.org',
      frame: behind,
      *find({ accounts }) {
        for (const account of accounts)
          if (!account.settings.has('host') && !account.evaluated && isUsed(account))
            yield { at: account.at, field: 'host', name: nameOf(account) };
      },
    },
    'certificate-pair': {
      severity: 'error',
      hurts: { msmtp: 'refuses-account' },
      source: 'msmtp 1.8.23 (“tls_key_file requires tls_cert_file”)',
      bad: 'tls_cert_file ~/ada.pem',
      good: 'tls_cert_file ~/ada.pem\ntls_key_file ~/ada.key',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const [file, pair] = ['tls_cert_file', 'tls_key_file'].map((each) => account.settings.get(each)?.argument);
          if ((file === undefined) === (pair === undefined)) continue;
          const [there, missing] =
            file === undefined ? ['tls_key_file', 'tls_cert_file'] : ['tls_cert_file', 'tls_key_file'];
          yield { at: account.settings.get(there)?.at, field: there, there, missing };
        }
      },
    },
    'starttls-port': {
      severity: 'error',
      hurts: { msmtp: 'no-connection' },
      source: 'RFC 8314 §3.3; msmtp(1), “tls_starttls”',
      bad: 'port 465\ntls_starttls on',
      good: 'port 465\ntls_starttls off',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts) {
          const port = portOf(account);
          if (port === undefined || !usesTls(account)) continue;
          const starts = startsTls(account);
          const instead = portInstead('smtp', starts ? 'starttls' : 'tls', port);
          if (instead === undefined) continue;
          const at = account.settings.get('port')?.at;
          yield { at, field: 'tls_starttls', port, starttls: starts ? 'on' : 'off', right: starts ? 'off' : 'on' };
        }
      },
    },
    'tls-off': {
      severity: 'error',
      hurts: { msmtp: 'clear-text' },
      source:
        'msmtp(1), “tls” and “auth”: off unless it is said; auth on refuses to send a password in clear, a method by name does not',
      bad: 'tls off',
      good: 'tls on',
      frame: inAccount,
      *find({ accounts }) {
        for (const account of accounts)
          if (
            !usesTls(account) &&
            !/^(?:off|gssapi|external)$/.test(authOf(account)) &&
            !account.evaluated &&
            isUsed(account)
          ) {
            const at = (account.settings.get('tls') ?? account.settings.get('auth'))?.at ?? account.at;
            yield { at, field: 'tls', name: nameOf(account) };
          }
      },
    },
    'certificate-unchecked': {
      severity: 'error',
      hurts: { msmtp: 'password-leaks' },
      source: 'msmtp(1), “tls_certcheck”',
      bad: 'tls_certcheck off',
      good: 'tls_certcheck on',
      frame: inAccount,
      *find({ statements }) {
        for (const { command, argument, at } of statements)
          if (command === 'tls_nocertcheck' || (command === 'tls_certcheck' && argument === 'off'))
            yield { at, field: command, command };
      },
    },
    'from-missing': {
      severity: 'warning',
      hurts: { msmtp: 'misreads' },
      source: 'msmtp(1), “from”: without it the sender is the name of the user at this computer',
      bad: 'account second : ods\nfrom',
      good: 'account second : ods\nfrom ada@example.org',
      frame: behind,
      *find({ accounts }) {
        for (const account of accounts) {
          if (account.evaluated || !isUsed(account) || isOn(account, 'auto_from', false)) continue;
          if (account.settings.get('from')?.argument === undefined)
            yield { at: account.at, field: 'from', name: nameOf(account) };
        }
      },
    },
    password: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source: 'msmtp(1), “passwordeval”',
      bad: 'password x',
      good: 'passwordeval "pass mail/ods"',
      frame: inAccount,
      *find({ statements }) {
        for (const { command, argument, at } of statements)
          if (command === 'password' && argument !== undefined && argument !== '') yield { at, field: command };
      },
    },
    mode: {
      severity: 'warning',
      hurts: { person: 'password-leaks' },
      source: 'msmtp(1): a file with secrets is for its owner alone; older releases refuse it otherwise',
      bad: '644',
      good: '600',
      frame: withMode,
      *find({ content: { mode }, statements }) {
        const secret = statements.some(({ command, argument = '' }) => command === 'password' && argument !== '');
        if (mode !== undefined && (mode & 0o077) !== 0 && secret) yield { mode: mode.toString(8) };
      },
    },
  }),
});

const LONGEST = 500;

function nameless(argument: string | undefined): boolean {
  return argument === undefined || accountLine(argument).name === '';
}

/** Does it stand for more than what others take from it? */
function isUsed({ own, parents }: MsmtpAccount): boolean {
  return parents.length > 0 || own.some(({ command }) => ['host', 'from', 'user', 'port'].includes(command));
}
