import type { Line } from '../net/net.ts';
import type { MailTalk } from './rule-table.ts';

/*
 * What the protocols for mail have in common, seen from outside: a greeting, a list of what the server can do, STARTTLS, an end. Each function reads one answer, as long as it is; `undefined`: the
 * connection has ended, or what came is no answer of this protocol.
 */

/** What a server says that it can do. */
export interface ServerOffers {
  readonly starttls: boolean;
  /** SASL mechanisms, in capitals. */
  readonly mechanisms: readonly string[];
  /** It takes a name and a password by a command of its own (IMAP LOGIN, POP3 USER). */
  readonly plainCommand: boolean;
  /** As it has said it. */
  readonly said: readonly string[];
}

/** One answer: was it a yes, and its lines. */
export interface Reply {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** One protocol. */
export interface SpokenProtocol {
  readonly greet: (line: Line) => Promise<Reply | undefined>;
  readonly offers: (line: Line) => Promise<ServerOffers | undefined>;
  readonly startTls: string;
  /** Reads the answer to it. */
  readonly answer: (line: Line) => Promise<Reply | undefined>;
  /** What the server says by itself once TLS stands. */
  readonly afterTls?: (line: Line) => Promise<ServerOffers | undefined>;
  /** A command that is sent in clear behind STARTTLS, and what in an answer within TLS tells that it was carried out. */
  readonly injected: { readonly command: string; readonly isAnswer: (text: string) => boolean };
  /** The command that ends it, and what its own answer looks like. */
  readonly quit: { readonly command: string; readonly isAnswer: (text: string) => boolean };
}

/** More lines than any server has to say. */
const MOST_LINES = 200;

/** Reads lines as long as there are more. */
async function reply(
  line: Line,
  isLast: (text: string) => boolean,
  isYes: (last: string) => boolean,
): Promise<Reply | undefined> {
  const lines: string[] = [];
  while (lines.length < MOST_LINES) {
    const text = await line.read();
    if (text === undefined) return undefined;
    lines.push(text);
    if (isLast(text)) return { ok: isYes(text), lines };
  }
  return undefined;
}

/** A tagged answer of IMAP. */
export function imapReply(line: Line, tag: string): Promise<Reply | undefined> {
  return reply(
    line,
    (text) => text.startsWith(`${tag} `),
    (text) => /^\S+ OK\b/i.test(text),
  );
}

const imap: SpokenProtocol = {
  greet: (line) =>
    reply(
      line,
      () => true,
      (text) => /^\* (?:OK|PREAUTH)\b/i.test(text),
    ),
  async offers(line) {
    line.write('f1 CAPABILITY\r\n');
    const answer = await imapReply(line, 'f1');
    if (answer === undefined || !answer.ok) return undefined;
    const said = answer.lines
      .filter((text) => /^\* CAPABILITY /i.test(text))
      .flatMap((text) => text.split(/\s+/).slice(2))
      .map((each) => each.toUpperCase());
    return {
      starttls: said.includes('STARTTLS'),
      mechanisms: said.flatMap((each) => (each.startsWith('AUTH=') ? [each.slice(5)] : [])),
      plainCommand: !said.includes('LOGINDISABLED'),
      said,
    };
  },
  startTls: 'f2 STARTTLS\r\n',
  answer: (line) => imapReply(line, 'f2'),
  injected: { command: 'f3 NOOP\r\n', isAnswer: (text) => text.startsWith('f3 ') },
  quit: { command: 'f9 LOGOUT\r\n', isAnswer: (text) => text.startsWith('f9 ') },
};

/** One line, `+OK` or `-ERR`. */
export function pop3Reply(line: Line): Promise<Reply | undefined> {
  return reply(
    line,
    () => true,
    (text) => /^\+OK\b/i.test(text),
  );
}

const pop3: SpokenProtocol = {
  greet: pop3Reply,
  async offers(line) {
    line.write('CAPA\r\n');
    const first = await pop3Reply(line);
    if (first === undefined) return undefined;
    // A server without CAPA knows USER alone (RFC 1939).
    if (!first.ok) return { starttls: false, mechanisms: [], plainCommand: true, said: [] };
    const list = await reply(
      line,
      (text) => text === '.',
      () => true,
    );
    if (list === undefined) return undefined;
    const said = list.lines.slice(0, -1).map((each) => each.toUpperCase());
    const words = said.map((each) => each.split(/\s+/));
    return {
      starttls: said.includes('STLS'),
      mechanisms: words.flatMap(([name, ...mechanisms]) => (name === 'SASL' ? mechanisms.filter(Boolean) : [])),
      plainCommand: said.includes('USER'),
      said,
    };
  },
  startTls: 'STLS\r\n',
  answer: pop3Reply,
  // No command of the state before sign-in: it is refused, and nothing else is.
  injected: { command: 'FACTEUR\r\n', isAnswer: (text) => /^-ERR/i.test(text) },
  quit: { command: 'QUIT\r\n', isAnswer: (text) => /^\+OK/i.test(text) },
};

/** Lines with one code, of which the last has no hyphen. */
export function smtpReply(line: Line): Promise<Reply | undefined> {
  return reply(
    line,
    (text) => !/^\d{3}-/.test(text),
    (text) => /^[23]\d\d\b/.test(text),
  );
}

/** Whoever asks says its name; an address in brackets is one (RFC 5321 §4.1.3), and tells nothing of this computer. */
const EHLO = 'EHLO [127.0.0.1]\r\n';

const smtp: SpokenProtocol = {
  greet: (line) =>
    reply(
      line,
      (text) => !/^\d{3}-/.test(text),
      (text) => /^220\b/.test(text),
    ),
  async offers(line) {
    line.write(EHLO);
    const answer = await smtpReply(line);
    if (answer === undefined || !answer.ok) return undefined;
    const said = answer.lines.slice(1).map((text) => text.slice(4).trim().toUpperCase());
    // Old servers write AUTH=, too.
    const lists = said.filter((each) => /^AUTH[ =]/.test(each)).flatMap((each) => each.slice(5).split(/\s+/));
    return {
      starttls: said.includes('STARTTLS'),
      mechanisms: [...new Set(lists.filter(Boolean))],
      plainCommand: false,
      said,
    };
  },
  startTls: 'STARTTLS\r\n',
  answer: smtpReply,
  injected: { command: 'NOOP\r\n', isAnswer: (text) => /^[2-5]\d\d/.test(text) && !/^(?:221|421)/.test(text) },
  quit: { command: 'QUIT\r\n', isAnswer: (text) => /^(?:221|421)/.test(text) },
};

function sieveReply(line: Line): Promise<Reply | undefined> {
  return reply(
    line,
    (text) => /^(?:OK|NO|BYE)\b/i.test(text),
    (text) => /^OK\b/i.test(text),
  );
}

function sieveOffers({ lines }: Reply): ServerOffers {
  const said = lines.slice(0, -1).map((each) => each.toUpperCase());
  const sasl = said.flatMap((each) => /^"SASL" "([^"]*)"/.exec(each)?.[1]?.split(/\s+/) ?? []);
  return {
    starttls: said.some((each) => each.startsWith('"STARTTLS"')),
    mechanisms: sasl.filter(Boolean),
    plainCommand: false,
    said,
  };
}

async function sieveList(line: Line): Promise<ServerOffers | undefined> {
  const answer = await sieveReply(line);
  return answer?.ok ? sieveOffers(answer) : undefined;
}

const sieve: SpokenProtocol = {
  greet: sieveReply,
  offers(line) {
    line.write('CAPABILITY\r\n');
    return sieveList(line);
  },
  startTls: 'STARTTLS\r\n',
  answer: sieveReply,
  afterTls: sieveList,
  injected: { command: 'NOOP "facteur"\r\n', isAnswer: (text) => /^OK .*"facteur"/i.test(text) },
  quit: { command: 'LOGOUT\r\n', isAnswer: (text) => /^(?:OK|BYE)\b/i.test(text) },
};

export const mailProtocols: Readonly<Record<MailTalk, SpokenProtocol>> = { imap, pop3, smtp, sieve };
