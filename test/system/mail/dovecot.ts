import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';
import type { Plan } from './plan.ts';

/**
 * Starts Dovecot (2.3, which Debian 12 has; 2.4 wants another configuration): IMAP and POP3, TLS only. A person is known by the login alone,
 * the address is nobody's. Postfix asks it about logins at its socket `auth`.
 *
 * @param first what stands before the list of people in its configuration
 *
 * Dovecot takes a client with the server's own address for a secured one and then accepts passwords without TLS: the servers are on an address
 * that no client connects from (plan.ts).
 */
export async function startDovecot(plan: Plan, first = ''): Promise<Daemon> {
  const { folder, users, ip, ports, certificate, maildir, owner, log } = plan;
  const own = join(folder, 'dovecot');
  mkdirSync(join(own, 'state'), { recursive: true });
  const people = users.map((user) =>
    [escaped(user.login), `{PLAIN}${user.password}`, owner.uid, owner.gid, '', dirname(maildir(user)), '', ''].join(
      ':',
    ),
  );
  writeFileSync(join(own, 'users'), `${people.join('\n')}\n`);
  const config = join(own, 'dovecot.conf');
  writeFileSync(
    config,
    `
base_dir = ${own}/run
state_dir = ${own}/state
log_path = ${own}/log
listen = ${ip}
protocols = imap pop3

ssl = required
ssl_cert = <${certificate.certificate}
ssl_key = <${certificate.key}

auth_mechanisms = plain login
# Any character: logins have apostrophes and plus signs.
auth_username_chars =
auth_failure_delay = 0
auth_verbose = yes
${first}
passdb {
  driver = passwd-file
  args = ${own}/users
}
userdb {
  driver = passwd-file
  args = ${own}/users
}
first_valid_uid = 1
mail_location = maildir:~/Maildir
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}

service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = 0
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
service auth {
  unix_listener ${join(folder, 'auth')} {
    mode = 0666
  }
}
# Who has been refused does not wait the next time.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`,
  );
  return startDaemon({
    command: 'dovecot',
    args: ['-F', '-c', config],
    ip,
    ports: [ports.imap, ports.imaps, ports.pop3s],
    output: join(own, 'output'),
    log,
  });
}

/** As Dovecot looks a login up in a passwd-file: `o'brien` as `o\'brien` (seen with 2.3.19). */
function escaped(login: string): string {
  return login.replace(/['"\\]/g, '\\$&');
}
