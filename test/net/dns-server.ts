import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode, type Question } from 'dns-packet';

/** What a server says: its records, an error, bytes as they are, or nothing. */
export type DnsReply =
  | {
      readonly answers?: readonly Answer[];
      readonly rcode?: number;
      readonly flags?: number;
      readonly question?: Question;
    }
  | Buffer
  | 'silence'
  | 'truncated';

export type DnsHandler = (question: Question, over: 'udp' | 'tcp', query: Buffer) => DnsReply;

export const rcodes = { formerr: 1, servfail: 2, nxdomain: 3, refused: 5 } as const;

export interface DnsServer {
  readonly port: number;
  /** Each question, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** A DNS server on loopback, over UDP and TCP on one port. @param wanted the port, where not any will do */
export async function startDns(
  handler: DnsHandler,
  delay: (name: string) => number = () => 0,
  wanted = 0,
): Promise<DnsServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const replyTo = (query: Buffer, over: 'udp' | 'tcp'): Buffer | undefined => {
    const { id, questions: [question] = [] } = decode(query);
    if (question === undefined) return undefined;
    asked.push(`${over} ${question.type} ${question.name}`);
    const reply = handler(question, over, query);
    if (reply === 'silence') return undefined;
    if (Buffer.isBuffer(reply)) return reply;
    const base = { type: 'response' as const, id, questions: [question] };
    if (reply === 'truncated') return encode({ ...base, flags: AUTHORITATIVE_ANSWER | 0x200 });
    const { answers = [], rcode = 0, flags = 0 } = reply;
    return encode({
      ...base,
      questions: [reply.question ?? question],
      flags: AUTHORITATIVE_ANSWER | flags | rcode,
      answers: [...answers],
    });
  };

  for (let tries = 0; ; tries += 1) {
    const tcp = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('data', (bytes) => {
        const reply = replyTo(bytes.subarray(2), 'tcp');
        if (reply === undefined) return;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.end(Buffer.concat([length, reply]));
      });
    });
    await new Promise<void>((resolve) => tcp.listen(wanted, '127.0.0.1', resolve));
    const address = tcp.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const udp = createSocket('udp4');
    const free = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(port, '127.0.0.1', () => resolve(true));
    });
    const close = async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => tcp.close(resolve));
      if (free) await new Promise<void>((resolve) => udp.close(() => resolve()));
    };
    if (!free && tries < 20) {
      await close();
      continue;
    }
    udp.on('message', (query, from) => {
      const reply = replyTo(query, 'udp');
      if (reply === undefined) return;
      const send = () => udp.send(reply, from.port, from.address);
      const wait = delay(decode(query).questions?.[0]?.name ?? '');
      if (wait === 0) send();
      else setTimeout(send, wait);
    });
    return { port, asked, close };
  }
}
