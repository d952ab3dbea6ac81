import type { Line, NetFailure } from '../../net/net.ts';
import type { Enquiry } from './enquiry.ts';
import type { AskedPlace } from './look-up.ts';
import { type Remark, remark } from './words.ts';

/** A port that a program would look at. */
export interface Port {
  readonly protocol: 'imap' | 'pop3' | 'smtp';
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
}

/** What a port has said: nothing was sent to it but the question what it can do, and good-bye. */
export interface Heard {
  readonly port: Port;
  /** Everything that it has said, in upper case; `undefined`: there is no such server. */
  readonly said: string | undefined;
  readonly got: Remark;
}

/** Listens at all of them at once, at each port one time, whichever program tries it. @param asks what it can do; programs that only connect do not */
export function hearPorts(asked: Enquiry, ports: readonly Port[], asks = true): Promise<Heard[]> {
  const known = heard.get(asked.net) ?? new Map<string, ReturnType<typeof hear>>();
  heard.set(asked.net, known);
  return Promise.all(
    ports.map(async (port) => {
      const key = `${port.protocol} ${port.host}:${port.port} ${port.security === 'tls'} ${asks}`;
      const hearing = known.get(key) ?? hear(asked, port, asks);
      known.set(key, hearing);
      return judged(port, await hearing, asks);
    }),
  );
}

const heard = new WeakMap<Enquiry['net'], Map<string, ReturnType<typeof hear>>>();

function judged(port: Port, { said, got }: Pick<Heard, 'said' | 'got'>, asks: boolean): Heard {
  const lacks =
    asks && port.security === 'starttls' && said?.includes(port.protocol === 'pop3' ? 'STLS' : 'STARTTLS') === false;
  return lacks ? { port, said: undefined, got: remark('port-without-starttls', {}) } : { port, said, got };
}

export function portPlace({ port: { host, port, security }, got }: Heard): AskedPlace {
  return { place: `${host}:${port}${kinds[security]}`, tells: false, chain: [], got };
}

const kinds = { tls: ' TLS', starttls: ' STARTTLS', none: '' } as const;

async function hear({ net }: Enquiry, port: Port, asks: boolean): Promise<Pick<Heard, 'said' | 'got'>> {
  const answer = await net.dial(port.host, port.port, port.security === 'tls' ? 'tls' : 'none');
  if (answer.status === 'failed')
    return { said: undefined, got: remark(failures[answer.failure] ?? 'port-silent', { detail: answer.detail }) };
  const said = asks ? await dialogue(answer.line, port.protocol) : '';
  answer.line.close();
  return said === undefined ? { said, got: remark('port-silent', {}) } : { said, got: remark('port-answers', {}) };
}

const failures: Readonly<
  Partial<Record<NetFailure, 'port-no-name' | 'port-closed' | 'port-certificate' | 'port-private'>>
> = {
  'no-address': 'port-no-name',
  'connection-refused': 'port-closed',
  certificate: 'port-certificate',
  'private-address': 'port-private',
};

/** The greeting and what the server says that it can do (RFC 9051 §6.1.1, RFC 2449 §5, RFC 5321 §4.1.1.1). */
async function dialogue(line: Line, protocol: Port['protocol']): Promise<string | undefined> {
  const greeting = await readReply(line, protocol === 'smtp' ? /^\d{3}(?: |$)/ : /^/);
  if (greeting === undefined) return undefined;
  const { ask, end, bye } = questions[protocol];
  line.write(`${ask}\r\n`);
  const answer = await readReply(line, end);
  line.write(`${bye}\r\n`);
  return `${greeting}\n${answer ?? ''}`.toUpperCase();
}

const questions = {
  imap: { ask: '1 CAPABILITY', end: /^1 /, bye: '2 LOGOUT' },
  pop3: { ask: 'CAPA', end: /^(?:\.$|-ERR)/, bye: 'QUIT' },
  smtp: { ask: 'EHLO client.invalid', end: /^\d{3}(?: |$)/, bye: 'QUIT' },
} as const;

/** More lines than any server has to say. */
const MOST_LINES = 100;

async function readReply(line: Line, end: RegExp): Promise<string | undefined> {
  const lines: string[] = [];
  while (lines.length < MOST_LINES) {
    const text = await line.read();
    if (text === undefined) return lines.length === 0 ? undefined : lines.join('\n');
    lines.push(text);
    if (end.test(text)) break;
  }
  return lines.join('\n');
}
