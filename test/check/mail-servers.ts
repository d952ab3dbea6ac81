import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { MadeCertificate } from '../net/certificates.ts';

/*
 * Small servers for mail that say what a test wants of them: a greeting, capabilities before and after TLS, an answer to sign-in. The real ones are in test/system/world.
 */

export type Protocol = 'imap' | 'pop3' | 'smtp' | 'sieve';

export interface MailBehaviour {
  readonly protocol: Protocol;
  readonly security: 'tls' | 'starttls';
  readonly certificate: MadeCertificate;
  /** What the list says before TLS; `undefined`: the usual, with STARTTLS and no sign-in. */
  readonly before?: readonly string[];
  readonly within?: readonly string[];
  readonly greeting?: string;
  /** STARTTLS is refused. */
  readonly refusesTls?: boolean;
  /** What came in one packet with STARTTLS is carried out within TLS. */
  readonly keepsBuffer?: boolean;
  /** Said in clear behind the answer to STARTTLS. */
  readonly afterStartTls?: string;
  /** Is this login taken? @param login and password of SASL PLAIN */
  readonly takes?: (login: string, password: string) => boolean;
  /** Instead of a refusal. */
  readonly refusal?: string;
  /** Who may send as whom. */
  readonly maySend?: (login: string, sender: string) => boolean;
  /** What is said to a sender who may not. */
  readonly refusedSender?: string;
  readonly uidValidity?: (login: string) => number;
  /** Hears each command line. */
  readonly heard?: (line: string, tls: boolean) => void;
}

const LISTS: Readonly<Record<Protocol, { before: readonly string[]; within: readonly string[] }>> = {
  imap: { before: ['IMAP4rev1', 'STARTTLS', 'LOGINDISABLED'], within: ['IMAP4rev1', 'AUTH=PLAIN', 'AUTH=LOGIN'] },
  pop3: { before: ['STLS', 'TOP'], within: ['USER', 'SASL PLAIN LOGIN'] },
  smtp: { before: ['STARTTLS', '8BITMIME'], within: ['AUTH PLAIN LOGIN', '8BITMIME'] },
  sieve: { before: ['"SASL" ""', '"STARTTLS"'], within: ['"SASL" "PLAIN"'] },
};

/** Speaks to whoever connects. */
export function mailServer(behaviour: MailBehaviour): (socket: Socket) => void {
  return (socket) => {
    socket.on('error', () => {});
    if (behaviour.security === 'tls') talk(secured(socket, behaviour), behaviour, true);
    else talk(socket, behaviour, false);
  };
}

function secured(socket: Socket, { certificate: { certificate: cert, key } }: MailBehaviour): TLSSocket {
  const tls = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ cert, key }) });
  tls.on('error', () => {});
  return tls;
}

function talk(stream: Socket, behaviour: MailBehaviour, tls: boolean, begun = false, buffered = ''): void {
  const { protocol, heard } = behaviour;
  const lists = LISTS[protocol];
  const list = tls ? (behaviour.within ?? lists.within) : (behaviour.before ?? lists.before);
  const say = (...lines: readonly string[]) => stream.write(lines.map((line) => `${line}\r\n`).join(''));
  const state = { login: '', sender: '', waits: [] as ((answer: string) => void)[] };
  let rest = '';
  const startTls = (yes: string, no: string, left: string) => {
    if (tls || behaviour.refusesTls) return say(no);
    stream.removeAllListeners('data');
    stream.pause();
    stream.write(`${yes}\r\n${behaviour.afterStartTls ?? ''}`, () => {
      talk(secured(stream, behaviour), behaviour, true, true, behaviour.keepsBuffer ? left : '');
    });
  };
  const plain = (then: (login: string, password: string) => void) => (answer: string) => {
    const [, login = '', password = ''] = Buffer.from(answer, 'base64').toString('utf8').split('\0');
    then(login, password);
  };
  const taken = (login: string, password: string) => {
    const yes = behaviour.takes?.(login, password) ?? false;
    if (yes) state.login = login;
    return yes;
  };
  const refusal = behaviour.refusal;
  const speaks: Record<Protocol, (line: string, left: string) => void> = {
    imap(line, left) {
      const [tag = '', command = '', ...words] = line.split(' ');
      const verb = command.toUpperCase();
      if (verb === 'CAPABILITY') say(`* CAPABILITY ${list.join(' ')}`, `${tag} OK done`);
      else if (verb === 'STARTTLS') startTls(`${tag} OK begin`, `${tag} BAD no`, left);
      else if (verb === 'NOOP') say(`${tag} OK noop`);
      else if (verb === 'LOGOUT') say('* BYE', `${tag} OK bye`);
      else if (verb === 'AUTHENTICATE') {
        say('+ ');
        state.waits.push(
          plain((login, password) =>
            say(taken(login, password) ? `${tag} OK in` : `${tag} ${refusal ?? 'NO [AUTHENTICATIONFAILED] no'}`),
          ),
        );
      } else if (verb === 'STATUS')
        say(`* STATUS ${words[0]} (UIDVALIDITY ${behaviour.uidValidity?.(state.login) ?? 1})`, `${tag} OK`);
      else say(`${tag} BAD unknown`);
    },
    pop3(line, left) {
      const [verb = ''] = line.toUpperCase().split(' ');
      if (verb === 'CAPA') say('+OK', ...list, '.');
      else if (verb === 'STLS') startTls('+OK begin', '-ERR no', left);
      else if (verb === 'QUIT') say('+OK bye');
      else if (verb === 'AUTH') {
        say('+ ');
        state.waits.push(plain((login, password) => say(taken(login, password) ? '+OK in' : (refusal ?? '-ERR no'))));
      } else say('-ERR unknown');
    },
    smtp(line, left) {
      const [verb = ''] = line.toUpperCase().split(' ');
      const lines = ['mail.test', ...list];
      if (verb === 'EHLO') say(...lines.map((each, index) => `250${index === lines.length - 1 ? ' ' : '-'}${each}`));
      else if (verb === 'STARTTLS') startTls('220 begin', '502 no', left);
      else if (verb === 'QUIT') say('221 bye');
      else if (verb === 'NOOP' || verb === 'RSET') say('250 ok');
      else if (verb === 'AUTH') {
        say('334 ');
        state.waits.push(
          plain((login, password) => say(taken(login, password) ? '235 in' : (refusal ?? '535 5.7.8 no'))),
        );
      } else if (verb === 'MAIL') {
        state.sender = /<(.*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (verb === 'RCPT')
        say(
          behaviour.maySend?.(state.login, state.sender) === false
            ? (behaviour.refusedSender ??
                `553 5.7.1 <${state.sender}>: Sender address rejected: not owned by user ${state.login}`)
            : '250 ok',
        );
      else say('502 unknown');
    },
    sieve(line, left) {
      const verb = line.toUpperCase();
      if (verb === 'CAPABILITY') say(...list, 'OK');
      else if (verb === 'STARTTLS') startTls('OK begin', 'NO', left);
      else if (verb.startsWith('NOOP')) say(`OK (TAG ${line.slice(5)}) "done"`);
      else say('OK bye');
    },
  };
  stream.on('data', (bytes: Buffer) => {
    rest += bytes.toString('utf8');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      heard?.(line, tls);
      const wait = state.waits.shift();
      if (wait !== undefined) wait(line);
      else speaks[protocol](line, rest);
      if (/^(?:\S+ )?(?:STARTTLS|STLS)$/i.test(line) && !tls && !behaviour.refusesTls) break;
    }
  });
  const greetings = { imap: '* OK ready', pop3: '+OK ready', smtp: '220 mail.test ready' } as const;
  if (begun) {
    if (protocol === 'sieve') say(...list, 'OK');
    for (const line of buffered.split('\r\n').filter(Boolean)) speaks[protocol](line, '');
  } else if (behaviour.greeting !== undefined) say(behaviour.greeting);
  else if (protocol === 'sieve') say(...list, 'OK');
  else say(greetings[protocol]);
}
