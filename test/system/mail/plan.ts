import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate, type KeyPair, makeAuthority } from './certificates.ts';

/** Somebody with a mailbox. */
export interface MailboxUser {
  /** What they write as. Nobody can log in with it. */
  readonly address: string;
  readonly login: string;
  readonly password: string;
}

/** Names of the servers. `.test` is nobody's (RFC 6761 §6.2): a client that escaped from the test would find no server to give a password to. */
export const hosts = { imap: 'imap.ods.test', pop3: 'pop.ods.test', submission: 'smtp.ods.test' } as const;

/** `imap` and `submission` want STARTTLS, the others speak TLS from the first byte. */
const listeners = ['imap', 'imaps', 'pop3s', 'submission', 'submissions'] as const;
export type Ports = Readonly<Record<(typeof listeners)[number], number>>;

/** What the servers of one test share. */
export interface Plan {
  readonly folder: string;
  readonly users: readonly MailboxUser[];
  /** Where all of them listen. */
  readonly ip: string;
  readonly ports: Ports;
  readonly authority: KeyPair;
  readonly certificate: KeyPair;
  /** The Maildir of a user. */
  readonly maildir: (user: MailboxUser) => string;
  /** The numbers of the system's user and group who own the mailboxes. */
  readonly owner: { readonly uid: number; readonly gid: number };
  /** What the servers have written. */
  readonly log: () => string;
}

/** Makes a temporary folder with certificates for the servers and for `furtherHosts`, and chooses where to listen. */
export async function makePlan(users: readonly MailboxUser[], furtherHosts: readonly string[]): Promise<Plan> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-mail-'));
  // The servers' own users pass through.
  chmodSync(folder, 0o711);
  const owner = { uid: idOf('nobody', 'u'), gid: idOf('nobody', 'g') };
  const mailboxes = join(folder, 'mailboxes');
  mkdirSync(mailboxes);
  chownSync(mailboxes, owner.uid, owner.gid);
  const authority = makeAuthority(folder);
  const ip = ownLoopback();
  return {
    folder,
    users,
    ip,
    ports: await freePorts(ip),
    authority,
    certificate: issueCertificate(folder, authority, [...Object.values(hosts), ...furtherHosts]),
    maildir: (user) => join(mailboxes, String(users.indexOf(user)), 'Maildir'),
    owner,
    log: () =>
      ['dovecot/output', 'dovecot/log', 'postfix/output', 'postfix/log']
        .map((name) => join(folder, name))
        .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
        .join(''),
  };
}

/** The number of a user of this system, or of that user's group. */
export function idOf(user: string, which: 'u' | 'g'): number {
  const { status, stdout } = spawnSync('id', [`-${which}`, user], { encoding: 'utf8', timeout: 10_000 });
  if (status !== 0) throw new Error(`this system has no user ${user}`);
  return Number(stdout);
}

/**
 * A loopback address that no other process of the tests uses, so that also ports below 1024 are free on it: all of 127.0.0.0/8 is this machine, and a
 * process number has at most 22 bits (Linux, proc(5), pid_max). Who connects has the address 127.0.0.1.
 */
function ownLoopback(): string {
  return [127, 64 + (process.pid >> 16), (process.pid >> 8) & 255, process.pid & 255].join('.');
}

async function freePorts(ip: string): Promise<Ports> {
  const servers = await Promise.all(
    listeners.map(async (name) => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen({ host: ip, port: 0 }, resolve);
      });
      return { name, server };
    }),
  );
  const chosen = servers.map(({ name, server }) => {
    const address = server.address();
    // A server that listens on TCP has an address with a port.
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    server.close();
    return [name, port] as const;
  });
  // One entry for each name of the list.
  return Object.fromEntries(chosen) as Ports;
}
