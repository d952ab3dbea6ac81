import { prfEntry, prfSection, prfText } from '../../read/prf-file.ts';
import type { PrfRules } from './prf-facts.ts';
import { prfFrames as frames } from './prf-frames.ts';

const PAGE = 'Microsoft, “Customize Outlook profiles by using an Outlook Profile (PRF) file” (cc179062)';

/** Type and number of each property (Microsoft, “Account Management API” of Outlook; the samples of the Office Customization Tool). */
const PROPERTIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AccountName: 'PT_UNICODE,0x0002',
    DisplayName: 'PT_UNICODE,0x000B',
    EmailAddress: 'PT_UNICODE,0x000C',
    ConnectionType: 'PT_LONG,0x000F',
    ConnectionOID: 'PT_UNICODE,0x0010',
    IMAPServer: 'PT_UNICODE,0x0100',
    IMAPUserName: 'PT_UNICODE,0x0101',
    IMAPPort: 'PT_LONG,0x0104',
    IMAPUseSSL: 'PT_LONG,0x0105',
    IMAPUseSPA: 'PT_LONG,0x0108',
    POP3Server: 'PT_UNICODE,0x0100',
    POP3UserName: 'PT_UNICODE,0x0101',
    POP3Port: 'PT_LONG,0x0104',
    POP3UseSSL: 'PT_LONG,0x0105',
    POP3UseSPA: 'PT_LONG,0x0108',
    ReplyEmailAddress: 'PT_UNICODE,0x0103',
    Organization: 'PT_UNICODE,0x0107',
    SMTPServer: 'PT_UNICODE,0x0200',
    SMTPPort: 'PT_LONG,0x0201',
    SMTPUseSSL: 'PT_LONG,0x0202',
    SMTPUseAuth: 'PT_LONG,0x0203',
    SMTPUserName: 'PT_UNICODE,0x0204',
    SMTPUseSPA: 'PT_LONG,0x0207',
    SMTPAuthMethod: 'PT_LONG,0x0208',
    ServerTimeOut: 'PT_LONG,0x0209',
    SMTPSecureConnection: 'PT_LONG,0x020A',
    LeaveOnServer: 'PT_LONG,0x1000',
    CheckNewImap: 'PT_LONG,0x1100',
    RootFolder: 'PT_UNICODE,0x1101',
  }).map(([key, value]) => [key.toLowerCase(), value] as const),
);

/** Keys of part 5 that say what to do with the account, and are none of its properties. */
const UNMAPPED: ReadonlySet<string> = new Set(['uniqueservice', 'defaultaccount']);

/** Rules about the file and its parts. */
export const prfFileRules: PrfRules<
  | 'not-ascii'
  | 'syntax'
  | 'general-missing'
  | 'overwrite-default'
  | 'overwrite-append'
  | 'no-account'
  | 'part-missing'
  | 'unmapped-key'
  | 'mapping'
> = {
  'not-ascii': {
    severity: 'error',
    hurts: { outlook: 'misreads' },
    source:
      'all published samples are 8-bit text of CR LF lines; Outlook is told of no code page (formats of the Office Customization Tool)',
    bad: 'DisplayName=Hélène',
    good: 'DisplayName=Helene',
    frame: frames.account,
    *find({ content: { text = '', marked, encoding = '' } }) {
      const foreign = text.search(/[^\t\r\n -~]/);
      const bare = bareBreak(text);
      if (marked || encoding.startsWith('utf-16')) yield { at: 0, line: 0 };
      else if (foreign >= 0) yield { at: foreign, line: 0 };
      else if (bare >= 0) yield { at: bare, line: 1 };
    },
  },
  syntax: {
    severity: 'warning',
    hurts: { outlook: 'ignores' },
    source: PAGE,
    bad: '# made by hand',
    good: '; made by hand',
    frame: frames.before,
    *find({ file }) {
      for (const { at, line } of file.faults) yield { at, value: line };
    },
  },
  'general-missing': {
    severity: 'error',
    hurts: { outlook: 'refuses-file' },
    source: PAGE,
    bad: '-ProfileName',
    good: 'ProfileName=Example',
    frame: frames.general,
    *find({ file }) {
      const general = prfSection(file, 'General');
      if (prfText(general, 'ProfileName') === '') yield { at: general?.at ?? 0, field: 'ProfileName' };
    },
  },
  'overwrite-default': {
    severity: 'error',
    hurts: { outlook: 'replaces' },
    source: `${PAGE}: what comes of both is not foreseeable`,
    bad: 'OverwriteProfile=Yes\nDefaultProfile=No',
    good: 'OverwriteProfile=No\nDefaultProfile=No',
    frame: frames.general,
    *find({ file }) {
      const general = prfSection(file, 'General');
      const overwrite = prfEntry(general, 'OverwriteProfile');
      if (isYes(overwrite?.value) && !isYes(prfText(general, 'DefaultProfile')))
        yield { at: overwrite?.at, field: 'OverwriteProfile' };
    },
  },
  'overwrite-append': {
    severity: 'warning',
    hurts: { outlook: 'changes-more' },
    source: `${PAGE}: the profile that is there is renamed`,
    bad: 'OverwriteProfile=Append',
    good: 'OverwriteProfile=No',
    frame: frames.general,
    *find({ file }) {
      const overwrite = prfEntry(prfSection(file, 'General'), 'OverwriteProfile');
      if (overwrite?.value.toLowerCase() === 'append') yield { at: overwrite.at, field: 'OverwriteProfile' };
    },
  },
  'no-account': {
    severity: 'error',
    hurts: { outlook: 'in-vain' },
    source: PAGE,
    bad: '',
    good: 'Account1=IMAP_I_Mail',
    frame: frames.list,
    *find({ file, accounts }) {
      if (accounts.length === 0) yield { at: prfSection(file, 'Internet Account List')?.at ?? 0 };
    },
  },
  'part-missing': {
    severity: 'error',
    hurts: { outlook: 'refuses-account' },
    source: PAGE,
    bad: 'Account1=IMAP_I_Mail\nAccount2=IMAP_I_Mail',
    good: 'Account1=IMAP_I_Mail',
    frame: frames.list,
    *find({ accounts }) {
      for (const { name, type, at, values, mapping } of accounts) {
        if (values === undefined) yield { at, field: name, name, section: name };
        if (mapping === undefined) yield { at, field: name, name, section: type };
      }
    },
  },
  'unmapped-key': {
    severity: 'warning',
    hurts: { outlook: 'ignores' },
    source: PAGE,
    bad: 'ServerTimeOut=60',
    good: 'SMTPPort=465',
    frame: frames.account,
    *find({ mailboxes }) {
      for (const { values, mapping, type } of mailboxes) {
        if (mapping === undefined) continue;
        for (const { key, lower, at } of values?.entries ?? [])
          if (!mapping.byKey.has(lower) && !UNMAPPED.has(lower))
            yield { at, field: key, key, section: type, usual: PROPERTIES.get(lower) ?? '…' };
      }
    },
  },
  mapping: {
    severity: 'error',
    hurts: { outlook: 'misreads' },
    source: 'Microsoft, “Account Management API” of Outlook',
    bad: 'IMAPPort=PT_UNICODE,0x0104',
    good: 'IMAPPort=PT_LONG,0x0104',
    frame: frames.mapping,
    *find({ accounts }) {
      const seen = new Set<string>();
      for (const { mapping } of accounts) {
        if (mapping === undefined || seen.has(mapping.name)) continue;
        seen.add(mapping.name);
        for (const { key, lower, value, at } of mapping.entries) {
          const usual = PROPERTIES.get(lower);
          if (usual !== undefined && value !== usual && !isSame(value, usual))
            yield { at, field: key, key, value, usual };
        }
      }
    },
  },
};

/** The first line break that is not the two characters of Windows; -1: there is none. */
function bareBreak(text: string): number {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (text[at - 1] !== '\r') return at;
  return text.search(/\r(?!\n)/);
}

/** Letter case and spaces apart; older samples have texts of 8 bits. */
function isSame(value: string, usual: string): boolean {
  return value.replace(/\s+/g, '').toUpperCase().replace('PT_STRING8', 'PT_UNICODE') === usual.toUpperCase();
}

function isYes(value = ''): boolean {
  return value.toLowerCase() === 'yes';
}
