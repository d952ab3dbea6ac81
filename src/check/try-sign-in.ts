import { base64Of } from '../model/bytes.ts';
import type { Line, Net } from '../net/net.ts';
import type { MailPlace } from './mail-place.ts';
import { imapReply, mailProtocols, pop3Reply, type Reply, type ServerOffers, smtpReply } from './spoken-mail.ts';

/*
 * One try to sign in, over the dialogue that the rest of the check uses, and not with nodemailer or imapflow: those look names up and connect by themselves, so that nobody could promise them the
 * address that was checked, nor that nothing is sent before TLS stands.
 */

export interface SignInTry {
  /** `unsaid`: the server was not there, or knows none of the ways by which a password can be said here. */
  readonly outcome: 'taken' | 'refused' | 'unsaid';
  /** What it said, without the login. */
  readonly answer: string;
  /** It says that more tries would do harm. */
  readonly limited: boolean;
  /** What tells one mailbox from another, where the protocol has such a thing. */
  readonly mailbox?: string | undefined;
  /** Of a server for sending: what it says to the address as sender; `undefined`: it takes it. */
  readonly senderRefused?: string | undefined;
}

export interface Secret {
  readonly login: string;
  readonly password: string;
  /** The sender to try, where mail is sent by this server. */
  readonly address: string;
}

/** Signs in once and out again. Only within TLS with a certificate that is good: the dialogue does not get that far otherwise. */
export async function trySignIn(server: MailPlace, secret: Secret, net: Net): Promise<SignInTry> {
  const { host, port, security, talk } = server;
  if (security === 'none') return unsaid('');
  const dialled = await net.dial(host, port, security === 'tls' ? 'tls' : 'none');
  if (dialled.status === 'failed') return unsaid(dialled.failure);
  const { line } = dialled;
  try {
    const offers = await ready(server, line);
    // What is not protected gets no password, whatever the reason.
    if (offers === undefined || line.tls === undefined) return unsaid('');
    const answer = await says[talk](line, offers, secret);
    if (answer === undefined) return unsaid('');
    const text = without(secret, answer.lines.at(-1) ?? '');
    const limited = !answer.ok && LIMITED.test(text);
    if (!answer.ok) return { outcome: 'refused', answer: text, limited };
    const more =
      talk === 'imap' ? { mailbox: await inboxOf(line) } : talk === 'smtp' ? await trySender(line, secret) : {};
    line.write(mailProtocols[talk].quit.command);
    return { outcome: 'taken', answer: text, limited, ...more };
  } finally {
    line.close();
  }
}

const unsaid = (answer: string): SignInTry => ({ outcome: 'unsaid', answer, limited: false });

/** Words and codes with which servers say that it is not the password alone (RFC 5530 §3, RFC 4954 §6). */
const LIMITED =
  /\[(?:UNAVAILABLE|LIMIT|INUSE|CONTACTADMIN|SYS\/TEMP|LOGIN-DELAY)\]|^4\d\d |\b(?:lock(?:ed|out)|too many|try again later|temporar|disabled|suspended|blocked|rate.?limit)/i;

/** Greeting, STARTTLS where it is due, and what the server can do within TLS. */
async function ready({ talk, security }: MailPlace, line: Line): Promise<ServerOffers | undefined> {
  const { greet, offers, startTls, answer, afterTls } = mailProtocols[talk];
  if ((await greet(line))?.ok !== true) return undefined;
  if (security === 'tls') return offers(line);
  if ((await offers(line)) === undefined) return undefined;
  line.write(startTls);
  if ((await answer(line))?.ok !== true) return undefined;
  const secured = await line.startTls();
  // Somebody may stand on the way.
  if (secured.status === 'failed' || secured.dropped > 0) return undefined;
  return (afterTls ?? offers)(line);
}

const says: Readonly<
  Record<MailPlace['talk'], (line: Line, offers: ServerOffers, secret: Secret) => Promise<Reply | undefined>>
> = {
  async imap(line, { mechanisms, plainCommand }, secret) {
    if (mechanisms.includes('PLAIN'))
      return afterGoAhead(line, 'f5 AUTHENTICATE PLAIN\r\n', [plain(secret)], (of) => imapReply(of, 'f5'));
    const quoted = [secret.login, secret.password].map(imapString);
    if (!plainCommand || quoted.includes(undefined)) return undefined;
    line.write(`f5 LOGIN ${quoted.join(' ')}\r\n`);
    return imapReply(line, 'f5');
  },
  async pop3(line, { mechanisms, plainCommand }, secret) {
    if (mechanisms.includes('PLAIN')) return afterGoAhead(line, 'AUTH PLAIN\r\n', [plain(secret)], pop3Reply);
    const { login, password } = secret;
    if (!plainCommand || /[\r\n\0]/.test(login + password)) return undefined;
    line.write(`USER ${login}\r\n`);
    const known = await pop3Reply(line);
    if (known?.ok !== true) return known;
    line.write(`PASS ${password}\r\n`);
    return pop3Reply(line);
  },
  async smtp(line, { mechanisms }, secret) {
    if (mechanisms.includes('PLAIN')) return afterGoAhead(line, 'AUTH PLAIN\r\n', [plain(secret)], smtpReply);
    if (!mechanisms.includes('LOGIN')) return undefined;
    return afterGoAhead(line, 'AUTH LOGIN\r\n', [base64(secret.login), base64(secret.password)], smtpReply);
  },
  // Nobody is asked for a password for it.
  sieve: async () => undefined,
};

/** Each answer is sent when the server asks for it (RFC 4422 §4): a server that refuses the mechanism never sees the password. */
async function afterGoAhead(
  line: Line,
  command: string,
  answers: readonly string[],
  read: (line: Line) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  line.write(command);
  for (const answer of answers) {
    const asked = await line.read();
    if (asked === undefined) return undefined;
    if (!/^(?:\+|334\b)/.test(asked) || /^\+OK/i.test(asked)) return { ok: false, lines: [asked] };
    line.write(`${answer}\r\n`);
  }
  return read(line);
}

/** RFC 4616. */
function plain({ login, password }: Secret): string {
  return base64(`\0${login}\0${password}`);
}

function base64(text: string): string {
  return base64Of(new TextEncoder().encode(text));
}

/** A quoted string (RFC 9051 §4.3), which has no other characters than these. */
function imapString(text: string): string | undefined {
  return /^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : undefined;
}

/** UIDVALIDITY of INBOX: two mailboxes that were made at different times differ in it. */
async function inboxOf(line: Line): Promise<string | undefined> {
  line.write('f6 STATUS INBOX (UIDVALIDITY)\r\n');
  const answer = await imapReply(line, 'f6');
  return answer?.ok ? /UIDVALIDITY (\d+)/i.exec(answer.lines.join(' '))?.[1] : undefined;
}

/** Sender and recipient are said, and taken back: there is no DATA, so nothing is ever sent. Postfix refuses a sender only when it knows the recipient. */
async function trySender(line: Line, secret: Secret): Promise<Pick<SignInTry, 'senderRefused'>> {
  const steps = [`MAIL FROM:<${secret.address}>`, `RCPT TO:<${secret.address}>`];
  for (const step of steps) {
    line.write(`${step}\r\n`);
    const answer = await smtpReply(line);
    if (answer === undefined) return {};
    if (answer.ok) continue;
    line.write('RSET\r\n');
    await smtpReply(line);
    const text = answer.lines.at(-1) ?? '';
    const ofSender = step.startsWith('MAIL') ? /^5/.test(text) : SENDER.test(text);
    return ofSender ? { senderRefused: without(secret, text) } : {};
  }
  line.write('RSET\r\n');
  await smtpReply(line);
  return {};
}

/** RFC 6409 §6.1: 553 or 550 with 5.7.1; the recipient alone has 5.1.x. */
const SENDER = /^55[03][ -]5\.7\.|^553|^55\d.*\b(?:sender|not owned|not allowed to send|from address)\b/i;

/** What a server says may repeat what it was told: who signs in, and the password, as they are and in every form in which they were sent. */
function without(secret: Secret, text: string): string {
  const own = [secret.login, secret.address, secret.password];
  const quoted = own.map((each) => each.replace(/["\\]/g, '\\$&'));
  const sasl = [secret.login, secret.address].map((login) => plain({ ...secret, login }));
  return [...sasl, ...own, ...quoted, ...own.map(base64)]
    .filter((each) => each !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((all, each) => all.replaceAll(each, '…'), text)
    .slice(0, 200);
}
