import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { AUTHENTIC_DATA, type DecodedPacket, decode, encode, RECURSION_DESIRED } from 'dns-packet';
import type { DnsFailure, DnsType } from './net.ts';
import { type Endpoint, onEnd } from './net-context.ts';

/*
 * One question to one server: over UDP, and over TCP where the answer did not fit (RFC 7766 § 5). Only an answer of that server, to that question, with that number counts;
 * everything else is as if it had not come.
 */

/** Why there is no answer. */
export class DnsTrouble extends Error {
  readonly failure: DnsFailure;

  constructor(failure: DnsFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** What fits through every network in one piece (DNS Flag Day 2020). */
const PAYLOAD = 1232;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly type: DnsType;
}

/** @throws DnsTrouble */
export async function exchange(
  server: Endpoint,
  name: string,
  type: DnsType,
  signal: AbortSignal,
): Promise<DecodedPacket> {
  const reply = await ask(server, name, type, signal, true);
  // Older than EDNS (RFC 6891 § 7).
  return rcodeOf(reply) === 'FORMERR' ? ask(server, name, type, signal, false) : reply;
}

export function rcodeOf(reply: DecodedPacket): string {
  // Its typings leave it out of what is decoded.
  return (reply as { readonly rcode?: string }).rcode ?? '';
}

async function ask(server: Endpoint, name: string, type: DnsType, signal: AbortSignal, edns: boolean) {
  const question: Question = { id: randomInt(0x10000), name, type };
  const query = encode({
    type: 'query',
    id: question.id,
    // AD in a question: we understand it in the answer (RFC 6840 § 5.7).
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ type, name, class: 'IN' }],
    ...(edns && {
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: PAYLOAD,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    }),
  });
  const reply = await overUdp(server, query, question, signal);
  return reply === 'truncated' ? overTcp(server, query, question, signal) : reply;
}

function overUdp(server: Endpoint, query: Buffer, question: Question, signal: AbortSignal) {
  return new Promise<DecodedPacket | 'truncated'>((resolve, reject) => {
    const socket = createSocket(isIPv6(server.ip) ? 'udp6' : 'udp4');
    const end = (then: () => void) => {
      forget();
      // An error that comes now has nobody left to tell. Node's own listeners stay: a socket that is not bound yet closes when it is.
      socket
        .removeAllListeners('message')
        .removeAllListeners('error')
        .on('error', () => {});
      try {
        socket.close();
      } catch {}
      then();
    };
    const fail = (failure: DnsFailure) => end(() => reject(new DnsTrouble(failure)));
    const forget = onEnd(signal, () => fail('timed-out'));
    socket.on('error', () => fail('unreachable'));
    socket.on('message', (bytes) => {
      const reply = replyIn(bytes, question);
      if (reply === 'malformed') fail(reply);
      else if (reply !== 'other') end(() => resolve(reply));
    });
    // Connected: the system drops what others send, and tells when nobody listens there.
    socket.connect(server.port, server.ip, (error?: Error) => {
      if (error) fail('unreachable');
      else if (!signal.aborted) socket.send(query);
    });
  });
}

function overTcp(server: Endpoint, query: Buffer, question: Question, signal: AbortSignal) {
  return new Promise<DecodedPacket>((resolve, reject) => {
    const socket = connect({ host: server.ip, port: server.port });
    let received = Buffer.alloc(0);
    const end = (then: () => void) => {
      forget();
      socket.destroy();
      then();
    };
    const fail = (failure: DnsFailure) => end(() => reject(new DnsTrouble(failure)));
    const forget = onEnd(signal, () => fail('timed-out'));
    socket.on('error', () => fail('unreachable'));
    // Less than it has announced.
    socket.on('close', () => fail('malformed'));
    socket.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      if (received.length < 2) return;
      const length = received.readUInt16BE(0);
      if (received.length < length + 2) return;
      const reply = replyIn(received.subarray(2, length + 2), question);
      if (typeof reply === 'string') fail('malformed');
      else end(() => resolve(reply));
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    socket.write(Buffer.concat([length, query]));
  });
}

const RESPONSE = 0x80;
const TRUNCATED = 0x02;

/** `other`: this is no answer to the question. */
function replyIn(bytes: Buffer, { id, name, type }: Question): DecodedPacket | 'other' | 'truncated' | 'malformed' {
  const [, , flags = 0] = bytes;
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== id || (flags & RESPONSE) === 0) return 'other';
  if ((flags & TRUNCATED) !== 0) return 'truncated';
  try {
    const reply = decode(bytes);
    // A record whose length is a lie makes what follows something else (dns-packet 5.6 does not hold the one against the other).
    if (decode.bytes !== bytes.length) return 'malformed';
    const [asked, ...more] = reply.questions ?? [];
    if (asked === undefined) return rcodeOf(reply) === 'FORMERR' ? reply : 'other';
    const same = asked.name.toLowerCase() === name && asked.type === type && (asked.class ?? 'IN') === 'IN';
    return same && more.length === 0 ? reply : 'other';
  } catch {
    return 'malformed';
  }
}
