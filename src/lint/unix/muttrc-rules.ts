import { portInstead } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import { type MailUrl, mailUrlOf } from '../../read/mail-url.ts';
import {
  isMade,
  type MuttCommand,
  type MuttSetting,
  type MuttWord,
  readMuttrc,
  writtenText,
} from '../../read/muttrc.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { lineFrame } from './line-frames.ts';
import { muttCommands, muttServerVariables } from './mutt-names.ts';
import { unixWords } from './words.ts';

interface MuttFacts {
  readonly content: Content;
  /** Those in hooks too. */
  readonly commands: readonly MuttCommand[];
  readonly settings: readonly MuttSetting[];
  /** URLs of servers. */
  readonly urls: readonly { readonly setting: MuttSetting; readonly value: MuttWord; readonly url: MailUrl }[];
}

function factsOf(content: Content): MuttFacts {
  const commands = readMuttrc(content.text ?? '').flatMap(withInner);
  const settings = commands.flatMap((command) => command.settings);
  const urls = settings.flatMap((setting) => {
    const { value } = setting;
    if (value === undefined || !URLS.includes(setting.name)) return [];
    const url = mailUrlOf(writtenText(value));
    return url === undefined ? [] : [{ setting, value, url }];
  });
  return { content, commands, settings, urls };
}

function withInner(command: MuttCommand): MuttCommand[] {
  return [command, ...command.inner.flatMap(withInner)];
}

const URLS: readonly string[] = [
  'folder',
  'spoolfile',
  'spool_file',
  'smtp_url',
  'record',
  'postponed',
  'trash',
  'pop_host',
];

/** What a URL's scheme means. */
const schemes: Readonly<
  Record<string, { readonly protocol: 'imap' | 'pop3' | 'smtp'; readonly security: 'tls' | 'starttls' }>
> = {
  imaps: { protocol: 'imap', security: 'tls' },
  imap: { protocol: 'imap', security: 'starttls' },
  pops: { protocol: 'pop3', security: 'tls' },
  pop: { protocol: 'pop3', security: 'starttls' },
  smtps: { protocol: 'smtp', security: 'tls' },
  smtp: { protocol: 'smtp', security: 'starttls' },
};

/** What the last of these lines says of a switch. */
function switched({ settings }: MuttFacts, name: string): MuttSetting | undefined {
  return settings.findLast((setting) => setting.name === name);
}

function isOff({ action, value }: MuttSetting): boolean {
  if (value === undefined) return action === 'unset';
  return /^(?:no|0)$/i.test(writtenText(value));
}

const inFile = lineFrame(
  `set realname = "Ada"
set from = "ada@example.org"
set imap_user = "ada@login.example"
set folder = "imaps://imap.example.org:993/"
set spoolfile = "+INBOX"
set smtp_url = "smtps://ada%40login.example@smtp.example.org:465/"
set ssl_force_tls = yes
`,
  /^set (\w+)/,
);

/** Judges files of NeoMutt and Mutt. */
export const muttrcKind = defineKind<MuttFacts>({
  id: 'muttrc',
  read: factsOf,
  text: ({ content }) => content.text ?? '',
  rules: defineRules('muttrc', unixWords.muttrc, {
    'unknown-command': {
      severity: 'error',
      hurts: { neomutt: 'ignores', mutt: 'ignores' },
      source: 'NeoMutt 20220429 and Mutt 2.2.12 (“unknown command”): the rest of the line is lost',
      bad: 'realname = "Ada"',
      good: 'set realname = "Ada"',
      frame: inFile,
      *find({ commands }) {
        for (const { name, at } of commands) if (!muttCommands.has(name)) yield { at, field: name, command: name };
      },
    },
    'unknown-variable': {
      severity: 'error',
      hurts: { neomutt: 'ignores', mutt: 'ignores' },
      source: 'NeoMutt 20220429 and Mutt 2.2.12 (“unknown variable”): the rest of the line is lost',
      bad: 'set imap_password = "`pass mail/ods`"',
      good: 'set imap_pass = "`pass mail/ods`"',
      frame: inFile,
      *find({ settings }) {
        for (const { name, at } of settings) if (isNoVariable(name)) yield { at, field: name, name };
      },
    },
    'too-few-words': {
      severity: 'error',
      hurts: { mutt: 'ignores' },
      source:
        'Mutt 2.2.12 (“too few arguments”, “invalid header field”); NeoMutt 20220429 says nothing, and does nothing',
      bad: 'my_hdr',
      good: 'my_hdr Organization: Example',
      frame: inFile,
      *find({ commands }) {
        for (const { name, at, words } of commands) {
          const header = name === 'my_hdr' && !words.some((word) => isMade(word) || writtenText(word).includes(':'));
          const hook = /^(?:account|folder|send|send2|reply|message)-hook$/.test(name) && words.length < 2;
          if (header || hook) yield { at, field: name, command: name };
        }
      },
    },
    'bad-switch': {
      severity: 'error',
      hurts: { neomutt: 'ignores', mutt: 'ignores' },
      source: 'NeoMutt 20220429 (“Invalid quad value”) and Mutt 2.2.12 (“invalid value”)',
      bad: 'set ssl_force_tls = required',
      good: 'set ssl_force_tls = yes',
      frame: inFile,
      *find(facts) {
        for (const { quad, value, ...found } of switches(facts))
          if (!(quad ? /^(?:yes|no|ask-yes|ask-no)$/i : /^(?:yes|no|true|false|on|off|1|0)$/i).test(value))
            yield { ...found, value };
      },
    },
    'switch-word': {
      severity: 'warning',
      hurts: { mutt: 'ignores' },
      source: 'Mutt 2.2.12 (“invalid value”); NeoMutt 20220429 takes it',
      bad: 'set ssl_force_tls = true',
      good: 'set ssl_force_tls = yes',
      frame: inFile,
      *find(facts) {
        for (const { quad, value, ...found } of switches(facts))
          if (!quad && /^(?:true|false|on|off|1|0)$/i.test(value)) yield { ...found, value };
      },
    },
    backquote: {
      severity: 'error',
      hurts: { neomutt: 'ignores', mutt: 'ignores' },
      source: 'NeoMutt 20220429 and Mutt 2.2.12: what follows is read as further names (“unknown variable”)',
      bad: 'set imap_pass = "`pass mail/ods"',
      good: 'set imap_pass = "`pass mail/ods`"',
      frame: inFile,
      *find({ commands }) {
        for (const word of wordsOf(commands)) if (word.unclosed === '`') yield { at: word.at };
      },
    },
    quote: {
      severity: 'warning',
      hurts: { neomutt: 'misreads', mutt: 'misreads' },
      source: 'NeoMutt 20220429 and Mutt 2.2.12: the value goes on to the end of the line',
      bad: 'set realname = "Ada # as in the directory',
      good: 'set realname = "Ada" # as in the directory',
      frame: inFile,
      *find({ commands }) {
        for (const { at, unclosed } of wordsOf(commands))
          if (unclosed !== undefined && unclosed !== '`') yield { at, quote: unclosed };
      },
    },
    backtick: {
      severity: 'error',
      hurts: { neomutt: 'runs-command', mutt: 'runs-command' },
      source: 'muttrc(5): what stands in backquotes is run when the file is read',
      bad: 'set realname = "Ada `id`"',
      good: 'set realname = "Ada \\`id\\`"',
      frame: inFile,
      *find({ settings }) {
        for (const { name, value } of settings)
          if (
            value !== undefined &&
            /^(?:real_?name|from)$/.test(name) &&
            value.parts.some((part) => typeof part !== 'string' && 'runs' in part)
          )
            yield { at: value.at, field: name, name };
      },
    },
    dollar: {
      severity: 'warning',
      hurts: { neomutt: 'misreads', mutt: 'misreads' },
      source: 'muttrc(5): $name is the value of a variable, of the environment too',
      bad: 'set realname = "Ada $money"',
      good: 'set realname = "Ada \\$money"',
      frame: inFile,
      *find({ settings }) {
        const known = new Set(settings.map(({ name }) => name));
        for (const { name, value } of settings) {
          if (value === undefined || !/^(?:real_?name|from|imap_user|smtp_url|folder)$/.test(name)) continue;
          for (const part of value.parts)
            if (
              typeof part !== 'string' &&
              'variable' in part &&
              !known.has(part.variable) &&
              !/^[A-Z_]+$/.test(part.variable)
            )
              yield { at: value.at, field: name, name, variable: part.variable };
        }
      },
    },
    'url-at': {
      severity: 'error',
      hurts: { neomutt: 'no-connection' },
      source: 'RFC 3986 §3.2.1; NeoMutt, url.c',
      bad: 'set smtp_url = "smtps://ada@login.example@smtp.example.org:465/"',
      good: 'set smtp_url = "smtps://ada%40login.example@smtp.example.org:465/"',
      frame: inFile,
      *find({ urls }) {
        for (const { setting, value, url } of urls)
          if (url.bareAt) yield { at: value.at, field: setting.name, name: setting.name };
      },
    },
    'url-scheme': {
      severity: 'error',
      hurts: { neomutt: 'no-connection', mutt: 'no-connection' },
      source: 'NeoMutt and Mutt, smtp.c (“Invalid SMTP URL”)',
      bad: 'set smtp_url = "smtp.example.org:465"',
      good: 'set smtp_url = "smtps://ada%40login.example@smtp.example.org:465/"',
      frame: inFile,
      *find({ settings }) {
        for (const { name, value } of settings)
          if (
            name === 'smtp_url' &&
            value !== undefined &&
            !isMade(value) &&
            !/^(?:smtps?:\/\/.|$)/i.test(writtenText(value))
          )
            yield { at: value.at, field: name, name };
      },
    },
    'port-scheme': {
      severity: 'error',
      hurts: { neomutt: 'no-connection', mutt: 'no-connection' },
      source: 'RFC 8314 §3',
      bad: 'set smtp_url = "smtps://ada%40login.example@smtp.example.org:587/"',
      good: 'set smtp_url = "smtp://ada%40login.example@smtp.example.org:587/"',
      frame: inFile,
      *find({ urls }) {
        for (const { setting, value, url } of urls) {
          const meant = schemes[url.scheme];
          if (meant === undefined || url.port === undefined) continue;
          const instead = portInstead(meant.protocol, meant.security, url.port);
          if (instead !== undefined)
            yield {
              at: value.at,
              field: setting.name,
              name: setting.name,
              scheme: url.scheme,
              port: url.port,
              instead,
            };
        }
      },
    },
    'tls-optional': {
      severity: 'error',
      hurts: { mutt: 'clear-text' },
      source: 'Mutt 2.2.12: ssl_force_tls is off unless it is said (NeoMutt 20220429 has it on)',
      bad: 'set smtp_url = "smtp://ada%40login.example@smtp.example.org:587/"\nset ssl_force_tls = no',
      good: 'set smtp_url = "smtp://ada%40login.example@smtp.example.org:587/"\nset ssl_force_tls = yes',
      frame: inFile,
      *find(facts) {
        const force = switched(facts, 'ssl_force_tls');
        if (force !== undefined && !isOff(force)) return;
        for (const { setting, value, url } of facts.urls)
          if (schemes[url.scheme]?.security === 'starttls')
            yield { at: value.at, field: setting.name, name: setting.name, scheme: url.scheme };
      },
    },
    'tls-off': {
      severity: 'error',
      hurts: { neomutt: 'clear-text', mutt: 'clear-text' },
      source: 'muttrc(5), “ssl_force_tls” and “ssl_starttls”',
      bad: 'set smtp_url = "smtp://ada%40login.example@smtp.example.org:587/"\nunset ssl_starttls\nunset ssl_force_tls',
      good: 'set smtp_url = "smtp://ada%40login.example@smtp.example.org:587/"\nset ssl_starttls = yes\nset ssl_force_tls = yes',
      frame: (fragment) => inFile(fragment.replace('unset ssl_force_tls', 'set ssl_force_tls = no')),
      *find(facts) {
        const force = switched(facts, 'ssl_force_tls');
        const optional = facts.urls.some(({ url }) => schemes[url.scheme]?.security === 'starttls');
        if (force !== undefined && isOff(force) && optional)
          yield { at: force.at, field: force.name, name: force.name };
      },
    },
    'certificate-unchecked': {
      severity: 'error',
      hurts: { neomutt: 'password-leaks', mutt: 'password-leaks' },
      source: 'muttrc(5), “ssl_verify_host” and “ssl_verify_dates”',
      bad: 'set ssl_verify_host = no',
      good: 'set ssl_verify_host = yes',
      frame: inFile,
      *find({ settings }) {
        for (const setting of settings)
          if (/^ssl_verify_(?:host|dates)$/.test(setting.name) && isOff(setting))
            yield { at: setting.at, field: setting.name, name: setting.name };
      },
    },
    'old-tls': {
      severity: 'warning',
      hurts: { neomutt: 'clear-text', mutt: 'clear-text' },
      source: 'RFC 8996; RFC 7568',
      bad: 'set ssl_use_sslv3 = yes',
      good: 'set ssl_use_tlsv1_2 = yes',
      frame: inFile,
      *find({ settings }) {
        for (const setting of settings)
          if (
            /^ssl_use_(?:sslv2|sslv3|tlsv1|tlsv1_1)$/.test(setting.name) &&
            /^(?:set|toggle)$/.test(setting.action) &&
            !isOff(setting)
          )
            yield { at: setting.at, field: setting.name, name: setting.name };
      },
    },
    password: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source: 'muttrc(5), “imap_pass”; backquotes or a file of its own keep it out',
      bad: 'set imap_pass = "x"',
      good: 'set imap_pass = "`pass mail/ods`"',
      frame: inFile,
      *find({ commands, settings, urls }) {
        for (const { name, value } of settings)
          if (PASSWORDS.test(name) && value !== undefined && !isMade(value) && writtenText(value) !== '')
            yield { at: value.at, field: name, name, variable: name };
        // Without the sign between them, the password is taken for one more variable.
        for (const { name, settings: own } of commands)
          for (const [index, setting] of own.entries())
            if (name === 'set' && PASSWORDS.test(setting.name) && setting.value === undefined && index < own.length - 1)
              yield { at: setting.at, field: setting.name, name: setting.name, variable: setting.name };
        for (const { setting, value, url } of urls)
          if (url.hasPassword && !isMade(value))
            yield {
              at: value.at,
              field: setting.name,
              name: setting.name,
              variable: setting.name === 'smtp_url' ? 'smtp_pass' : 'imap_pass',
            };
        for (const { name, words } of commands)
          if (name !== 'set')
            for (const word of words)
              if (URL_WITH_PASSWORD.test(writtenText(word)))
                yield { at: word.at, field: name, name, variable: 'imap_pass' };
      },
    },
  }),
});

/** Variables that hold one. */
const PASSWORDS = /^my_\w*pass|^(?:imap|smtp|pop|nntp)_pass$/;
const URL_WITH_PASSWORD = /^(?:imap|pop|smtp|nntp)s?:\/\/[^/\s:@]*:[^/\s@]+@/;

/** Those about servers are all known; another is none where no variable is called so, or where a command was meant. */
function isNoVariable(name: string): boolean {
  if (/^(?:imap|smtp|pop|ssl)_/.test(name)) return !muttServerVariables.has(name);
  return !/^[a-z]\w*$/i.test(name) || /^(?:un)?set$/.test(name);
}

const QUADS: readonly string[] = ['ssl_starttls', 'pop_delete', 'pop_reconnect', 'move'];
const SWITCHES: readonly string[] = [
  ...['ssl_force_tls', 'ssl_verify_host', 'ssl_verify_dates', 'ssl_use_sslv3', 'ssl_use_tlsv1', 'ssl_use_tlsv1_1'],
  ...['ssl_use_tlsv1_2', 'ssl_use_tlsv1_3', 'imap_passive', 'imap_peek', 'imap_idle', 'imap_check_subscribed'],
  ...['imap_list_subscribed', 'use_from', 'use_envelope_from', 'imap_servernoise', 'imap_condstore', 'imap_qresync'],
];

/** What the values of switches are; of some, a question too (`quad`). */
function* switches({ settings }: MuttFacts) {
  for (const { name, value, at } of settings) {
    const quad = QUADS.includes(name);
    if (value === undefined || isMade(value) || !(quad || SWITCHES.includes(name))) continue;
    yield { at, field: name, name, value: writtenText(value), quad };
  }
}

/** Every word of every command. */
function* wordsOf(commands: readonly MuttCommand[]): Generator<MuttWord> {
  for (const { words, settings } of commands) {
    yield* words;
    for (const { value } of settings) if (value !== undefined) yield value;
  }
}
