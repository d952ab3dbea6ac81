import { lineFrame } from '../unix/line-frames.ts';

/** A file of which no rule says anything. */
export const cleanFile = `[Account: 1]
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

/** A fragment in its account. */
export const inAccount = lineFrame(cleanFile, /^(\w+)=/);

/** The file without a key. */
export const without = (key: string) => cleanFile.replace(new RegExp(`^${key}=.*\\n`, 'm'), '');
