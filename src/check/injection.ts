import type { Net } from '../net/net.ts';
import { fault, held, type Probe, skipped } from './check-rule.ts';
import { type MailPlace, mailPlaceText } from './mail-place.ts';
import { mailTable } from './rule-table.ts';
import { mailProtocols } from './spoken-mail.ts';

/** A server has no more to say to a command that it should never have read. */
const MOST_ANSWERS = 10;

/**
 * A command in clear, in one packet with STARTTLS: a server that keeps what it has read carries it out within TLS. That is done in a connection of its own, because a careful server ends it there.
 * The command changes nothing: NOOP, or one that does not exist.
 */
export async function probeInjection(server: MailPlace, net: Net): Promise<Probe> {
  const { talk, host, port } = server;
  const place = mailPlaceText(server);
  const { injection } = mailTable[talk];
  const dialled = await net.dial(host, port, 'none');
  if (dialled.status === 'failed') return skipped(injection, place, 'no-answer');
  const { line } = dialled;
  const { greet, startTls, answer, afterTls, injected, quit } = mailProtocols[talk];
  try {
    if ((await greet(line))?.ok !== true) return skipped(injection, place, 'no-answer');
    line.write(`${startTls}${injected.command}`);
    if ((await answer(line))?.ok !== true) return held(injection, place);
    if ((await line.startTls()).status === 'failed') return held(injection, place);
    if (afterTls !== undefined && (await afterTls(line)) === undefined) return held(injection, place);
    line.write(quit.command);
    for (let count = 0; count < MOST_ANSWERS; count += 1) {
      const text = await line.read();
      if (text === undefined) break;
      if (injected.isAnswer(text)) return fault(injection, place, {}, { found: text });
      if (quit.isAnswer(text)) break;
    }
    return held(injection, place);
  } finally {
    line.close();
  }
}
