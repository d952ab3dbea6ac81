import { spawnSync } from 'node:child_process';
import type { Mail } from './mail.ts';
import { hosts, type MailboxUser } from './plan.ts';

/** What curl's exit status says (curl(1), "EXIT CODES"). */
export const outcome = { done: 0, sendFailed: 55, badCertificate: 60, loginDenied: 67 } as const;

/** Asks one of the servers with curl, which has code of its own for IMAP, POP3 and SMTP. It speaks TLS or gives up. */
export function curl(
  mail: Mail,
  url: string,
  user: MailboxUser | undefined,
  { options = [], input = '' }: { options?: readonly string[]; input?: string } = {},
) {
  const { hostname, port } = new URL(url);
  const network = ['--resolve', `${hostname}:${port}:${mail.ip}`, '--cacert', mail.authority, '--ssl-reqd'];
  const login = user === undefined ? [] : ['--user', `${user.login}:${user.password}`];
  const { status, stdout, stderr } = spawnSync(
    'curl',
    ['-q', '-sSv', '--max-time', '20', ...network, ...login, ...options, url],
    { input, encoding: 'utf8', timeout: 30_000 },
  );
  return { status, stdout, stderr };
}

/** Submits a message: from and to the user where nobody else is named. */
export function send(
  mail: Mail,
  user: MailboxUser,
  {
    from = user.address,
    to = user.address,
    subject = 'Bonjour',
    url = `smtp://${hosts.submission}:${mail.ports.submission}`,
  } = {},
) {
  return curl(mail, url, user, {
    options: ['--mail-from', from, '--mail-rcpt', to, '--upload-file', '-'],
    input: `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nBonjour.\r\n`,
  });
}
