import { lineFrame, wholeFile } from '../unix/line-frames.ts';
import { integer, isAccount, isOn, NEWEST } from './claws-accounts.ts';
import { type ClawsFacts, type ClawsRules, clawsEntry, clawsName, clawsText, isNewer } from './claws-facts.ts';
import { cleanFile, inAccount, without } from './claws-frames.ts';

type Names =
  | 'group'
  | 'group-twice'
  | 'key-twice'
  | 'protocol'
  | 'protocol-unknown'
  | 'version-new'
  | 'white-space'
  | 'switch'
  | 'runs-command'
  | 'not-a-line'
  | 'password';

/** Rules about accounts, and about how their lines are written. */
export const clawsAccountRules: ClawsRules<Names> = {
  group: {
    severity: 'error',
    hurts: { 'claws-mail': 'refuses-account' },
    source:
      'Claws Mail 4.1.1, account.c: the lines of accounts begin with “[Account: ”, and all but their last character is the name',
    bad: '[Account:1]',
    good: '[Account: 1]',
    frame: (fragment) => cleanFile.replace('[Account: 1]', fragment),
    *find({ file: { groups }, accounts }) {
      for (const group of groups) {
        if (isAccount(group)) continue;
        const name = clawsName(group);
        yield { at: group.at, field: name, name };
      }
      // It lists an account of which it knows nothing, or one without a number.
      for (const { group, settings, number } of accounts)
        if (settings === undefined || number < 1) {
          const name = clawsName(group);
          yield { at: group.at, field: name, name, hurts: { 'claws-mail': 'misreads' } };
        }
    },
  },
  'group-twice': {
    severity: 'error',
    hurts: { 'claws-mail': 'twice' },
    source:
      'Claws Mail 4.1.1, account.c: the number is the identity of an account; of two groups with one name the first is read twice',
    bad: '[Account: 1]',
    good: '[Account: 2]',
    frame: (fragment) => `${cleanFile}\n${cleanFile.replace('[Account: 1]', fragment)}`,
    *find({ accounts }) {
      const seen = new Set<number>();
      for (const { group, number } of accounts) {
        const name = clawsName(group);
        if (seen.has(number)) yield { at: group.at, field: name, name };
        seen.add(number);
      }
    },
  },
  'key-twice': {
    severity: 'error',
    hurts: { 'claws-mail': 'misreads' },
    source:
      'Claws Mail 4.1.1, prefs_gtk.c: the lines of a group are kept in a table without order, so that either may come last (seen with a used profile)',
    bad: 'smtp_port=587\nsmtp_port=465',
    good: 'smtp_port=465',
    frame: inAccount,
    *find({ accounts }) {
      for (const { settings } of accounts) {
        if (settings === undefined || settings.entries.length === settings.values.size) continue;
        for (const { key, value, at } of settings.entries) {
          const last = settings.values.get(key);
          if (last !== undefined && last.at !== at && last.value !== value) yield { at: last.at, field: key, key };
        }
      }
    },
  },
  protocol: {
    severity: 'error',
    hurts: { 'claws-mail': 'misreads' },
    source: 'Claws Mail 4.1.1, prefs_migration.c: IMAP was 3 up to version 0 of the file, and is 1 since',
    bad: 'protocol=1',
    good: 'config_version=1\nprotocol=1',
    frame: (fragment) => lineFrame(without('config_version'), /^(\w+)=/)(fragment),
    *find({ accounts }) {
      for (const account of accounts) {
        const entry = clawsEntry(account, 'protocol');
        const number = integer(entry?.value ?? '');
        // Who says that the file is of version 0 may mean IMAP by 3.
        const meant = account.version === undefined ? number > 0 : account.version < 1 && number > 0 && number < 3;
        if (entry !== undefined && meant) yield { at: entry.at, field: 'protocol', value: entry.value };
      }
    },
  },
  'protocol-unknown': {
    severity: 'error',
    hurts: { 'claws-mail': 'misreads' },
    source: 'Claws Mail 4.1.1, prefs_account.h (RecvProtocol); what is no number is 0',
    bad: 'protocol=imap',
    good: 'protocol=1',
    frame: inAccount,
    *find({ accounts }) {
      for (const account of accounts) {
        const entry = clawsEntry(account, 'protocol');
        if (entry === undefined || (/^\d$/.test(entry.value) && account.protocol < PROTOCOLS)) continue;
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
        const entry = clawsEntry(account, 'config_version');
        if (entry !== undefined && isNewer(account))
          yield { at: entry.valueAt, field: 'config_version', value: entry.value, most: NEWEST };
      }
    },
  },
  'white-space': {
    severity: 'error',
    hurts: { 'claws-mail': 'wrong-login' },
    source: 'Claws Mail 4.1.1, prefs_gtk.c: a value is all that stands between = and the end of the line',
    bad: 'user_id= ada@login.example',
    good: 'user_id=ada@login.example',
    frame: inAccount,
    *find(facts) {
      for (const { key, value, valueAt } of entries(facts, TEXTS)) {
        if (value === value.trim() || value.trim() === '') continue;
        const found = { at: valueAt, field: key, key };
        if (key.endsWith('server')) yield { ...found, hurts: { 'claws-mail': 'no-connection' } };
        else if (key.endsWith('user_id')) yield found;
        else yield { ...found, hurts: { 'claws-mail': 'misreads' } };
      }
    },
  },
  switch: {
    severity: 'warning',
    hurts: { 'claws-mail': 'misreads' },
    source:
      'Claws Mail 4.1.1, prefs_gtk.c: a switch is off where its value is empty or begins with 0, and on otherwise',
    bad: 'use_smtp_auth=no',
    good: 'use_smtp_auth=1',
    frame: inAccount,
    *find(facts) {
      for (const { key, value, valueAt } of entries(facts, SWITCHES))
        if (value !== '1' && isOn(value) && /^\s*(?:0|no|n|off|false|f|)\s*$/i.test(value))
          yield { at: valueAt, field: key, key, value };
    },
  },
  'runs-command': {
    severity: 'warning',
    hurts: { 'claws-mail': 'runs-command' },
    source:
      'Claws Mail 4.1.1, imap.c, send_message.c, compose.c: the connection, the message or the signature then goes through a shell',
    bad: 'set_tunnelcmd=1\ntunnelcmd=ssh mail nc localhost 143',
    good: 'set_tunnelcmd=0\ntunnelcmd=ssh mail nc localhost 143',
    frame: inAccount,
    *find({ accounts }) {
      for (const account of accounts)
        for (const [key, on] of COMMANDS) {
          const entry = clawsEntry(account, key);
          if (entry !== undefined && entry.value !== '' && on((name) => clawsText(account, name)))
            yield { at: entry.at, field: key, key };
        }
    },
  },
  'not-a-line': {
    severity: 'warning',
    hurts: { 'claws-mail': 'ignores' },
    source:
      'Claws Mail 4.1.1, prefs_gtk.c: what is not a key at the beginning of the line, with = right behind it, is left out',
    bad: `${cleanFile}use_smtp_auth = 1`,
    good: cleanFile,
    frame: wholeFile,
    *find({ file: { stray } }) {
      // The rest of the line may be a password.
      for (const { at, text } of stray) yield { at, text: text.trim().split(/\s/, 1)[0] ?? '' };
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'Claws Mail keeps passwords encrypted in passwordstorerc',
    bad: 'password=x',
    good: 'smtp_user_id=ada@login.example',
    frame: inAccount,
    *find({ file: { groups } }) {
      for (const { entries: all, values } of groups)
        if (values.has('password') || values.has('smtp_password'))
          for (const { key, value, at } of all)
            if (/^(?:smtp_)?password$/.test(key) && value !== '') yield { at, field: key, key };
    },
  },
};

function* entries({ accounts }: ClawsFacts, keys: readonly string[]) {
  for (const { settings } of accounts)
    for (const key of keys) {
      const entry = settings?.values.get(key);
      if (entry !== undefined) yield entry;
    }
}

/** Those of RecvProtocol (prefs_account.h), news, a local mailbox and sending alone among them. */
const PROTOCOLS = 5;
const TEXTS: readonly string[] = ['receive_server', 'smtp_server', 'user_id', 'smtp_user_id', 'address'];
const SWITCHES: readonly string[] = [
  ...['is_default', 'use_smtp_auth', 'set_imapport', 'set_smtpport', 'set_popport', 'ssl_certs_auto_accept'],
  ...['use_tls_sni', 'imap_subsonly', 'remove_mail', 'receive_at_get_all', 'use_mail_command', 'set_tunnelcmd'],
];

/** Keys of commands, and when they are run. */
const COMMANDS: readonly (readonly [key: string, isRun: (value: (key: string) => string | undefined) => boolean])[] = [
  ['tunnelcmd', (value) => isOn(value('set_tunnelcmd'))],
  ['mail_command', (value) => isOn(value('use_mail_command'))],
  ['signature_path', (value) => integer(value('signature_type') ?? '') === 1],
];
