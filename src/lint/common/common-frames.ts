import { type Content, contentOf } from '../../read/content.ts';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';
const OUTLOOK = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook';
/** Outlook Express is gone, and no rule of Outlook's own looks at its key. */
const ACCOUNT = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Internet Account Manager\\Accounts\\00000001]';

/** Files for the fragments of rules that look at every kind. */
export const commonFrames = {
  registryAccount: (value: string) => `${HEADER}${ACCOUNT}\r\n${value}\r\n`,
  /** A line for each person, address and login; a file for each. */
  people: (lines: string) => lines.split('\n').map((line, index) => accountrc(`${index}`, ...pair(line))),
  /** The domain for which a registry file names a file, beside the person that it is for. */
  registryDomain: (domain: string) => [
    accountrc('accountrc', 'ada@example.org', 'ada@login.example'),
    `${HEADER}${OUTLOOK}\\AutoDiscover]\r\n"${domain}"="C:\\\\a.xml"\r\n"PreferLocalXML"=dword:00000001\r\n`,
  ],
  /** A person's login, and the document that says it is the address. */
  paccAndPerson: (login: string) => [
    accountrc('accountrc', 'ada@example.org', login),
    JSON.stringify({
      protocols: {
        imap: { host: 'imap.example.org' },
        submit: { host: 'smtp.example.org' },
        smtp: { host: 'smtp.example.org' },
      },
      authentication: { password: true },
      info: { provider: { name: 'Example', shortName: 'Example' } },
    }),
  ],
} as const;

function pair(line: string): [string, string] {
  const [address = '', login = ''] = line.split(' ');
  return [address, login];
}

function accountrc(name: string, address: string, login: string): Content {
  const lines = [
    '[Account: 1]\nconfig_version=4\naccount_name=Example\nname=A\nprotocol=1',
    `address=${address}\nreceive_server=imap.example.org\nuser_id=${login}\nssl_imap=1\nset_imapport=1\nimap_port=993`,
    `smtp_server=smtp.example.org\nuse_smtp_auth=1\nsmtp_user_id=${login}\nssl_smtp=1\nset_smtpport=1\nsmtp_port=465\n`,
  ];
  return contentOf(name, new TextEncoder().encode(lines.join('\n')));
}
