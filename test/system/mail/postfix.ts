import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';
import { hosts, idOf, type MailboxUser, type Plan } from './plan.ts';

/**
 * Starts Postfix for submission (RFC 6409), with STARTTLS and with TLS from the first byte. It takes mail only from who has logged in, as
 * sender only the addresses of that login (the login itself is none of them), and delivers into the mailboxes of `users`: every other
 * recipient is refused and nothing that could send mail to another machine runs.
 * @param change lines of main.cf in place of these
 */
export async function startPostfix(plan: Plan, change: Readonly<Record<string, string>> = {}): Promise<Daemon> {
  const { folder, users, ip, ports, certificate, maildir, owner, log } = plan;
  const own = join(folder, 'postfix');
  /** A table from addresses. */
  const table = (name: string, value: (user: MailboxUser) => string) => {
    const rows = users.map((user) => `${user.address} ${value(user)}\n`);
    writeFileSync(join(own, name), rows.join(''));
    return `texthash:${join(own, name)}`;
  };
  const id = { uid: idOf('postfix', 'u'), gid: idOf('postfix', 'g') };
  mkdirSync(join(own, 'queue/pid'), { recursive: true });
  for (const name of ['data', ...queues.map((each) => join('queue', each))]) {
    mkdirSync(join(own, name), { recursive: true });
    chownSync(join(own, name), id.uid, id.gid);
  }
  const main = {
    compatibility_level: '3.6',
    queue_directory: join(own, 'queue'),
    data_directory: join(own, 'data'),
    maillog_file: join(own, 'log'),
    maillog_file_prefixes: own,
    myhostname: hosts.submission,
    mydestination: '',
    mynetworks: '',
    alias_maps: '',
    alias_database: '',
    // Of 127.0.0.0/8 it takes only the interface's own address here; master.cf names the one where it listens.
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    smtpd_tls_cert_file: certificate.certificate,
    smtpd_tls_key_file: certificate.key,
    smtpd_tls_security_level: 'encrypt',
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'dovecot',
    smtpd_sasl_path: join(folder, 'auth'),
    smtpd_sasl_authenticated_header: 'yes',
    smtpd_sender_login_maps: table('senders', ({ login }) => login),
    smtpd_relay_restrictions: 'reject_unauth_destination',
    smtpd_recipient_restrictions:
      'reject_sender_login_mismatch, reject_unauth_destination, permit_sasl_authenticated, reject',
    smtpd_error_sleep_time: '0',
    virtual_mailbox_domains: [...new Set(users.map(({ address }) => address.slice(address.lastIndexOf('@') + 1)))].join(
      ' ',
    ),
    virtual_mailbox_maps: table('mailboxes', (user) => `${relative(folder, maildir(user))}/`),
    virtual_mailbox_base: folder,
    virtual_uid_maps: `static:${owner.uid}`,
    virtual_gid_maps: `static:${owner.gid}`,
    default_transport: 'error:mail to other machines is refused',
    relay_transport: 'error:mail to other machines is refused',
    ...change,
  };
  writeFileSync(
    join(own, 'main.cf'),
    Object.entries(main)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  );
  writeFileSync(
    join(own, 'master.cf'),
    `
${ip}:${ports.submission} inet n - n - - smtpd
${ip}:${ports.submissions} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`,
  );
  return startDaemon({
    command: join(daemonFolder(own), 'master'),
    // In our process group (-s would leave it), so that it ends with it.
    args: ['-c', own, '-d'],
    ip,
    ports: [ports.submission, ports.submissions],
    output: join(own, 'output'),
    log,
  });
}

/** Folders that the programs of Postfix do not make (postfix-files(5), the entries of $queue_directory). */
const queues = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'maildrop',
  'private',
  'public',
  'saved',
  'trace',
];

/** Where this system keeps Postfix' own programs. */
function daemonFolder(config: string): string {
  const { stdout } = spawnSync('postconf', ['-c', config, '-h', 'daemon_directory'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  return stdout.trim();
}
