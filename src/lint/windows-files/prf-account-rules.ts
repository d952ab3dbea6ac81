import type { PrfMailbox, PrfRules } from './prf-facts.ts';
import { prfFrames as frames } from './prf-frames.ts';

const API = 'Microsoft, “Constants (Account management API)” of Outlook';

/** SMTPSecureConnection (same page). */
const SECURE = { none: '0', tls: '1', starttls: '2', auto: '3' } as const;

/** Rules about each account. */
export const prfAccountRules: PrfRules<
  | 'value-missing'
  | 'login-missing'
  | 'port'
  | 'imap-starttls'
  | 'plain-incoming'
  | 'plain-outgoing'
  | 'smtp-auto'
  | 'smtp-port-security'
  | 'smtp-without-login'
  | 'smtp-login'
  | 'spa'
  | 'password'
> = {
  'value-missing': {
    severity: 'error',
    hurts: { outlook: 'no-connection' },
    source: 'the properties of an account that the published samples have',
    bad: '-IMAPServer',
    good: 'IMAPServer=imap.example.org',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { value, place, prefix, name } of mailboxes)
        for (const key of [`${prefix}Server`, 'SMTPServer', 'EmailAddress'])
          if (value(key) === '') yield { at: place(key), field: key, name, key };
    },
  },
  'login-missing': {
    severity: 'warning',
    hurts: { outlook: 'asks' },
    source: 'Outlook asks for name and password at the first connection (unverified)',
    bad: '-IMAPUserName',
    good: 'IMAPUserName=ada@login.example',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { value, place, prefix, name } of mailboxes)
        if (value(`${prefix}UserName`) === '')
          yield { at: place(`${prefix}UserName`), field: `${prefix}UserName`, name, key: `${prefix}UserName` };
    },
  },
  port: {
    severity: 'error',
    hurts: { outlook: 'no-connection' },
    source: 'a port is a number from 1 to 65535',
    bad: 'IMAPPort=imaps',
    good: 'IMAPPort=993',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { entry, prefix, name } of mailboxes)
        for (const key of [`${prefix}Port`, 'SMTPPort']) {
          const found = entry(key);
          const port = Number(found?.value);
          if (found !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535))
            yield { at: found.at, field: key, name, key, value: found.value };
        }
    },
  },
  'imap-starttls': {
    severity: 'error',
    hurts: { outlook: 'no-connection' },
    source: `no property is known that says STARTTLS for receiving (${API})`,
    bad: 'IMAPPort=143\nIMAPUseSSL=1',
    good: 'IMAPPort=993\nIMAPUseSSL=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const mailbox of mailboxes) {
        const { value, place, prefix, name } = mailbox;
        const [clear, tls] = prefix === 'IMAP' ? ['143', 993] : ['110', 995];
        if (encrypts(mailbox) && value(`${prefix}Port`) === clear)
          yield { at: place(`${prefix}Port`), field: `${prefix}Port`, name, prefix, port: clear, usual: tls };
      }
    },
  },
  'plain-incoming': {
    severity: 'error',
    hurts: { outlook: 'clear-text' },
    source: API,
    bad: 'IMAPPort=143\nIMAPUseSSL=0',
    good: 'IMAPPort=993\nIMAPUseSSL=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const mailbox of mailboxes) {
        const { place, prefix, name } = mailbox;
        if (!encrypts(mailbox))
          yield {
            at: place(`${prefix}UseSSL`),
            field: `${prefix}UseSSL`,
            name,
            prefix,
            usual: prefix === 'IMAP' ? 993 : 995,
          };
      }
    },
  },
  'plain-outgoing': {
    severity: 'error',
    hurts: { outlook: 'clear-text' },
    source: API,
    bad: 'SMTPPort=25\nSMTPSecureConnection=0',
    good: 'SMTPPort=465\nSMTPSecureConnection=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const mailbox of mailboxes)
        if (secureConnection(mailbox) === SECURE.none)
          yield { at: mailbox.place('SMTPSecureConnection'), field: 'SMTPSecureConnection', name: mailbox.name };
    },
  },
  'smtp-auto': {
    severity: 'warning',
    hurts: { outlook: 'clear-text' },
    source: API,
    bad: 'SMTPSecureConnection=3',
    good: 'SMTPSecureConnection=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const mailbox of mailboxes)
        if (secureConnection(mailbox) === SECURE.auto)
          yield { at: mailbox.place('SMTPSecureConnection'), field: 'SMTPSecureConnection', name: mailbox.name };
    },
  },
  'smtp-port-security': {
    severity: 'error',
    hurts: { outlook: 'no-connection' },
    source: `RFC 8314 §3; ${API}`,
    bad: 'SMTPPort=587\nSMTPSecureConnection=1',
    good: 'SMTPPort=587\nSMTPSecureConnection=2',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const mailbox of mailboxes) {
        const port = mailbox.value('SMTPPort');
        const secure = secureConnection(mailbox);
        const wrong =
          (secure === SECURE.tls && (port === '587' || port === '25')) ||
          (secure === SECURE.starttls && port === '465');
        if (!wrong) continue;
        const [usual, other] = secure === SECURE.tls ? [465, SECURE.starttls] : [587, SECURE.tls];
        yield { at: mailbox.place('SMTPPort'), field: 'SMTPPort', name: mailbox.name, port, secure, usual, other };
      }
    },
  },
  'smtp-without-login': {
    severity: 'warning',
    hurts: { outlook: 'no-sign-in' },
    source: API,
    bad: 'SMTPUseAuth=0',
    good: 'SMTPUseAuth=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { value, place, name } of mailboxes)
        if (!isOn(value('SMTPUseAuth')) && value('SMTPUserName') !== '')
          yield { at: place('SMTPUseAuth'), field: 'SMTPUseAuth', name };
    },
  },
  'smtp-login': {
    severity: 'error',
    hurts: { outlook: 'wrong-login' },
    source: `${API}: 0 is SMTP_AUTH_SAME_AS_POP`,
    bad: 'SMTPUserName=relay\nSMTPAuthMethod=0',
    good: 'SMTPUserName=relay\nSMTPAuthMethod=1',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { value, place, name, prefix } of mailboxes) {
        const same = value('SMTPAuthMethod') === '0' || value('SMTPAuthMethod') === '';
        const login = value('SMTPUserName');
        if (isOn(value('SMTPUseAuth')) && same && login !== '' && login !== value(`${prefix}UserName`))
          yield { at: place('SMTPAuthMethod'), field: 'SMTPAuthMethod', name };
      }
    },
  },
  spa: {
    severity: 'warning',
    hurts: { outlook: 'no-sign-in' },
    source: `${API}: SPA is NTLM, which few servers outside of Exchange take`,
    bad: 'IMAPUseSPA=1',
    good: 'IMAPUseSPA=0',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { value, place, name, prefix } of mailboxes)
        for (const key of [`${prefix}UseSPA`, 'SMTPUseSPA'])
          if (isOn(value(key))) yield { at: place(key), field: key, name, key };
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'there is no property for a password: Outlook asks for it',
    bad: 'IMAPPassword=secret',
    good: 'IMAPUserName=ada@login.example',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { values, name } of mailboxes)
        for (const { key, value, at } of values?.entries ?? [])
          if (/passw|secret/i.test(key) && value !== '') yield { at, field: key, name, key };
    },
  },
};

/** Numbers but 0, and words for yes. */
function isOn(value: string): boolean {
  return /^(?:[1-9]\d*|yes|true)$/i.test(value);
}

function encrypts({ value, prefix }: PrfMailbox): boolean {
  return isOn(value(`${prefix}UseSSL`));
}

/** What the newer key says, or the older one, which has TLS from the start alone. */
function secureConnection({ value }: PrfMailbox): string {
  return value('SMTPSecureConnection') || (isOn(value('SMTPUseSSL')) ? SECURE.tls : SECURE.none);
}
