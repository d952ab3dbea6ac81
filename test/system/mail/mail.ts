import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenCutShort } from '../ending.ts';
import { has, isRoot } from '../programs.ts';
import type { KeyPair } from './certificates.ts';
import type { Daemon } from './daemon.ts';
import { startDovecot } from './dovecot.ts';
import { hosts, type MailboxUser, makePlan, type Plan, type Ports } from './plan.ts';
import { startPostfix } from './postfix.ts';

/** The person of the tests: the login is not the address. */
export const prenom: MailboxUser = {
  address: 'prenom.nom@cnrs.fr',
  login: 'prenom.nom@ods.services',
  password: 'mot de passe, 1 "clé"',
};

/** Can the servers run here? Only root may start Postfix, and only Linux has the whole of 127.0.0.0/8. */
export const canRunMail =
  process.platform === 'linux' && has('dovecot') && has('postfix') && has('openssl') && isRoot();

/** A running Dovecot and a running Postfix that know the same people. */
export interface Mail {
  /** A loopback address of their own: what every host name must stand for in the client. */
  readonly ip: string;
  readonly hosts: typeof hosts;
  readonly ports: Ports;
  /** The file of the authority that a client must trust. */
  readonly authority: string;
  /** The servers' certificate, for one more server of the test. */
  readonly certificate: KeyPair;
  /** The messages in somebody's inbox, as they are kept. */
  inbox(user: MailboxUser): string[];
  /** What the servers have written, also for the message of a failure. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts them on loopback.
 * @param options.users who has a mailbox; prenom where nobody is named
 * @param options.furtherHosts names beside the servers' own for which the certificate is good
 */
export async function startMail({
  users = [prenom],
  furtherHosts = [],
}: {
  users?: readonly MailboxUser[];
  furtherHosts?: readonly string[];
} = {}): Promise<Mail> {
  const plan = await makePlan(users, furtherHosts);
  const daemons: Daemon[] = [];
  const remove = () => rmSync(plan.folder, { recursive: true, force: true, maxRetries: 5 });
  const withdraw = whenCutShort(() => {
    for (const daemon of daemons) daemon.kill();
    remove();
  });
  const stop = async () => {
    await Promise.all(daemons.map((daemon) => daemon.stop()));
    remove();
    withdraw();
  };
  try {
    for (const start of [startDovecot, startPostfix]) daemons.push(await start(plan));
  } catch (error) {
    await stop();
    throw error;
  }
  const { ip, ports, certificate, log } = plan;
  return {
    ip,
    hosts,
    ports,
    authority: plan.authority.certificate,
    certificate,
    inbox: (user) => messages(plan, user),
    log,
    stop,
  };
}

/** A Maildir has what has arrived in `new` and, once a client has seen it, in `cur`. */
function messages({ maildir }: Plan, user: MailboxUser): string[] {
  return ['new', 'cur'].flatMap((name) => {
    const folder = join(maildir(user), name);
    return names(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  });
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing has arrived yet.
    return [];
  }
}
