/** A profile file of which no rule says anything, with one part of it in the place of ours. */
interface Parts {
  readonly general?: string;
  readonly list?: string;
  readonly account?: string;
  readonly before?: string;
}

const GENERAL = `Custom=1
ProfileName=Example
DefaultProfile=No
OverwriteProfile=No
ModifyDefaultProfileIfPresent=FALSE`;
const ACCOUNT = `AccountName=ada@example.org
DisplayName=Ada
EmailAddress=ada@example.org
IMAPServer=imap.example.org
IMAPUserName=ada@login.example
IMAPPort=993
IMAPUseSSL=1
IMAPUseSPA=0
SMTPServer=smtp.example.org
SMTPPort=465
SMTPUseAuth=1
SMTPAuthMethod=0
SMTPUserName=ada@login.example
SMTPUseSPA=0
SMTPSecureConnection=1
ConnectionType=0`;
const MAPPING = `AccountType=IMAP
AccountName=PT_UNICODE,0x0002
DisplayName=PT_UNICODE,0x000B
EmailAddress=PT_UNICODE,0x000C
IMAPServer=PT_UNICODE,0x0100
IMAPUserName=PT_UNICODE,0x0101
IMAPPort=PT_LONG,0x0104
IMAPUseSSL=PT_LONG,0x0105
IMAPUseSPA=PT_LONG,0x0108
SMTPServer=PT_UNICODE,0x0200
SMTPPort=PT_LONG,0x0201
SMTPUseSSL=PT_LONG,0x0202
SMTPUseAuth=PT_LONG,0x0203
SMTPUserName=PT_UNICODE,0x0204
SMTPUseSPA=PT_LONG,0x0207
SMTPAuthMethod=PT_LONG,0x0208
SMTPSecureConnection=PT_LONG,0x020A
ConnectionType=PT_LONG,0x000F`;

function fileOf(
  { general = '', list = 'Account1=IMAP_I_Mail', account = '', before = '' }: Parts,
  mapping = '',
): string {
  const lines = `${before}[General]
${merged(GENERAL, general)}

[Service List]
Service1=Outlook Address Book

[Internet Account List]
${list}

[Service1]
UniqueService=Yes

[Account1]
UniqueService=No
${merged(ACCOUNT, account)}

[Outlook Address Book]
ServiceName=CONTAB

[IMAP_I_Mail]
${merged(MAPPING, mapping)}
`;
  return lines.replaceAll('\n', '\r\n');
}

/** The lines, with those of the fragment in the place of those with the same key; one without a value takes the key away. */
function merged(lines: string, fragment: string): string {
  const given = fragment === '' ? [] : fragment.split('\n');
  const keys = new Set(given.map((line) => line.replace(/^-/, '').split('=', 1)[0]));
  const kept = lines.split('\n').filter((line) => !keys.has(line.split('=', 1)[0]));
  return [...kept, ...given.filter((line) => !line.startsWith('-'))].join('\n');
}

/** Frames of a profile file, by what the fragment stands for. */
export const prfFrames = {
  whole: (fragment: string) => fragment.replaceAll('\n', '\r\n'),
  /** What stands before its first section. */
  before: (before: string) => fileOf({ before: `${before}\n` }),
  /** Keys of part 1, in the place of those of the same name; `-Key` takes one away. */
  general: (general: string) => fileOf({ general }),
  /** The accounts of part 3. */
  list: (list: string) => fileOf({ list }),
  /** Keys of part 5. */
  account: (account: string) => fileOf({ account }),
  /** Keys of part 7. */
  mapping: (mapping: string) => fileOf({}, mapping),
  /** A sound one. */
  sample: fileOf({}).replaceAll('\r\n', '\n'),
} as const;
